import Type, { type Static } from 'typebox';
import { defineOperation } from '../define.ts';
import { Address, Count, HelpDesk, Line, LinkToken, named, nullable, strict, Time, Url } from '../schemas.ts';
import { WAITING } from './systems.ts';

/** Who may ask here whether somebody is who they say. */
const Attestor = Type.Object(
  {
    name: Type.String(),
    clientId: Type.String(),
    redirectUri: Type.String(),
    changedAt: Time,
    /** How its questions of the last 30 days ended. */
    questions: Type.Object(
      {
        /** The last one; null where there was none. */
        lastAt: nullable(Time),
        verified: Count,
        failed: Count,
        waiting: Count,
      },
      strict,
    ),
  },
  named('Attestor'),
);

const AttestorSettings = Type.Object(
  {
    /** Null where nobody may ask. */
    attestor: nullable(Attestor),
    /** What the other system has to be told. */
    addresses: Type.Object(
      {
        issuer: Type.String(),
        par: Type.String(),
        authorize: Type.String(),
        token: Type.String(),
        jwks: Type.String(),
      },
      strict,
    ),
  },
  named('AttestorSettings'),
);
export type AttestorSettings = Static<typeof AttestorSettings>;

/** Long enough that nobody guesses it. */
const Secret = Type.String({ minLength: 32, maxLength: 200, pattern: '^[A-Za-z0-9._~-]+$' });

export const attestorOperations = {
  'settings.attestor.read': defineOperation({
    method: 'GET',
    path: '/settings/attestor',
    summary: 'Who may ask whether somebody is who they say, and at which addresses',
    access: 'settings.write',
    response: AttestorSettings,
    errors: [],
  }),
  'settings.attestor.save': defineOperation({
    method: 'PUT',
    path: '/settings/attestor',
    summary:
      'Let a system ask whether somebody is who they say, or change which; a secret that isn’t given is kept. It waits for a second person',
    access: 'settings.write',
    stepUp: true,
    body: Type.Object(
      {
        name: Line(60),
        clientId: Address(100),
        clientSecret: Type.Optional(Secret),
        redirectUri: Url(300, '^https://[^\\s#]+$'),
      },
      strict,
    ),
    response: AttestorSettings,
    mayWait: true,
    errors: ['stale_version', ...WAITING],
  }),
  'settings.attestor.remove': defineOperation({
    method: 'DELETE',
    path: '/settings/attestor',
    summary: 'Answer no other system any more; it waits for a second person',
    access: 'settings.write',
    stepUp: true,
    response: AttestorSettings,
    mayWait: true,
    errors: ['not_found', 'stale_version', ...WAITING],
  }),
  'identityChecks.look': defineOperation({
    method: 'POST',
    path: '/identity-checks/look',
    summary:
      'What the page shows that waits for the help desk: who asks, the code to read out, and whether it is over',
    access: 'public',
    body: LinkToken,
    response: Type.Object(
      {
        organisation: Type.String(),
        system: Type.String(),
        code: Type.String(),
        endsAt: Time,
        isOver: Type.Boolean(),
        helpDesk: HelpDesk,
      },
      named('IdentityCheck'),
    ),
    noStore: true,
    errors: ['invalid_token'],
  }),
};
