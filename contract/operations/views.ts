import Type, { type Static } from 'typebox';
import { defineOperation } from '../define.ts';
import { REQUEST_STATES, REQUESTS_FOR_ME, TIERS } from '../requestStates.ts';
import { Id, Line, named, oneOf, strict, Time, type Page } from '../schemas.ts';
import { LONGEST_VIEW_NAME, VIEW_LISTS, type ViewList } from '../viewLists.ts';
import { auditOperations } from './audit.ts';
import { usersOperations } from './users.ts';

/** Where one is in a list is no part of a view, nor what its columns show. */
const PAGE: (keyof typeof Page)[] = ['cursor', 'limit'];

/** What the address of each list may say: how it is filtered and sorted, and nothing else. */
export const LIST_ADDRESSES = {
  users: Type.Omit(usersOperations['users.list'].query, [...PAGE, 'also'], strict),
  // As the console says it: without a state it is the queue that waits.
  reset_requests: Type.Object(
    {
      search: Type.Optional(Type.String({ maxLength: 100 })),
      forMe: Type.Optional(oneOf([...REQUESTS_FOR_ME])),
      state: Type.Optional(oneOf([...REQUEST_STATES, 'pending', 'all'])),
      tier: Type.Optional(oneOf([...TIERS])),
    },
    strict,
  ),
  audit: Type.Omit(auditOperations['audit.list'].query, PAGE, strict),
} satisfies Record<ViewList, unknown>;

const List = oneOf([...VIEW_LISTS], 'ViewList');
const Name = Line(LONGEST_VIEW_NAME);
/** What stands behind the question mark of a list's address. Letters beyond ASCII are percent-encoded, of which 100 take 1,200. */
const Query = Type.String({ maxLength: 4000, pattern: '^[\\x21-\\x7e]*$' });

const View = Type.Object(
  { id: Id, list: List, name: Type.String(), query: Type.String(), createdAt: Time },
  named('View'),
);
export type View = Static<typeof View>;

const params = Type.Object({ id: Id }, strict);

export const viewsOperations = {
  'me.views': defineOperation({
    method: 'GET',
    path: '/me/views',
    summary: 'Your saved views of the lists that you may read, by name',
    access: 'session',
    response: Type.Object({ items: Type.Array(View) }, named('Views')),
    errors: [],
  }),
  'me.createView': defineOperation({
    method: 'POST',
    path: '/me/views',
    summary: 'Save how a list is filtered and sorted, under a name; nobody else sees it',
    access: 'session',
    body: Type.Object({ list: List, name: Name, query: Query }, strict),
    response: View,
    errors: ['forbidden', 'name_taken', 'too_many_views'],
  }),
  'me.updateView': defineOperation({
    method: 'PATCH',
    path: '/me/views/{id}',
    summary: 'Rename a saved view, or save the list as it is now under its name',
    access: 'session',
    params,
    body: Type.Object({ name: Type.Optional(Name), query: Type.Optional(Query) }, strict),
    response: View,
    errors: ['not_found', 'name_taken'],
  }),
  'me.deleteView': defineOperation({
    method: 'DELETE',
    path: '/me/views/{id}',
    summary: 'Delete a saved view',
    access: 'session',
    params,
    errors: ['not_found'],
  }),
};
