import Type from 'typebox';
import { sentence } from '../../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../../domain/systems/failure.ts';
import type { SystemAnswer, SystemRequest } from '../../../../domain/systems/fetch.ts';
import type { Access } from '../../../../domain/systems/kind.ts';

const Text = Type.String({ maxLength: 1000 });
const Myself = Type.Object({
  user: Type.Object({
    pk: Type.Integer(),
    is_superuser: Type.Boolean(),
    roles: Type.Array(Type.Object({ pk: Text }), { maxItems: 100 }),
  }),
});
const Pagination = Type.Object({ next: Type.Number(), count: Type.Number() });
const Permissions = Type.Object({
  pagination: Pagination,
  results: Type.Array(Type.Object({ codename: Text, app_label: Text }), { maxItems: 1000 }),
});

/** A page of what it lists. */
export const Page = <S extends Type.TSchema>(item: S) =>
  Type.Object({ pagination: Pagination, results: Type.Array(item, { maxItems: 1000 }) });

export const VIEW_USERS = 'authentik_core.view_user';
const PAGE = '100';
const MOST_PAGES = 20;

interface Ourselves {
  pk: number;
  isSuperuser: boolean;
  /** `authentik_core.view_user` and the like. */
  rights: ReadonlySet<string>;
}

/**
 * Asks for each piece of work who we are and what our roles may do: a list without the right to list is empty, or holds less, and
 * isn't refused, which would read as *no factor left* (S-111).
 */
const known = new WeakMap<Access, Promise<Ourselves>>();

export function ourselves(access: Access): Promise<Ourselves> {
  const before = known.get(access);
  if (before) return before;
  const asked = askOurselves(access);
  known.set(access, asked);
  return asked;
}

async function askOurselves(access: Access): Promise<Ourselves> {
  const { user } = (await fetchFrom(access, { path: ['core', 'users', 'me'] })).read(Myself);
  const rights = new Set<string>();
  for (const { pk: role } of user.roles)
    for (let page = 1, read = 0; page > 0; read += 1) {
      if (read === MOST_PAGES) throw tooLarge(access);
      const query = { role, page: String(page), page_size: PAGE };
      const answer = await fetchFrom(access, {
        path: ['rbac', 'permissions'],
        query,
        needs: 'auth.view_permission',
      });
      const { results, pagination } = answer.read(Permissions);
      for (const { app_label, codename } of results) rights.add(`${app_label}.${codename}`);
      page = pagination.next;
    }
  return { pk: user.pk, isSuperuser: user.is_superuser, rights };
}

/** Refuses by itself where the right is missing. */
export async function ask(access: Access, needs: string, request: SystemRequest): Promise<SystemAnswer> {
  const { isSuperuser, rights } = await ourselves(access);
  if (!isSuperuser && !rights.has(needs)) throw lacking(access, needs);
  return fetchFrom(access, { ...request, needs });
}

/** All that it lists; throws where that is more than anybody reads. */
export async function listAll<S extends Type.TSchema>(
  access: Access,
  needs: string,
  { item, ...request }: SystemRequest & { item: S },
): Promise<Type.Static<S>[]> {
  const listed: Type.Static<S>[] = [];
  for (let page = 1, read = 0; read < MOST_PAGES; read += 1) {
    const query = { ...request.query, page: String(page), page_size: PAGE };
    const { results, pagination } = (await ask(access, needs, { ...request, query })).read(Page(item));
    listed.push(...(results as Type.Static<S>[]));
    if (pagination.next < 1) return listed;
    page = pagination.next;
  }
  throw tooLarge(access);
}

function fetchFrom({ name, secret, fetch }: Access, request: SystemRequest): Promise<SystemAnswer> {
  if (secret === null)
    throw new SystemFailure('not_allowed', sentence('answers/systems', 'noSecret', { name }));
  return fetch({
    ...request,
    path: ['api', 'v3', ...request.path],
    isFolder: true,
    headers: { authorization: `Bearer ${secret}` },
  });
}

export const lacking = ({ name }: Access, right: string) =>
  new SystemFailure('not_allowed', sentence('answers/systems', 'roleLost', { name, right }));

export const tooLarge = ({ name }: Access) =>
  new SystemFailure('too_large', sentence('answers/systems', 'tooLarge', { name }));
