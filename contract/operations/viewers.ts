import Type from 'typebox';
import { defineOperation } from '../define.ts';
import { Id, named, Person, strict } from '../schemas.ts';

/** One open window or tab, by a random name that it gives itself. */
const PageName = Type.String({
  format: 'uuid',
  minLength: 36,
  maxLength: 36,
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
});
const params = Type.Object({ id: Id, page: PageName }, strict);

const Viewer = Type.Object({ requestId: Id, person: Person }, named('RequestViewer'));

/** Who has which reset request open: kept by the running servers only, and never in the audit log. */
export const viewersOperations = {
  'viewers.list': defineOperation({
    method: 'GET',
    path: '/reset-requests/viewers',
    summary: 'Who has which reset request open now',
    access: 'resets.read',
    byItself: true,
    response: Type.Object({ items: Type.Array(Viewer) }, strict),
    errors: [],
  }),
  'viewers.stay': defineOperation({
    method: 'PUT',
    path: '/reset-requests/{id}/viewers/{page}',
    summary:
      'Show others that one has a request open, for 50 seconds: a page says so every 20. Leaves no trace',
    access: 'resets.read',
    byItself: true,
    params,
    errors: ['not_found'],
  }),
  'viewers.leave': defineOperation({
    method: 'DELETE',
    path: '/reset-requests/{id}/viewers/{page}',
    summary: 'Say that a page no longer has a request open',
    access: 'resets.read',
    byItself: true,
    params,
    errors: [],
  }),
};
