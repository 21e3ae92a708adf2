import type { Exemption, PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Reader } from '../../db/connection.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { endOf } from '../../domain/policy/exemptions.ts';
import { peopleNamed } from './store.ts';

/** Who is exempt until when, as officers read it: names, and days in the organisation's time zone. */
export async function exemptionWords(
  reader: Reader,
  { exemptions }: PolicyDocument,
): Promise<(exemption: Exemption) => string> {
  const people = await peopleNamed(
    reader,
    exemptions.map(({ userId }) => userId),
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const { timeZone } = await readSettings(reader);
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone });
  return (exemption) =>
    `${names.get(exemption.userId) ?? 'somebody unknown'} until ${day.format(endOf(exemption))}`;
}
