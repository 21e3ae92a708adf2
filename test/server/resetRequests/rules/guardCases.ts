import { TOO_YOUNG } from '../../../../server/features/resetRequests/rules/secondPerson.ts';
import { inEnglish } from '../../../../server/words.ts';
import type { GuardName } from '../../../../server/features/resetRequests/rules/guards.ts';
import type { Load } from '../../../../server/features/resetRequests/rules/ceilings.ts';
import type { Situation } from '../../../../server/features/resetRequests/rules/situation.ts';
import { actor, MISSING, situation } from './situations.ts';

export const NOW = situation().now;
export const DAY = 24 * 3_600_000;
export const MINUTE = 60_000;
export const jo = situation().target;
export const helpDesk = actor('help_desk', {}, true);
const own = { actor: actor('help_desk', { id: 'jo' }) };
export const codeDue = { state: 'completed', target: { ...jo, mfaOn: false }, setupDue: true } as const;
const APPROVAL =
  'An approval is missing: the risk rose, a decider was suspended, or one of them took part in verifying, or is no other person than who did or than the other decider.';
const SCOPE =
  'The help desk decides requests of the standard tier only. Ask an administrator or a security officer.';
const DECIDE = 'You may not decide reset requests. An administrator or a security officer can.';
const NOT_THERE = 'This request is not at that point.';
const SUFFICES = 'Its evidence and its approvals still suffice.';
const NO_CODE_DUE =
  'No activation code is due: the request has not ended in a reset, or the user has set up again.';
const STEP_UP = 'Enter a code from your authenticator app to confirm that it is you.';

/** Whoever decides has as many as they may have. */
export const AT_CEILING: Load = { scope: 'decider', window: 'hour', name: 'Priya', count: 15, ceiling: 15 };
const AT_ONE_LESS: Load = { ...AT_CEILING, count: 14 };

/** Each guard with who or what it refuses, and what it says. */
export const REFUSES: readonly [GuardName, string, Partial<Situation>, string, string][] = [
  [
    'opener_may',
    'an auditor',
    { actor: actor('auditor') },
    'forbidden',
    'You may not open reset requests. Ask the help desk.',
  ],
  [
    'may_verify',
    'an auditor',
    { actor: actor('auditor') },
    'forbidden',
    'You may not record checks. Ask the help desk.',
  ],
  ['may_verify', 'nobody', { actor: null }, 'forbidden', 'You may not record checks. Ask the help desk.'],
  ['may_decide', 'the help desk', { actor: actor('help_desk') }, 'forbidden', DECIDE],
  ['may_decide', 'nobody', { actor: null }, 'forbidden', DECIDE],
  [
    'stepped_up',
    'who confirmed nothing',
    { actor: actor('administrator', { steppedUp: false }) },
    'step_up_required',
    STEP_UP,
  ],
  ['stepped_up', 'nobody', { actor: null }, 'step_up_required', STEP_UP],
  [
    'not_own',
    'the user',
    own,
    'own_account',
    'This is your own account. Someone else has to verify and decide; ask a colleague.',
  ],
  [
    'not_own',
    'the user, who may decide',
    { actor: actor('administrator', { id: 'jo' }) },
    'own_account',
    'This is your own account. Someone else has to verify and decide; ask a colleague.',
  ],
  [
    'not_own_by_staff',
    'the user',
    own,
    'own_account',
    'This is your own account. Use Disable in Security Settings, or ask a colleague.',
  ],
  [
    'rank',
    'the help desk for an administrator',
    { actor: helpDesk, target: { ...jo, roles: ['administrator'] } },
    'rank_too_low',
    'Jo ranks higher than you. Ask an administrator or a security officer.',
  ],
  [
    'rank',
    'nobody for an auditor',
    { actor: null, target: { ...jo, roles: ['auditor'] } },
    'rank_too_low',
    'Jo ranks higher than you. Ask an administrator or a security officer.',
  ],
  ['help_desk_scope', 'the elevated tier', { actor: helpDesk, tier: 'elevated' }, 'forbidden', SCOPE],
  [
    'help_desk_scope',
    'staff',
    { actor: helpDesk, target: { ...jo, roles: ['auditor'] } },
    'forbidden',
    SCOPE,
  ],
  [
    'second_person',
    'a verifier',
    { tier: 'elevated', verifiers: ['ana'] },
    'second_person_required',
    'You recorded a check on this request, so someone else has to decide it.',
  ],
  ['enough_deciders', 'none', { approvers: [] }, 'second_person_required', APPROVAL],
  [
    'enough_deciders',
    'only the verifier',
    { tier: 'elevated', approvers: ['priya'] },
    'second_person_required',
    APPROVAL,
  ],
  [
    'enough_deciders',
    'one of two',
    { tier: 'privileged', approvers: ['ana'] },
    'second_person_required',
    APPROVAL,
  ],
  [
    'enough_deciders',
    'one whose puppet verified',
    { tier: 'privileged', approvers: ['ana', 'omar'], makers: ['ana'] },
    'second_person_required',
    APPROVAL,
  ],
  [
    'enough_deciders',
    'two who may be one person',
    { tier: 'privileged', approvers: ['ana', 'omar'], twins: [['omar', 'ana']] },
    'second_person_required',
    APPROVAL,
  ],
  [
    'enough_deciders',
    'one who could not approve it now',
    { approvers: ['ana'], unfit: ['ana'] },
    'second_person_required',
    APPROVAL,
  ],
  [
    'not_expired',
    'what is past its time',
    { expiresAt: NOW },
    'check_not_possible',
    'The time of this request is up. Open a new one, or ask the user to.',
  ],
  ['state', 'what has ended', { state: 'denied' }, 'already_decided', NOT_THERE],
  ['state', 'what is at another point', { state: 'approved' }, 'already_decided', NOT_THERE],
  [
    'falls_short',
    'what still suffices',
    { state: 'approved', approvers: ['ana'] },
    'check_not_possible',
    SUFFICES,
  ],
  ['hold_waits', 'a hold that runs', { hold: 'running' }, 'hold_running', 'The hold has begun already.'],
  ['hold_waits', 'a hold that is over', { hold: 'over' }, 'hold_running', 'The hold has begun already.'],
  ['no_own_word', 'the user', own, 'own_account', 'You can’t vouch for yourself.'],
  [
    'device_missing',
    'a request by Disable',
    { source: 'disable' },
    'check_not_possible',
    'Whoever asked from their own settings said that they have the device.',
  ],
  [
    'not_reported_yet',
    'a second report',
    { reported: true },
    'check_not_possible',
    'An attack is reported of this request already. The security officers know.',
  ],
  [
    'nobody_else_on_it',
    'what a colleague is on',
    { claimant: 'Hana' },
    'check_not_possible',
    'Hana is on this request. Take it over first, or ask them to hand it on.',
  ],
  [
    'colleague_may',
    'oneself',
    { colleague: 'self' },
    'check_not_possible',
    'You have it yourself. Choose a colleague.',
  ],
  [
    'colleague_may',
    'whose request it is',
    { colleague: 'own' },
    'check_not_possible',
    'It is the request of Jo, who can’t verify it. Choose somebody else.',
  ],
  [
    'colleague_may',
    'who may not verify',
    { colleague: 'may_not' },
    'check_not_possible',
    'There is no such active colleague who may verify requests. Choose somebody else.',
  ],
  [
    'somebody_decides',
    'where nobody else may',
    { decidable: false },
    'second_person_required',
    'Nobody else can decide this request: whoever may decide verified it, approved it already, or ranks below. Ask an administrator to appoint somebody, or the operator: gatehouse recover on the server is the way.',
  ],
  [
    'not_asked_lately',
    'a second asking after ten minutes',
    { decisionAskedAt: NOW - 10 * MINUTE },
    'check_not_possible',
    'Whoever may decide was told of it less than 15 minutes ago. They can be asked again in 5 minutes.',
  ],
  ['not_paused_yet', 'a second code', { paused: true }, 'paused', 'It waits for the user’s answer already.'],
  [
    'found_again',
    'a session from before the phone was lost',
    { saysLost: true, signedInSince: false },
    'forbidden',
    'This request says that your phone is lost. Sign out, sign in again with your password and a code, then cancel it; or ask your help desk.',
  ],
  ['device_proved', 'a session from before the pause', { provedDevice: false }, 'step_up_required', STEP_UP],
  [
    'recent_reset',
    'a reset seven days ago',
    { state: 'completed', endedAt: NOW - 7 * DAY },
    'invalid_token',
    'The reset was more than 7 days ago.',
  ],
  [
    'recent_reset',
    'a reset that nobody knows the moment of',
    { state: 'completed', endedAt: null },
    'invalid_token',
    'The reset was more than 7 days ago.',
  ],
  ['code_due', 'what ended in no reset', { ...codeDue, state: 'denied' }, 'check_not_possible', NO_CODE_DUE],
  ['code_due', 'who set up since', { ...codeDue, target: jo }, 'check_not_possible', NO_CODE_DUE],
  ['code_due', 'who needs no code', { ...codeDue, setupDue: false }, 'check_not_possible', NO_CODE_DUE],
  [
    'code_due',
    'whose account elsewhere is held by what ended in no reset',
    { ...codeDue, state: 'vetoed', heldElsewhere: true },
    'check_not_possible',
    NO_CODE_DUE,
  ],
  [
    'by_mail',
    'a mailbox that proves nothing',
    { notByMail: 'young_address' },
    'check_not_possible',
    'The e-mail address is younger than 30 days, so no code goes to it. Hand one over in person, from the page of the reset request.',
  ],
  [
    'not_by_mail',
    'a mailbox that can be trusted',
    { notByMail: null },
    'check_not_possible',
    'This address can be trusted, so the code goes by mail. Send a new one instead.',
  ],
  [
    'verified_nothing',
    'a verifier',
    { verifiers: ['priya', 'ana'] },
    'second_person_required',
    'You, or somebody who may be one person with you, recorded a check on this request, so someone else has to hand over the code.',
  ],
  [
    'verified_nothing',
    'who may be one person with the verifier',
    { puppets: ['Priya'] },
    'second_person_required',
    'You, or somebody who may be one person with you, recorded a check on this request, so someone else has to hand over the code.',
  ],
  [
    'changed_no_contact',
    'who changed the address',
    { changedContact: true },
    'second_person_required',
    'You, or somebody who may be one person with you, set or changed a contact of Jo in the last 30 days, so someone else has to hand over the code.',
  ],
  [
    'changed_no_route',
    'who turned the way of mails',
    { changedRoute: true },
    'second_person_required',
    'You, or somebody who may be one person with you, changed the way of mails in the last 7 days, so someone else has to hand over the code.',
  ],
  [
    'not_young',
    'a young role',
    { actor: actor('administrator', { young: true }) },
    'second_person_required',
    inEnglish(TOO_YOUNG),
  ],
  [
    'not_executing',
    'what is being carried out',
    { state: 'executing' },
    'already_executing',
    'This request is being carried out, and what was sent to a connected system can’t be taken back. A freeze, or “This wasn’t me”, stops the rest.',
  ],
  [
    'read_back',
    'what is not read back as gone',
    { unfinished: 1 },
    'check_not_possible',
    'It is not finished in every connected system yet.',
  ],
  ['recipe', 'missing evidence', { missing: MISSING }, 'recipe_not_met', 'Still missing: a call back.'],
  [
    'held_there',
    'a system that can’t hold an account, where policy asks for it',
    { unheld: ['privacyIDEA'] },
    'system_cannot_hold',
    'Policy allows no reset in privacyIDEA: it cannot hold sign-in, and the password alone may lead in there until a new factor is set up. Leave it out of what goes.',
  ],
  [
    'held_there',
    'two of them',
    { unheld: ['privacyIDEA', 'LemonLDAP'] },
    'system_cannot_hold',
    'Policy allows no reset in privacyIDEA and LemonLDAP: they cannot hold sign-in, and the password alone may lead in there until a new factor is set up. Leave them out of what goes.',
  ],
  [
    'not_paused',
    'a reported attack',
    { paused: true, reported: true },
    'paused',
    'An attack was reported of this request. Speak with Jo on a number on record, then deny it; it goes on only if Jo says at sign-in that it is theirs.',
  ],
  [
    'not_paused',
    'a paused request',
    { paused: true },
    'paused',
    'A valid code was entered after this request was made. Jo is asked at sign-in whether they made it; wait for the answer.',
  ],
  [
    'not_frozen',
    'a freeze',
    { frozen: true },
    'frozen',
    'All resets are frozen. A security officer can unfreeze them.',
  ],
  [
    'below_ceilings',
    'who has as many as the ceiling',
    { loads: [{ ...AT_CEILING, scope: 'agent' }] },
    'frozen',
    'With one more, Priya would have verified 16 resets within an hour; the ceiling is 15. That froze all resets, until a security officer unfreezes them.',
  ],
  [
    'below_ceilings',
    'the second of two approvals above it',
    { deciders: 'two', approvers: ['omar'], loads: [{ ...AT_CEILING, name: null }] },
    'frozen',
    'With one more, somebody would have decided 16 resets within an hour; the ceiling is 15. That froze all resets, until a security officer unfreezes them.',
  ],
  [
    'below_ceilings',
    'one more than all may have in a day',
    { loads: [AT_ONE_LESS, { scope: 'all', window: 'day', name: null, count: 80, ceiling: 80 }] },
    'frozen',
    'With one more, there would be 81 resets within 24 hours; the ceiling is 80. That froze all resets, until a security officer unfreezes them.',
  ],
  [
    'setups_not_frozen',
    'a code for a new setup in a freeze',
    { setupsFrozen: true },
    'frozen',
    'New setups are frozen: nobody sets up or moves multi-factor authentication, and no set-up link or activation code is sent. A security officer can unfreeze them.',
  ],
  [
    'locked',
    'an account that is not locked',
    { lock: 'none' },
    'not_locked',
    'Jo’s account is not locked. Look at it again.',
  ],
  [
    'not_for_good',
    'a hundred wrong codes since the last right one',
    { lock: 'for_good' },
    'locked_for_good',
    'A hundred wrong codes were entered since the last right one, so unlocking no longer helps. Reset the authenticator of Jo: they set up again.',
  ],
  [
    'no_new_while_frozen',
    'staff in a freeze',
    { frozen: true },
    'frozen',
    'All resets are frozen, so no request can be opened for a caller. A security officer can unfreeze them.',
  ],
  [
    'mfa_on',
    'a user without MFA',
    { target: { ...jo, mfaOn: false } },
    'mfa_not_on',
    'There is nothing to reset: multi-factor authentication is not on.',
  ],
  [
    'not_too_soon',
    'the user a day after a denial, less a moment',
    { refusedAt: NOW - DAY + 1, actor: null },
    'request_too_soon',
    'The last request was refused. A new one can be made 24 hours after that; until then ask the help desk.',
  ],
  [
    'hold_over',
    'a notice that no mail server took',
    { hold: 'waiting' },
    'hold_running',
    'The hold begins when the mail server has taken the notice to the user.',
  ],
  ['hold_over', 'a hold that runs', { hold: 'running' }, 'hold_running', 'The hold is not over yet.'],
  ['past_expiry', 'time left', { expiresAt: NOW + 1 }, 'check_not_possible', 'It has not expired yet.'],
  [
    'past_expiry',
    'a hold',
    { expiresAt: NOW, state: 'approved' },
    'check_not_possible',
    'It has not expired yet.',
  ],
  [
    'past_expiry',
    'a paused hold with time left',
    { expiresAt: NOW + 1, state: 'approved', paused: true },
    'check_not_possible',
    'It has not expired yet.',
  ],
];
