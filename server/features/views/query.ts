import { Value } from 'typebox/value';
import { LIST_ADDRESSES } from '../../../contract/operations/views.ts';
import type { ViewList } from '../../../contract/viewLists.ts';

/**
 * The query of a list's address as it is kept: null where it says anything that the list doesn't filter or sort by, so that what
 * a view opens is that list and nothing else.
 */
export function listQuery(list: ViewList, typed: string): string | null {
  const said = [...new URLSearchParams(typed)];
  const values = Object.fromEntries(said);
  if (said.length !== Object.keys(values).length) return null;
  return Value.Check(LIST_ADDRESSES[list], values) ? new URLSearchParams(said).toString() : null;
}
