import { expect, test } from 'vitest';
import {
  MACHINE,
  refusalOf,
  stateAfterApproval,
  transitionOf,
  undecidedState,
} from '../../../../server/features/resetRequests/rules/machine.ts';
import { situation } from './situations.ts';

test('S-30 only execution leads to a reset, and only from approved', () => {
  expect(
    MACHINE.filter(({ to }) => to.includes('the authenticator is removed')).map(({ event }) => event),
  ).toEqual(['execute']);
  expect(transitionOf('execute').from).toEqual(['approved']);
  expect(MACHINE.filter(({ to }) => to.startsWith('`approved`')).map(({ event }) => event)).toEqual([
    'approve',
  ]);
});

test('with two deciders the first approval leaves the request to the second', () => {
  expect(stateAfterApproval(situation({ deciders: 'two' }))).toBe('verified');
  expect(stateAfterApproval(situation({ deciders: 'two', approvers: ['omar'] }))).toBe('approved');
  expect(stateAfterApproval(situation({ deciders: 'not_a_verifier' }))).toBe('approved');
  // The first one verified since, or had it done by a puppet: this approval is the first that counts.
  const omar = { deciders: 'two' as const, approvers: ['omar'] };
  expect(stateAfterApproval(situation({ ...omar, verifiers: ['omar'] }))).toBe('verified');
  expect(stateAfterApproval(situation({ ...omar, makers: ['omar'] }))).toBe('verified');
});

test('a request that is not decided is verified where its recipe is met, else open', () => {
  expect(undecidedState({ missing: null })).toBe('verified');
  expect(undecidedState({ missing: 'Still missing: a call back.' })).toBe('open');
});

test('of two guards that refuse the first in the table answers', () => {
  const nothing = { actor: null, frozen: true, state: 'denied' as const };
  expect(refusalOf('approve', situation(nothing))?.code).toBe('forbidden');
  expect(refusalOf('execute', situation(nothing))?.code).toBe('already_decided');
  expect(refusalOf('approve', situation({ frozen: true }))?.code).toBe('frozen');
  expect(refusalOf('approve', situation())).toBeNull();
});

test('an event that is not in the table is a mistake', () => {
  expect(() => transitionOf('reset' as never)).toThrow('There is no event reset.');
});
