import Type, { type Static } from 'typebox';
import { defineOperation } from '../define.ts';
import {
  Id,
  LinkToken,
  named,
  nullable,
  Note,
  oneOf,
  Person,
  ResetAsked,
  ResetPlea,
  ResetReason,
  strict,
  Time,
} from '../schemas.ts';

/** What a manager is asked on a request, and what became of it. */
export const ManagerConfirmation = Type.Object(
  {
    /** Whether the manager can be asked now; with the reason where they can't. */
    allowed: Type.Boolean(),
    refusal: nullable(Type.String()),
    asked: nullable(
      Type.Object(
        {
          at: Time,
          by: Person,
          manager: Person,
          /** The manager's manager, who may answer from then on: four working hours later. */
          deputy: nullable(Person),
          deputyFrom: nullable(Time),
          answeredBy: nullable(Person),
          answeredAt: nullable(Time),
          outcome: nullable(oneOf(['pass', 'fail'])),
        },
        strict,
      ),
    ),
  },
  named('ManagerConfirmation'),
);
export type ManagerConfirmation = Static<typeof ManagerConfirmation>;

const Confirmation = Type.Object(
  {
    id: Id,
    person: Person,
    department: nullable(Type.String()),
    reason: nullable(ResetReason),
    openedAt: Time,
    askedBy: Person,
    askedAt: Time,
    /** Asked in place of the manager, who did not answer. */
    asDeputy: Type.Boolean(),
  },
  named('Confirmation'),
);

const DeskNotice = Type.Object(
  {
    /** `handed`: to go on with; until they act on it. `decision`: asked for in the last 15 minutes, and theirs to make. */
    kind: oneOf(['handed', 'decision']),
    requestId: Id,
    /** Whose request it is, and which colleague wants something, by name. */
    person: Type.String(),
    by: Type.String(),
    at: Time,
  },
  named('DeskNotice'),
);

/** Acts on a reset request by others than staff: the manager who vouches, the user whose account it is. */
export const resetConfirmationOperations = {
  'me.confirmations': defineOperation({
    method: 'GET',
    path: '/me/confirmations',
    summary: 'Reset requests that the signed-in person is asked to confirm, as the manager or the deputy',
    access: 'session',
    response: Type.Object({ items: Type.Array(Confirmation) }, strict),
    errors: [],
  }),
  'me.deskNotices': defineOperation({
    method: 'GET',
    path: '/me/desk',
    summary:
      'What colleagues want of the signed-in person: requests handed to them, and decisions they are asked for',
    access: 'resets.verify',
    response: Type.Object({ items: Type.Array(DeskNotice) }, strict),
    errors: [],
  }),
  'me.answerConfirmation': defineOperation({
    method: 'POST',
    path: '/me/confirmations/{id}',
    summary: 'Confirm that a request is genuine, or refuse to',
    access: 'session',
    stepUp: true,
    params: Type.Object({ id: Id }, strict),
    body: Type.Object({ outcome: oneOf(['pass', 'fail']), note: Type.Optional(Note) }, strict),
    errors: ['not_found', 'own_account', 'check_not_possible', 'contact_changed_recently', 'already_decided'],
  }),
  'me.resetRequest': defineOperation({
    method: 'GET',
    path: '/me/mfa/reset-request',
    summary: 'The own pending reset request, and whether it is paused until the user says whose it is',
    access: 'session',
    response: Type.Object(
      {
        request: nullable(
          Type.Object(
            {
              id: Id,
              state: oneOf(['open', 'verified', 'approved', 'executing']),
              openedAt: Time,
              openedByStaff: Type.Boolean(),
              holdEndsAt: nullable(Time),
              /** A valid code was entered since: *did you request this?* */
              paused: Type.Boolean(),
            },
            strict,
          ),
        ),
      },
      strict,
    ),
    errors: [],
  }),
  'me.requestReset': defineOperation({
    method: 'POST',
    path: '/me/mfa/reset-request',
    summary:
      'Ask for a reset from the own session; the open request with a fresh code where there is one. `stopNow` ends other sessions',
    access: 'session',
    body: Type.Object(ResetPlea, strict),
    response: ResetAsked,
    noStore: true,
    errors: ['mfa_not_on', 'request_too_soon', 'not_found', 'request_exists'],
  }),
  'me.answerReset': defineOperation({
    method: 'POST',
    path: '/me/mfa/reset-request/answer',
    summary:
      'Did you request this? Yes lets the request go on, no is *this wasn’t me*: every session ends, also this one',
    access: 'session',
    body: Type.Object({ mine: Type.Boolean() }, strict),
    /** Asks for a step-up where the session gave no code since the request was paused, or for a no since it was made. */
    errors: ['no_open_request', 'step_up_required'],
  }),
  'resetRequests.lookAtLink': defineOperation({
    method: 'POST',
    path: '/this-wasnt-me/look',
    summary:
      'What the page behind *this wasn’t me* shows; changes nothing, because mail scanners follow links',
    access: 'public',
    body: LinkToken,
    response: Type.Object(
      {
        /** There where it is no request: somebody stopped an authenticator, at `openedAt`. */
        about: Type.Optional(Type.Literal('authenticator')),
        name: Type.String(),
        username: Type.String(),
        openedAt: Time,
        /** The reset has happened already. */
        done: Type.Boolean(),
        /** A sentence for each check that was made in the person's name. */
        checks: Type.Array(Type.String()),
      },
      strict,
    ),
    errors: ['invalid_token'],
  }),
  'resetRequests.veto': defineOperation({
    method: 'POST',
    path: '/this-wasnt-me',
    summary:
      'This wasn’t me: stops the request, lets stopped authenticators count again, ends sessions, blocks enrolment, asks for a new password, tells the officers',
    access: 'public',
    body: LinkToken,
    errors: ['invalid_token'],
  }),
};
