import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { timeStep } from '../../crypto/totp.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { RESTORED } from '../../domain/mail/restored.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { userById } from '../../domain/people/store.ts';
import { openContents } from '../../domain/pendingChanges/contents.ts';
import { keepSentence } from '../../domain/pendingChanges/keptSentence.ts';
import { endChange } from '../../domain/pendingChanges/store.ts';
import { endTampered, isTampered } from '../../domain/pendingChanges/tampered.ts';
import { auditChange } from '../../domain/pendingChanges/tell.ts';
import { inEnglish } from '../../words.ts';
import { rfc3339 } from '../../time.ts';
import { changesThatWait, endAll, endHeld } from './epochStore.ts';
import type { Ended } from './epochStore.ts';
import type { Replayed } from './replay.ts';

export type EpochDeps = Pick<Deps, 'keys' | 'random' | 'config'>;

/** Where a log ended. */
export interface LogHead {
  sequence: number;
  hash: string;
}

export interface Beginning {
  /** When what is there now was as it is: the backup's time, or the last event's; UTC ms. */
  asOf: number;
  /** Of the log that goes on. */
  head: LogHead;
  /** Of the one that was there before; null where there was none. */
  replaced: LogHead | null;
  /** Of the export whose events were played again; null without one. */
  since: LogHead | null;
  replayed: Replayed | null;
  now: number;
}

/** A code is accepted up to one step before its time (S-04), so that one of the next step may be spent. */
const AHEAD = 1;

/**
 * A database that is what it was at an earlier time begins a new epoch, in the transaction that put it there: nothing that was under
 * way then counts, because some of it was used, ended or taken back since (S-81). Staff are told, and one event of the log binds where
 * it goes on to where it had been.
 */
export async function beginEpoch(
  tx: Tx,
  deps: EpochDeps,
  { asOf, head, replaced, since, replayed, now }: Beginning,
): Promise<Ended & { changes: number }> {
  const over = sentence('backup', 'overByRestore');
  const ended = await endAll(tx, {
    now,
    step: timeStep(now) + AHEAD,
    because: RESTORED,
    effect: keepSentence(over),
  });
  const changes = await endChanges(tx, deps, now);
  for (const { request_id: requestId, user_id: userId, system } of await endHeld(tx, deps.keys)) {
    const why = sentence('answers/systems', 'emptiedBeforeRestore', { name: system });
    const person = (await userById(tx, userId))?.name ?? userId;
    const about = { at: now, requestId, params: { person, system, why } };
    await mailStaff(tx, deps, { ...about, to: 'officers', kind: 'effect_failed' });
  }
  await appendAudit(tx, deps, {
    at: now,
    action: 'backup.restored',
    actor: null,
    target: null,
    data: { asOf: rfc3339(asOf), head, replaced, since, ended: { ...ended, changes }, replayed },
  });
  await mailStaff(tx, deps, {
    to: 'all_staff',
    kind: 'restored',
    at: now,
    params: {
      asOfAt: rfc3339(asOf),
      ...(since === null
        ? {}
        : { replayed: sentence('mail', 'replayed', { sequence: String(since.sequence) }) }),
    },
  });
  return { ...ended, changes };
}

/** What waits for a second person may have been withdrawn since: it has to be asked for again. */
async function endChanges(tx: Tx, deps: EpochDeps, now: number): Promise<number> {
  const waiting = await changesThatWait(tx);
  const over = sentence('backup', 'overByRestore');
  for (const change of waiting) {
    if (await isTampered(tx, deps.keys, change)) {
      await endTampered(tx, deps, { change, now });
      continue;
    }
    const end = { state: 'failed', by: null, problem: keepSentence(over), tampered: true, now } as const;
    if (!(await endChange(tx, deps.keys, change, end))) continue;
    const contents = openContents(deps.keys, change);
    const data = { problem: inEnglish(over) };
    await auditChange(tx, deps, { act: 'failed', change, contents, actor: null, now, data });
  }
  return waiting.length;
}
