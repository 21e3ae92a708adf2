import type { ErrorCode } from '../../../../contract/errors.ts';
import { HOUR } from '../../../time.ts';
import { no } from './refusal.ts';
import type { Refused } from './refusal.ts';
import { countingApprovers, outranked, outsideHelpDesk, secondPersonRefusal } from './secondPerson.ts';
import type { Situation } from './situation.ts';

interface Guard {
  /** The rule in words, for the documents. */
  rule: string;
  code: ErrorCode;
  refuses(situation: Situation, from: readonly string[]): Refused | null;
}

/** After a denial or a veto no new request (product: Reset requests). */
export const QUIET_AFTER_REFUSAL = 24 * HOUR;

/** A guard whose refusals all have one code. */
function guard(
  rule: string,
  code: ErrorCode,
  sentence: (situation: Situation, from: readonly string[]) => string | null,
): Guard {
  return {
    rule,
    code,
    refuses(situation, from) {
      const text = sentence(situation, from);
      return text === null ? null : no(code, text);
    },
  };
}

const where = (refused: boolean, sentence: string): string | null => (refused ? sentence : null);

export const GUARDS = {
  opener_may: guard('staff who open have `resets.verify`', 'forbidden', ({ actor }) =>
    where(
      actor !== null && !actor.permissions.has('resets.verify'),
      'You may not open reset requests. Ask the help desk.',
    ),
  ),
  may_verify: guard('`resets.verify`', 'forbidden', ({ actor }) =>
    where(!actor?.permissions.has('resets.verify'), 'You may not record checks. Ask the help desk.'),
  ),
  may_decide: guard('`resets.decide`', 'forbidden', ({ actor }) =>
    where(
      !actor?.permissions.has('resets.decide'),
      'You may not decide reset requests. An administrator or a security officer can.',
    ),
  ),
  stepped_up: guard('a step-up of the last 5 minutes', 'step_up_required', ({ actor }) =>
    where(!actor?.steppedUp, 'Enter a code from your authenticator app to confirm that it is you.'),
  ),
  not_own: guard('nobody for their own account', 'own_account', ({ actor, target }) =>
    where(
      actor?.id === target.id,
      'This is your own account. Someone else has to verify and decide; ask a colleague.',
    ),
  ),
  not_own_by_staff: guard('staff never open their own', 'own_account', ({ actor, target }) =>
    where(
      actor?.id === target.id,
      'This is your own account. Use Disable in Security Settings, or ask a colleague.',
    ),
  ),
  rank: guard('rank at least that of the target', 'rank_too_low', ({ actor, target }) =>
    where(
      outranked(actor ?? { roles: [] }, { target }),
      `${target.name} ranks higher than you. Ask an administrator or a security officer.`,
    ),
  ),
  help_desk_scope: guard('help desk: standard tier and users only', 'forbidden', ({ actor, tier, target }) =>
    where(
      actor !== null && outsideHelpDesk(actor, { tier, target }),
      'The help desk decides requests of the standard tier only. Ask an administrator or a security officer.',
    ),
  ),
  second_person: {
    rule: 'the tier’s two-person rule; a role younger than 7 days is no second person',
    code: 'second_person_required',
    refuses: secondPersonRefusal,
  },
  enough_deciders: guard(
    'the approvals that stand are as many as the tier asks for, by people who could approve it now, recorded no check and gave no verifier a role of the last 7 days',
    'second_person_required',
    (situation) =>
      where(
        countingApprovers(situation).length < (situation.deciders === 'two' ? 2 : 1),
        'An approval is missing: the risk rose, a decider was suspended, or one of them took part in verifying.',
      ),
  ),
  state: guard('the request is in one of the states it starts from', 'already_decided', (situation, from) =>
    where(!from.includes(situation.state), situation.ending ?? 'This request is not at that point.'),
  ),
  recipe: guard('the recipe of the tier is met', 'recipe_not_met', ({ missing }) => missing),
  not_paused: guard('not paused', 'paused', ({ paused, target }) =>
    where(
      paused,
      `A valid code was entered after this request was made. ${target.name} is asked at sign-in whether they made it; wait for the answer.`,
    ),
  ),
  not_frozen: guard('resets are not frozen', 'frozen', ({ frozen }) =>
    where(frozen, 'All resets are frozen. A security officer can unfreeze them.'),
  ),
  no_new_while_frozen: guard('staff open none while frozen', 'frozen', ({ frozen, actor }) =>
    where(
      frozen && actor !== null,
      'All resets are frozen, so no request can be opened for a caller. A security officer can unfreeze them.',
    ),
  ),
  mfa_on: guard('there is an authenticator to remove', 'mfa_not_on', ({ target }) =>
    where(!target.mfaOn, 'There is nothing to reset: multi-factor authentication is not on.'),
  ),
  not_too_soon: guard('24 hours after a denial or veto', 'request_too_soon', ({ refusedAt, now }) =>
    where(
      refusedAt !== null && now < refusedAt + QUIET_AFTER_REFUSAL,
      'The last request was refused. A new one can be made 24 hours after that; until then ask the help desk.',
    ),
  ),
  hold_over: guard('the hold is over', 'hold_running', ({ hold }) =>
    where(
      hold !== 'over',
      hold === 'waiting'
        ? 'The hold begins when the mail server has taken the notice to the user.'
        : 'The hold is not over yet.',
    ),
  ),
  not_expired: guard('its time is not up', 'check_not_possible', ({ expiresAt, now }) =>
    where(now >= expiresAt, 'The time of this request is up. Open a new one, or ask the user to.'),
  ),
  past_expiry: guard(
    'its time is up; in a hold only while it is paused',
    'check_not_possible',
    ({ expiresAt, now, state, paused }) =>
      where(now < expiresAt || (state === 'approved' && !paused), 'It has not expired yet.'),
  ),
} satisfies Record<string, Guard>;

export type GuardName = keyof typeof GUARDS;
