import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Reader } from '../../../db/connection.ts';
import { departmentNames } from '../../../domain/people/departmentStore.ts';
import { emailKey } from '../../../domain/people/rules/keys.ts';
import type { User } from '../../../domain/people/people.ts';
import { sensitivePeople } from '../../../domain/policy/sensitive.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import type { SystemPerson } from '../../../domain/systems/kind.ts';
import { inTurns } from '../../../inTurns.ts';
import type { Candidate } from '../import/checkRow.ts';
import { changesOf, fieldWords } from '../import/updates.ts';
import type { PersonUpdate } from '../import/updates.ts';
import { whoIsThere } from '../rules/whoIsThere.ts';
import { knownPeople, namedTwice, readAround } from './around.ts';
import type { KnownPeople } from './around.ts';
import { managersThere } from './managers.ts';
import { saidOf } from './said.ts';
import { candidateOf, leave } from './told.ts';
import type { LeftOut, Told } from './told.ts';

/** What a reading would do. */
export interface Judgement {
  people: readonly SystemPerson[];
  known: KnownPeople;
  added: Candidate[];
  changed: PersonUpdate[];
  unchanged: number;
  leftOut: LeftOut[];
  /** Whose account is whose that isn't kept yet: ids here by ids there. */
  bound: Map<string, string>;
  /** Ids of managers who are here, by username. */
  managers: ReadonlyMap<string, string>;
}

const AT_ONCE = { most: 200, least: 50, first: 50 };

/**
 * Judges who was read as an import judges a file: who is new, and what changes of whom, field by field. Changes nothing.
 * SECURITY: staff and sensitive people are told of, and never changed; nor is whoever can't be told apart.
 *
 * @param input.now UTC ms
 */
export async function judgeReading(
  { db, keys }: Pick<Deps, 'db' | 'keys'>,
  { systemId, people, now }: { systemId: string; people: readonly SystemPerson[]; now: number },
): Promise<Judgement> {
  const known = await knownPeople(db.kysely, keys, systemId);
  const { told, leftOut } = await tellApart(db.kysely, known, people);
  const managers = await managersThere(db.kysely, told);
  const users = told.flatMap(({ user }) => user ?? []);
  const sensitive = await sensitivePeople(db.kysely, keys, users, now);
  const judged: Judgement = {
    people,
    known,
    added: [],
    changed: [],
    unchanged: 0,
    leftOut,
    bound: new Map(),
    managers: managers.ids,
  };
  for (const one of told) {
    const { line, person, user } = one;
    const manager = managers.of(one);
    const notes = [...one.bad, ...(manager.problem ? [manager.problem] : [])];
    if (!user) {
      judged.added.push(candidateOf(one, manager.username));
      if (notes.length > 0) leftOut.push(leave(one, notes));
      continue;
    }
    if (!known.seen.has(person.externalId)) judged.bound.set(person.externalId, user.id);
    const all = changesOf({ ...one.said, manager: manager.username }, user);
    const changes = all.filter(({ field }) => field !== 'email' || !one.isOthers);
    if (changes.length < all.length)
      notes.push(sentence('answers/systems', 'readAddressTaken', { email: one.said.email ?? '' }));
    const not = changes.length === 0 ? null : whyNotChanged(user, sensitive.has(user.id));
    const says = not ? [not, ...fieldWords(changes)] : notes;
    if (says.length > 0) leftOut.push(leave(one, says));
    if (not) continue;
    if (changes.length > 0) judged.changed.push({ line, userId: user.id, changes });
    else judged.unchanged += 1;
  }
  leftOut.sort((a, b) => a.line - b.line);
  return judged;
}

/** Who they are here; what nobody can tell is left out. */
async function tellApart(
  reader: Reader,
  known: KnownPeople,
  people: readonly SystemPerson[],
): Promise<{ told: Told[]; leftOut: LeftOut[] }> {
  const { country } = await readSettings(reader);
  const among = namedTwice(people);
  const leftOut: LeftOut[] = [];
  const told: Told[] = [];
  // Who is closed there and was never open isn't here by it; who was is gone.
  const open = people.flatMap((person, index) => (person.enabled ? [{ line: index + 1, person }] : []));
  for await (const some of inTurns(open, AT_ONCE)) {
    const around = await readAround(reader, known, { people: some.map(({ person }) => person), among });
    for (const { line, person } of some) {
      const near = around(person);
      const who = whoIsThere(near);
      const user = 'user' in who ? who.user : null;
      const { said, bad, lacks } = saidOf(person, country);
      const not = 'not' in who ? [who.not] : user ? [] : lacks;
      if (not.length > 0) {
        leftOut.push(leave({ line, person, user: null }, not));
        continue;
      }
      const isShared = person.email !== null && among.emails.has(emailKey(person.email));
      const isOthers = isShared || near.addressed.some(({ id }) => id !== user?.id);
      told.push({ line, person, user, said, bad, isOthers });
    }
  }
  const departments = told.flatMap(({ said }) => said.department ?? []);
  const names = await departmentNames(reader, [...new Set(departments)]);
  // As they are written here: who writes one otherwise there moves nobody.
  for (const { said } of told) said.department &&= names.get(said.department) ?? said.department;
  return { told, leftOut };
}

/** Why a reading leaves somebody as they are; null where it doesn't. */
export function whyNotChanged(
  { is_staff, status }: Pick<User, 'is_staff' | 'status'>,
  isSensitive: boolean,
): Sentence | null {
  if (is_staff === 1) return sentence('answers/systems', 'readStaff');
  if (isSensitive) return sentence('answers/systems', 'readSensitive');
  return status === 'active' ? null : sentence('answers/systems', 'readSuspended');
}
