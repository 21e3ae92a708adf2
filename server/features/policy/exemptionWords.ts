import type { Exemption, PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Reader } from '../../db/connection.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { endOf } from '../../domain/policy/exemptions.ts';

/** Who is exempt until when, as officers read it: names, and days in the organisation's time zone. */
export async function exemptionWords(
  reader: Reader,
  { exemptions }: PolicyDocument,
): Promise<(exemption: Exemption) => string> {
  const names = await namesOf(
    reader,
    exemptions.map(({ userId }) => userId),
  );
  const { timeZone } = await readSettings(reader);
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone });
  return (exemption) =>
    `${names.get(exemption.userId) ?? 'somebody unknown'} until ${day.format(endOf(exemption))}`;
}

async function namesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('users').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
