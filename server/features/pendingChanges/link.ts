import { sentence } from '../../../contract/words/sentence.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Deps, Reading } from '../../context.ts';
import { refuse } from '../../refusal.ts';
import { noteFactor } from '../../domain/audit/origin.ts';
import { readableContents } from '../../domain/pendingChanges/contents.ts';
import { lockChange, waitingByLink } from '../../domain/pendingChanges/store.ts';
import { auditPerson } from '../../domain/people/auditPerson.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import { withdraw } from './withdraw.ts';

/** What the page behind the link shows. Changes nothing: mail scanners follow links (S-33). Refuses with `invalid_token`. */
export async function lookAtLink(
  { db, keys }: Deps,
  token: string,
  { now, voice }: Reading,
): Promise<OutputOf<'pendingChanges.lookAtLink'>> {
  const change = await waitingByLink(db.kysely, token, now);
  if (!change) throw spent();
  const { name } = await auditPerson(db.kysely, change.made_by);
  return {
    summary: voice.write(readableContents(keys, change).summary),
    requestedBy: { name },
    requestedAt: rfc3339(change.made_at),
    takesEffectAt: rfc3339OrNull(change.takes_effect_at),
    endsAt: rfc3339(change.ends_at),
  };
}

/** The page's button. Refuses with `invalid_token`. */
export async function withdrawByLink(deps: Deps, token: string, now: number): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const seen = await waitingByLink(tx, token, now);
    const change = seen && (await lockChange(tx, deps.db, seen.id));
    if (change) noteFactor('mailed_link');
    if (!change || !(await withdraw(tx, deps, { change, by: null, note: null, now }))) throw spent();
  });
}

function spent() {
  return refuse('invalid_token', {
    detail: sentence('answers/settings', 'nothingToWithdraw'),
  });
}
