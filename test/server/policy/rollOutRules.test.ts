import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { RollOut } from '../../../contract/operations/rollOut.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { applied } from '../../../server/features/policy/save.ts';
import { requiredBy } from '../../../server/domain/policy/standing.ts';
import { contradictionsOf } from '../../../contract/policyContradictions.ts';
import { weakenings } from '../../../server/features/policy/weakening.ts';
import { NOW, policies } from './people.ts';
import { inEnglish } from '../../../server/words.ts';

const DAY = 24 * 60 * 60 * 1000;
const day = (days: number) => new Date(NOW + days * DAY).toISOString();
type Wave = RollOut['waves'][number];
const wave = (startsIn: number, ...departments: string[]): Wave => ({ startsOn: day(startsIn), departments });

/** Departments that are asked from the start, then waves. */
function rollOut(
  departments: string[],
  waves: Wave[],
  {
    pausedAt = null,
    limit = null,
    startsOn = null,
  }: { pausedAt?: string | null; limit?: number | null; startsOn?: string | null } = {},
): PolicyDocument {
  return {
    ...DEFAULT_POLICY,
    required: { scope: 'selected', roles: [], departments },
    startsOn,
    rollOut: { waves, pausedAt, pauseAtOpenRequests: limit },
  };
}
const everyone: PolicyDocument = {
  ...DEFAULT_POLICY,
  required: { scope: 'everyone', roles: [], departments: [] },
};
const fieldsOf = (before: PolicyDocument, after: PolicyDocument) =>
  weakenings(before, after, NOW).map(({ field }) => field);

const IT_BEGUN = rollOut(['HR'], [wave(-3, 'IT')]);
const IT_TO_COME = rollOut(['HR'], [wave(3, 'IT')]);
const paused = { pausedAt: day(0) };

/** From the stronger to the weaker one; the way back weakens nothing. */
const pairs: [string, string, PolicyDocument, PolicyDocument][] = [
  ['a wave moved later', 'rollOut.waves', IT_TO_COME, rollOut(['HR'], [wave(4, 'IT')])],
  ['a wave taken out', 'rollOut.waves', IT_TO_COME, rollOut(['HR'], [])],
  ['a wave that has begun taken out', 'rollOut.waves', IT_BEGUN, rollOut(['HR'], [])],
  ['a wave that has begun put off', 'rollOut.waves', IT_BEGUN, IT_TO_COME],
  [
    'a department taken out of a wave',
    'rollOut.waves',
    rollOut([], [wave(3, 'IT', 'Wards')]),
    rollOut([], [wave(3, 'IT')]),
  ],
  ['a department moved to a wave to come', 'required', rollOut(['IT', 'HR'], []), IT_TO_COME],
  ['everyone made a wave', 'required', everyone, IT_TO_COME],
  ['a pause that holds a wave', 'rollOut.pausedAt', IT_TO_COME, rollOut(['HR'], [wave(3, 'IT')], paused)],
  [
    'a wave taken out while it is held',
    'rollOut.waves',
    rollOut([], [wave(3, 'IT'), wave(9, 'Wards')], { pausedAt: day(-1) }),
    rollOut([], [wave(9, 'Wards')], { pausedAt: day(-1) }),
  ],
  [
    'a limit that comes while a wave is to come',
    'rollOut.pauseAtOpenRequests',
    IT_TO_COME,
    rollOut(['HR'], [wave(3, 'IT')], { limit: 50 }),
  ],
  [
    'a limit that falls while a wave is to come',
    'rollOut.pauseAtOpenRequests',
    rollOut(['HR'], [wave(3, 'IT')], { limit: 50 }),
    rollOut(['HR'], [wave(3, 'IT')], { limit: 49 }),
  ],
];
test.each(pairs)('S-40 %s weakens, the way back does not', (_what, field, stronger, weaker) => {
  const found = weakenings(stronger, weaker, NOW);
  expect(found.map((weakening) => [weakening.field, inEnglish(weakening.sentence)])).toEqual([
    [field, expect.stringMatching(/^[A-Z].*\.$/)],
  ]);
  expect(weakenings(weaker, stronger, NOW)).toEqual([]);
});

const same: [string, PolicyDocument, PolicyDocument][] = [
  ['a department between a wave that has begun and none', IT_BEGUN, rollOut(['HR', 'IT'], [])],
  ['a date of the past for another one', IT_BEGUN, rollOut(['HR'], [wave(-1, 'IT')])],
  ['a pause that holds nothing', IT_BEGUN, rollOut(['HR'], [wave(-3, 'IT')], paused)],
  ['a limit with nothing to come', IT_BEGUN, rollOut(['HR'], [wave(-3, 'IT')], { limit: 1 })],
];
test.each(same)('S-40 %s weakens nothing, either way', (_what, one, other) => {
  expect(fieldsOf(one, other)).toEqual([]);
  expect(fieldsOf(other, one)).toEqual([]);
});

const IDA = { userId: 'ida', roles: ['user' as const], department: 'IT' };
test('S-40 a new date behind the pause frees whoever the wave asked, and says so', () => {
  const waves = (startsIn: number) => rollOut([], [wave(startsIn, 'IT')], { pausedAt: day(-2) });
  expect(requiredBy(waves(-3), IDA, NOW)).toBe('department');
  expect(requiredBy(waves(-1), IDA, NOW)).toBeNull();
  expect(fieldsOf(waves(-3), waves(-1))).toEqual(['rollOut.waves']);
  const without = rollOut(['IT'], [wave(-3, 'HR')], { pausedAt: day(-2) });
  const held = rollOut([], [wave(-3, 'HR'), wave(-1, 'IT')], { pausedAt: day(-2) });
  expect(fieldsOf(without, held)).toEqual(['required']);
});

test('S-40 whatever change asks anybody later, or no longer, is said to weaken', () => {
  const isAsked = (policy: PolicyDocument, userId: string, department: string | null, at: number) =>
    requiredBy(policy, { userId, roles: ['user'], department }, at) !== null;
  let freeing = 0;
  const check = fc.property(policies, policies, (before, after) => {
    const frees = [NOW, NOW + 1, NOW + 2].some((at) =>
      ['u0', 'u1', 'somebody else'].some((userId) =>
        ['Finance', 'Wards', 'IT', null].some(
          (department) => isAsked(before, userId, department, at) && !isAsked(after, userId, department, at),
        ),
      ),
    );
    freeing += frees ? 1 : 0;
    return !frees || weakenings(before, after, NOW).length > 0;
  });
  fc.assert(check, { numRuns: 3000, seed: 13 });
  expect(freeing).toBeGreaterThan(500);
});

test('a pause begins now whatever time is sent, and one that runs keeps its beginning', () => {
  const running = rollOut([], [wave(3, 'IT')], { pausedAt: day(-1) });
  const sent = (pausedAt: string | null) => ({ rollOut: { ...running.rollOut, pausedAt } });
  const none = rollOut([], [wave(3, 'IT')]);
  expect(applied(none, sent(day(-30)), NOW).rollOut.pausedAt).toBe(day(0));
  expect(applied(running, sent(day(-30)), NOW).rollOut.pausedAt).toBe(day(-1));
  expect(applied(running, sent(null), NOW).rollOut.pausedAt).toBeNull();
  expect(applied(running, { graceDays: 7 }, NOW).rollOut).toEqual(running.rollOut);
});

const contradictions: [string, string, PolicyDocument][] = [
  ['waves where everyone is asked', 'rollOut.waves', { ...everyone, rollOut: IT_TO_COME.rollOut }],
  ['waves where nobody is asked', 'rollOut.waves', { ...DEFAULT_POLICY, rollOut: IT_TO_COME.rollOut }],
  [
    'waves beside the role that everyone has',
    'rollOut.waves',
    { ...IT_TO_COME, required: { scope: 'selected', roles: ['user'], departments: [] } },
  ],
  [
    'more departments than can be asked for',
    'rollOut.waves',
    rollOut(
      Array.from({ length: 999 }, (_, index) => `D${index}`),
      [wave(1, 'IT', 'HR')],
    ),
  ],
  ['a pause of no wave', 'rollOut.pausedAt', rollOut(['IT'], [], paused)],
  ['a department in two waves', 'rollOut.waves.1', rollOut([], [wave(1, 'IT'), wave(2, 'HR', 'IT')])],
  ['a department with and without a wave', 'rollOut.waves.0', rollOut(['IT'], [wave(1, 'IT')])],
  ['two waves on one date', 'rollOut.waves.1', rollOut([], [wave(1, 'IT'), wave(1, 'HR')])],
  ['a wave before the rule', 'rollOut.waves.0', rollOut([], [wave(1, 'IT')], { startsOn: day(2) })],
  [
    'a day that no month has',
    'rollOut.waves.0',
    rollOut([], [{ startsOn: '2027-02-31T25:00:00Z', departments: ['IT'] }]),
  ],
];
test.each(contradictions)('%s is told so', (_what, field, document) => {
  const said = Object.entries(contradictionsOf(document)).map(([key, sentence]) => [
    key,
    inEnglish(sentence),
  ]);
  expect(said).toEqual([[field, expect.stringMatching(/^[A-Z0-9].*\.$/)]]);
});

test('waves alone are a sound choice', () => {
  expect(contradictionsOf(rollOut([], [wave(1, 'IT'), wave(2, 'HR')], { limit: 20 }))).toEqual({});
});
