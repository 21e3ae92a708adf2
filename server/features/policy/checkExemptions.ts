import type { Exemption, PolicyDocument } from '../../../contract/operations/policy.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
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
): Promise<Sentence | null> {
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
  const shown: Sentence[] = sentences.slice(0, SENTENCES_AT_ONCE);
  return shown.length === 0
    ? null
    : shown.reduce((first, next) => sentence('answers/policy', 'inARow', { first, next }));
}

function repeated(exemptions: readonly Exemption[], people: People): Sentence[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { userId } of exemptions) (seen.has(userId) ? again : seen).add(userId);
  return [...again].map((id) => {
    const name = people.get(id)?.name;
    return name === undefined
      ? sentence('answers/policy', 'somebodyExemptTwice')
      : sentence('answers/policy', 'exemptTwice', { name });
  });
}

function wrongPeople({ userId, ownerId }: Exemption, people: People): Sentence[] {
  const person = people.get(userId);
  const owner = people.get(ownerId);
  if (!person) return [sentence('answers/policy', 'exemptUnknown')];
  const { name } = person;
  if (person.staff) return [sentence('answers/policy', 'exemptStaff', { name })];
  if (!person.active) return [sentence('answers/policy', 'exemptSuspended', { name })];
  if (person.external) return [sentence('answers/policy', 'exemptSso', { name })];
  if (!owner) return [sentence('answers/policy', 'ownerUnknown', { name })];
  if (!owner.active || !owner.staff)
    return [sentence('answers/policy', 'ownerNotStaff', { owner: owner.name, name })];
  return [];
}

function wrongEnd(exemption: Exemption, people: People, now: number): Sentence[] {
  const end = endOf(exemption);
  const name = people.get(exemption.userId)?.name ?? sentence('answers/policy', 'ofSomebodyUnknown');
  if (end <= now) return [sentence('answers/policy', 'exemptionOver', { name })];
  if (end > now + LONGEST_DAYS * DAY) return [sentence('answers/policy', 'exemptionTooLong', { name })];
  return [];
}

async function peopleOf(reader: Reader, ids: readonly string[]): Promise<People> {
  const rows = await peopleNamed(reader, ids);
  return new Map(
    rows.map(({ id, name, status, is_staff, external }) => [
      id,
      { name, active: status === 'active', staff: is_staff === 1, external: external === 1 },
    ]),
  );
}
