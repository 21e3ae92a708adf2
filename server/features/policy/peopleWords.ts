import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Reader } from '../../db/connection.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { peopleNamed } from './store.ts';
import type { PeopleWords } from './weakening.ts';

/** People of both versions as officers read of them: by name, and days in the organisation's time zone. */
export async function peopleWords(
  reader: Reader,
  before: PolicyDocument,
  after: PolicyDocument,
): Promise<PeopleWords> {
  const people = await peopleNamed(reader, [
    ...before.sensitive.people,
    ...after.exemptions.map(({ userId }) => userId),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const { timeZone } = await readSettings(reader);
  return {
    person: (id) => names.get(id) ?? sentence('answers/policy', 'somebodyUnknown'),
    timeZone,
  };
}
