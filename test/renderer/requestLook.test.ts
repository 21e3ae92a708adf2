import { expect, test } from 'vitest';
import { requestLook } from '../../renderer/shared/requestLook.ts';

test('a request that is paused is said to be, whatever its evidence; once it has ended, it says how', () => {
  expect(requestLook({ state: 'open' }).label).toBe('Open');
  expect(requestLook({ state: 'open', paused: true }).label).toBe('Paused');
  expect(requestLook({ state: 'verified', paused: true, suspectedAttack: true })).toMatchObject({
    label: 'Paused: attack reported',
    tone: 'danger',
  });
  expect(requestLook({ state: 'denied', paused: true, suspectedAttack: true }).label).toBe('Denied');
});
