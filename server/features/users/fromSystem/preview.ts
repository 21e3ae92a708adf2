import type { OutputOf } from '../../../../contract/operations.ts';
import type { ReadPerson } from '../../../../contract/operations/peopleReadingSchemas.ts';
import type { ReadAs } from '../../../../contract/systems.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps, Reading } from '../../../context.ts';
import { peopleById } from '../../../domain/people/store.ts';
import { failureSentence } from '../../../domain/systems/readFactors.ts';
import { systemById } from '../../../domain/systems/store.ts';
import type { StoredSystem } from '../../../domain/systems/store.ts';
import { refuse } from '../../../refusal.ts';
import type { Candidate } from '../import/checkRow.ts';
import { fieldWords } from '../import/updates.ts';
import { readEverybody } from './everybody.ts';
import type { Everybody } from './everybody.ts';
import { compareSeen } from './gone.ts';
import { judgeReading } from './judge.ts';
import { MOST_TOLD, outcomeOf } from './outcome.ts';
import type { ReadingParts } from './reading.ts';
import { leave } from './told.ts';
import type { LeftOut } from './told.ts';

/** How long staff wait; of a larger system it is told what came until then. */
const LONGEST_MS = 20_000;

/** What a reading would do now: the same judgement, and nothing is changed. */
export async function previewPeople(
  deps: Deps,
  { heldIn }: Pick<ReadingParts, 'heldIn'>,
  id: string,
  { now, voice: { write } }: Reading,
): Promise<OutputOf<'settings.systems.previewPeople'>> {
  const { db } = deps;
  const system = await systemById(db.kysely, id);
  if (!system) throw refuse('not_found', { detail: sentence('answers/systems', 'noSuchSystem') });
  const { people, isWhole } = await everybodyIn(deps, system, now);
  const judged = await judgeReading(deps, { systemId: id, people, now });
  const held = await heldIn(db.kysely, id);
  const { left } = isWhole ? compareSeen(judged.known.seen.values(), people, held) : { left: [] };
  const { added, changed, leftOut } = judged;
  const counts = { added: added.length, changed: changed.length, gone: left.length, suspended: 0 };
  const some = <T>(all: readonly T[]) => all.slice(0, MOST_TOLD);
  const told = (what: ReadAs, { line: _line, says, ...one }: LeftOut): ReadPerson => ({
    ...one,
    what,
    says: says.map(write).join(' '),
  });
  const at = (line: number, userId: string | null, says: readonly Sentence[]): LeftOut[] => {
    const person = people[line - 1];
    return person ? [{ ...leave({ line, person, user: null }, says), userId }] : [];
  };
  const gone = await peopleById(
    db.kysely,
    some(left).map(({ user_id }) => user_id),
  );
  return {
    isWhole,
    counts: outcomeOf(judged, counts, leftOut).counts,
    people: [
      ...some(leftOut).map((one) => told('left_out', one)),
      ...gone.map(({ id: userId, username, name }) =>
        told('gone', { line: 0, account: username, name, userId, says: [] }),
      ),
      ...some(changed).flatMap(({ line, userId, changes }) =>
        at(line, userId, fieldWords(changes)).map((one) => told('changed', one)),
      ),
      ...some(added).flatMap((candidate) =>
        at(candidate.line, null, newWords(candidate)).map((one) => told('added', one)),
      ),
    ],
  };
}

/** What is kept of somebody new, field by field. */
const newWords = (candidate: Candidate): Sentence[] =>
  fieldWords(
    (['email', 'department', 'phone', 'mobile', 'manager'] as const).flatMap((field) => {
      const to = candidate[field];
      return to === null ? [] : [{ field, from: null, to }];
    }),
  );

async function everybodyIn({ systems }: Deps, system: StoredSystem, now: number): Promise<Everybody> {
  const { name } = system;
  const { readPeople } = systems.kindOf(system.kind);
  if (!readPeople)
    throw refuse('not_found', { detail: sentence('answers/systems', 'listsNobody', { name }) });
  try {
    const access = systems.accessTo(system, { now, signal: AbortSignal.timeout(LONGEST_MS) });
    return await readEverybody(readPeople, access, { mayEnd: true });
  } catch (error) {
    throw refuse('system_failed', { detail: failureSentence(error, system) });
  }
}
