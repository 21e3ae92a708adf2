import { Value } from 'typebox/value';
import { Sensitive } from '../../../contract/operations/policy.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import type { User } from '../people/people.ts';
import { PolicyBroken } from './broken.ts';
import { writtenSince } from './current.ts';
import type { PastPolicy } from './current.ts';
import { LATER_SETTINGS } from './defaults.ts';
import { changesOfPeopleSince } from './sensitiveStore.ts';
import { SENSITIVE_TAINT, sensitiveTerms } from './rules/sensitiveTerms.ts';
import type { DepartmentStay, SensitiveList, SensitiveTerm } from './rules/sensitiveTerms.ts';

/**
 * Who is sensitive, or was in the last 30 days, by id; nobody else is among them (S-100). SECURITY: else who wants a reset
 * with less evidence would take the person off the list first, or out of the department, and put them back after. A term
 * that began earlier is said to have begun with the version that was in force 30 days ago.
 *
 * @param now UTC ms
 */
export async function sensitivePeople(
  reader: Reader,
  keys: Keyring,
  people: readonly Pick<User, 'id' | 'department'>[],
  now: number,
): Promise<Map<string, SensitiveTerm[]>> {
  const since = now - SENSITIVE_TAINT;
  const lists = (await writtenSince(reader, keys, since)).map(listOf);
  const named = lists.some((list) => list.people.length + list.departments.length > 0);
  if (!named || people.length === 0) return new Map();
  const changes = Map.groupBy(
    await changesOfPeopleSince(
      reader,
      people.map(({ id }) => id),
      since,
    ),
    ({ target_id }) => target_id,
  );
  const found = people.map(({ id, department }): [string, SensitiveTerm[]] => {
    const stays = staysOf(department, changes.get(id) ?? []);
    const terms = sensitiveTerms(id, stays, lists);
    return [id, terms.filter(({ until }) => until === null || until > since)];
  });
  return new Map(found.filter(([, terms]) => terms.length > 0));
}

function listOf({ version, document, savedAt }: PastPolicy): SensitiveList {
  const { sensitive } = { ...LATER_SETTINGS, ...(document as { sensitive?: unknown }) };
  if (!Value.Check(Sensitive, sensitive))
    throw new PolicyBroken(`Whom policy version ${version} names as sensitive does not match its schema.`);
  return { ...sensitive, from: savedAt };
}

/** Where somebody was, who is in this department now. */
function staysOf(
  department: string | null,
  changes: readonly { at: number; data: string }[],
): DepartmentStay[] {
  const moves = changes.flatMap(({ at, data }) => {
    const { changed } = JSON.parse(data) as { changed?: { department?: { from: string | null } } };
    return changed?.department ? [{ at, from: changed.department.from }] : [];
  });
  return [...moves.map(({ from }) => from), department].map((was, index) => ({
    department: was,
    from: moves[index - 1]?.at ?? 0,
  }));
}
