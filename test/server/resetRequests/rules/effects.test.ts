import { describe, expect, it, test } from 'vitest';
import {
  afterFailure,
  goesOf,
  leavesPasswordOnly,
  withGone,
  withListed,
} from '../../../../server/features/resetRequests/rules/effects.ts';
import { HOUR } from '../../../../server/time.ts';

const factor = (id: string, stopped = false) => ({
  id,
  kind: 'app' as const,
  name: id,
  createdAt: 1,
  lastUsedAt: null,
  stopped,
});
const listed = (id: string) => ({ id, kind: 'app' as const, name: id, createdAt: 1 });

test('what goes there: all, or the named ones that are listed', () => {
  const has = [factor('otp'), factor('key')];
  expect(goesOf(null, has)).toEqual(has);
  expect(goesOf(['key', 'gone'], has)).toEqual([has[1]]);
});

test('S-112 the account is held first where no factor that counts would be left there', () => {
  expect(leavesPasswordOnly(null, [factor('otp')])).toBe(true);
  expect(leavesPasswordOnly(['otp'], [factor('otp')])).toBe(true);
  expect(leavesPasswordOnly(['otp'], [factor('otp'), factor('key', true)])).toBe(true);
  expect(leavesPasswordOnly(['otp'], [factor('otp'), factor('key')])).toBe(false);
  expect(leavesPasswordOnly(null, [])).toBe(true);
  const recovery = { ...factor('codes'), kind: 'recovery_codes' as const };
  expect(leavesPasswordOnly(['otp'], [factor('otp'), recovery])).toBe(true);
});

test('S-111 what went stays on record as it was listed, and is gone only when it was read back so', () => {
  const sent = withListed([], [factor('otp'), factor('key')]);
  expect(sent).toEqual([listed('otp'), listed('key')]);
  const half = withGone(sent, [factor('key')], 10);
  expect(half).toEqual([{ ...listed('otp'), goneAt: 10 }, listed('key')]);
  // A retry lists first: what is gone stays gone since then, what is back is not.
  expect(withListed(half, [factor('key')])).toEqual([{ ...listed('otp'), goneAt: 10 }, listed('key')]);
  expect(withListed(half, [factor('otp')])).toEqual([listed('key'), listed('otp')]);
  expect(withGone(half, [], 20)).toEqual([
    { ...listed('otp'), goneAt: 10 },
    { ...listed('key'), goneAt: 20 },
  ]);
});

test('S-107 a name from there is one line without hidden characters, and one without a name has none', () => {
  const [odd, nameless] = withListed(
    [],
    [
      { ...factor('otp'), name: 'Phone\n\u202edevorppa' },
      { ...factor('key'), name: null },
    ],
  );
  expect(odd?.name).toMatch(/^Phone [^\n\u202e]*devorppa$/);
  expect(nameless?.name).toBeNull();
});

describe('what follows a failure', () => {
  const wrong = (code: string, retryAfter: number | null = null) => ({ code, retryAfter });
  it('tries again by itself, 30 seconds doubling to an hour, where it may work later', () => {
    for (const code of ['unreachable', 'timed_out', 'throttled'])
      expect(afterFailure(wrong(code), 1)).toEqual({ again: true, afterMs: 30_000 });
    expect(afterFailure(wrong('unreachable'), 3)).toEqual({ again: true, afterMs: 120_000 });
    expect(afterFailure(wrong('unreachable'), 50)).toEqual({ again: true, afterMs: HOUR });
  });
  it('waits as long as the system said', () => {
    expect(afterFailure(wrong('throttled', 90), 1)).toEqual({ again: true, afterMs: 90_000 });
    expect(afterFailure(wrong('throttled', 5), 1)).toEqual({ again: true, afterMs: 30_000 });
  });
  it('leaves it to somebody where a right is missing, or what it says can’t be believed', () => {
    for (const code of ['not_allowed', 'refused', 'odd_answer', 'too_large'])
      expect(afterFailure(wrong(code), 1)).toEqual({ again: false });
  });
  it('asks a system that lies four more times', () => {
    expect(afterFailure(wrong('still_there'), 4)).toMatchObject({ again: true });
    expect(afterFailure(wrong('still_there'), 5)).toEqual({ again: false });
  });
});
