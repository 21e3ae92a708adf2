import { expect, test } from 'vitest';
import {
  decidesByRole,
  secondPersonRefusal,
  unfitApprovers,
} from '../../../../server/features/resetRequests/rules/secondPerson.ts';
import type { Situation } from '../../../../server/features/resetRequests/rules/situation.ts';
import { inEnglish } from '../../../../server/words.ts';
import { actor, situation } from './situations.ts';

function refusal(change: Partial<Situation>) {
  const refused = secondPersonRefusal(situation(change));
  return refused && { ...refused, sentence: inEnglish(refused.sentence) };
}

const YOUNG =
  'Your role, or the link that you signed in by, is younger than 7 days, so you do not count as a second person yet. Ask a colleague who has had theirs longer; if there is none, use gatehouse recover on the server.';
const OMAR = new Map([['omar', 'Omar']]);
const VERIFIER = 'You recorded a check on this request, so someone else has to decide it.';

test('S-42 administrators and security officers decide by their role; the help desk only where policy lets it', () => {
  expect(decidesByRole(actor('administrator'))).toBe(true);
  expect(decidesByRole(actor('security_officer'))).toBe(true);
  expect(decidesByRole(actor('help_desk', {}, true))).toBe(false);
  expect(decidesByRole(actor('auditor'))).toBe(false);
});

const refused: [string, Partial<Situation>, string][] = [
  ['nobody is signed in', { actor: null }, 'A decider has to be signed in.'],
  ['they recorded a check', { deciders: 'not_a_verifier', verifiers: ['ana'] }, VERIFIER],
  [
    'their role is young',
    { deciders: 'not_a_verifier', actor: actor('administrator', { young: true }) },
    YOUNG,
  ],
  [
    'they made the verifiers staff a few days ago',
    { deciders: 'not_a_verifier', puppets: ['Priya', 'Hal'] },
    'You and Priya and Hal do not count as two people for 7 days: one of you, or one person for both, changed what lets the other in. Ask another decider, or the operator (gatehouse recover).',
  ],
  [
    'they may be one person with the other decider',
    { deciders: 'two', approvers: ['omar'], twins: [['omar', 'ana']], approverNames: OMAR },
    'You and Omar do not count as two people for 7 days: one of you, or one person for both, changed what lets the other in. Ask another decider, or the operator (gatehouse recover).',
  ],
  [
    'they may be one person with a decider whose name is gone',
    { deciders: 'two', approvers: ['omar'], twins: [['omar', 'ana']], approverNames: new Map() },
    'You and the other decider do not count as two people for 7 days: one of you, or one person for both, changed what lets the other in. Ask another decider, or the operator (gatehouse recover).',
  ],
  [
    'they typed the number that was called',
    { deciders: 'not_a_verifier', typed: true },
    'You added this person less than 30 days ago, so the number or the manager that was asked is what you entered. Ask another decider, or have them proved in person or by video too.',
  ],
  [
    'they approved it before',
    { deciders: 'two', approvers: ['ana'] },
    'You have approved this already. A second decider has to approve it too.',
  ],
  [
    'the help desk verified what was drawn for a second person',
    { drawn: true, actor: actor('help_desk', {}, true), verifiers: ['ana'] },
    VERIFIER,
  ],
  [
    'the help desk is young where one was drawn',
    { drawn: true, actor: actor('help_desk', { young: true }, true) },
    YOUNG,
  ],
];
test.each(refused)('S-42 a decider is no second person where %s', (_, change, sentence) => {
  expect(refusal(change)).toEqual({ code: 'second_person_required', sentence });
});

const counts: [string, Partial<Situation>][] = [
  [
    'policy asks for none',
    { verifiers: ['ana'], puppets: ['Priya'], typed: true, actor: actor('administrator', { young: true }) },
  ],
  ['someone else verified', { deciders: 'not_a_verifier' }],
  ['a colleague approved before', { deciders: 'two', approvers: ['omar'] }],
  [
    'one is enough and one who may be them approved before',
    { deciders: 'not_a_verifier', approvers: ['omar'], twins: [['ana', 'omar']] },
  ],
  [
    'one who may be them approved, but counts no longer',
    { deciders: 'two', approvers: ['omar'], unfit: ['omar'], twins: [['ana', 'omar']] },
  ],
  [
    'a colleague approved, and they may be one with somebody who did not',
    { deciders: 'two', approvers: ['omar'], twins: [['ana', 'lee']] },
  ],
  [
    'a colleague approved, and somebody who did not may be one with them',
    { deciders: 'two', approvers: ['omar'], twins: [['lee', 'ana']] },
  ],
  [
    'a colleague approved who may be one with a third',
    { deciders: 'two', approvers: ['omar'], twins: [['lee', 'omar']] },
  ],
  ['two others may be one person', { deciders: 'two', approvers: ['omar'], twins: [['omar', 'lee']] }],
  ['one is enough and they approved before', { deciders: 'not_a_verifier', approvers: ['ana'] }],
  ['one was drawn, but they decide by their own role', { drawn: true, verifiers: ['ana'] }],
  ['none was drawn for the help desk', { actor: actor('help_desk', {}, true), verifiers: ['ana'] }],
  [
    'one was drawn and they approved it before',
    { drawn: true, actor: actor('help_desk', {}, true), approvers: ['ana'] },
  ],
  ['one was drawn and the help desk did not verify', { drawn: true, actor: actor('help_desk', {}, true) }],
];
test.each(counts)('a decider may decide where %s', (_, change) => {
  expect(refusal(change)).toBeNull();
});

test('what was drawn never asks for less than policy does', () => {
  const drawn = { drawn: true, deciders: 'two' as const, actor: actor('help_desk', {}, true) };
  expect(refusal({ ...drawn, approvers: ['ana'] })?.sentence).toContain('approved this already');
});

const staff = { id: 'jo', name: 'Jo', roles: ['auditor' as const], mfaOn: true };
const approved: [string, ReturnType<typeof actor>, Partial<Situation>, 'counts' | 'counts no longer'][] = [
  ['the help desk, of the standard tier', actor('help_desk'), {}, 'counts'],
  ['the help desk, of what became elevated', actor('help_desk'), { tier: 'elevated' }, 'counts no longer'],
  [
    'the help desk, of what became elevated, where anyone decides that',
    actor('help_desk'),
    { tier: 'elevated', deciders: 'anyone' },
    'counts no longer',
  ],
  ['the help desk, of who became staff', actor('help_desk'), { target: staff }, 'counts no longer'],
  ['who has no role any more, of staff', actor('user'), { target: staff }, 'counts no longer'],
  [
    'an administrator, of who became one',
    actor('administrator'),
    { tier: 'privileged', target: { ...staff, roles: ['administrator'] } },
    'counts',
  ],
  [
    'an auditor, of who became an administrator',
    actor('auditor'),
    { target: { ...staff, roles: ['administrator'] } },
    'counts no longer',
  ],
  ['a young administrator, where anyone decides', actor('administrator', { young: true }), {}, 'counts'],
  [
    'a young administrator, of what became elevated',
    actor('administrator', { young: true }),
    { tier: 'elevated' },
    'counts no longer',
  ],
];
test.each(approved)('S-30 an approval by %s counts as it would now', (_, who, change, answer) => {
  expect(unfitApprovers([who], situation(change))).toEqual(answer === 'counts' ? [] : ['ana']);
});
