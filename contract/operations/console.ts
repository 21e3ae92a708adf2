import { DAY_ONE_STEPS } from '../dayOne.ts';
import Type from 'typebox';
import { defineOperation } from '../define.ts';
import { PEOPLE_COUNTS, PEOPLE_NEEDING, PEOPLE_PARTS } from '../userStates.ts';
import type { PeopleFilters } from '../userStates.ts';
import {
  Findings,
  Address,
  Count,
  Country,
  Day,
  Email,
  Id,
  LanguageTag,
  Line,
  named,
  nullable,
  oneOf,
  Page,
  pageOf,
  strict,
  Time,
  Url,
} from '../schemas.ts';

const OutboxMail = Type.Object(
  {
    id: Id,
    kind: Type.String(),
    to: Type.String(),
    subject: Type.String(),
    state: oneOf(['waiting', 'sent', 'failed']),
    createdAt: Time,
    sentAt: nullable(Time),
    attempts: Count,
    nextAttemptAt: nullable(Time),
    lastError: nullable(Type.String()),
    /** The text with codes and links masked; erased after delivery where it held any. */
    preview: nullable(Type.String()),
    revealable: Type.Boolean(),
  },
  named('OutboxMail'),
);

const Settings = {
  organisation: Line(100),
  helpDeskPhone: nullable(Line(60)),
  helpDeskHours: nullable(Line(120)),
  /** Where mail links lead; never taken from a request (S-64). */
  publicUrl: nullable(Url(300, '^https?://[^\\s/?#]+$')),
  /** Of mails and screens, for whoever chose none and whose browser asks for none that there is. */
  language: LanguageTag,
  /** IANA name, for due dates at 10:00 local. */
  timeZone: Line(60),
  /** Whose way of writing phone numbers is read in imports and forms; null reads only + and the country code. */
  country: nullable(Country),
  mailFrom: nullable(Email),
  /** As many as the mail server takes of one sender; null sends as fast as it goes. */
  mailsPerMinute: nullable(Type.Integer({ minimum: 1, maximum: 6000 })),
  smtp: nullable(
    Type.Object(
      {
        host: Address(253),
        port: Type.Integer({ minimum: 1, maximum: 65535 }),
        secure: oneOf(['tls', 'starttls', 'none']),
        username: nullable(Address(200)),
        /** Signs in with a token that this service gives for the secret, in place of a password (XOAUTH2). */
        oauth: Type.Optional(
          Type.Object(
            {
              grant: oneOf(['client_credentials', 'jwt_bearer']),
              tokenUrl: Url(300, '^https?://[^\\s?#]+$'),
              clientId: Address(200),
              scope: Line(300),
            },
            named('MailOauth'),
          ),
        ),
      },
      named('MailServer'),
    ),
  ),
};

/** A count of people for each list of a table. */
function counts<Name extends string>(lists: Readonly<Record<Name, PeopleFilters>>) {
  const names = Object.keys(lists) as Name[];
  return Type.Object(
    Object.fromEntries(names.map((name) => [name, Count])) as Record<Name, typeof Count>,
    strict,
  );
}

export const consoleOperations = {
  'dashboard.dayOne': defineOperation({
    method: 'GET',
    path: '/dashboard/day-one',
    summary: 'What is left of an organisation’s first day; nothing once all is done or it was put away',
    access: 'users.manage',
    response: Type.Object(
      {
        steps: Type.Array(
          Type.Object(
            { name: oneOf(DAY_ONE_STEPS, 'DayOneStepName'), done: Type.Boolean() },
            named('DayOneStep'),
          ),
        ),
      },
      strict,
    ),
    errors: [],
  }),
  'dashboard.putDayOneAway': defineOperation({
    method: 'POST',
    path: '/dashboard/day-one/put-away',
    summary: 'Show nobody the list of the first day any more',
    access: 'users.manage',
    errors: [],
  }),
  'dashboard.get': defineOperation({
    method: 'GET',
    path: '/dashboard',
    summary: 'Exact counts, adoption, the queue',
    access: 'dashboard.read',
    response: Type.Object(
      {
        users: counts(PEOPLE_COUNTS),
        /** Everybody, each person in exactly one part: whoever is suspended and has MFA is among `withMfa`. */
        parts: counts(PEOPLE_PARTS),
        /** Active people whom somebody should see to. */
        needing: counts(PEOPLE_NEEDING),
        departments: Type.Array(
          Type.Object({ name: nullable(Type.String()), total: Count, withMfa: Count }, strict),
        ),
        roles: Type.Array(Type.Object({ name: Type.String(), total: Count, withMfa: Count }, strict)),
        /** By day in UTC, oldest first: people with MFA at the end of that day, as `withMfa`. */
        adoption: Type.Array(Type.Object({ day: Day, withMfa: Count }, strict)),
        /** Active people in grace by the day (UTC) on which it ends; it begins for the others when they next sign in. */
        graceDue: Type.Array(Type.Object({ day: Day, count: Count }, strict)),
        queue: Type.Object(
          {
            open: Count,
            oldestAt: nullable(Time),
            byTier: Type.Object({ standard: Count, elevated: Count, privileged: Count }, strict),
            /** Over the last 30 days, in seconds. */
            medianSecondsToDecide: nullable(Count),
            lastDecidedAt: nullable(Time),
          },
          strict,
        ),
        /** What tells of an attack: events of the audit log from `since` on. */
        signs: Type.Array(
          Type.Object(
            {
              action: oneOf(['mfa.wrong_code', 'mfa.wrong_activation_code', 'reset_request.vetoed']),
              since: Time,
              count: Count,
            },
            strict,
          ),
        ),
        wrongCodesToday: Count,
        administrators: Count,
        /** Since when waves of the roll-out wait; null where none does. */
        rollOutPausedAt: nullable(Time),
      },
      strict,
    ),
    errors: [],
  }),
  'outbox.list': defineOperation({
    method: 'GET',
    path: '/outbox',
    summary: 'Mails with codes and links masked, newest first',
    access: 'settings.write',
    query: Type.Object({ state: Type.Optional(oneOf(['waiting', 'sent', 'failed'])), ...Page }, strict),
    response: Type.Object({ ...pageOf(OutboxMail).properties, smtpConfigured: Type.Boolean() }, strict),
    errors: [],
  }),
  'outbox.get': defineOperation({
    method: 'GET',
    path: '/outbox/{id}',
    summary: 'One mail with codes and links masked',
    access: 'settings.write',
    params: Type.Object({ id: Id }, strict),
    response: OutboxMail,
    errors: ['not_found'],
  }),
  'outbox.retry': defineOperation({
    method: 'POST',
    path: '/outbox/{id}/retry',
    summary: 'Try to send a mail now',
    access: 'settings.write',
    params: Type.Object({ id: Id }, strict),
    response: OutboxMail,
    errors: ['not_found'],
  }),
  'outbox.sendAgain': defineOperation({
    method: 'POST',
    path: '/outbox/send-again',
    summary: 'Try to send everything now that was not sent, also what was refused for good',
    access: 'settings.write',
    response: Type.Object({ count: Count }, strict),
    errors: [],
  }),
  'outbox.mayReveal': defineOperation({
    method: 'GET',
    path: '/outbox/{id}/reveal',
    summary: 'Whether the one who asks could reveal a mail now, and why not; shows nothing of it',
    access: 'resets.decide',
    params: Type.Object({ id: Id }, strict),
    response: Type.Object(
      {
        allowed: Type.Boolean(),
        /** They may ask that somebody else reveal it (`POST /outbox/{id}/ask-reveal`). */
        canAsk: Type.Boolean(),
        refusal: nullable(Type.String()),
      },
      strict,
    ),
    errors: ['not_found'],
  }),
  'outbox.askReveal': defineOperation({
    method: 'POST',
    path: '/outbox/{id}/ask-reveal',
    summary:
      'Ask a second person to reveal a mail that lets somebody in and that nobody of the staff had sent',
    access: 'resets.decide',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    errors: ['not_found', 'own_account', 'rank_too_low', 'second_person_required', 'not_revealable'],
  }),
  'outbox.reveal': defineOperation({
    method: 'POST',
    path: '/outbox/{id}/reveal',
    summary: 'Reveal a mail that cannot be sent; audited, and its reader is told where it lets somebody in',
    access: 'resets.decide',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    response: Type.Object({ subject: Type.String(), text: Type.String() }, strict),
    noStore: true,
    errors: ['not_found', 'own_account', 'rank_too_low', 'second_person_required', 'not_revealable'],
  }),
  'settings.get': defineOperation({
    method: 'GET',
    path: '/settings',
    summary: 'Settings of the organisation and this server',
    access: 'settings.write',
    response: Type.Object(
      {
        ...Settings,
        smtpPasswordSet: Type.Boolean(),
        /** Settings that the environment fixes; they cannot be changed here. */
        fixed: Type.Array(Type.String()),
        /** Which of those that decide where mails go somebody wrote to the database past this server; absent where nobody did. */
        altered: Type.Optional(Type.Array(oneOf(['publicUrl', 'mailFrom', 'smtp', 'smtpPassword']))),
        server: Type.Object(
          { version: Type.String(), database: Type.String(), address: Type.String() },
          named('ServerFacts'),
        ),
        /** By version, what verifies what this server signs of its audit log: SPKI (Ed25519) in base64url. */
        auditPublicKeys: Type.Record(Type.String(), Type.String()),
      },
      strict,
    ),
    errors: [],
  }),
  'settings.update': defineOperation({
    method: 'PATCH',
    path: '/settings',
    summary: 'Change settings; mail and public address ask for a step-up',
    access: 'settings.write',
    body: Type.Object(
      {
        ...Type.Partial(Type.Object(Settings)).properties,
        smtpPassword: Type.Optional(nullable(Line(4000))),
      },
      strict,
    ),
    errors: ['step_up_required'],
  }),
  'settings.doctor': defineOperation({
    method: 'GET',
    path: '/settings/doctor',
    summary: 'What this server depends on and isn’t in order, and what to do',
    access: 'settings.write',
    response: Findings,
    errors: [],
  }),
  'settings.testMail': defineOperation({
    method: 'POST',
    path: '/settings/test-mail',
    summary: 'Send a test mail to oneself and say what the mail server answered',
    access: 'settings.write',
    response: Type.Object({ to: Type.String(), answer: Type.String() }, strict),
    errors: ['mail_failed', 'not_found'],
  }),
};
