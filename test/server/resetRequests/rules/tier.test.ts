import { expect, test } from 'vitest';
import { DAY } from '../../../../server/time.ts';
import { inEnglish } from '../../../../server/words.ts';
import { reasonSentence } from '../../../../server/features/resetRequests/rules/reasons.ts';
import type { ReasonCode, StoredReason } from '../../../../server/features/resetRequests/rules/reasons.ts';
import { raiseTier, tierOf as verdictOf } from '../../../../server/features/resetRequests/rules/tier.ts';
import type { TierFacts } from '../../../../server/features/resetRequests/rules/tier.ts';

const NOW = Date.UTC(2027, 0, 11);
const PLAIN: TierFacts = {
  staffRoles: [],
  revokedRoles: [],
  sensitive: [],
  contactChanges: [],
  passwordMailedAt: null,
  linkedUnseen: [],
  otherRequests: [],
  refusals: [],
  wrongCodes: [],
  failedChecks: [],
  unknownNetworkAt: null,
  signIns: 0,
  secondBrowserAt: null,
  openedByStaffAt: null,
  directAt: null,
  askedElsewhereAt: null,
};
/** The verdict with its reasons as they are read in English. */
function tierOf(...asked: Parameters<typeof verdictOf>) {
  const { tier, reasons } = verdictOf(...asked);
  return {
    tier,
    reasons: reasons.map((reason) => ({
      code: reason.code,
      sentence: inEnglish(reasonSentence(reason)),
      at: reason.at,
    })),
  };
}
const inside = (days: number) => NOW - days * DAY + 1;
const outside = (days: number) => NOW - days * DAY;
const wrongCodes = (at: number, count: number) => Array.from({ length: count }, () => at);

test('nothing unusual is the standard tier, without reasons', () => {
  expect(tierOf(PLAIN, NOW)).toEqual({ tier: 'standard', reasons: [] });
});

/** What elevates, the sentence and its moment, and a harmless neighbour. */
interface Row {
  code: string;
  facts: Partial<TierFacts>;
  sentence: string;
  at: number;
  harmless: Partial<TierFacts> | null;
}
const contact = (field: 'email' | 'phone' | 'mobile' | 'manager', words: string): Row => ({
  code: `${field}_changed`,
  facts: { contactChanges: [{ field, at: inside(30), first: false }] },
  sentence: `The ${words} changed in the last 30 days.`,
  at: inside(30),
  harmless: { contactChanges: [{ field, at: outside(30), first: false }] },
});
const codes = { code: 'wrong_codes', sentence: '5 wrong codes were entered within a day.', at: inside(1) };
const elevating: Row[] = [
  contact('email', 'e-mail address'),
  contact('phone', 'phone number'),
  contact('mobile', 'mobile number'),
  contact('manager', 'manager'),
  {
    code: 'mobile_changed',
    facts: { contactChanges: [{ field: 'mobile', at: inside(30), first: true }] },
    sentence: 'The mobile number was added in the last 30 days.',
    at: inside(30),
    harmless: null,
  },
  {
    code: 'password_mailed',
    facts: { passwordMailedAt: inside(30) },
    sentence: 'A password was set by a mailed link.',
    at: inside(30),
    harmless: { passwordMailedAt: outside(30) },
  },
  {
    code: 'linked_unseen',
    facts: { linkedUnseen: [outside(30), inside(30)] },
    sentence:
      'An account in a connected system was linked by a rule or a file in the last 30 days, which nobody looked at.',
    at: inside(30),
    harmless: { linkedUnseen: [outside(30)] },
  },
  {
    code: 'second_request',
    facts: { otherRequests: [{ openedAt: inside(30), state: 'cancelled' }] },
    sentence: 'This is not the only request in 30 days; the last one was cancelled.',
    at: inside(30),
    harmless: { otherRequests: [{ openedAt: outside(30), state: 'cancelled' }] },
  },
  {
    ...codes,
    facts: { wrongCodes: wrongCodes(inside(1), 5) },
    harmless: { wrongCodes: wrongCodes(inside(1), 4) },
  },
  {
    ...codes,
    facts: { wrongCodes: [...wrongCodes(inside(1), 5), outside(1)] },
    harmless: { wrongCodes: wrongCodes(outside(1), 5) },
  },
  {
    code: 'check_failed',
    facts: { failedChecks: [{ at: inside(7) }, { at: outside(7) }] },
    sentence: 'A check failed in the last 7 days.',
    at: inside(7),
    harmless: { failedChecks: [{ at: outside(7) }] },
  },
  {
    code: 'unknown_network',
    facts: { unknownNetworkAt: NOW - 5, signIns: 10 },
    sentence: 'The request came from a network that this person never signed in from.',
    at: NOW - 5,
    harmless: { unknownNetworkAt: NOW - 5, signIns: 9 },
  },
  {
    code: 'second_browser',
    facts: { secondBrowserAt: NOW - 6 },
    sentence: 'The request was submitted again from another browser or network.',
    at: NOW - 6,
    harmless: null,
  },
  {
    code: 'opened_by_staff',
    facts: { openedByStaffAt: NOW - 7 },
    sentence: 'Staff opened it for a caller, so nobody has proved that they know the password.',
    at: NOW - 7,
    harmless: null,
  },
  {
    code: 'direct',
    facts: { directAt: NOW - 8 },
    sentence: 'It is a direct reset: the user did not ask for it here.',
    at: NOW - 8,
    harmless: { signIns: 100 },
  },
  {
    code: 'asked_elsewhere',
    facts: { askedElsewhereAt: NOW - 9 },
    sentence: 'Another system asked who they are, so nobody has proved that they know the password.',
    at: NOW - 9,
    harmless: null,
  },
];
test.each(elevating)('$code makes it elevated: $sentence', ({ code, facts, sentence, at, harmless }) => {
  expect(tierOf({ ...PLAIN, ...facts }, NOW)).toEqual({
    tier: 'elevated',
    reasons: [{ code, sentence, at }],
  });
  if (harmless) expect(tierOf({ ...PLAIN, ...harmless }, NOW).tier).toBe('standard');
});

test('issue 8.6 what staff open within a day of a refusal says so, and is elevated by that alone', () => {
  const reason = {
    code: 'opened_after_refusal',
    sentence: 'Staff opened it within 24 hours of a denial, or of “This wasn’t me”.',
    at: inside(1),
  };
  for (const opened of ['openedByStaffAt', 'directAt'] as const) {
    const told = (facts: Partial<TierFacts>) =>
      tierOf({ ...PLAIN, [opened]: NOW, ...facts }, NOW + DAY).reasons.slice(1);
    expect(told({ refusals: [inside(2), inside(1)] })).toEqual([reason]);
    expect(told({ refusals: [outside(1), NOW + 1] })).toEqual([]);
  }
  expect(tierOf({ ...PLAIN, refusals: [inside(1)] }, NOW).tier).toBe('standard');
});

test.each([
  ['open', 'is still open'],
  ['verified', 'is still open'],
  ['approved', 'was approved'],
  ['completed', 'ended in a reset'],
  ['denied', 'was denied'],
  ['cancelled', 'was cancelled'],
  ['vetoed', 'was stopped by the user (“This wasn’t me”)'],
  ['expired', 'expired'],
] as const)('of an earlier request that is %s it is said that it %s', (state, words) => {
  const { reasons } = tierOf({ ...PLAIN, otherRequests: [{ openedAt: NOW, state }] }, NOW);
  expect(reasons[0]?.sentence).toBe(`This is not the only request in 30 days; the last one ${words}.`);
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

test('who was staff within 30 days is privileged as if they still were, since the latest role was taken', () => {
  const revokedRoles = [inside(30), NOW - 3 * DAY, inside(20)];
  expect(tierOf({ ...PLAIN, revokedRoles, directAt: 2 }, NOW)).toEqual({
    tier: 'privileged',
    reasons: [
      {
        code: 'was_staff',
        sentence: 'A staff role was taken from this person in the last 30 days.',
        at: NOW - 3 * DAY,
      },
      { code: 'direct', sentence: expect.any(String), at: 2 },
    ],
  });
  expect(tierOf({ ...PLAIN, revokedRoles: [inside(30)] }, NOW).tier).toBe('privileged');
  expect(tierOf({ ...PLAIN, revokedRoles: [outside(30)] }, NOW)).toEqual({ tier: 'standard', reasons: [] });
});

const term = (department: string | null, until: number | null, since = 7) => ({ department, since, until });
test.each([
  ['by name', [term(null, null)], [['sensitive', 'Policy names this person as sensitive.', 7]]],
  [
    'by name and by department',
    [term(null, null), term('Finance', null, 8), term('Board', inside(30))],
    [
      ['sensitive', 'Policy names this person as sensitive.', 7],
      ['sensitive', 'Policy names their department as sensitive: Finance.', 8],
    ],
  ],
  [
    'by name until lately',
    [term('Finance', inside(30)), term(null, inside(20)), term('Board', inside(25))],
    [['was_sensitive', 'Policy named this person as sensitive in the last 30 days.', inside(20)]],
  ],
  [
    'by department until lately',
    [term('Finance', inside(30))],
    [
      [
        'was_sensitive',
        'In the last 30 days they were in a department that policy named as sensitive: Finance.',
        inside(30),
      ],
    ],
  ],
] as const)('S-100 who is sensitive %s is privileged, since that moment', (_, sensitive, reasons) => {
  const verdict = tierOf({ ...PLAIN, sensitive, directAt: 2 }, NOW);
  expect(verdict.tier).toBe('privileged');
  expect(verdict.reasons.map(({ code, sentence, at }) => [code, sentence, at])).toEqual([
    ...reasons,
    ['direct', expect.any(String), 2],
  ]);
});

test('S-100 who was sensitive 30 days ago is no longer', () => {
  expect(tierOf({ ...PLAIN, sensitive: [term(null, outside(30))] }, NOW)).toEqual({
    tier: 'standard',
    reasons: [],
  });
});

test('the date is that of the latest fact, and the sentence says how an earlier request ended', () => {
  const contactChanges = [5, 3, 9].map((days) => ({
    field: 'phone' as const,
    at: NOW - days * DAY,
    first: days === 3,
  }));
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
  const mid = { tier: 'elevated' as const, reasons: [{ code: 'direct' as const, at: 1 }] };
  const other = { tier: 'elevated' as const, reasons: [{ code: 'direct' as const, at: 2 }] };
  const role = (name: string) => ({ code: 'staff' as const, facts: { role: name }, at: 1 });
  const high = { tier: 'privileged' as const, reasons: [role('auditor'), role('help_desk')] };
  expect(raiseTier(low, mid)).toEqual(mid);
  expect(raiseTier(mid, low)).toEqual(mid);
  expect(raiseTier(mid, other)).toEqual(other);
  expect(raiseTier(mid, high)).toEqual({ tier: 'privileged', reasons: [...mid.reasons, ...high.reasons] });
  expect(raiseTier(high, mid).tier).toBe('privileged');
  const sensitive = (department: string) => ({ code: 'sensitive' as const, facts: { department }, at: 1 });
  const named = { tier: 'privileged' as const, reasons: [sensitive('One'), sensitive('Two')] };
  expect(raiseTier(low, named)).toEqual(named);
});

test('a reason that was kept as text stays until one of its kind is found again, and is said as it stands', () => {
  const kept: StoredReason = { code: 'staff', sentence: 'This person is staff: auditor.', at: 1 };
  const before = { tier: 'privileged' as const, reasons: [kept] };
  expect(raiseTier(before, { tier: 'standard', reasons: [] })).toEqual(before);
  expect(reasonSentence(kept)).toBe('This person is staff: auditor.');
  const again = {
    tier: 'privileged' as const,
    reasons: [{ code: 'staff' as const, facts: { role: 'auditor' }, at: 1 }],
  };
  expect(raiseTier(before, again)).toEqual(again);
});

test('a reason is kept as its code and facts, never as a sentence', () => {
  const { reasons } = verdictOf(
    {
      ...PLAIN,
      staffRoles: [{ role: 'help_desk', grantedAt: 1 }],
      sensitive: [term('Finance', null)],
      wrongCodes: wrongCodes(NOW, 6),
      directAt: 2,
    },
    NOW,
  );
  expect(reasons).toEqual([
    { code: 'staff', facts: { role: 'help_desk' }, at: 1 },
    { code: 'sensitive', facts: { department: 'Finance' }, at: 7 },
    { code: 'wrong_codes', facts: { count: 6 }, at: NOW },
    { code: 'direct', at: 2 },
  ]);
});

test.each<[StoredReason, string]>([
  [{ code: 'manager_changed', at: NOW }, 'The manager changed in the last 30 days.'],
  [
    { code: 'phone_changed', facts: { how: 'added' }, at: NOW },
    'The phone number was added in the last 30 days.',
  ],
  [
    { code: 'second_request', at: NOW },
    'This is not the only request in 30 days; the last one is still open.',
  ],
  [{ code: 'staff', at: null }, 'This person is staff: administrator.'],
])('a reason that names nothing more is said all the same: %j', (reason, words) => {
  expect(inEnglish(reasonSentence(reason))).toBe(words);
});

test('what is kept of a reason says what it stands for without its code', () => {
  const kept = (code: ReasonCode) => reasonSentence({ code, at: NOW });
  expect(kept('manager_changed')).toMatchObject({ values: { field: 'manager', how: 'changed' } });
  expect(kept('second_request')).toMatchObject({ values: { state: 'open' } });
  expect(kept('staff')).toMatchObject({ values: { role: '' } });
});

test('a contact that was added and then changed has changed, and is kept so', () => {
  const contactChanges = [
    { field: 'phone' as const, at: inside(9), first: true },
    { field: 'phone' as const, at: inside(3), first: false },
  ];
  expect(verdictOf({ ...PLAIN, contactChanges }, NOW).reasons).toEqual([
    { code: 'phone_changed', facts: { how: 'changed' }, at: inside(3) },
  ]);
});
