import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { ManagedUser } from '../../../domain/people/importStore.ts';
import { usernameKey } from '../../../domain/people/rules/keys.ts';
import type { SystemPerson } from '../../../domain/systems/kind.ts';
import { lineFromThere } from '../../../domain/systems/rules/names.ts';
import type { Candidate } from '../import/checkRow.ts';
import type { Said } from './said.ts';

/** Somebody there of whom it is known who they are here, or that they are nobody yet. */
export interface Told {
  /** The place in the reading. */
  line: number;
  person: SystemPerson;
  user: ManagedUser | null;
  said: Said;
  /** What of it can't be kept. */
  bad: readonly Sentence[];
  /** Whether its address is somebody else's, here or there. */
  isOthers: boolean;
}

/** An account there of which something isn't done, and why. */
export interface LeftOut {
  line: number;
  account: string;
  name: string | null;
  userId: string | null;
  says: readonly Sentence[];
}

/** What is kept of a text from there. */
export const LONGEST_LINE = 255;

/** The same person as a row of an import; what isn't told of somebody who is here is as it is here. */
export function candidateOf({ line, person, user, said }: Told, manager: string | null): Candidate {
  return {
    ...said,
    line,
    username: user?.username ?? usernameKey(person.username),
    name: said.name ?? user?.name ?? '',
    email: said.email ?? user?.email ?? '',
    roles: [],
    manager,
    account: null,
  };
}

/** SECURITY: names from there are shown with what nobody sees in them (S-107). */
export function leave(
  { line, person, user }: Pick<Told, 'line' | 'person' | 'user'>,
  says: readonly Sentence[],
): LeftOut {
  return {
    line,
    account: lineFromThere(person.username).slice(0, LONGEST_LINE),
    name: person.name === null ? null : lineFromThere(person.name).slice(0, LONGEST_LINE),
    userId: user?.id ?? null,
    says,
  };
}
