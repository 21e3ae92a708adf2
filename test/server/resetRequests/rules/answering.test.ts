import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../../server/domain/policy/defaults.ts';
import {
  ANSWERED_WITHIN,
  answerFor,
  answeringRule,
  wasCodeRead,
} from '../../../../server/features/resetRequests/rules/answering.ts';

const NOW = Date.UTC(2026, 11, 1, 10);
const endsAt = NOW + ANSWERED_WITHIN;
const well = { decidedWell: true, over: true };
const badly = { decidedWell: false, over: true };
const open = { decidedWell: false, over: false };

describe('another system that asks whether somebody is who they say', () => {
  it.each([
    [
      'verified, where it was decided well and the code of the page that waits was read out',
      well,
      true,
      'verified',
    ],
    ['failed, where nobody read that code out', well, false, 'failed'],
    ['failed, where it was denied', badly, true, 'failed'],
    ['nothing yet, while it is open', open, true, null],
    ['nothing yet, where nobody is meant', null, false, null],
  ] as const)('is answered %s', (_, request, read, answer) => {
    expect(answerFor({ endsAt, read, request }, NOW)).toBe(answer);
  });

  it('is answered failed once 15 minutes are over, whatever was decided', () => {
    for (const request of [well, badly, open, null])
      expect(answerFor({ endsAt, read: true, request }, endsAt)).toBe('failed');
    expect(answerFor({ endsAt, read: true, request: well }, endsAt - 1)).toBe('verified');
  });

  it('always asks for the code of the page that waits, and no code of an authenticator stands for it', () => {
    for (const rule of Object.values(DEFAULT_POLICY.tiers)) {
      const { recipe, ...others } = answeringRule(rule);
      expect(recipe).toEqual({ ...rule.recipe, requestCode: true, existingCodeSuffices: false });
      expect({ ...others, recipe: rule.recipe }).toEqual(rule);
    }
  });

  it('counts the last code that was read out, if its verifier still counts', () => {
    const code = (outcome: 'pass' | 'fail', void_at: number | null = null) => ({
      kind: 'request_code',
      outcome,
      void_at,
    });
    expect(wasCodeRead([])).toBe(false);
    expect(wasCodeRead([{ ...code('pass'), kind: 'call_back' }])).toBe(false);
    expect(wasCodeRead([code('fail'), code('pass')])).toBe(true);
    expect(wasCodeRead([code('pass'), code('fail')])).toBe(false);
    expect(wasCodeRead([code('pass', NOW)])).toBe(false);
  });
});
