import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Keyring } from '../../../crypto/keyring.ts';
import type { Reader } from '../../../db/connection.ts';
import type { User } from '../../../domain/people/people.ts';
import { rolesOfMany } from '../../../domain/people/roleStore.ts';
import { currentPolicy } from '../../../domain/policy/current.ts';
import { sensitivePeople } from '../../../domain/policy/sensitive.ts';
import { isFreedBy } from '../freed.ts';

interface Move {
  user: User;
  department: string;
}

/**
 * Who stays in their department whatever a file says, and why, by id. SECURITY: policy may ask less where they would go, and one file
 * moves many, so that it is confirmed on their page as after a job for many (S-100, docs/decisions/0100-import-tells-problems-once.md).
 *
 * @param moves of at most 500 people
 */
export async function whoStays(
  reader: Reader,
  keys: Keyring,
  moves: readonly Move[],
  now: number,
): Promise<Map<string, Sentence>> {
  if (moves.length === 0) return new Map();
  const users = moves.map(({ user }) => user);
  const { document } = await currentPolicy(reader);
  const sensitive = await sensitivePeople(reader, keys, users, now);
  const roles = await rolesOfMany(
    reader,
    keys,
    users.map(({ id }) => id),
  );
  const stays = new Map<string, Sentence>();
  for (const { user, department } of moves) {
    const { id, name } = user;
    if (sensitive.has(id)) stays.set(id, sentence('answers/users', 'staysProtected', { name }));
    else if (isFreedBy(document, { user, roles: roles.get(id) ?? ['user'], department, now }))
      stays.set(id, sentence('answers/users', 'moveFrees', { name, department }));
  }
  return stays;
}
