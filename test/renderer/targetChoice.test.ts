import { expect, test } from 'vitest';
import type { ResetRequest } from '../../contract/operations/resetRequestSchemas.ts';
import { isGoing, turned } from '../../renderer/features/resetRequests/evidence/targetChoice.ts';

const factor = (systemId: string | null, id: string, stopped = false) => ({ systemId, id, stopped });
const phone = factor(null, 'phone');
const tablet = factor(null, 'tablet');
const otp = factor('kc', 'otp');
const key = factor('kc', 'key');
const held = [phone, tablet, otp, key];

const target = (systemId: string | null, factorIds: string[] | null) =>
  ({ systemId, factorIds, state: 'planned', sentence: null, system: null }) as const;
const request = (...targets: ReturnType<typeof target>[]) => ({ targets }) as Pick<ResetRequest, 'targets'>;
const everything = request(target(null, ['phone', 'tablet']), target('kc', null));

test('everything goes until somebody narrows it, here or in a connected system', () => {
  expect(held.every((one) => isGoing(everything, one))).toBe(true);
  expect(turned(everything, held, tablet)).toEqual([
    { systemId: null, factorIds: ['phone'] },
    { systemId: 'kc', factorIds: null },
  ]);
  expect(turned(everything, held, key)).toEqual([
    { systemId: null, factorIds: ['phone', 'tablet'] },
    { systemId: 'kc', factorIds: ['otp'] },
  ]);
});

test('the last of a system takes the system out, and brings it back whole', () => {
  const narrow = request(target(null, ['phone', 'tablet']), target('kc', ['otp']));
  expect(isGoing(narrow, key)).toBe(false);
  expect(turned(narrow, held, otp)).toEqual([{ systemId: null, factorIds: ['phone', 'tablet'] }]);
  expect(turned(narrow, held, key)?.at(1)).toEqual({ systemId: 'kc', factorIds: null });
  const without = request(target(null, ['phone']), target('kc', []));
  expect(isGoing(without, otp)).toBe(false);
  expect(turned(without, held, otp)?.at(1)).toEqual({ systemId: 'kc', factorIds: ['otp'] });
});

test('nothing is no reset, and here a usable one stays or all goes', () => {
  expect(turned(request(target(null, []), target('kc', ['otp'])), held, otp)).toBeNull();
  const stopped = [phone, factor(null, 'old', true)];
  expect(turned(request(target(null, ['phone', 'old'])), stopped, factor(null, 'old', true))).toBeNull();
  expect(turned(request(target(null, ['phone', 'old'])), stopped, phone)).toEqual([
    { systemId: null, factorIds: ['old'] },
  ]);
});
