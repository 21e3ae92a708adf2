import { expect, test } from 'vitest';
import type { PolicyDocument, TierRule } from '../../../contract/operations/policy.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { contradictionsOf } from '../../../contract/policyContradictions.ts';
import { weakenings as weakeningsAt } from '../../../server/features/policy/weakening.ts';
import { inEnglish } from '../../../server/words.ts';

const weakenings = (before: PolicyDocument, after: PolicyDocument) =>
  weakeningsAt(before, after, Date.UTC(2026, 10, 26)).map((weakening) => ({
    field: weakening.field,
    sentence: inEnglish(weakening.sentence),
  }));

type Required = PolicyDocument['required'];
const everyone: Required = { scope: 'everyone', roles: [], departments: [] };
const nobody: Required = { scope: 'nobody', roles: [], departments: [] };
const selected = (departments: string[], roles: Required['roles'] = []): Required => ({
  scope: 'selected',
  roles,
  departments,
});
const policy = (change: Partial<PolicyDocument> = {}): PolicyDocument => ({
  ...DEFAULT_POLICY,
  required: everyone,
  ...change,
});
const standard = (change: Partial<TierRule>, recipe: Partial<TierRule['recipe']> = {}): PolicyDocument => {
  const { tiers } = DEFAULT_POLICY;
  return policy({
    tiers: {
      ...tiers,
      standard: { ...tiers.standard, ...change, recipe: { ...tiers.standard.recipe, ...recipe } },
    },
  });
};
const elevated = (change: Partial<TierRule>, recipe: Partial<TierRule['recipe']> = {}): PolicyDocument => {
  const { tiers } = DEFAULT_POLICY;
  return policy({
    tiers: {
      ...tiers,
      elevated: { ...tiers.elevated, ...change, recipe: { ...tiers.elevated.recipe, ...recipe } },
    },
  });
};
const exempting = (...ends: [string, string][]): PolicyDocument =>
  policy({
    exemptions: ends.map(([userId, endsAt]) => ({ userId, reason: 'R', ownerId: 'owner', endsAt })),
  });
const MARCH = '2027-03-01T00:00:00Z';
const APRIL = '2027-04-01T00:00:00Z';
const long = { idleMinutes: 30, absoluteHours: 24 };
const { sessions, evidenceMinutes: minutes } = DEFAULT_POLICY;
const sensitive = (people: string[], departments: string[] = []) =>
  policy({ sensitive: { people, departments } });

/** From the stronger to the weaker one; the way back weakens nothing. */
const pairs: [string, PolicyDocument, PolicyDocument][] = [
  ['available', policy({ required: nobody }), policy({ required: nobody, available: false })],
  ['required', policy(), policy({ required: nobody })],
  ['required', policy(), policy({ required: selected(['IT']) })],
  ['required', policy({ required: selected(['IT', 'HR']) }), policy({ required: selected(['IT']) })],
  ['required', policy({ required: selected(['IT'], ['user']) }), policy({ required: selected(['IT']) })],
  ['required', policy({ required: selected(['IT']) }), policy({ required: nobody })],
  ['graceDays', policy(), policy({ graceDays: 15 })],
  ['startsOn', policy(), policy({ startsOn: '2027-01-01T00:00:00Z' })],
  ['exemptions', policy(), exempting(['jo', MARCH])],
  ['exemptions', exempting(['jo', MARCH]), exempting(['jo', APRIL])],
  ['exemptions', exempting(['jo', APRIL]), exempting(['jo', APRIL], ['bo', MARCH])],
  ['automaticReset', policy(), policy({ automaticReset: true })],
  ['evidenceMinutes.call_back', policy(), policy({ evidenceMinutes: { ...minutes, call_back: 61 } })],
  ['sensitive', sensitive(['jo']), sensitive([])],
  ['sensitive', sensitive(['jo'], ['Finance']), sensitive(['jo'])],
  ['requestExpiryDays', policy(), policy({ requestExpiryDays: 8 })],
  ['helpDeskDecides', policy(), policy({ helpDeskDecides: true })],
  ['activationForFirstEnrolment', policy({ activationForFirstEnrolment: true }), policy()],
  ['sessions.staff', policy(), policy({ sessions: { ...sessions, staff: long } })],
  [
    'sessions.users',
    policy(),
    policy({ sessions: { ...sessions, users: { idleMinutes: 60, absoluteHours: 25 } } }),
  ],
  ['tiers.standard.recipe.kinds', standard({}, { kinds: ['in_person'] }), standard({})],
  ['tiers.standard.recipe.count', standard({}, { count: 2 }), standard({})],
  ['tiers.standard.recipe.requestCode', standard({}), standard({}, { requestCode: false })],
  ['tiers.elevated.recipe.strongCount', elevated({}), elevated({}, { strongCount: 0 })],
  ['tiers.elevated.recipe.existingCodeSuffices', elevated({}), elevated({}, { existingCodeSuffices: true })],
  ['tiers.elevated.deciders', elevated({}), elevated({ deciders: 'anyone' })],
  ['tiers.elevated.deciders', elevated({ deciders: 'two' }), elevated({})],
  ['tiers.standard.holdHours', standard({ holdHours: 2 }), standard({ holdHours: 1 })],
];
test.each(pairs)('S-40 %s: one way weakens, the other does not', (field, stronger, weaker) => {
  expect(weakenings(stronger, weaker)).toEqual([{ field, sentence: expect.stringMatching(/^[A-Z].*\.$/) }]);
  expect(weakenings(weaker, stronger)).toEqual([]);
});

test('S-40 what is asked of nobody is not weakened by grace or a date', () => {
  const before = policy({ required: nobody });
  expect(weakenings(before, policy({ graceDays: 90, startsOn: '2027-01-01T00:00:00Z' }))).toEqual([]);
});

test('how long a check counts is said in hours where they are whole', () => {
  const said = (from: number, to: number) =>
    weakenings(
      policy({ evidenceMinutes: { ...minutes, in_person: from } }),
      policy({ evidenceMinutes: { ...minutes, in_person: to } }),
    ).map(({ sentence }) => sentence);
  expect(said(90, 1440)).toEqual(['A check counts for 24 hours instead of 90 minutes: in person.']);
});

test('S-40 one person exempt instead of another weakens; another owner or reason does not', () => {
  const before = exempting(['jo', MARCH]);
  expect(weakenings(before, exempting(['bo', MARCH]))).toEqual([
    { field: 'exemptions', sentence: 'Exempt from MFA: somebody until 1 March 2027.' },
  ]);
  const [jo] = before.exemptions;
  const changed = jo ? [{ ...jo, ownerId: 'another', reason: 'Another.' }] : [];
  expect(weakenings(before, policy({ exemptions: changed }))).toEqual([]);
});

test('S-40 whom notices go to and which apps are recommended weakens nothing', () => {
  const apps = [{ name: 'Own', url: 'https://example.org' }];
  expect(weakenings(policy(), policy({ recommendedApps: apps, resetNotices: ['x'] }))).toEqual([]);
});

test('everyone is covered by the role that everyone has', () => {
  expect(weakenings(policy(), policy({ required: selected([], ['user']) }))).toEqual([]);
});

const contradictions: [string, PolicyDocument][] = [
  ['available', policy({ available: false })],
  ['required', policy({ required: selected([]) })],
  ['sessions.staff', policy({ sessions: { ...sessions, staff: { idleMinutes: 61, absoluteHours: 1 } } })],
  ['tiers.standard.recipe', standard({}, { kinds: ['request_code', 'in_person'] })],
  ['tiers.standard.recipe', standard({}, { kinds: ['in_person'], count: 2 })],
  ['tiers.standard.recipe', standard({}, { strongCount: 2 })],
  ['tiers.standard.recipe', standard({}, { kinds: ['call_back'], strongCount: 1 })],
];
test.each(contradictions)('a policy that contradicts itself in %s is told so', (field, document) => {
  const said = Object.entries(contradictionsOf(document)).map(([key, sentence]) => [
    key,
    inEnglish(sentence),
  ]);
  expect(said).toEqual([[field, expect.stringMatching(/^[A-Z0-9].*\.$/)]]);
});

test('the default policy is sound', () => {
  expect(contradictionsOf(DEFAULT_POLICY)).toEqual({});
  expect(contradictionsOf(policy())).toEqual({});
});

test('S-115 a higher ceiling weakens, and one that begins or ends to follow from what is usual', () => {
  const agent = (hour: number | null) =>
    policy({ ceilings: { ...DEFAULT_POLICY.ceilings, agent: { hour, day: null } } });
  const field = 'ceilings.agent.hour';
  expect(weakenings(agent(10), agent(20))).toEqual([
    { field, sentence: 'The ceiling for resets of a verifier in an hour is 20.' },
  ]);
  expect(weakenings(agent(null), agent(20))).toMatchObject([{ field }]);
  expect(weakenings(agent(10), agent(null))).toEqual([
    { field, sentence: 'The ceiling for resets of a verifier in an hour follows from what is usual.' },
  ]);
  expect(weakenings(agent(20), agent(10))).toEqual([]);
  expect(weakenings(agent(20), agent(20))).toEqual([]);
});

test('S-112 resets in systems that can’t hold sign-in, once forbidden, weaken where they are allowed again', () => {
  const [allowed, forbidden] = [policy({ holdRequired: false }), policy({ holdRequired: true })];
  expect(weakenings(forbidden, allowed)).toEqual([
    {
      field: 'holdRequired',
      sentence: 'Resets are carried out in connected systems that can’t hold sign-in, too.',
    },
  ]);
  expect(weakenings(allowed, forbidden)).toEqual([]);
});
