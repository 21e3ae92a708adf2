import type { Voice } from '../../../contract/words/write.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import { csvText } from '../../csv.ts';
import type { Reader } from '../../db/connection.ts';
import type { Outcome } from '../../domain/jobs/kind.ts';
import { peopleById } from '../../domain/people/store.ts';
import type { JobPerson } from './make.ts';
import { slicesFrom } from './store.ts';

const AT_ONCE = 10;

/** For whom it was done and for whom not, a row each, in constant memory. */
export async function* resultOf(reader: Reader, jobId: string, { write }: Voice): AsyncGenerator<string> {
  yield csvText([['username', 'name', 'outcome', 'reason']]);
  for (let from = 0; ; from += AT_ONCE) {
    const slices = await slicesFrom(reader, jobId, from, AT_ONCE);
    if (slices.length === 0) return;
    const people = slices.flatMap((slice) => {
      const outcomes = slice.outcomes === null ? null : (JSON.parse(slice.outcomes) as Outcome[]);
      return (JSON.parse(slice.people) as JobPerson[]).map(({ id }, index) => ({
        id,
        outcome: outcomes?.[index] ?? null,
      }));
    });
    const known = await peopleById(
      reader,
      people.map(({ id }) => id),
    );
    const byId = new Map(known.map((person) => [person.id, person]));
    yield csvText(
      people.map(({ id, outcome }) => {
        const person = byId.get(id);
        return [person?.username ?? id, person?.name ?? '', ...wordsOf(outcome)];
      }),
    );
  }

  function wordsOf(outcome: Outcome | null): [string, string] {
    if (outcome === null) return ['not_reached', write(sentence('answers/jobs', 'notReached'))];
    return 'why' in outcome ? ['not_done', write(outcome.why)] : ['done', ''];
  }
}
