import Type from 'typebox';
import { defineOperation } from '../define.ts';
import {
  Count,
  Email,
  HistoryEvent,
  Id,
  Line,
  nullable,
  Note,
  oneOf,
  Page,
  pageOf,
  Phone,
  ResetReason,
  RoleSchema,
  strict,
  Username,
} from '../schemas.ts';
import { CheckInput, ResetRequest } from './resetRequests.ts';
import { NamedPerson, UserRow, UserDetail } from './userSchemas.ts';

/**
 * States that the users list filters by; the first three are the MFA state itself. `with_mfa` is whoever has a proven
 * authenticator: on, or with a reset pending, which leaves it valid.
 */
const UserFilterState = oneOf([
  'off',
  'on',
  'reset_pending',
  'with_mfa',
  'required',
  'in_grace',
  'blocked',
  'external',
  'locked',
]);

const Profile = {
  email: Email,
  name: Line(100),
  department: nullable(Line(100)),
  roles: Type.Array(RoleSchema, { maxItems: 5 }),
  phone: nullable(Phone),
  mobile: nullable(Phone),
  /** The manager's username. */
  manager: nullable(Username),
};

export const usersOperations = {
  'users.list': defineOperation({
    method: 'GET',
    path: '/users',
    summary: 'Search, filter and sort users',
    access: 'users.read',
    query: Type.Object(
      {
        search: Type.Optional(Type.String({ maxLength: 100 })),
        state: Type.Optional(UserFilterState),
        department: Type.Optional(Type.String({ maxLength: 100 })),
        role: Type.Optional(RoleSchema),
        status: Type.Optional(oneOf(['active', 'suspended'])),
        sort: Type.Optional(
          oneOf([
            'name',
            '-name',
            'username',
            '-username',
            'department',
            '-department',
            'lastSignInAt',
            '-lastSignInAt',
          ]),
        ),
        ...Page,
      },
      strict,
    ),
    response: pageOf(UserRow),
    errors: [],
  }),
  'users.departments': defineOperation({
    method: 'GET',
    path: '/users/departments',
    summary: 'Departments with their number of people',
    access: 'users.read',
    response: Type.Object(
      { items: Type.Array(Type.Object({ name: Type.String(), count: Count }, strict)) },
      strict,
    ),
    errors: [],
  }),
  'users.create': defineOperation({
    method: 'POST',
    path: '/users',
    summary: 'Add a user, who gets a set-up link by mail',
    access: 'users.manage',
    body: Type.Object(
      {
        username: Username,
        email: Profile.email,
        name: Profile.name,
        department: Type.Optional(Profile.department),
        roles: Type.Optional(Profile.roles),
        phone: Type.Optional(Profile.phone),
        mobile: Type.Optional(Profile.mobile),
        manager: Type.Optional(Profile.manager),
      },
      strict,
    ),
    response: UserDetail,
    errors: ['username_taken', 'rank_too_low', 'step_up_required'],
  }),
  'users.get': defineOperation({
    method: 'GET',
    path: '/users/{id}',
    summary: 'One user',
    access: 'users.read',
    params: Type.Object({ id: Id }, strict),
    response: UserDetail,
    errors: ['not_found'],
  }),
  'users.named': defineOperation({
    method: 'POST',
    path: '/users/named',
    summary: 'Who is behind ids that a policy or an event names; ids of nobody are left out',
    access: 'users.read',
    body: Type.Object({ ids: Type.Array(Id, { maxItems: 500, uniqueItems: true }) }, strict),
    response: Type.Object({ items: Type.Array(NamedPerson) }, strict),
    errors: [],
  }),
  'users.update': defineOperation({
    method: 'PATCH',
    path: '/users/{id}',
    summary:
      'Change a user; contacts and roles of others, and the return of suspended staff, ask for a step-up',
    access: 'users.manage',
    params: Type.Object({ id: Id }, strict),
    body: Type.Object(
      {
        email: Type.Optional(Profile.email),
        name: Type.Optional(Profile.name),
        department: Type.Optional(Profile.department),
        roles: Type.Optional(Profile.roles),
        phone: Type.Optional(Profile.phone),
        mobile: Type.Optional(Profile.mobile),
        manager: Type.Optional(Profile.manager),
        status: Type.Optional(oneOf(['active', 'suspended'])),
      },
      strict,
    ),
    response: UserDetail,
    errors: ['not_found', 'step_up_required', 'own_account', 'rank_too_low', 'last_administrator'],
  }),
  'users.sendSetUpLink': defineOperation({
    method: 'POST',
    path: '/users/{id}/set-up-link',
    summary: 'Mail a new set-up link to a user without a password; the old one ends',
    access: 'users.manage',
    params: Type.Object({ id: Id }, strict),
    response: UserDetail,
    errors: ['not_found', 'forbidden'],
  }),
  'users.import': defineOperation({
    method: 'POST',
    path: '/users/import',
    summary:
      'Import users from a CSV: a dry run shows which rows cannot be imported and why, the import leaves them out',
    access: 'users.manage',
    query: Type.Object(
      {
        dryRun: Type.Optional(Type.Boolean()),
      },
      strict,
    ),
    textBody: 'text/csv',
    bodyLimit: 32 * 1024 * 1024,
    response: Type.Object(
      {
        imported: Count,
        skipped: Count,
        rows: Type.Array(Type.Object({ line: Type.Integer(), problem: Type.String() }, strict)),
      },
      strict,
    ),
    errors: ['step_up_required'],
  }),
  'users.export': defineOperation({
    method: 'GET',
    path: '/users/export',
    summary: 'The list as CSV, with the same filters',
    access: 'users.read',
    query: Type.Object(
      {
        search: Type.Optional(Type.String({ maxLength: 100 })),
        state: Type.Optional(UserFilterState),
        department: Type.Optional(Type.String({ maxLength: 100 })),
        role: Type.Optional(RoleSchema),
        status: Type.Optional(oneOf(['active', 'suspended'])),
      },
      strict,
    ),
    download: true,
    errors: [],
  }),
  'users.history': defineOperation({
    method: 'GET',
    path: '/users/{id}/history',
    summary: "A user's history",
    access: 'users.read',
    params: Type.Object({ id: Id }, strict),
    query: Type.Object(Page, strict),
    response: pageOf(HistoryEvent),
    errors: ['not_found'],
  }),
  'users.unlock': defineOperation({
    method: 'POST',
    path: '/users/{id}/mfa/unlock',
    summary: 'Unlock an account that too many wrong codes locked; its setup stays',
    access: 'resets.decide',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object({ note: Type.Optional(Note) }, strict),
    response: UserDetail,
    errors: ['not_found', 'own_account', 'rank_too_low', 'not_locked', 'frozen'],
  }),
  'users.sendActivationCode': defineOperation({
    method: 'POST',
    path: '/users/{id}/mfa/activation-code',
    summary: 'Mail a new activation code to a user whose next setup asks for one; the old one ends',
    access: 'resets.decide',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    response: UserDetail,
    errors: ['not_found', 'own_account', 'rank_too_low', 'check_not_possible', 'frozen'],
  }),
  'users.reset': defineOperation({
    method: 'POST',
    path: '/users/{id}/mfa/reset',
    summary: 'Reset directly: the same record as a request, made in one act; the recipe still holds',
    access: 'resets.decide',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object(
      { reason: ResetReason, note: Note, checks: Type.Array(CheckInput, { maxItems: 6 }) },
      strict,
    ),
    response: ResetRequest,
    errors: [
      'not_found',
      'own_account',
      'rank_too_low',
      'mfa_not_on',
      'recipe_not_met',
      'second_person_required',
      'contact_changed_recently',
      'check_not_possible',
      'wrong_request_code',
      'request_exists',
      'request_too_soon',
      'frozen',
    ],
  }),
};
