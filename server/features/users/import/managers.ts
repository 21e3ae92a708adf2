import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Reader } from '../../../db/connection.ts';
import { searchKey } from '../../../db/dialects.ts';
import { peopleCalled } from '../../../domain/people/importStore.ts';
import { emailKey, usernameKey } from '../../../domain/people/rules/keys.ts';
import { inTurns } from '../../../inTurns.ts';
import type { Candidate } from './checkRow.ts';
import { existingUsers } from './existingUsers.ts';

export interface Managers {
  /** Ids by username, of everybody in the file who is there already and of managers. */
  existing: Map<string, string>;
  /** The username of whom a file's text means, or what is wrong with it. */
  of(candidate: Candidate): { username: string } | { problem: Sentence };
}

const AT_ONCE = 1_000;

/** Files write the last name first where they are ordered by it. */
function nameKeys(text: string): string[] {
  const [last, first, ...more] = text.split(',');
  const turned = first !== undefined && more.length === 0 ? [searchKey(`${first} ${last}`)] : [];
  return [searchKey(text), ...turned];
}

/**
 * Whom the managers of a file mean: by username, else by e-mail address, else by name, among those in the file and those who are
 * there. A name that several have is nobody's.
 */
export async function findManagers(reader: Reader, candidates: readonly Candidate[]): Promise<Managers> {
  const texts = [...new Set(candidates.flatMap(({ manager }) => manager ?? []))];
  const inFile = new Map<string, Set<string>>();
  const add = (key: string, username: string) =>
    inFile.set(key, (inFile.get(key) ?? new Set()).add(username));
  const usernames = new Set<string>();
  for await (const some of inTurns(candidates, { most: AT_ONCE })) {
    for (const { username, email, name } of some) {
      usernames.add(username);
      add(asEmail(email), username);
      add(asName(searchKey(name)), username);
    }
  }
  const existing = await existingUsers(reader, [...new Set([...usernames, ...texts.map(usernameKey)])]);
  const isUsername = (text: string) => existing.has(usernameKey(text)) || usernames.has(usernameKey(text));
  const others = texts.filter((text) => !isUsername(text));
  for await (const some of inTurns(others, { most: AT_ONCE / 4 })) {
    const emails = some.filter((text) => text.includes('@')).map(emailKey);
    const names = some.filter((text) => !text.includes('@')).flatMap(nameKeys);
    for (const person of await peopleCalled(reader, { emails, names })) {
      existing.set(person.username, person.id);
      add(asEmail(person.email), person.username);
      add(asName(person.name_key), person.username);
    }
  }
  const called = (text: string): string[] => {
    if (text.includes('@')) return [...(inFile.get(asEmail(text)) ?? [])];
    return [...new Set(nameKeys(text).flatMap((key) => [...(inFile.get(asName(key)) ?? [])]))];
  };

  return {
    existing,
    of({ username: own, manager }) {
      const text = manager ?? '';
      const [found, another] = isUsername(text) ? [usernameKey(text)] : called(text);
      if (found === undefined) return problem('managerNowhere', text);
      if (another !== undefined) return problem('managerSeveral', text);
      return found === own ? { problem: sentence('answers/users', 'ownManager') } : { username: found };
    },
  };
}

const asEmail = (email: string) => `@${emailKey(email)}`;
const asName = (key: string) => ` ${key}`;

const problem = (name: 'managerNowhere' | 'managerSeveral', manager: string) => ({
  problem: sentence('answers/users', name, { manager }),
});
