import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { PendingChange } from '../../../contract/schemas.ts';
import type { Deps, Reading } from '../../context.ts';
import type { Reader } from '../../db/connection.ts';
import { personOf } from '../people/people.ts';
import { peopleById } from '../people/store.ts';
import type { ActorRef } from '../secondPerson/moment.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import { readableContents } from './contents.ts';
import { keptSentence } from './keptSentence.ts';
import { isAsWritten } from './mac.ts';
import { refusalToAgree } from './secondPeople.ts';
import type { ChangeRow } from './store.ts';
import { TAMPERED } from './tampered.ts';

/** Changes as this person sees them. */
export async function changesAs(
  reader: Reader,
  { keys }: Pick<Deps, 'keys'>,
  rows: readonly ChangeRow[],
  { actor, now, voice }: Reading & { actor: Pick<ActorRef, 'userId' | 'sessionId'> },
): Promise<PendingChange[]> {
  const ids = rows.flatMap(({ made_by, decided_by }) => [made_by, decided_by ?? made_by]);
  const people = new Map((await peopleById(reader, ids)).map((user) => [user.id, personOf(user)]));
  const refusals = new Map<string, Sentence | null>();
  for (const { state, made_by: makerId } of rows)
    if (state === 'waiting' && !refusals.has(makerId))
      refusals.set(makerId, await refusalToAgree(reader, actor, { makerId, now }));

  return rows.map((row) => {
    const { id, kind, state, made_by: makerId, decided_by: decidedBy } = row;
    const whoMay = isAsWritten(keys, row) ? (refusals.get(makerId) ?? null) : TAMPERED;
    const refusal = state === 'waiting' ? whoMay : sentence('answers/settings', 'decidedAlready');
    const { summary, concerns } = readableContents(keys, row);
    return {
      id,
      kind,
      summary: voice.write(summary),
      concerns: concerns ? { userId: null, importId: null, ...concerns } : null,
      requestedBy: people.get(makerId) ?? { id: makerId, username: '', name: '' },
      takesEffectAt: rfc3339OrNull(row.takes_effect_at),
      requestedAt: rfc3339(row.made_at),
      endsAt: rfc3339(row.ends_at),
      state,
      decidedBy: decidedBy === null ? null : (people.get(decidedBy) ?? null),
      decidedAt: rfc3339OrNull(row.decided_at),
      note: row.note,
      problem: row.problem && voice.write(keptSentence(row.problem)),
      mayApprove: { allowed: refusal === null, refusal: refusal && voice.write(refusal) },
    };
  });
}
