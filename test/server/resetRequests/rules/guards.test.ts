import { expect, test } from 'vitest';
import { GUARDS } from '../../../../server/features/resetRequests/rules/guards.ts';
import type { GuardName } from '../../../../server/features/resetRequests/rules/guards.ts';
import type { Situation } from '../../../../server/features/resetRequests/rules/situation.ts';
import { actor, situation } from './situations.ts';

const NOW = situation().now;
const DAY = 24 * 3_600_000;
const jo = situation().target;
const helpDesk = actor('help_desk', {}, true);
const own = { actor: actor('help_desk', { id: 'jo' }) };
const ask = (name: GuardName, change: Partial<Situation>, from: readonly string[] = ['open', 'verified']) =>
  GUARDS[name].refuses(situation(change), from);

const APPROVAL =
  'An approval is missing: the risk rose, a decider was suspended, or one of them took part in verifying.';
const SCOPE =
  'The help desk decides requests of the standard tier only. Ask an administrator or a security officer.';
const DECIDE = 'You may not decide reset requests. An administrator or a security officer can.';
const STEP_UP = 'Enter a code from your authenticator app to confirm that it is you.';

const refuses: [GuardName, string, Partial<Situation>, string, string][] = [
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
  ['state', 'what has ended', { state: 'denied' }, 'already_decided', 'Ended.'],
  [
    'state',
    'what is at another point',
    { state: 'approved', ending: null },
    'already_decided',
    'This request is not at that point.',
  ],
  [
    'recipe',
    'missing evidence',
    { missing: 'Still missing: a call back.' },
    'recipe_not_met',
    'Still missing: a call back.',
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
    'a day after a denial, less a moment',
    { refusedAt: NOW - DAY + 1 },
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
test.each(refuses)('the guard %s refuses %s', (name, _, change, code, sentence) => {
  expect(ask(name, change)).toEqual({ code, sentence });
});

const passes: [GuardName, string, Partial<Situation>][] = [
  ['opener_may', 'the user, who has no session', { actor: null }],
  ['opener_may', 'the help desk', { actor: actor('help_desk') }],
  ['may_verify', 'the help desk', { actor: actor('help_desk') }],
  ['may_decide', 'a security officer', { actor: actor('security_officer') }],
  ['may_decide', 'the help desk where policy lets it', { actor: helpDesk }],
  ['stepped_up', 'who just confirmed', {}],
  ['not_own', 'another person', {}],
  ['not_own', 'the server', { actor: null }],
  ['not_own_by_staff', 'another person', {}],
  ['not_own_by_staff', 'the user, who has no session', { actor: null }],
  ['rank', 'the help desk for its own rank', { actor: helpDesk, target: { ...jo, roles: ['help_desk'] } }],
  [
    'rank',
    'a security officer for an administrator',
    { actor: actor('security_officer'), target: { ...jo, roles: ['administrator'] } },
  ],
  ['help_desk_scope', 'a user of the standard tier', { actor: helpDesk }],
  [
    'help_desk_scope',
    'an administrator in every tier',
    { tier: 'privileged', target: { ...jo, roles: ['auditor'] } },
  ],
  ['help_desk_scope', 'the server', { actor: null, tier: 'privileged' }],
  ['second_person', 'who verified nothing', { tier: 'elevated' }],
  ['enough_deciders', 'the verifier, where anyone decides', { approvers: ['priya'] }],
  ['enough_deciders', 'one who verified nothing', { tier: 'elevated', approvers: ['ana'] }],
  ['enough_deciders', 'two who verified nothing', { tier: 'privileged', approvers: ['ana', 'omar'] }],
  ['state', 'a state that it starts from', { state: 'open' }],
  ['recipe', 'the whole recipe', {}],
  ['not_paused', 'what is not paused', {}],
  ['not_frozen', 'no freeze', {}],
  ['no_new_while_frozen', 'the user in a freeze', { frozen: true, actor: null }],
  ['no_new_while_frozen', 'staff without a freeze', {}],
  ['mfa_on', 'a user with MFA', {}],
  ['not_too_soon', 'a day after a denial', { refusedAt: NOW - DAY }],
  ['not_too_soon', 'who was never refused', {}],
  ['hold_over', 'the end of the hold', { hold: 'over' }],
  ['not_expired', 'the last moment of its time', { expiresAt: NOW + 1 }],
  ['past_expiry', 'the end of its time', { expiresAt: NOW }],
  ['past_expiry', 'a hold that stayed paused', { expiresAt: NOW, state: 'approved', paused: true }],
];
test.each(passes)('the guard %s lets %s pass', (name, _, change) => {
  expect(ask(name, change)).toBeNull();
});

test('every guard is seen to refuse and to let pass', () => {
  const names = (rows: readonly (readonly [GuardName, ...unknown[]])[]) =>
    [...new Set(rows.map(([name]) => name))].toSorted();
  expect(names(refuses)).toEqual(Object.keys(GUARDS).toSorted());
  expect(names(passes)).toEqual(Object.keys(GUARDS).toSorted());
});

test('a guard answers with the code that the documents give for it', () => {
  for (const [name, , , code] of refuses) expect([name, code]).toEqual([name, GUARDS[name].code]);
});
