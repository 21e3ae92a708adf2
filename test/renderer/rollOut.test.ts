import { describe, expect, test } from 'vitest';
import type { RollOut } from '../../contract/operations/rollOut.ts';
import { draftProblems } from '../../renderer/features/policy/draftProblems.ts';
import { changedSettings, differences, rebased } from '../../renderer/features/policy/policyFields.tsx';
import {
  heldWaves,
  laterWords,
  limitWords,
  nextDate,
  pauseWords,
  waveWords,
} from '../../renderer/features/policy/rollOut/rollOutWords.ts';
import { DEFAULT_POLICY } from '../../server/domain/policy/defaults.ts';

const NOW = new Date(2026, 10, 26, 12).getTime();
const day = (days: number) => new Date(2026, 10, 26 + days).toISOString();
const FINANCE = { startsOn: day(-3), departments: ['Finance'] };
const IT = { startsOn: day(7), departments: ['IT'] };
const HR = { startsOn: day(14), departments: ['HR'] };

const policy = (rollOut: Partial<RollOut> = {}, scope: 'selected' | 'everyone' = 'selected') => ({
  ...DEFAULT_POLICY,
  required: { scope, roles: [], departments: [] },
  rollOut: { waves: [FINANCE, IT, HR], pausedAt: null, pauseAtOpenRequests: null, ...rollOut },
});
const keysOf = (fields: readonly { key: string }[]) => fields.map(({ key }) => key);

describe('a roll-out that is being changed', () => {
  test('waves that another scope leaves over are not sent, nor is their pause', () => {
    const base = policy({ pausedAt: day(-1) });
    expect(changedSettings(base, policy({ pausedAt: day(-1) }, 'everyone'))).toEqual({
      required: { scope: 'everyone', roles: [], departments: [] },
      rollOut: { waves: [], pausedAt: null, pauseAtOpenRequests: null },
    });
    expect(changedSettings(DEFAULT_POLICY, { ...DEFAULT_POLICY, rollOut: base.rollOut })).toEqual({});
  });

  test('waves are sent in the order of their dates, and that order is no change', () => {
    const turned = policy({ waves: [HR, IT, FINANCE] });
    expect(differences(policy(), turned)).toEqual([]);
    const sent = changedSettings(policy(), { ...turned, rollOut: { ...turned.rollOut, pausedAt: day(0) } });
    expect(sent).toEqual({ rollOut: { ...policy().rollOut, pausedAt: day(0) } });
  });

  test('one officer pauses while another moves a wave: both count', () => {
    const mine = policy({ pausedAt: day(0) });
    const theirs = policy({ waves: [FINANCE, IT] });
    const both = rebased(policy(), mine, theirs);
    expect(both.rollOut).toEqual({ waves: [FINANCE, IT], pausedAt: day(0), pauseAtOpenRequests: null });
    expect(keysOf(differences(policy(), both))).toEqual(['rollOut.waves', 'rollOut.pausedAt']);
  });

  test('a wave without a date or a department, and a limit that is none, are said at their place', () => {
    const draft = policy({
      waves: [IT, { ...HR, departments: [] }, { ...FINANCE, startsOn: '' }],
      pauseAtOpenRequests: Number.NaN,
    });
    expect(draftProblems(draft)).toEqual({
      // The one without a date is sent first.
      'rollOut.waves.0': 'Choose a date.',
      'rollOut.waves.2': 'Choose at least one department.',
      'rollOut.pauseAtOpenRequests': 'Type a whole number from 1 to 100,000.',
    });
    expect(draftProblems({ ...draft, required: { ...draft.required, scope: 'everyone' } })).toEqual({
      'rollOut.pauseAtOpenRequests': 'Type a whole number from 1 to 100,000.',
    });
  });

  test('another wave begins a week after the last one, never in the past', () => {
    expect(nextDate([FINANCE, HR, IT], NOW)).toBe(day(21));
    expect(nextDate([{ ...FINANCE, startsOn: '' }], NOW)).toBe(day(7));
    expect(nextDate([FINANCE], NOW)).toBe(day(7));
  });

  test('another wave begins on a day on which people work', () => {
    const [saturday, sunday] = [2, 3].map((days) => nextDate([], Date.parse(day(days))));
    expect([saturday, sunday]).toEqual([day(11), day(11)]);
    expect(new Date(day(11)).getDay()).toBe(1);
  });
});

describe('what becomes of a wave', () => {
  const said = (wave: RollOut['waves'][number], base: RollOut, draft: RollOut, people?: number) =>
    waveWords(wave, {
      base: policy(base),
      draft: policy(draft),
      now: NOW,
      ...(people !== undefined && { people }),
    });
  const running = policy().rollOut;
  const due = { ...IT, startsOn: day(-1) };
  const held = policy({ waves: [FINANCE, due, HR], pausedAt: day(-2) }).rollOut;
  const resumed = { ...held, pausedAt: null };

  test('is said for each of them', () => {
    expect(said(FINANCE, running, running)).toBe('Has counted since 23 Nov.');
    expect(said(IT, running, running)).toBe('Asked from Thu, 3 Dec on.');
    expect(said(IT, running, running, 1)).toBe('1 person without MFA will be asked from Thu, 3 Dec on.');
    expect(said(IT, running, running, 0)).toMatch(/^Begins on Thu, 3 Dec\. Nobody there is left/);
    expect(said(due, held, held)).toBe('Waits: it begins as soon as the roll-out is resumed.');
    expect(said(HR, held, held)).toBe('Waits until the roll-out is resumed.');
    expect(said(due, held, resumed)).toBe('Begins as soon as you save.');
    expect(said(due, running, { ...running, waves: [FINANCE, due] })).toBe('Begins as soon as you save.');
    expect(said({ ...IT, startsOn: '' }, running, running)).toBe('');
  });

  test('a pause says what it holds, its end what begins at once', () => {
    const words = (base: RollOut, draft: RollOut) => pauseWords(policy(base), policy(draft), NOW);
    expect(words(running, running)).toBe('Each wave begins on its date.');
    expect(words(running, { ...running, pausedAt: day(0) })).toBe(
      'From the moment you save, 2 waves wait: Thu, 3 Dec and Thu, 10 Dec. People already asked stay asked.',
    );
    expect(words(held, held)).toBe(
      'Until you resume, 2 waves wait: Wed, 25 Nov and Thu, 10 Dec. People already asked stay asked.',
    );
    expect(words(held, resumed)).toBe(
      'What fell due in the meantime begins as soon as you save: Wed, 25 Nov. The other waves begin on their dates.',
    );
    expect(words(running, { ...running, waves: [FINANCE], pausedAt: day(0) })).toBe(
      'No wave is left for it to hold back. People already asked stay asked.',
    );
    expect(heldWaves(policy(held, 'everyone'))).toEqual([]);
  });

  test('the limit says how many are open, and that it would pause at once', () => {
    const words = (limit: number | null, open?: number, pausedAt: string | null = null) =>
      limitWords({ ...running, pauseAtOpenRequests: limit, pausedAt }, open);
    expect(words(null, 3)).toBe('Waves begin however many reset requests are open.');
    expect(words(50)).toMatch(/^When more than 50 are open.*gets a mail\.$/);
    expect(words(50, 1)).toMatch(/ 1 is open now\.$/);
    expect(words(5, 8)).toMatch(/ 8 are open now: it pauses as soon as you save\.$/);
    expect(words(5, 8, day(0))).toMatch(/ 8 are open now\.$/);
    expect(words(Number.NaN, 8)).toBe('');
  });

  test('the dates to come are summed up', () => {
    const date = (days: number, entersGrace: number) => ({
      at: day(days),
      setupAtNextSignIn: 1,
      entersGrace,
    });
    expect(laterWords([], NOW)).toBe('');
    expect(laterWords([{ at: day(7), setupAtNextSignIn: 0, entersGrace: 0 }], NOW)).toBe('');
    expect(laterWords([date(7, 37)], NOW)).toBe('38 people will be asked from Thu, 3 Dec on.');
    expect(laterWords([date(7, 37), date(14, 3)], NOW)).toBe(
      '42 people will be asked on 2 dates, from Thu, 3 Dec on.',
    );
  });
});
