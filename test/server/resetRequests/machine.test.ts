import { expect, test } from 'vitest';
import { ERRORS } from '../../../contract/errors.ts';
import { RANK, rankOf } from '../../../contract/permissions.ts';
import {
  MACHINE,
  refusalOf,
  stateAfterApproval,
  transitionOf,
} from '../../../server/features/resetRequests/rules.ts';
import { GUARDS } from '../../../server/features/resetRequests/rules/guards.ts';
import type { GuardName } from '../../../server/features/resetRequests/rules/guards.ts';
import type { Situation } from '../../../server/features/resetRequests/rules/situation.ts';
import { actor, everySituation, situation } from './situations.ts';

/** What S-30 asks for, written down a second time and in another way than the machine is. */
function mayApprove(s: Situation): boolean {
  const who = s.actor;
  if (!who || !who.steppedUp || who.id === s.target.id || s.paused || s.frozen || s.missing !== null)
    return false;
  if (s.state !== 'open' && s.state !== 'verified') return false;
  const roles = who.roles as readonly string[];
  const byRole = roles.includes('administrator') || roles.includes('security_officer');
  const byPolicy = roles.includes('help_desk') && who.permissions.has('resets.decide');
  const plain = s.target.roles.every((role) => role === 'user') && s.tier === 'standard';
  if (!byRole && !(byPolicy && plain)) return false;
  if (rankOf(who.roles) < Math.max(...s.target.roles.map((role) => RANK[role]))) return false;
  const second = s.tier !== 'standard' || (s.drawn && !byRole);
  if (second && (s.verifiers.includes(who.id) || who.young || s.puppets.length > 0)) return false;
  return !(s.tier === 'privileged' && s.approvers.includes(who.id));
}

function mayExecute(s: Situation): boolean {
  if (s.state !== 'approved' || s.paused || s.frozen || s.missing !== null || s.hold !== 'over') return false;
  const others = s.approvers.filter((id) => !s.verifiers.includes(id));
  if (s.tier === 'standard') return s.approvers.length > 0;
  return others.length >= (s.tier === 'privileged' ? 2 : 1);
}

test('S-30 every state × event × role × tier: no approval and no reset without recipe, permission, step-up, second person', () => {
  let situations = 0;
  for (const s of everySituation()) {
    situations += 1;
    if ((refusalOf('approve', s) === null) !== mayApprove(s)) expect.fail(`approve: ${JSON.stringify(s)}`);
    if ((refusalOf('execute', s) === null) !== mayExecute(s)) expect.fail(`execute: ${JSON.stringify(s)}`);
  }
  expect(situations).toBeGreaterThan(300_000);
});

test('S-30 only execution leads to a reset, and only from approved', () => {
  expect(
    MACHINE.filter(({ to }) => to.includes('the authenticator is removed')).map(({ event }) => event),
  ).toEqual(['execute']);
  expect(transitionOf('execute').from).toEqual(['approved']);
  expect(MACHINE.filter(({ to }) => to.startsWith('`approved`')).map(({ event }) => event)).toEqual([
    'approve',
  ]);
});

test('every refusal has its own code and one sentence', () => {
  const seen = new Map<string, Set<string>>();
  for (const s of everySituation()) {
    for (const { event } of MACHINE) {
      const refused = refusalOf(event, s);
      if (!refused) continue;
      const codes = seen.get(refused.sentence);
      if (codes) codes.add(refused.code);
      else seen.set(refused.sentence, new Set([refused.code]));
    }
  }
  seen.delete('Missing.');
  expect([...seen.values()].every((codes) => [...codes].every((code) => code in ERRORS))).toBe(true);
  for (const [sentence, codes] of seen) {
    expect([sentence, codes.size]).toEqual([sentence, 1]);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/please|oops|sorry/i);
  }
});

const cases: [GuardName, Partial<Situation>, string | RegExp][] = [
  ['opener_may', { actor: actor('auditor') }, 'forbidden'],
  ['may_verify', { actor: null }, 'forbidden'],
  ['may_decide', { actor: actor('help_desk') }, 'forbidden'],
  ['not_own_by_staff', { actor: actor('help_desk', { id: 'jo' }) }, 'own_account'],
  ['help_desk_scope', { actor: actor('help_desk', {}, true), tier: 'elevated' }, 'forbidden'],
  ['mfa_on', { target: { id: 'jo', name: 'Jo', roles: ['user'], mfaOn: false } }, 'mfa_not_on'],
  ['not_too_soon', { refusedAt: situation().now - 1 }, 'request_too_soon'],
  ['no_new_while_frozen', { frozen: true }, 'frozen'],
  ['hold_over', { hold: 'waiting' }, 'hold_running'],
  ['hold_over', { hold: 'running' }, 'hold_running'],
  ['past_expiry', { expiresAt: situation().now + 1 }, 'check_not_possible'],
  ['state', { state: 'denied', ending: null }, 'already_decided'],
  ['second_person', { actor: null }, 'second_person_required'],
];
test.each(cases)('the guard %s refuses %o with %s', (name, change, code) => {
  expect(GUARDS[name].refuses(situation(change), ['open'])?.code).toBe(code);
});

const passes: [GuardName, Partial<Situation>][] = [
  ['opener_may', { actor: null }],
  ['opener_may', { actor: actor('help_desk') }],
  ['no_new_while_frozen', { frozen: true, actor: null }],
  ['not_too_soon', { refusedAt: situation().now - 24 * 3_600_000 }],
  ['past_expiry', { expiresAt: situation().now }],
  ['help_desk_scope', { actor: actor('help_desk', {}, true) }],
  ['mfa_on', {}],
];
test.each(passes)('the guard %s lets %o pass', (name, change) => {
  expect(GUARDS[name].refuses(situation(change), ['open'])).toBeNull();
});

test('with two deciders the first approval leaves the request to the second', () => {
  expect(stateAfterApproval(situation({ deciders: 'two' }))).toBe('verified');
  expect(stateAfterApproval(situation({ deciders: 'two', approvers: ['omar'] }))).toBe('approved');
  expect(stateAfterApproval(situation({ deciders: 'not_a_verifier' }))).toBe('approved');
});

test('an event that is not in the table is a mistake', () => {
  expect(() => transitionOf('reset' as never)).toThrow('There is no event');
});
