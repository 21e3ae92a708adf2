import type { InputOf, OutputOf } from '../../../../contract/operations.ts';
import { csvText } from '../../../csv.ts';
import type { Reader } from '../../../db/connection.ts';
import { encodeCursor } from '../../../db/page.ts';
import { readEnd } from '../../../domain/audit/store.ts';
import { rfc3339 } from '../../../time.ts';
import { keysOf } from './pageKeys.ts';
import { approvalsThatCounted, checksFor, countResets, pageOfResets, resetsAtServer } from './reportStore.ts';
import type { ChosenResets, ReportFilters } from './reportStore.ts';

type Answer = OutputOf<'audit.resets'>;
type ResetDone = Answer['items'][number];

const PAGE = 50;
const ROWS_AT_ONCE = 500;
const MOST_AT_SERVER = 100;

/** One page of the resets that were done, newest first, and where the log ends. */
export async function resetsDone(
  reader: Reader,
  { cursor, limit = PAGE, ...filters }: InputOf<'audit.resets'>,
): Promise<Answer> {
  const chosen = chosenBy(filters);
  const keys = cursor === undefined ? null : keysOf(cursor);
  const { items, next } = await read(reader, chosen, { keys, limit });
  const atServer = await resetsAtServer(reader, chosen, { limit: MOST_AT_SERVER });
  const { sequence, hash } = await readEnd(reader);
  return {
    items,
    nextCursor: next && encodeCursor(next),
    total: await countResets(reader, chosen),
    ...(atServer.length > 0 && {
      atServer: atServer.map(({ at, id, username, name, department }) => ({
        resetAt: rfc3339(at),
        user: { id, username, name },
        department,
      })),
    }),
    log: { events: sequence, hash },
  };
}

const COLUMNS: Record<string, (row: ResetDone) => string> = {
  reset_at: (row) => row.resetAt,
  username: (row) => row.user.username,
  name: (row) => row.user.name,
  department: (row) => row.department ?? '',
  tier: (row) => row.tier,
  reason: (row) => row.reason ?? '',
  source: (row) => row.source,
  asked_at: (row) => row.openedAt,
  asked_by: (row) => personCell(row.openedBy ?? row.user),
  evidence: (row) =>
    row.checks
      .map(({ kind, at, by }) => `${kind} ${at}${by === null ? '' : ` ${personCell(by)}`}`)
      .join(' | '),
  approved_by: (row) => row.approvals.map(({ by, at }) => `${personCell(by)} ${at}`).join(' | '),
  request_id: (row) => row.requestId,
};

const personCell = ({ username, name }: { username: string; name: string }) => `${name} (${username})`;

/** The same as CSV (RFC 4180), page by page; those at the server last. */
export async function* exportResets(reader: Reader, filters: ReportFilters): AsyncGenerator<string> {
  const chosen = chosenBy(filters);
  yield csvText([Object.keys(COLUMNS)]);
  let keys: readonly (string | number)[] | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof read>> = await read(reader, chosen, { keys, limit: ROWS_AT_ONCE });
    if (page.items.length > 0)
      yield csvText(page.items.map((row) => Object.values(COLUMNS).map((cell) => cell(row))));
    if (page.next === null) break;
    keys = page.next;
  }
  for (let before: number | undefined; ;) {
    const atServer: Awaited<ReturnType<typeof resetsAtServer>> = await resetsAtServer(reader, chosen, {
      ...(before === undefined ? {} : { before }),
      limit: ROWS_AT_ONCE,
    });
    before = atServer.at(-1)?.sequence;
    if (before === undefined) return;
    yield csvText(
      atServer.map(({ at, username, name, department }) => {
        const cells: Partial<Record<keyof typeof COLUMNS, string>> = {
          reset_at: rfc3339(at),
          username,
          name,
          department: department ?? '',
          source: 'server',
          asked_by: 'gatehouse recover',
        };
        return Object.keys(COLUMNS).map((column) => cells[column] ?? '');
      }),
    );
  }
}

async function read(
  reader: Reader,
  chosen: ChosenResets,
  { keys, limit }: { keys: readonly (string | number)[] | null; limit: number },
): Promise<{ items: ResetDone[]; next: (string | number)[] | null }> {
  const found = await pageOfResets(reader, chosen, { keys, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const ids = rows.map(({ id }) => id);
  const checks = ids.length === 0 ? [] : await checksFor(reader, ids);
  const approvals = ids.length === 0 ? [] : await approvalsThatCounted(reader, ids);
  const items = rows.map((row): ResetDone => ({
    requestId: row.id,
    resetAt: rfc3339(endOf(row)),
    user: { id: row.user_id, username: row.username, name: row.name },
    department: row.department,
    tier: row.tier,
    source: row.source,
    reason: row.reason as ResetDone['reason'],
    openedAt: rfc3339(row.opened_at),
    openedBy:
      row.opened_by === row.user_id ? null : personOf(row.opened_by, row.opener_username, row.opener_name),
    checks: thatCount(checks.filter(({ request_id: id }) => id === row.id)).map(
      ({ kind, at, by_id: id, username, name }) => ({
        kind,
        at: rfc3339(at),
        by: personOf(id, username, name),
      }),
    ),
    approvals: approvals
      .filter(({ request_id: id }) => id === row.id)
      .map(({ at, by_id: id, username, name }) => ({ by: { id, username, name }, at: rfc3339(at) })),
  }));
  const last = rows.at(-1);
  return { items, next: found.length > limit && last ? [endOf(last), last.id] : null };
}

/** Of each kind the latest outcome counts, where it is a pass. */
const thatCount = <Check extends { kind: string; outcome: string }>(checks: readonly Check[]): Check[] =>
  checks.filter(
    ({ kind, outcome }, index) =>
      outcome === 'pass' && !checks.slice(index + 1).some((later) => later.kind === kind),
  );

/** Whatever was completed has ended. */
const endOf = ({ ended_at: at, opened_at: opened }: { ended_at: number | null; opened_at: number }) =>
  at ?? opened;

const personOf = (id: string | null, username: string | null, name: string | null) =>
  id === null || username === null || name === null ? null : { id, username, name };

function chosenBy({ from, to, ...filters }: ReportFilters): ChosenResets {
  return {
    ...filters,
    ...(from === undefined ? {} : { from: Date.parse(from) }),
    ...(to === undefined ? {} : { to: Date.parse(to) }),
  };
}
