import { expect, test } from 'vitest';
import { DAY } from '../../../server/context.ts';
import { raiseTier, tierOf } from '../../../server/features/resetRequests/rules/tier.ts';
import type { TierFacts } from '../../../server/features/resetRequests/rules/tier.ts';

const NOW = Date.UTC(2027, 0, 11);
const PLAIN: TierFacts = {
  staffRoles: [],
  contactChanges: [],
  passwordMailedAt: null,
  otherRequests: [],
  wrongCodes: [],
  failedChecks: [],
  unknownNetworkAt: null,
  signIns: 0,
  secondBrowserAt: null,
  openedByStaffAt: null,
  directAt: null,
};
const inside = (days: number) => NOW - days * DAY + 1;
const outside = (days: number) => NOW - days * DAY;
const wrongCodes = (at: number, count: number) => Array.from({ length: count }, () => at);

test('nothing unusual is the standard tier, without reasons', () => {
  expect(tierOf(PLAIN, NOW)).toEqual({ tier: 'standard', reasons: [] });
});

const elevating: [string, Partial<TierFacts>, Partial<TierFacts> | null][] = [
  ...(['email', 'phone', 'mobile', 'manager'] as const).map((field): (typeof elevating)[number] => [
    `${field}_changed`,
    { contactChanges: [{ field, at: inside(30) }] },
    { contactChanges: [{ field, at: outside(30) }] },
  ]),
  ['password_mailed', { passwordMailedAt: inside(30) }, { passwordMailedAt: outside(30) }],
  [
    'second_request',
    { otherRequests: [{ openedAt: inside(30), state: 'cancelled' }] },
    { otherRequests: [{ openedAt: outside(30), state: 'cancelled' }] },
  ],
  ['wrong_codes', { wrongCodes: wrongCodes(inside(1), 5) }, { wrongCodes: wrongCodes(inside(1), 4) }],
  ['wrong_codes', { wrongCodes: wrongCodes(inside(1), 5) }, { wrongCodes: wrongCodes(outside(1), 5) }],
  ['check_failed', { failedChecks: [{ at: inside(7) }] }, { failedChecks: [{ at: outside(7) }] }],
  ['unknown_network', { unknownNetworkAt: NOW, signIns: 10 }, { unknownNetworkAt: NOW, signIns: 9 }],
  ['second_browser', { secondBrowserAt: NOW }, null],
  ['opened_by_staff', { openedByStaffAt: NOW }, null],
  ['direct', { directAt: NOW }, null],
];
test.each(elevating)('%s makes it elevated, with the fact and its date', (code, facts, harmless) => {
  const verdict = tierOf({ ...PLAIN, ...facts }, NOW);
  expect(verdict.tier).toBe('elevated');
  expect(verdict.reasons).toEqual([
    { code, sentence: expect.stringMatching(/^[A-Z5].*\.$/), at: expect.any(Number) },
  ]);
  if (harmless) expect(tierOf({ ...PLAIN, ...harmless }, NOW).tier).toBe('standard');
});

test('staff are privileged, with every role and every other reason', () => {
  const facts = { ...PLAIN, staffRoles: [{ role: 'help_desk', grantedAt: 1 }], secondBrowserAt: 2 };
  expect(tierOf(facts, NOW)).toEqual({
    tier: 'privileged',
    reasons: [
      { code: 'staff', sentence: 'This person is staff: help desk.', at: 1 },
      { code: 'second_browser', sentence: expect.any(String), at: 2 },
    ],
  });
});

test('the date is that of the latest fact, and the sentence says how an earlier request ended', () => {
  const contactChanges = [5, 3, 9].map((days) => ({ field: 'phone' as const, at: NOW - days * DAY }));
  const otherRequests = [
    { openedAt: NOW - 9 * DAY, state: 'denied' as const },
    { openedAt: NOW - 4 * DAY, state: 'vetoed' as const },
  ];
  const { reasons } = tierOf({ ...PLAIN, contactChanges, otherRequests }, NOW);
  expect(reasons.map(({ at }) => at)).toEqual([NOW - 3 * DAY, NOW - 4 * DAY]);
  expect(reasons[1]?.sentence).toContain('This wasn’t me');
});

test('computed again, a tier goes only upwards and no reason is forgotten', () => {
  const low = { tier: 'standard' as const, reasons: [] };
  const mid = { tier: 'elevated' as const, reasons: [{ code: 'direct', sentence: 'Old.', at: 1 }] };
  const other = { tier: 'elevated' as const, reasons: [{ code: 'direct', sentence: 'New.', at: 2 }] };
  const role = (name: string) => ({ code: 'staff', sentence: `This person is staff: ${name}.`, at: 1 });
  const high = { tier: 'privileged' as const, reasons: [role('auditor'), role('help desk')] };
  expect(raiseTier(low, mid)).toEqual(mid);
  expect(raiseTier(mid, low)).toEqual(mid);
  expect(raiseTier(mid, other)).toEqual(other);
  expect(raiseTier(mid, high)).toEqual({ tier: 'privileged', reasons: [...mid.reasons, ...high.reasons] });
  expect(raiseTier(high, mid).tier).toBe('privileged');
});
