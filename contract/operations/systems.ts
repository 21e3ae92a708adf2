import Type, { type Static } from 'typebox';
import { defineOperation } from '../define.ts';
import {
  Findings,
  Address,
  Count,
  Day,
  Id,
  Line,
  named,
  nullable,
  oneOf,
  Person,
  strict,
  Time,
  Url,
} from '../schemas.ts';
import { LINK_RULES, NOT_LINKED, SYSTEM_KINDS } from '../systems.ts';
import { PeopleReading } from './peopleReadingSchemas.ts';
import { UserDetail } from './userSchemas.ts';

const SystemUrl = Url(300, '^https?://[^\\s?#]+$');
const Realm = Address(100);
const ClientId = Address(200);
/** A client's secret, an administrator's password, or a key file in one line: of anything. */
const Secret = Type.String({ minLength: 1, maxLength: 5000, pattern: '^[^\\u0000-\\u001f\\u007f]+$' });

const EndDay = Type.String({ ...Day, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

/** By which rule people are linked, and how far it has come. */
const SystemLinkRule = Type.Object(
  {
    rule: oneOf(LINK_RULES, 'LinkRule'),
    since: Time,
    /** People without a link who were looked at in this round, and how many of them were linked. */
    looked: Count,
    linked: Count,
    /** When everybody had been looked at. */
    endedAt: nullable(Time),
    /** Why the last look failed. */
    problem: nullable(Type.String()),
  },
  named('SystemLinkRule'),
);

export const System = Type.Object(
  {
    id: Id,
    kind: oneOf(SYSTEM_KINDS, 'SystemKind'),
    name: Type.String(),
    url: Type.String(),
    realm: nullable(Type.String()),
    clientId: nullable(Type.String()),
    /** The secret itself is never answered. */
    secretSet: Type.Boolean(),
    secretExpiresOn: nullable(Day),
    /** People whose account there is known. */
    linked: Count,
    linkRule: nullable(SystemLinkRule),
    /** Links that a file asked for: those that the system is still to be asked for, and what became none in the last days. */
    wanted: Type.Object(
      {
        waiting: Count,
        not: Type.Array(
          Type.Object(
            { name: Type.String(), account: Type.String(), why: oneOf(NOT_LINKED, 'NotLinked') },
            strict,
          ),
        ),
      },
      strict,
    ),
    /** Whether this kind of system lists its people. */
    listsPeople: Type.Boolean(),
    /** Null where people aren't read from it. */
    people: nullable(PeopleReading),
    createdAt: Time,
    changedAt: Time,
  },
  named('System'),
);
export type System = Static<typeof System>;

const Fields = {
  url: SystemUrl,
  realm: Type.Optional(nullable(Realm)),
  clientId: Type.Optional(nullable(ClientId)),
  secret: Type.Optional(nullable(Secret)),
  secretExpiresOn: Type.Optional(nullable(EndDay)),
};
export const WAITING = ['change_waits', 'too_many_changes', 'too_many_attempts'] as const;

export type SystemTestResult = Static<typeof Findings>;

/** An account in a system that may be somebody's. */
const SystemAccount = Type.Object(
  {
    externalId: Type.String(),
    username: Type.String(),
    email: nullable(Type.String()),
    emailVerified: Type.Boolean(),
    enabled: Type.Boolean(),
  },
  named('SystemAccount'),
);

export const systemsOperations = {
  'settings.systems.list': defineOperation({
    method: 'GET',
    path: '/settings/systems',
    summary: 'Systems in which people hold factors besides those here',
    access: 'settings.write',
    response: Type.Object({ items: Type.Array(System) }, strict),
    errors: [],
  }),
  'settings.systems.create': defineOperation({
    method: 'POST',
    path: '/settings/systems',
    summary: 'Connect a system; it waits for a second person',
    access: 'settings.write',
    stepUp: true,
    body: Type.Object({ kind: oneOf(SYSTEM_KINDS, 'SystemKind'), name: Line(60), ...Fields }, strict),
    response: System,
    mayWait: true,
    errors: ['name_taken', ...WAITING],
  }),
  'settings.systems.update': defineOperation({
    method: 'PATCH',
    path: '/settings/systems/{id}',
    summary:
      'Change a connected system; another address or realm ends its links. Whatever changes who is asked, or as whom, waits for a second person',
    access: 'settings.write',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object({ name: Type.Optional(Line(60)), ...Fields, url: Type.Optional(SystemUrl) }, strict),
    response: System,
    mayWait: true,
    errors: ['not_found', 'name_taken', 'stale_version', ...WAITING],
  }),
  'settings.systems.remove': defineOperation({
    method: 'DELETE',
    path: '/settings/systems/{id}',
    summary:
      'Remove a connected system with its links; nothing changes in the system itself. It waits for a second person',
    access: 'settings.write',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    response: System,
    mayWait: true,
    errors: ['not_found', 'stale_version', ...WAITING],
  }),
  'settings.systems.test': defineOperation({
    method: 'POST',
    path: '/settings/systems/{id}/test',
    summary: 'Ask a connected system what may be done there: what is missing, what is too much',
    access: 'settings.write',
    params: Type.Object({ id: Id }, strict),
    response: Findings,
    noStore: true,
    errors: ['not_found'],
  }),
  'settings.systems.setLinkRule': defineOperation({
    method: 'PUT',
    path: '/settings/systems/{id}/link-rule',
    summary:
      'Choose by which rule people are linked to their accounts there; null switches it off at once, and links stay. Switching it on waits for a second person',
    access: 'settings.write',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object({ rule: nullable(oneOf(LINK_RULES, 'LinkRule')) }, strict),
    response: System,
    mayWait: true,
    errors: ['not_found', ...WAITING],
  }),
  'settings.systems.previewLinkRule': defineOperation({
    method: 'GET',
    path: '/settings/systems/{id}/link-rule/preview',
    summary:
      'Whom a rule would link, and whom not for what reason: some people at a time. Nothing is changed',
    access: 'settings.write',
    params: Type.Object({ id: Id }, strict),
    query: Type.Object(
      {
        rule: oneOf(LINK_RULES, 'LinkRule'),
        /** `nextCursor` of the page before. */
        cursor: Type.Optional(Id),
      },
      strict,
    ),
    response: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            {
              person: Person,
              /** What the account is called there; null where none is linked. */
              account: nullable(Type.String()),
              not: nullable(oneOf(NOT_LINKED, 'NotLinked')),
            },
            strict,
          ),
        ),
        /** Null where everybody has been looked at. */
        nextCursor: nullable(Id),
      },
      strict,
    ),
    noStore: true,
    errors: ['not_found', 'system_failed'],
  }),
  'users.systemAccounts': defineOperation({
    method: 'GET',
    path: '/users/{id}/system-accounts',
    summary: 'Accounts in a connected system by exactly this person’s username or address',
    access: 'users.manage',
    params: Type.Object({ id: Id }, strict),
    query: Type.Object({ systemId: Id }, strict),
    response: Type.Object({ items: Type.Array(SystemAccount) }, strict),
    errors: ['not_found', 'system_failed'],
  }),
  'users.linkSystem': defineOperation({
    method: 'POST',
    path: '/users/{id}/system-links',
    summary: 'Say which account in a connected system is this person’s; it waits for a second person',
    access: 'users.manage',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object({ systemId: Id, externalId: Address(255) }, strict),
    response: UserDetail,
    mayWait: true,
    errors: ['not_found', 'rank_too_low', 'already_linked', 'system_failed', ...WAITING],
  }),
  'users.unlinkSystem': defineOperation({
    method: 'DELETE',
    path: '/users/{id}/system-links/{linkId}',
    summary: 'Remove such a link: resets reach that account no more',
    access: 'users.manage',
    stepUp: true,
    params: Type.Object({ id: Id, linkId: Id }, strict),
    response: UserDetail,
    errors: ['not_found', 'rank_too_low'],
  }),
};
