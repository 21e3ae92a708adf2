import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Reader } from '../../../db/connection.ts';
import { lineFromThere } from '../../../domain/systems/rules/names.ts';
import { findManagers } from '../import/managers.ts';
import { candidateOf, LONGEST_LINE } from './told.ts';
import type { Told } from './told.ts';

/** Whom a manager there means here: a username, or why none. */
interface Meant {
  username: string | null;
  problem: Sentence | null;
}

/** Whom managers there mean: by their account there, else by username, address or name, as in a file. */
export async function managersThere(
  reader: Reader,
  told: readonly Told[],
): Promise<{ ids: ReadonlyMap<string, string>; of(one: Told): Meant }> {
  const here = new Map(told.map((one) => [one.person.externalId, candidateOf(one, null).username]));
  const wanted = new Map(told.map((one) => [one.line, candidateOf(one, textOf(one, here))]));
  const found = await findManagers(reader, [...wanted.values()]);
  return {
    ids: found.existing,
    of({ line, person: { manager } }) {
      const candidate = wanted.get(line);
      if (!candidate?.manager) return { username: null, problem: null };
      const who = found.of(candidate);
      if ('username' in who) return { ...who, problem: null };
      // Who is known by their account and is nobody here yet is told of by themselves.
      return { username: null, problem: manager && 'called' in manager ? who.problem : null };
    },
  };
}

function textOf({ person: { manager } }: Told, here: ReadonlyMap<string, string>): string | null {
  if (manager === null) return null;
  if ('externalId' in manager) return here.get(manager.externalId) ?? null;
  return lineFromThere(manager.called).slice(0, LONGEST_LINE);
}
