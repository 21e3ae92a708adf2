import type { Exemption, PolicyDocument } from '../../../contract/operations/policy.ts';
import { DAY } from '../../time.ts';
import type { Reader } from '../../db/connection.ts';
import { changedExemptions, endOf } from '../../domain/policy/exemptions.ts';
import { peopleNamed } from './store.ts';

const LONGEST_DAYS = 366;
/** More at once are a wall of text; the rest comes when these are put right. */
const SENTENCES_AT_ONCE = 3;

type People = Map<string, { name: string; active: boolean; staff: boolean; external: boolean }>;

/**
 * What is wrong with exemptions that a change adds or alters, in sentences; null where nothing is. Those that stay as they
 * were are not asked about: the person may have become staff meanwhile, the owner may have left, the end may have passed.
 *
 * @param now UTC ms
 */
export async function exemptionProblems(
  reader: Reader,
  { before, after, now }: { before: PolicyDocument; after: PolicyDocument; now: number },
): Promise<string | null> {
  const changed = changedExemptions(before, after);
  const twice = new Set(after.exemptions.map(({ userId }) => userId)).size < after.exemptions.length;
  if (changed.length === 0 && !twice) return null;
  const people = await peopleOf(
    reader,
    after.exemptions.flatMap(({ userId, ownerId }) => [userId, ownerId]),
  );
  const sentences = [
    ...repeated(after.exemptions, people),
    ...changed.flatMap(({ exemption, was }) => [
      ...wrongPeople(exemption, people),
      ...(was?.endsAt === exemption.endsAt ? [] : wrongEnd(exemption, people, now)),
    ]),
  ];
  return sentences.length === 0 ? null : sentences.slice(0, SENTENCES_AT_ONCE).join(' ');
}

function repeated(exemptions: readonly Exemption[], people: People): string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { userId } of exemptions) (seen.has(userId) ? again : seen).add(userId);
  return [...again].map((id) => `${nameIn(people, id)} is exempt twice. Keep one of the two.`);
}

function wrongPeople({ userId, ownerId }: Exemption, people: People): string[] {
  const person = people.get(userId);
  const owner = people.get(ownerId);
  if (!person) return ['Somebody who is to be exempt is not known here. Take them out.'];
  if (person.staff) return [`${person.name} is staff, and staff always need MFA. Take them out.`];
  if (!person.active)
    return [`${person.name} is suspended, so nothing is asked of them. Exempt them once they are back.`];
  if (person.external)
    return [
      `${person.name} signs in by SSO only, so nothing is asked of them here, exempt or not. Take them out.`,
    ];
  if (!owner?.active || !owner.staff)
    return [
      `${owner?.name ?? 'Whoever answers'} is not active staff and can’t answer for the exemption of ${person.name}. Choose somebody who is.`,
    ];
  return [];
}

function wrongEnd(exemption: Exemption, people: People, now: number): string[] {
  const end = endOf(exemption);
  const name = nameIn(people, exemption.userId);
  if (end <= now) return [`The exemption of ${name} is over already. Choose a later day, or take it out.`];
  if (end > now + LONGEST_DAYS * DAY)
    return [`The exemption of ${name} lasts longer than a year. Choose an earlier day: it can be renewed.`];
  return [];
}

const nameIn = (people: People, id: string) => people.get(id)?.name ?? 'somebody unknown';

async function peopleOf(reader: Reader, ids: readonly string[]): Promise<People> {
  const rows = await peopleNamed(reader, ids);
  return new Map(
    rows.map(({ id, name, status, is_staff, external }) => [
      id,
      { name, active: status === 'active', staff: is_staff === 1, external: external === 1 },
    ]),
  );
}
