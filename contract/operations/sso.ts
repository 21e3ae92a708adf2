import Type, { type Static } from 'typebox';
import { defineOperation } from '../define.ts';
import {
  Address,
  CodeRequired,
  Email,
  Id,
  Line,
  named,
  nullable,
  oneOf,
  Opaque,
  Person,
  RenewedSession,
  SignedIn,
  strict,
  Time,
  Url,
} from '../schemas.ts';
import { ProviderName, UserDetail } from './userSchemas.ts';

/** Where the desktop listens for the answer (RFC 8252 §7.3); without it the answer goes to the public address. */
const LoopbackPort = Type.Optional(Type.Integer({ minimum: 1024, maximum: 65535 }));
const Listening = Type.Object({ loopbackPort: LoopbackPort }, named('SsoListening'));
/** The query string that the identity provider sent back, as it came. */
const Parameters = Type.String({ minLength: 1, maxLength: 8000 });
const Completion = Type.Object({ flow: Opaque, parameters: Parameters }, named('SsoCompletion'));

/** `flow` binds the sign-in to whoever began it: it stays there and is asked for at its end. */
const Begun = Type.Object({ flow: Type.String(), url: Type.String(), expiresAt: Time }, named('SsoBegun'));

const Issuer = Url(300, '^https?://[^\\s?#]+$');
const ClientId = Address(200);
const ClientSecret = Type.String({ minLength: 1, maxLength: 1000, pattern: '^[!-~]+$' });

const SsoProvider = Type.Object(
  {
    id: Id,
    name: Type.String(),
    issuer: Type.String(),
    clientId: Type.String(),
    /** A public client has no secret: PKCE alone. */
    secretSet: Type.Boolean(),
    linkByEmail: Type.Boolean(),
    /** People whose account is linked, and those of them who can only sign in by SSO. */
    linked: Type.Integer(),
    external: Type.Integer(),
    createdAt: Time,
  },
  named('SsoProvider'),
);
export type SsoProvider = Static<typeof SsoProvider>;

/** What a test sign-in found, in the order in which a person reads it. */
const TestResult = Type.Object(
  {
    ok: Type.Boolean(),
    /** What is wrong and what to do, or that all is well: one sentence. */
    sentence: Type.String(),
    subject: nullable(Type.String()),
    email: nullable(Type.String()),
    emailVerified: nullable(Type.Boolean()),
    mfaAsserted: nullable(Type.Boolean()),
    /** Who would have been signed in. */
    person: nullable(Person),
  },
  named('SsoTestResult'),
);
export type SsoTestResult = Static<typeof TestResult>;

export const ssoOperations = {
  'sso.begin': defineOperation({
    method: 'POST',
    path: '/sign-in/sso',
    summary: 'Begin a sign-in at an identity provider',
    access: 'public',
    body: Type.Object({ providerId: Id, loopbackPort: LoopbackPort }, strict),
    response: Begun,
    noStore: true,
    errors: ['not_found', 'sso_failed'],
  }),
  'sso.complete': defineOperation({
    method: 'POST',
    path: '/sign-in/sso/complete',
    summary:
      'End a sign-in with what the identity provider sent back. The first one by a new link of somebody with MFA asks for their code: POST /sign-in/verify',
    access: 'public',
    body: Completion,
    response: Type.Union([SignedIn, CodeRequired]),
    noStore: true,
    errors: [
      'sso_flow_ended',
      'sso_failed',
      'sso_not_linked',
      'sso_already_linked',
      'account_suspended',
      'not_found',
    ],
  }),
  'me.beginSsoStepUp': defineOperation({
    method: 'POST',
    path: '/me/step-up/sso',
    summary: 'Begin a step-up by a fresh sign-in at the identity provider of this session',
    access: 'session',
    body: Listening,
    response: Begun,
    noStore: true,
    errors: ['sso_failed', 'sso_not_this_session', 'not_found'],
  }),
  'me.completeSsoStepUp': defineOperation({
    method: 'POST',
    path: '/me/step-up/sso/complete',
    summary: 'End a step-up: good for five minutes; the token is renewed',
    access: 'session',
    body: Completion,
    response: RenewedSession,
    noStore: true,
    errors: [
      'sso_flow_ended',
      'sso_failed',
      'sso_not_fresh',
      'sso_not_linked',
      'sso_not_this_session',
      'not_found',
    ],
  }),
  'sso.refused': defineOperation({
    method: 'GET',
    path: '/sign-in/sso/refused',
    summary:
      'Who signed in at a provider in the last day and is nobody here yet; linking their subject lets them in',
    access: 'users.manage',
    response: Type.Object(
      {
        items: Type.Array(
          Type.Object(
            {
              provider: ProviderName,
              subject: Type.String(),
              email: nullable(Type.String()),
              /** What the account is called there; it proves nothing. */
              username: nullable(Type.String()),
              at: Time,
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    errors: [],
  }),
  'settings.sso.list': defineOperation({
    method: 'GET',
    path: '/settings/sso',
    summary: 'Identity providers, and the address to register with them',
    access: 'settings.write',
    response: Type.Object(
      {
        items: Type.Array(SsoProvider),
        /** Where a provider sends browsers back to, and where the desktop app listens. */
        redirectUris: Type.Object({ web: Type.String(), desktop: Type.String() }, strict),
      },
      strict,
    ),
    errors: [],
  }),
  'settings.sso.create': defineOperation({
    method: 'POST',
    path: '/settings/sso',
    summary: 'Add an identity provider; it waits for a second person',
    access: 'settings.write',
    stepUp: true,
    body: Type.Object(
      {
        name: Line(60),
        issuer: Issuer,
        clientId: ClientId,
        clientSecret: Type.Optional(nullable(ClientSecret)),
        linkByEmail: Type.Boolean(),
      },
      strict,
    ),
    response: SsoProvider,
    mayWait: true,
    errors: ['name_taken', 'change_waits', 'too_many_changes', 'too_many_attempts'],
  }),
  'settings.sso.update': defineOperation({
    method: 'PATCH',
    path: '/settings/sso/{id}',
    summary:
      'Change an identity provider; another issuer ends its links and its secret. Another issuer or client, or link by e-mail switched on, waits for a second person',
    access: 'settings.write',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object(
      {
        name: Type.Optional(Line(60)),
        issuer: Type.Optional(Issuer),
        clientId: Type.Optional(ClientId),
        clientSecret: Type.Optional(nullable(ClientSecret)),
        linkByEmail: Type.Optional(Type.Boolean()),
      },
      strict,
    ),
    response: SsoProvider,
    mayWait: true,
    errors: [
      'not_found',
      'name_taken',
      'provider_in_use',
      'stale_version',
      'change_waits',
      'too_many_changes',
      'too_many_attempts',
    ],
  }),
  'settings.sso.remove': defineOperation({
    method: 'DELETE',
    path: '/settings/sso/{id}',
    summary: 'Remove an identity provider with its links and the sessions that it made',
    access: 'settings.write',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    errors: ['not_found', 'provider_in_use'],
  }),
  'settings.sso.beginTest': defineOperation({
    method: 'POST',
    path: '/settings/sso/{id}/test',
    summary: 'Begin a test sign-in, which makes no session and links nobody',
    access: 'settings.write',
    params: Type.Object({ id: Id }, strict),
    body: Listening,
    response: Type.Union([
      Type.Object({ outcome: Type.Literal('begun'), ...Begun.properties }, strict),
      Type.Object({ outcome: Type.Literal('failed'), result: TestResult }, strict),
    ]),
    noStore: true,
    errors: ['not_found'],
  }),
  'settings.sso.completeTest': defineOperation({
    method: 'POST',
    path: '/settings/sso/test/complete',
    summary: 'End a test sign-in: what is wrong, in one sentence',
    access: 'settings.write',
    body: Completion,
    response: TestResult,
    noStore: true,
    errors: ['sso_flow_ended', 'not_found'],
  }),
  'users.linkSso': defineOperation({
    method: 'POST',
    path: '/users/{id}/sso-links',
    summary:
      'Link an account to a subject of an identity provider, or to a verified e-mail at its first sign-in. Of staff, and of whoever has a password, MFA or a sign-in, it waits for a second person',
    access: 'users.manage',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    /** One of the two. */
    body: Type.Object(
      { providerId: Id, subject: Type.Optional(Address(255)), email: Type.Optional(Email) },
      strict,
    ),
    response: UserDetail,
    mayWait: true,
    errors: [
      'not_found',
      'rank_too_low',
      'sso_already_linked',
      'sso_subject_needed',
      'change_waits',
      'too_many_changes',
      'too_many_attempts',
    ],
  }),
  'users.unlinkSso': defineOperation({
    method: 'DELETE',
    path: '/users/{id}/sso-links/{linkId}',
    summary: 'Remove a link; sessions that it made end',
    access: 'users.manage',
    stepUp: true,
    params: Type.Object({ id: Id, linkId: Id }, strict),
    response: UserDetail,
    errors: ['not_found', 'rank_too_low', 'sso_link_needed'],
  }),
  'users.setPasswordUse': defineOperation({
    method: 'PUT',
    path: '/users/{id}/password-use',
    summary: 'Keep the local password of a linked user, or forbid it: then they can only sign in by SSO',
    access: 'users.manage',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object({ use: oneOf(['kept', 'forbidden']) }, strict),
    response: UserDetail,
    errors: ['not_found', 'rank_too_low', 'sso_link_needed', 'last_administrator'],
  }),
};
