import Type from 'typebox';
import { defineOperation } from '../define.ts';
import {
  ActivationCode,
  AppLink,
  AuthenticatorName,
  Code,
  Enrolment,
  FreezeSwitchSchema,
  HelpDesk,
  AuditPage,
  Id,
  LanguageTag,
  MfaState,
  named,
  nullable,
  oneOf,
  Page,
  Password,
  PermissionSchema,
  Person,
  RenewedSession,
  SignedInUser,
  strict,
  Time,
} from '../schemas.ts';

/** A factor that somebody holds: here an authenticator app. */
const Authenticator = Type.Object(
  {
    id: Id,
    kind: oneOf(['app', 'passkey']),
    name: Type.String(),
    /** When it was proven. */
    createdAt: Time,
    lastUsedAt: nullable(Time),
    /** The address of its last use. */
    lastUsedFrom: nullable(Type.String()),
    /** Its codes count no more. */
    stopped: Type.Boolean(),
  },
  named('Authenticator'),
);
const Authenticators = Type.Object({ items: Type.Array(Authenticator) }, named('Authenticators'));

/** What Disable refuses, and so the removal of the last authenticator. */
const DISABLE_ERRORS = [
  'invalid_code',
  'too_many_attempts',
  'locked',
  'request_exists',
  'request_too_soon',
  'mfa_not_on',
] as const;

const Disabled = Type.Union(
  [
    Type.Object({ state: Type.Literal('off') }, strict),
    Type.Object({ state: Type.Literal('reset_pending'), requestId: Id, requestCode: Type.String() }, strict),
  ],
  { title: 'Disabled' },
);

const WithCode = Type.Object({ code: Code }, named('WithCode'));
const byId = Type.Object({ id: Id }, strict);
const MfaOn = Type.Object({ state: Type.Literal('on') }, named('MfaOn'));

const Me = Type.Object(
  {
    user: SignedInUser,
    /** What the person chose; null: as their browser or system says, else the organisation's. */
    language: nullable(LanguageTag),
    permissions: Type.Array(PermissionSchema),
    organisation: Type.Object(
      {
        name: Type.String(),
        kind: oneOf(['server', 'local', 'sample']),
        /** Whether resets are. */
        frozen: Type.Boolean(),
        /** Everything that is. */
        switches: Type.Array(FreezeSwitchSchema),
        /** Who froze it, when and why, and until when they have to confirm; told to who may read requests. */
        freezes: nullable(
          Type.Array(
            Type.Object(
              {
                switch: FreezeSwitchSchema,
                by: nullable(Person),
                since: Time,
                reason: Type.String(),
                thawsAt: nullable(Time),
              },
              strict,
            ),
          ),
        ),
        /** Whose way of writing phone numbers is read in forms (ISO 3166-1 alpha-2). */
        country: nullable(Type.String()),
        helpDesk: HelpDesk,
      },
      strict,
    ),
    mfa: Type.Object(
      {
        state: MfaState,
        required: Type.Boolean(),
        graceEndsAt: nullable(Time),
        blocked: Type.Boolean(),
        external: Type.Boolean(),
        activationRequired: Type.Boolean(),
        /** Whether a new setup can begin: policy's *MFA available*. */
        available: Type.Boolean(),
        /** What *Disable* would lead to now: off at once, or a request that an administrator decides. */
        disableLeadsTo: oneOf(['off', 'reset_request']),
        since: nullable(Time),
      },
      strict,
    ),
    recommendedApps: Type.Array(AppLink),
    /** What this server can't do just now, as a sentence; absent where all is well. */
    trouble: Type.Optional(Type.String()),
    session: Type.Object(
      {
        /** The same after a step-up, which renews the token. */
        id: Id,
        expiresAt: Time,
        steppedUpUntil: nullable(Time),
        /** The identity provider that made this session: a step-up is a fresh sign-in there. */
        sso: nullable(Type.Object({ id: Id, name: Type.String() }, strict)),
      },
      strict,
    ),
  },
  named('Me'),
);

export const meOperations = {
  'me.get': defineOperation({
    method: 'GET',
    path: '/me',
    summary: 'Who is signed in, and the state of their MFA',
    access: 'session',
    whileBlocked: true,
    response: Me,
    errors: [],
  }),
  'me.update': defineOperation({
    method: 'PATCH',
    path: '/me',
    summary: 'Choose the own language; null: as the browser or system says, else the organisation’s',
    access: 'session',
    whileBlocked: true,
    body: Type.Object({ language: Type.Optional(nullable(LanguageTag)) }, strict),
    response: Me,
    errors: [],
  }),
  'me.password': defineOperation({
    method: 'POST',
    path: '/me/password',
    summary: 'Change the own password; other sessions end',
    access: 'session',
    body: Type.Object({ current: Password, password: Password, code: Type.Optional(Code) }, strict),
    errors: ['wrong_password', 'invalid_code', 'too_many_attempts', 'locked', 'mfa_not_on'],
  }),
  'me.beginEnrolment': defineOperation({
    method: 'POST',
    path: '/me/mfa/enrolment',
    summary:
      'Begin to set up MFA; or with a current code to move the authenticator that has it to a new phone, or to add another',
    access: 'session',
    whileBlocked: true,
    body: Type.Object(
      {
        activationCode: Type.Optional(ActivationCode),
        code: Type.Optional(Code),
        /** One more, beside those that there are; five at most. */
        add: Type.Optional(Type.Boolean()),
        /** What the new one is called; a moved one keeps its name unless told. */
        name: Type.Optional(AuthenticatorName),
      },
      strict,
    ),
    response: Enrolment,
    noStore: true,
    errors: [
      'already_on',
      'too_many_authenticators',
      'mfa_unavailable',
      'activation_required',
      'invalid_activation_code',
      'invalid_code',
      'locked',
      'too_many_attempts',
      'frozen',
      'mfa_not_on',
      'request_exists',
    ],
  }),
  'me.confirmEnrolment': defineOperation({
    method: 'POST',
    path: '/me/mfa/enrolment/confirm',
    summary: 'Prove the app by a code: MFA is on; other sessions end',
    access: 'session',
    whileBlocked: true,
    body: Type.Object({ enrolmentId: Id, code: Code }, strict),
    response: MfaOn,
    errors: ['invalid_code', 'enrolment_ended', 'frozen'],
  }),
  'me.disable': defineOperation({
    method: 'POST',
    path: '/me/mfa/disable',
    summary:
      'Disable MFA by a current code: off at once, or Reset Pending where policy wants an administrator',
    access: 'session',
    body: WithCode,
    response: Disabled,
    noStore: true,
    errors: ['already_off', 'not_found', ...DISABLE_ERRORS],
  }),
  'me.authenticators': defineOperation({
    method: 'GET',
    path: '/me/mfa/authenticators',
    summary: 'Own authenticators, the oldest first',
    access: 'session',
    response: Authenticators,
    errors: [],
  }),
  'me.renameAuthenticator': defineOperation({
    method: 'PATCH',
    path: '/me/mfa/authenticators/{id}',
    summary: 'Call an authenticator something',
    access: 'session',
    params: byId,
    body: Type.Object({ name: AuthenticatorName }, strict),
    response: Authenticators,
    errors: ['not_found'],
  }),
  'me.removeAuthenticator': defineOperation({
    method: 'POST',
    path: '/me/mfa/authenticators/{id}/remove',
    summary:
      'Remove an authenticator by a current code of any; where no usable one would be left this is Disable; other sessions end',
    access: 'session',
    params: byId,
    body: WithCode,
    response: Type.Object(
      {
        ...Authenticators.properties,
        /** What Disable led to, where it was the last one. */
        disabled: Type.Optional(Disabled),
      },
      strict,
    ),
    noStore: true,
    errors: ['not_found', ...DISABLE_ERRORS],
  }),
  'me.stopAuthenticator': defineOperation({
    method: 'POST',
    path: '/me/mfa/authenticators/{id}/stop',
    summary:
      'Stop an authenticator now: its codes count no more, and other sessions end; only *this wasn’t me* in the mail turns it on again',
    access: 'session',
    params: byId,
    body: Type.Object({}, strict),
    response: Authenticators,
    errors: ['not_found'],
  }),
  'me.cancelReset': defineOperation({
    method: 'DELETE',
    path: '/me/mfa/reset-request',
    summary:
      'Cancel the own reset request: the existing setup stays. One that says that the phone is lost only in a session made since',
    access: 'session',
    response: MfaOn,
    errors: ['no_open_request', 'already_executing', 'forbidden'],
  }),
  'me.stepUp': defineOperation({
    method: 'POST',
    path: '/me/step-up',
    summary: 'Prove the second factor again, now: good for five minutes; the token is renewed',
    access: 'session',
    body: WithCode,
    response: RenewedSession,
    noStore: true,
    errors: ['invalid_code', 'mfa_not_on', 'too_many_attempts', 'locked'],
  }),
  'me.sessions': defineOperation({
    method: 'GET',
    path: '/me/sessions',
    summary: 'Own sessions',
    access: 'session',
    response: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            {
              id: Id,
              current: Type.Boolean(),
              createdAt: Time,
              lastSeenAt: Time,
              expiresAt: Time,
              address: nullable(Type.String()),
              userAgent: nullable(Type.String()),
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    errors: [],
  }),
  'me.endSessions': defineOperation({
    method: 'DELETE',
    path: '/me/sessions',
    summary: 'Sign out everywhere but here',
    access: 'session',
    response: Type.Object({ ended: Type.Integer() }, strict),
    errors: [],
  }),
  'me.history': defineOperation({
    method: 'GET',
    path: '/me/history',
    summary: 'Own history: set up, disabled, requests, resets, sign-ins, wrong codes',
    access: 'session',
    query: Type.Object(Page, strict),
    response: AuditPage,
    errors: [],
  }),
};
