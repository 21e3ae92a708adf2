import { sentence } from '../../../contract/words/sentence.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import type { AuditPerson } from '../../domain/audit/append.ts';
import { openContents } from '../../domain/pendingChanges/contents.ts';
import { changeById, endChange, lockChange } from '../../domain/pendingChanges/store.ts';
import type { ChangeRow } from '../../domain/pendingChanges/store.ts';
import { endTampered, isTampered } from '../../domain/pendingChanges/tampered.ts';
import { auditChange, mailEnded } from '../../domain/pendingChanges/tell.ts';
import { auditPerson } from '../../domain/people/auditPerson.ts';
import { actorPerson } from '../../domain/people/people.ts';
import { rfc3339OrNull } from '../../time.ts';

/** Any administrator or officer stops a change that waits, also their own. Refuses with `not_found` and `already_decided`. */
export async function withdrawChange(
  deps: Deps,
  { id, note }: InputOf<'pendingChanges.withdraw'>,
  { actor, now }: { actor: Actor; now: number },
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const change = await lockChange(tx, deps.db, id);
    if (!change) throw noSuchChange();
    const by = actorPerson(actor);
    if (!(await withdraw(tx, deps, { change, by, note: note ?? null, now })))
      throw await alreadyDecided(tx, id);
  });
}

/** False where it had been decided. `by` is null for the link in a mail. What was tampered with is over as that. */
export async function withdraw(
  tx: Tx,
  deps: Deps,
  { change, by, note, now }: { change: ChangeRow; by: AuditPerson | null; note: string | null; now: number },
): Promise<boolean> {
  if (await isTampered(tx, deps.keys, change)) {
    await endTampered(tx, deps, { change, now });
    return true;
  }
  const end = { state: 'withdrawn', by: by?.id ?? null, note, now } as const;
  if (!(await endChange(tx, deps.keys, change, end))) return false;
  const contents = openContents(deps.keys, change);
  const data = by === null ? { via: 'mail' } : note === null ? {} : { note };
  await auditChange(tx, deps, { act: 'withdrawn', change, contents, actor: by, now, data });
  const outcome =
    by === null
      ? sentence('answers/settings', 'withdrawnByLink')
      : sentence('answers/settings', 'withdrawnBy', { name: by.name });
  await mailEnded(tx, deps, { change, contents, outcome, now });
  return true;
}

export function noSuchChange(): Refusal {
  return refuse('not_found', { detail: sentence('answers/settings', 'noSuchChange') });
}

/** With how it was decided, who did and when. */
export async function alreadyDecided(reader: Reader, id: string): Promise<Refusal> {
  const change = await changeById(reader, id);
  if (!change) return noSuchChange();
  const by = change.decided_by === null ? null : await auditPerson(reader, change.decided_by);
  return refuse('already_decided', {
    detail: by
      ? sentence('answers/settings', 'changeOverBy', { state: change.state, name: by.name })
      : sentence('answers/settings', 'changeOver', { state: change.state }),
    extra: { state: change.state, decidedBy: by, decidedAt: rfc3339OrNull(change.decided_at) },
  });
}
