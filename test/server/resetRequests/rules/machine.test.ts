import { expect, test } from 'vitest';
import {
  MACHINE,
  refusalOf,
  stateAfterApproval,
  stateAfterExecution,
  stateNow,
  transitionOf,
  undecidedState,
} from '../../../../server/features/resetRequests/rules/machine.ts';
import type { RequestEvent } from '../../../../server/features/resetRequests/rules/machine.ts';
import type { Situation } from '../../../../server/features/resetRequests/rules/situation.ts';
import { REQUEST_STATES } from '../../../../contract/requestStates.ts';
import { inEnglish } from '../../../../server/words.ts';
import { codeDue, NOW, REFUSES } from './guardCases.ts';
import { situation } from './situations.ts';

/** What makes the situation one in which the event may happen. */
const ALLOWED: Record<RequestEvent, Partial<Situation>> = {
  open: { state: 'none' },
  submit_again: {},
  claim: {},
  save_note: {},
  ask_manager: {},
  record_check: {},
  choose_targets: {},
  stop_authenticators: {},
  report_attack: {},
  ask_decision: {},
  hand_to: {},
  confirm: {},
  approve: {},
  start_hold: { state: 'approved', hold: 'waiting' },
  execute: { state: 'approved', approvers: ['omar'] },
  send: { state: 'executing' },
  retry: { state: 'executing' },
  complete: { state: 'executing' },
  send_back: {},
  deny: {},
  stop_hold: { state: 'approved' },
  cancel: {},
  break_off: { state: 'executing' },
  cancel_own: {},
  answer_no: {},
  veto: {},
  expire: { expiresAt: NOW },
  pause: {},
  resume: {},
  send_activation: codeDue,
  hand_over: { ...codeDue, notByMail: 'young_address' },
  unlock: { state: 'none' },
  end_access: { state: 'none' },
};

test.each(MACHINE)('S-30 $event: every guard of its row is asked', ({ event, guards }) => {
  expect(refusalOf(event, situation(ALLOWED[event]))).toBeNull();
  for (const name of guards) {
    const refuses = REFUSES.filter(([guard]) => guard === name).some(([, , change, code, sentence]) => {
      const refused = refusalOf(event, situation({ ...ALLOWED[event], ...change }));
      return refused?.code === code && inEnglish(refused.sentence) === sentence;
    });
    expect([name, refuses]).toEqual([name, true]);
  }
});

test('S-30 only execution leads to a reset, and only from approved; where it went on elsewhere, only its end', () => {
  expect(MACHINE.filter(({ to }) => to.startsWith('`completed`')).map(({ event }) => event)).toEqual([
    'execute',
    'complete',
  ]);
  expect(MACHINE.filter(({ to }) => to.includes('`executing`')).map(({ event }) => event)).toEqual([
    'execute',
  ]);
  expect(transitionOf('execute').from).toEqual(['approved']);
  expect(transitionOf('complete').from).toEqual(['executing']);
  expect(MACHINE.filter(({ to }) => to.startsWith('`approved`')).map(({ event }) => event)).toEqual([
    'approve',
  ]);
});

test('S-111 nothing is sent, and nothing is removed here, but while it executes, unpaused and unfrozen, and after the read-back', () => {
  const executing = { state: 'executing' as const };
  expect(stateAfterExecution([])).toBe('completed');
  expect(stateAfterExecution(['Keycloak'])).toBe('executing');
  for (const state of [...REQUEST_STATES, 'none' as const]) {
    const may = state === 'executing' ? null : 'already_decided';
    for (const event of ['send', 'complete'] as const)
      expect([state, refusalOf(event, situation({ state }))?.code ?? null]).toEqual([state, may]);
  }
  for (const event of ['send', 'retry', 'complete'] as const) {
    expect(refusalOf(event, situation({ ...executing, paused: true }))?.code).toBe('paused');
    expect(refusalOf(event, situation({ ...executing, frozen: true }))?.code).toBe('frozen');
  }
  expect(refusalOf('complete', situation({ ...executing, unfinished: 1 }))?.code).toBe('check_not_possible');
});

test('while it executes nothing is decided, narrowed, cancelled or sent back, and nothing expires; it can be stopped, paused, vetoed', () => {
  const executing = situation({ state: 'executing', expiresAt: NOW - 1 });
  const codes = (events: readonly RequestEvent[]) =>
    events.map((event) => refusalOf(event, executing)?.code ?? null);
  for (const code of codes(['cancel', 'cancel_own', 'deny', 'stop_hold', 'choose_targets']))
    expect(code).toBe('already_executing');
  for (const code of codes(['record_check', 'claim', 'confirm', 'approve', 'execute', 'send_back', 'expire']))
    expect(code).toBe('already_decided');
  for (const code of codes(['veto', 'answer_no', 'pause', 'resume', 'stop_authenticators', 'submit_again']))
    expect(code).toBeNull();
  expect(refusalOf('break_off', executing)).toBeNull();
  expect(refusalOf('break_off', situation())?.code).toBe('already_decided');
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

test('what is shown of an undecided request is what its evidence bears, not what was stored', () => {
  const missing = 'Still missing: a call back.';
  for (const state of ['open', 'verified'] as const) {
    expect(stateNow({ state, missing: null })).toBe('verified');
    expect(stateNow({ state, missing })).toBe('open');
  }
  for (const state of ['approved', 'completed', 'denied'] as const)
    expect(stateNow({ state, missing })).toBe(state);
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
