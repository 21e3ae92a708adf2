import type { SignedCheckpoint } from '../../../crypto/checkpoints.ts';
import type { Reader } from '../../../db/connection.ts';
import { readEnd } from '../../../domain/audit/store.ts';
import type { EventRow } from '../../../domain/audit/store.ts';
import type { LogPlace } from '../../../domain/audit/siemStore.ts';
import { checkpointsUpTo, eventsBetween } from '../store.ts';
import type { SiemLine } from './destination.ts';
import { checkpointLine, eventLine } from './lines.ts';

/** What a destination is sent next, or why it can't be just the next events. */
export type Next =
  | { kind: 'none' }
  | { kind: 'batch'; lines: SiemLine[]; to: LogPlace; waiting: number }
  /** Events are missing up to there; `to` is where the log goes on. */
  | { kind: 'gap'; first: number; last: number; to: LogPlace }
  /** What was sent last isn't in this log. */
  | { kind: 'other_log' };

const MOST_BYTES = 500_000;
/** Of checkpoints there are at most as many as events. */
const MOST_CHECKPOINTS = 500;

/**
 * The next events and checkpoints after a place, in the order of the log, a checkpoint behind the event that it signs. The end of the log is
 * locked until an event's commit, so that none becomes visible before one with a lower sequence.
 *
 * @param most how many events
 */
export async function nextBatch(
  { kysely, long }: { kysely: Reader; long: Reader },
  from: LogPlace,
  { most, mostLineBytes }: { most: number; mostLineBytes: number | null },
): Promise<Next> {
  const end = await readEnd(kysely);
  if (end.sequence === from.sequence && end.hash === from.hash && end.checkpoints <= from.checkpoint)
    return { kind: 'none' };
  if (end.sequence < from.sequence) return { kind: 'other_log' };
  // With the one that was sent last, to see that it is still the same.
  const between = { after: from.sequence - 1, last: end.sequence, limit: most + 1 };
  const found = await eventsBetween(long, between);
  const sent = found[0]?.sequence === from.sequence ? found.shift() : undefined;
  if (sent && sent.hash !== from.hash) return { kind: 'other_log' };
  const first = from.sequence + 1;
  const [next] = found;
  if (next ? next.sequence > first : end.sequence > from.sequence) {
    const hash = next ? next.previous_hash : end.hash;
    const last = next ? next.sequence - 1 : end.sequence;
    return { kind: 'gap', first, last, to: { ...from, sequence: last, hash } };
  }
  const rows = found.slice(0, Math.min(most, withoutGap(found)));
  const sequence = rows.at(-1)?.sequence ?? from.sequence;
  const signed = { after: from.checkpoint, sequence, limit: MOST_CHECKPOINTS };
  const { lines, to } = inOrder(rows, await checkpointsUpTo(long, signed), { from, mostLineBytes });
  // A number that the end has counted and whose row is gone is for verifying to tell.
  if (lines.length === 0) return { kind: 'none' };
  return { kind: 'batch', lines, to, waiting: end.sequence - from.sequence };
}

/** How many follow one another. */
function withoutGap(rows: readonly EventRow[]): number {
  const [first] = rows;
  const gap = rows.findIndex(({ sequence }, index) => sequence !== (first?.sequence ?? 0) + index);
  return gap === -1 ? rows.length : gap;
}

function inOrder(
  rows: readonly EventRow[],
  checkpoints: readonly SignedCheckpoint[],
  { from, mostLineBytes }: { from: LogPlace; mostLineBytes: number | null },
): { lines: SiemLine[]; to: LogPlace } {
  const lines: SiemLine[] = [];
  const waiting = [...checkpoints];
  let bytes = 0;
  let to = from;
  const isFull = () => lines.length > 0 && bytes >= MOST_BYTES;

  function add(line: SiemLine, place: LogPlace): void {
    lines.push(line);
    bytes += line.json.length;
    to = place;
  }
  function addSigned(): void {
    for (;;) {
      const [signed] = waiting;
      if (!signed || signed.count > to.sequence || isFull()) return;
      waiting.shift();
      add(checkpointLine(signed), { ...to, checkpoint: signed.number ?? to.checkpoint });
    }
  }

  addSigned();
  for (const row of rows) {
    if (isFull()) break;
    add(eventLine(row, mostLineBytes), { ...to, sequence: row.sequence, hash: row.hash });
    addSigned();
  }
  return { lines, to };
}
