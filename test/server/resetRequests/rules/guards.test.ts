import { expect, test } from 'vitest';
import { inEnglish } from '../../../../server/words.ts';
import { GUARDS } from '../../../../server/features/resetRequests/rules/guards.ts';
import type { Guard, GuardName } from '../../../../server/features/resetRequests/rules/guards.ts';
import type { Situation } from '../../../../server/features/resetRequests/rules/situation.ts';
import { AT_CEILING, codeDue, DAY, helpDesk, jo, MINUTE, NOW, REFUSES } from './guardCases.ts';
import { actor, situation, MISSING } from './situations.ts';

const ask = (name: GuardName, change: Partial<Situation>) => {
  const guard: Guard = GUARDS[name];
  return guard.refuses(situation(change), name === 'code_due' ? ['completed'] : ['open', 'verified']);
};

test.each(REFUSES)('the guard %s refuses %s', (name, _, change, code, sentence) => {
  const refused = ask(name, change);
  expect(refused && { ...refused, sentence: inEnglish(refused.sentence) }).toEqual({ code, sentence });
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
  [
    'enough_deciders',
    'a third besides two who may be one person',
    { tier: 'privileged', approvers: ['ana', 'omar', 'lee'], twins: [['ana', 'omar']] },
  ],
  ['state', 'a state that it starts from', { state: 'open' }],
  ['not_executing', 'what waits in its hold', { state: 'approved' }],
  ['read_back', 'what is read back as gone everywhere', {}],
  ['recipe', 'the whole recipe', {}],
  ['held_there', 'what goes only where accounts can be held', {}],
  ['removes_something', 'a request for a reset', {}],
  ['answered_in_time', 'a reset in a tier with a hold', { holds: true }],
  ['answered_in_time', 'an answer in a tier without one', { answersOnly: true }],
  ['not_paused', 'what is not paused', {}],
  ['not_frozen', 'no freeze', {}],
  ['setups_not_frozen', 'no freeze', {}],
  ['below_ceilings', 'nobody who is near', {}],
  ['below_ceilings', 'the last that a ceiling allows', { loads: [{ ...AT_CEILING, count: 14 }] }],
  ['below_ceilings', 'the first of two approvals', { deciders: 'two', loads: [AT_CEILING] }],
  ['no_new_while_frozen', 'the user in a freeze', { frozen: true, actor: null }],
  ['no_new_while_frozen', 'staff without a freeze', {}],
  ['locked', 'a locked account', {}],
  ['not_for_good', 'a lock that can be lifted', {}],
  ['mfa_on', 'a user with MFA', {}],
  ['mfa_on', 'a user whose MFA is in a connected system', { target: { ...jo, mfaOn: false }, linked: true }],
  ['not_too_soon', 'the user a day after a denial', { refusedAt: NOW - DAY, actor: null }],
  ['not_too_soon', 'staff on the day of a denial', { refusedAt: NOW }],
  ['not_too_soon', 'who was never refused', {}],
  ['hold_over', 'the end of the hold', { hold: 'over' }],
  ['not_expired', 'the last moment of its time', { expiresAt: NOW + 1 }],
  ['not_expired', 'what is being carried out', { expiresAt: NOW, state: 'executing' }],
  ['past_expiry', 'the end of its time', { expiresAt: NOW }],
  ['past_expiry', 'a hold that stayed paused', { expiresAt: NOW, state: 'approved', paused: true }],
  ['falls_short', 'what is undecided', { state: 'verified', approvers: ['ana'] }],
  ['falls_short', 'missing evidence', { state: 'approved', approvers: ['ana'], missing: MISSING }],
  ['falls_short', 'a missing approval', { state: 'approved' }],
  [
    'falls_short',
    'a system that policy forbids since',
    { state: 'approved', approvers: ['ana'], unheld: ['privacyIDEA'] },
  ],
  ['hold_waits', 'a hold that waits for the mail server', { hold: 'waiting' }],
  ['no_own_word', 'another person', {}],
  ['no_own_word', 'nobody', { actor: null }],
  ['device_missing', 'a request at sign-in', {}],
  ['not_reported_yet', 'the first report', {}],
  ['nobody_else_on_it', 'what nobody else is on', {}],
  ['colleague_may', 'a colleague who may', {}],
  ['somebody_decides', 'where somebody may', {}],
  ['not_asked_lately', 'the first asking', {}],
  ['not_asked_lately', 'an asking of 15 minutes ago', { decisionAskedAt: NOW - 15 * MINUTE }],
  ['not_asked_lately', 'an asking by a clock that was ahead', { decisionAskedAt: NOW + 2 * MINUTE }],
  ['not_paused_yet', 'the first code', {}],
  ['device_proved', 'a session that proved it', {}],
  ['found_again', 'who signed in since', { saysLost: true }],
  ['found_again', 'a phone that is not lost', { signedInSince: false }],
  ['recent_reset', 'what is pending', { endedAt: null }],
  ['recent_reset', 'a reset of the last seven days', { state: 'completed', endedAt: NOW - 7 * DAY + 1 }],
  ['code_due', 'who has to set up again after a reset', codeDue],
  ['by_mail', 'a mailbox that can be trusted', {}],
  ['not_by_mail', 'a mailbox that proves nothing', { notByMail: 'young_address' }],
  ['verified_nothing', 'who verified nothing', {}],
  ['verified_nothing', 'nobody', { actor: null }],
  ['changed_no_contact', 'who changed nothing', {}],
  ['changed_no_route', 'who turned nothing', {}],
  ['not_young', 'an old role', {}],
  ['not_young', 'nobody', { actor: null }],
];
test.each(passes)('the guard %s lets %s pass', (name, _, change) => {
  expect(ask(name, change)).toBeNull();
});

test('every guard is seen to refuse and to let pass', () => {
  const names = (rows: readonly (readonly [GuardName, ...unknown[]])[]) =>
    [...new Set(rows.map(([name]) => name))].toSorted();
  expect(names(REFUSES)).toEqual(Object.keys(GUARDS).toSorted());
  expect(names(passes)).toEqual(Object.keys(GUARDS).toSorted());
});

test('a guard answers with the code that the documents give for it', () => {
  for (const [name, , , code] of REFUSES) expect([name, code]).toEqual([name, GUARDS[name].code]);
});
