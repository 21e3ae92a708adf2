import { randomUUID } from 'node:crypto';
import type { Deps } from '../../../context.ts';
import type { AuditAction } from '../../../../contract/auditActions.ts';
import type { Tx } from '../../../db/connection.ts';
import { leaveLease, takeLease } from '../../../db/lease.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { beginSiem, moveSiem, noteFailing, siemRow } from '../../../domain/audit/siemStore.ts';
import type { LogPlace, SiemRow } from '../../../domain/audit/siemStore.ts';
import { CHAIN_START } from '../../../crypto/canonicalJson.ts';
import { HOUR, MINUTE, rfc3339 } from '../../../time.ts';
import { lastTrueCheckpoint } from '../store.ts';
import { reasonOf, TooLarge } from './destination.ts';
import type { SiemDestination } from './destination.ts';
import { nextBatch } from './nextBatch.ts';
import type { Next } from './nextBatch.ts';

export type ForwardDeps = Pick<Deps, 'db' | 'keys' | 'random' | 'log' | 'now'>;

export interface Forwarder {
  /** For a worker: sends what there is, as far as the destination takes it. */
  forward(): Promise<void>;
  /** What is being sent is given up, and comes again from whichever server is next. */
  giveUp(): Promise<void>;
}

const MOST_EVENTS = 200;
/** Then others have their turn; the next round goes on. */
const MOST_BATCHES = 50;
/** Longer than a send may take: whoever dies with it is followed then. */
const LEASE_MS = MINUTE;
const LONGEST_PAUSE = MINUTE;
/** Longer nobody waits for events once the database is back. */
const DATABASE_PAUSE = 5_000;
/** An outage that is worth an event of its own. */
const LONG_OUTAGE = 15 * MINUTE;

/**
 * Pushes the log to one destination: in order, at least once, from where it had got to, which is kept in the database and moved only
 * after a batch was taken. One server at a time does it. A destination that takes nothing is asked again after a while, and
 * holds up nobody: what it lacks waits in the log.
 */
export function createForwarder(deps: ForwardDeps, destination: SiemDestination): Forwarder {
  const { db, log, now } = deps;
  const { name, address } = destination;
  const holder = randomUUID();
  const leaseName = `siem ${name}`;
  const ending = new AbortController();
  let failures = 0;
  let retryAt = 0;
  let most = MOST_EVENTS;
  let toldAt = -Infinity;

  function pause(longest = LONGEST_PAUSE): void {
    failures += 1;
    retryAt = now() + Math.min(longest, 1000 * 2 ** Math.min(failures - 1, 10));
  }

  /** Whether there may be more. */
  async function step(): Promise<boolean> {
    const row = await siemRow(db.kysely, name);
    if (!row) {
      await beginSiem(db.kysely, name);
      return true;
    }
    const from = placeOf(row);
    const next = await nextBatch(db, from, { most, mostLineBytes: destination.mostLineBytes });
    if (next.kind === 'none') return false;
    const lease = { name: leaseName, holder, now: now(), forMs: LEASE_MS };
    if (!(await takeLease(db.kysely, lease))) return false;
    if (next.kind === 'batch') return send(row, next);
    await (next.kind === 'gap' ? skip(from, next) : rewind(from));
    return true;
  }

  async function send(row: SiemRow, { lines, to, waiting }: Next & { kind: 'batch' }): Promise<boolean> {
    const from = placeOf(row);
    try {
      await destination.send(lines, { now: now(), signal: ending.signal });
    } catch (error) {
      if (ending.signal.aborted) return false;
      if (error instanceof TooLarge && lines.length > 1) {
        most = Math.max(1, Math.floor(most / 2));
        return true;
      }
      const failure = reasonOf(error);
      pause();
      tell(failure);
      await noteFailing(db.kysely, { name, from, now: now(), failure, again: destination.isUnacknowledged });
      return false;
    }
    const at = now();
    await db.transaction(async (tx) => {
      if (!(await moveSiem(tx, name, { from, to, taken: { at } }))) return;
      const since = row.failing_since;
      if (since === null || at - since < LONG_OUTAGE) return;
      await append(tx, 'audit.forwarding_resumed', { since: rfc3339(since), waiting });
    });
    if (failures > 0) log.info({ destination: address }, 'the SIEM takes events again');
    failures = 0;
    toldAt = -Infinity;
    most = Math.min(MOST_EVENTS, most + 10);
    return true;
  }

  /** At the first, and then each hour. */
  function tell(failure: string): void {
    if (now() - toldAt < HOUR) return;
    toldAt = now();
    log.warn({ destination: address, failure }, 'the SIEM takes no events; they wait in the audit log');
  }

  function append(tx: Tx, action: AuditAction, data: Record<string, unknown>): Promise<void> {
    const event = { at: now(), action, actor: null, target: null };
    return appendAudit(tx, deps, { ...event, data: { destination: name, ...data } });
  }

  async function skip(from: LogPlace, { first, last, to }: Next & { kind: 'gap' }): Promise<void> {
    await db.transaction(async (tx) => {
      if (!(await moveSiem(tx, name, { from, to, taken: null }))) return;
      await append(tx, 'audit.forwarding_gap', { first, last });
    });
    log.error({ destination: address, first, last }, 'events are missing in the audit log');
  }

  /** SECURITY: from the newest end that a checkpoint signed, and not from the end: else nobody would see what was written instead. */
  async function rewind(from: LogPlace): Promise<void> {
    await db.transaction(async (tx) => {
      const signed = await lastTrueCheckpoint(tx, from.sequence);
      const to = signed ?? { sequence: 0, hash: CHAIN_START, checkpoint: 0 };
      if (!(await moveSiem(tx, name, { from, to, taken: null }))) return;
      await append(tx, 'audit.forwarding_rewound', { sent: from.sequence, next: to.sequence + 1 });
    });
    log.error({ destination: address }, 'the audit log is not the one that was sent');
  }

  return {
    async forward() {
      // One that lies too far ahead was made by a clock that was wrong (S-92).
      const left = retryAt - now();
      if (left > 0 && left <= LONGEST_PAUSE) return;
      try {
        for (let batch = 0; batch < MOST_BATCHES && !ending.signal.aborted; batch += 1)
          if (!(await step())) return;
      } catch (error) {
        // Of the database: what was sent already isn't sent again each second.
        pause(DATABASE_PAUSE);
        throw error;
      }
    },
    async giveUp() {
      ending.abort();
      await leaveLease(db.kysely, { name: leaseName, holder });
    },
  };
}

const placeOf = ({ sequence, hash, checkpoint }: SiemRow): LogPlace => ({ sequence, hash, checkpoint });
