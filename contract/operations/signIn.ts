import Type from 'typebox';
import { defineOperation } from '../define.ts';
import {
  ActivationCode,
  AppLink,
  Code,
  CodeRequired,
  Enrolment,
  HelpDesk,
  Id,
  LanguageTag,
  LinkToken,
  Note,
  oneOf,
  Opaque,
  Password,
  ResetReason,
  SignedIn,
  strict,
  Time,
  Username,
} from '../schemas.ts';

const Challenge = { challenge: Opaque };

export const signInOperations = {
  'signIn.options': defineOperation({
    method: 'GET',
    path: '/sign-in/options',
    summary: 'What the sign-in screen needs to know',
    access: 'public',
    response: Type.Object(
      {
        organisation: Type.String(),
        /** Its own, for whose browser asks for none that there is. */
        language: LanguageTag,
        sso: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, strict)),
        helpDesk: HelpDesk,
        recommendedApps: Type.Array(AppLink),
        /** What the console says in a banner: a sample organisation, or one that lives on this computer only. */
        kind: oneOf(['server', 'local', 'sample']),
        frozen: Type.Boolean(),
      },
      strict,
    ),
    errors: [],
  }),
  'signIn.start': defineOperation({
    method: 'POST',
    path: '/sign-in',
    summary: 'Username and password: the first step, never a session where MFA is asked for',
    access: 'public',
    body: Type.Object({ username: Username, password: Password }, strict),
    response: Type.Union([
      SignedIn,
      CodeRequired,
      Type.Object(
        {
          outcome: Type.Literal('setup_required'),
          challenge: Type.String(),
          expiresAt: Time,
          activationRequired: Type.Boolean(),
        },
        strict,
      ),
    ]),
    noStore: true,
    errors: ['invalid_credentials', 'too_many_attempts'],
  }),
  'signIn.verify': defineOperation({
    method: 'POST',
    path: '/sign-in/verify',
    summary: 'The code from the authenticator app: ends the sign-in',
    access: 'public',
    body: Type.Object({ ...Challenge, code: Code }, strict),
    response: SignedIn,
    noStore: true,
    errors: [
      'invalid_code',
      'challenge_expired',
      'locked',
      'too_many_attempts',
      'mfa_not_on',
      'sso_not_linked',
    ],
  }),
  'signIn.moreTime': defineOperation({
    method: 'POST',
    path: '/sign-in/more-time',
    summary: 'Another 30 minutes for a setup that is under way',
    access: 'public',
    body: Type.Object(Challenge, strict),
    response: Type.Object({ expiresAt: Time }, strict),
    errors: ['challenge_expired'],
  }),
  'signIn.beginEnrolment': defineOperation({
    method: 'POST',
    path: '/sign-in/enrolment',
    summary: 'Begin the setup that sign-in requires; replaces any earlier pending one',
    access: 'public',
    body: Type.Object({ ...Challenge, activationCode: Type.Optional(ActivationCode) }, strict),
    response: Enrolment,
    noStore: true,
    errors: [
      'challenge_expired',
      'activation_required',
      'invalid_activation_code',
      'too_many_attempts',
      'already_on',
      'frozen',
    ],
  }),
  'signIn.confirmEnrolment': defineOperation({
    method: 'POST',
    path: '/sign-in/enrolment/confirm',
    summary: 'Prove the app by a code: MFA is on and the sign-in ends',
    access: 'public',
    body: Type.Object({ ...Challenge, enrolmentId: Id, code: Code }, strict),
    response: SignedIn,
    noStore: true,
    errors: ['invalid_code', 'challenge_expired', 'enrolment_ended', 'frozen'],
  }),
  'signIn.requestReset': defineOperation({
    method: 'POST',
    path: '/sign-in/reset-request',
    summary: 'Ask for a reset after a right password; the open request with a fresh code where there is one',
    access: 'public',
    body: Type.Object(
      {
        ...Challenge,
        reason: Type.Optional(ResetReason),
        note: Type.Optional(Note),
        /** The phone is in the wrong hands: codes of every authenticator count no more, and sessions end. */
        stopNow: Type.Optional(Type.Boolean()),
      },
      strict,
    ),
    response: Type.Object({ requestId: Id, requestCode: Type.String(), state: Type.String() }, strict),
    noStore: true,
    errors: ['challenge_expired', 'mfa_not_on', 'request_too_soon', 'not_found', 'request_exists'],
  }),
  'signIn.signOut': defineOperation({
    method: 'POST',
    path: '/sign-out',
    summary: 'End this session',
    access: 'session',
    whileBlocked: true,
    errors: [],
  }),
  'password.forgot': defineOperation({
    method: 'POST',
    path: '/password-reset',
    summary: 'Mail a link for a new password; the same answer whether or not the username exists',
    access: 'public',
    body: Type.Object({ username: Username }, strict),
    status: 202,
    errors: [],
  }),
  'password.lookAtLink': defineOperation({
    method: 'POST',
    path: '/password-reset/look',
    summary:
      'What the page behind a mailed link for a password shows; changes nothing, because mail scanners follow links',
    access: 'public',
    body: LinkToken,
    response: Type.Object(
      {
        username: Type.String(),
        /** The account never had a password: there is none to change, and no session to end. */
        first: Type.Boolean(),
      },
      strict,
    ),
    errors: ['invalid_token'],
  }),
  'password.confirm': defineOperation({
    method: 'POST',
    path: '/password-reset/confirm',
    summary: 'Set a password by a mailed link; MFA is untouched',
    access: 'public',
    body: Type.Object({ token: Opaque, password: Password }, strict),
    errors: ['invalid_token', 'frozen'],
  }),
};
