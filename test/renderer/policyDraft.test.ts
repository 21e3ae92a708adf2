import { describe, expect, test } from 'vitest';
import { affectedCsv } from '../../renderer/features/policy/impact/affectedCsv.ts';
import { CONSEQUENCES } from '../../renderer/features/policy/form/consequences.ts';
import { draftProblems } from '../../renderer/features/policy/draftProblems.ts';
import { impactWords } from '../../renderer/features/policy/impact/impactWords.ts';
import { changedSettings, differences, rebased } from '../../renderer/features/policy/policyFields.tsx';
import { DEFAULT_POLICY } from '../../server/domain/policy/defaults.ts';

const keysOf = (fields: readonly { key: string }[]) => fields.map(({ key }) => key);

describe('a policy that is being changed', () => {
  test('what somebody else saved meanwhile is taken, what was typed stays', () => {
    const mine = { ...DEFAULT_POLICY, graceDays: 21, requestExpiryDays: 5 };
    const theirs = { ...DEFAULT_POLICY, graceDays: 7, automaticReset: true };
    const both = rebased(DEFAULT_POLICY, mine, theirs);
    expect(both).toEqual({ ...DEFAULT_POLICY, graceDays: 21, requestExpiryDays: 5, automaticReset: true });
  });

  test('how long a check counts is said in hours where they are whole', () => {
    const of = (minutes: number) => ({
      ...DEFAULT_POLICY,
      evidenceMinutes: { ...DEFAULT_POLICY.evidenceMinutes, existing_code: minutes },
    });
    const shown = (minutes: number) => differences(of(1), of(minutes)).map(({ show }) => show(of(minutes)));
    expect([1440, 60, 90, 45].flatMap(shown)).toEqual(['24 hours', '1 hour', '90 minutes', '45 minutes']);
  });

  test('another grace is no nothing: what has begun ends as planned, what begins has the new length', () => {
    const nobody = { setupAtNextSignIn: 0, entersGrace: 0, freed: 0, staffAffected: 0 };
    expect(impactWords(nobody, { requestExpiryDays: 5 })).toBe('nobody is asked for anything new.');
    expect(impactWords(nobody, { graceDays: 7 })).toBe(
      'a grace that has begun ends as planned; one that begins from now on lasts 7 days.',
    );
    expect(impactWords({ ...nobody, setupAtNextSignIn: 2 }, { graceDays: 0 })).toBe(
      '2 people will be asked to set up at their next sign-in.',
    );
  });

  test('two people can change two parts of one tier', () => {
    const { tiers } = DEFAULT_POLICY;
    const mine = { ...DEFAULT_POLICY, tiers: { ...tiers, elevated: { ...tiers.elevated, holdHours: 4 } } };
    const theirs = {
      ...DEFAULT_POLICY,
      tiers: { ...tiers, elevated: { ...tiers.elevated, deciders: 'two' as const } },
    };
    expect(rebased(DEFAULT_POLICY, mine, theirs).tiers.elevated).toMatchObject({
      holdHours: 4,
      deciders: 'two',
    });
  });

  test('the order of chosen checks is no change, nor are departments that a scope left over', () => {
    const { tiers } = DEFAULT_POLICY;
    const { recipe } = tiers.standard;
    const turned = { ...recipe, kinds: recipe.kinds.toReversed() };
    const draft = {
      ...DEFAULT_POLICY,
      required: { ...DEFAULT_POLICY.required, departments: ['Finance'] },
      tiers: { ...tiers, standard: { ...tiers.standard, recipe: turned } },
    };
    expect(keysOf(differences(DEFAULT_POLICY, draft))).toEqual([]);
    expect(changedSettings(DEFAULT_POLICY, draft)).toEqual({});
  });

  test('the order of exemptions is no change, another end of one is', () => {
    const one = { userId: 'a', reason: 'R', ownerId: 'o', endsAt: '2027-03-01T00:00:00Z' };
    const other = { ...one, userId: 'b' };
    const base = { ...DEFAULT_POLICY, exemptions: [one, other] };
    expect(keysOf(differences(base, { ...base, exemptions: [other, one] }))).toEqual([]);
    const later = { ...other, endsAt: '2027-04-01T00:00:00Z' };
    expect(changedSettings(base, { ...base, exemptions: [one, later] })).toEqual({
      exemptions: [one, later],
    });
  });

  test('what was left over is not sent with a change of scope', () => {
    const required = { scope: 'everyone' as const, roles: [], departments: ['Finance'] };
    expect(changedSettings(DEFAULT_POLICY, { ...DEFAULT_POLICY, required })).toEqual({
      required: { scope: 'everyone', roles: [], departments: [] },
    });
  });

  test('what is no whole number within its range is said at its setting', () => {
    const draft = { ...DEFAULT_POLICY, graceDays: Number.NaN, requestExpiryDays: 31 };
    expect(draftProblems(draft)).toEqual({
      graceDays: 'Type a whole number from 0 to 90.',
      requestExpiryDays: 'Type a whole number from 1 to 30.',
    });
    expect(draftProblems(DEFAULT_POLICY)).toEqual({});
  });

  test('what contradicts itself is said before the server is asked, once', () => {
    const required = { scope: 'selected' as const, roles: [], departments: [] };
    const sessions = { ...DEFAULT_POLICY.sessions, staff: { idleMinutes: 90, absoluteHours: 1 } };
    const draft = { ...DEFAULT_POLICY, required, sessions };
    expect(draftProblems(draft)).toEqual({
      required: 'Choose at least one role, department or wave, or require MFA of nobody.',
      'sessions.staff': 'A session can’t idle for longer than it lasts. Shorten the idle time.',
    });
    expect(CONSEQUENCES.required(draft)).toBe('');
    // What the other choice left over is not sent, and so no contradiction.
    const left = {
      ...DEFAULT_POLICY,
      rollOut: { ...DEFAULT_POLICY.rollOut, pausedAt: '2026-12-01T00:00:00Z' },
    };
    expect(draftProblems(left)).toEqual({});
  });
});

test('attack: a name that a spreadsheet would run as a formula is exported as text', () => {
  const person = { id: '', username: 'eve', department: null, staff: false, effect: 'freed' as const };
  const csv = affectedCsv([{ ...person, name: '=HYPERLINK("https://example.org","x")' }]);
  expect(csv.split('\r\n')[1]).toContain(`"'=HYPERLINK(""https://example.org"",""x"")"`);
});
