import { describe, expect, it } from 'vitest';
import {
  differences,
  isExplained,
  readsFrom,
} from '../../../../server/features/resetRequests/rules/outside.ts';
import type { Seen } from '../../../../server/features/resetRequests/rules/outside.ts';
import { HOUR, MINUTE } from '../../../../server/time.ts';

const AT = Date.UTC(2026, 10, 30);
const seen: Seen = { act: 'removed', accountId: 'jo', factorId: 'otp', notBefore: AT, at: AT, isOurs: true };
const removal = { accountId: 'jo', factorIds: ['otp'], sentAt: AT, doneAt: AT + MINUTE };

describe('S-113 what explains a change elsewhere', () => {
  it.each<[string, boolean, Partial<Seen>, Partial<typeof removal>?]>([
    ['what a request removed', true, {}],
    ['the same by somebody else', false, { isOurs: false }],
    ['the same where nobody tells by whom', true, { isOurs: null }],
    ['an addition', false, { act: 'added' }],
    ['another factor', false, { factorId: 'key' }],
    ['another account’s', false, { accountId: 'kim' }],
    ['a log that doesn’t name the account', true, { accountId: null }],
    ['five minutes before it was sent', true, { at: AT - 5 * MINUTE, notBefore: AT - 5 * MINUTE }],
    ['a log that doesn’t name the factor, of our own act', true, { factorId: null }],
    ['the same by nobody knows whom', false, { factorId: null, isOurs: null }],
    ['the same of another account', false, { factorId: null, accountId: 'kim' }],
    ['earlier', false, { at: AT - 6 * MINUTE, notBefore: AT - 6 * MINUTE }],
    ['five minutes after it was done', true, { at: AT + 6 * MINUTE, notBefore: AT + 6 * MINUTE }],
    ['later', false, { at: AT + 7 * MINUTE, notBefore: AT + 7 * MINUTE }],
    ['between two looks around it', true, { at: AT + HOUR, notBefore: AT - HOUR, isOurs: null }],
  ])('%s: %s', (_what, expected, change, other = {}) => {
    expect(isExplained({ ...seen, ...change }, [{ ...removal, ...other }], [])).toBe(expected);
  });

  it('what went when an account was emptied after *this wasn’t me*, by ourselves alone', () => {
    const emptied = [{ accountId: 'jo', heldAt: AT }];
    expect(isExplained(seen, [], emptied)).toBe(true);
    expect(isExplained({ ...seen, isOurs: null }, [], emptied)).toBe(false);
    expect(isExplained({ ...seen, isOurs: false }, [], emptied)).toBe(false);
    expect(isExplained({ ...seen, accountId: 'kim' }, [], emptied)).toBe(false);
    expect(isExplained(seen, [], [])).toBe(false);
  });

  it('differences are what came and what went', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, kind: 'app' as const, name: null }));
    if (!a || !b || !c) throw new Error('There are three.');
    expect(differences([a, b], [b, c])).toEqual([
      { act: 'removed', factor: a },
      { act: 'added', factor: c },
    ]);
  });

  it('a log is read an hour and five minutes back, never before the watch began; what is behind goes on', () => {
    const since = AT - 24 * HOUR;
    expect(readsFrom({ since, readTo: AT, isBehind: false })).toBe(AT - HOUR - 5 * MINUTE);
    expect(readsFrom({ since: AT, readTo: AT, isBehind: false })).toBe(AT - 5 * MINUTE);
    expect(readsFrom({ since, readTo: AT, isBehind: true })).toBe(AT);
  });
});
