import { expect, it } from 'vitest';
import type { ResetRequest } from '../../contract/operations/resetRequestSchemas.ts';
import { activationWords } from '../../renderer/features/resetRequests/decision/activationWords.tsx';

const user = { id: 'a', username: 'eduardo', name: 'Eduardo Mbeki' };
const after = (...actions: string[]) =>
  actions.map((action) => ({
    id: action,
    at: '2026-11-24T10:00:00Z',
    action,
    actor: user,
    target: user,
    data: {},
  }));
const used: ResetRequest['activation'] = {
  state: 'used',
  wrongTries: 0,
  delivery: 'mail',
  expiresAt: '2026-11-25T10:00:00Z',
};

it('after a reset without a code it says who has set up again, and nothing of a sign-in to come', () => {
  const said = (...actions: string[]) =>
    activationWords({ user, targets: [], activation: null, history: after(...actions) });
  expect(said('mfa.reset', 'mfa.set_up')).toBe('None is due: Eduardo Mbeki has set up MFA again.');
  expect(said('mfa.reset')).toBeNull();
  expect(said()).toBeNull();
});

it('a code that was used says so', () => {
  expect(activationWords({ user, targets: [], activation: used, history: after('mfa.reset') })).toBe(
    'Used: Eduardo Mbeki has begun to set up again.',
  );
});

it('a code that was used, and an account elsewhere that is held again: another one opens it, unless it wasn’t them', () => {
  const access = { state: 'held', until: null, sentence: null } as const;
  const targets = [{ system: { access } }] as unknown as ResetRequest['targets'];
  const said = (...actions: string[]) =>
    activationWords({ user, targets, activation: used, history: after(...actions) });
  expect(said('reset_request.access_held')).toMatch(/closed again. Another code opens it.$/);
  expect(said('reset_request.access_held', 'reset_request.vetoed')).toBe(
    'Used: Eduardo Mbeki has begun to set up again.',
  );
});
