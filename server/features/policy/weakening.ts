import { CEILING_SCOPES, CEILING_WINDOWS } from '../../../contract/ceilings.ts';
import { CHECK_KINDS } from '../../../contract/checks.ts';
import type { Exemption, PolicyDocument, TierRule } from '../../../contract/operations/policy.ts';
import { ruleStart } from '../../../contract/rollOutContradictions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Part, Sentence } from '../../../contract/words/sentence.ts';
import { changedExemptions, endOf } from '../../domain/policy/exemptions.ts';
import { askedFrom, rollOutWeakenings } from './rollOutWeakening.ts';
import type { Weakening } from './weakeningType.ts';

const TIERS = ['standard', 'elevated', 'privileged'] as const;
const DECIDERS: Record<TierRule['deciders'], number> = { anyone: 0, not_a_verifier: 1, two: 2 };

interface Change {
  before: PolicyDocument;
  after: PolicyDocument;
  /** UTC ms: what was asked of nobody before it weakens nothing. */
  now: number;
  words: PeopleWords;
}

/** How a sentence names people. */
export interface PeopleWords {
  /** By their id. */
  person: (id: string) => string | Sentence;
  /** Where the day begins on which an exemption ends: an IANA name. */
  timeZone: string;
}

const NAMELESS: PeopleWords = { person: () => sentence('answers/policy', 'somebody'), timeZone: 'UTC' };

const none = (): Weakening[] => [];
/** One weakening of a setting where it is one. */
const where = (is: boolean, field: string, said: Sentence): Weakening[] =>
  is ? [{ field, sentence: said }] : [];
/** A day in minutes says nothing to who reads it. */
const lengthOf = (minutes: number): Sentence =>
  minutes % 60 === 0
    ? sentence('answers/policy', 'hours', { count: minutes / 60 })
    : sentence('answers/policy', 'minutes', { count: minutes });
const asks = ({ required }: PolicyDocument) => required.scope !== 'nobody';

/**
 * When a setting is weaker than before. Weaker is: fewer people need MFA, later or after a longer grace, more are exempt or for
 * longer; less or older evidence, fewer deciders, fewer sensitive people or a shorter hold before a reset; longer sessions. Whom notices go to and which apps are
 * recommended weakens nothing: no reset gets easier by it.
 */
const JUDGES = {
  available: ({ before, after }) =>
    where(before.available && !after.available, 'available', sentence('answers/policy', 'noSetup')),
  required: ({ before, after, now }) =>
    where(!covers(before, after, now), 'required', sentence('answers/policy', 'requiredOfFewer')),
  graceDays: ({ before, after }) =>
    where(
      asks(before) && after.graceDays > before.graceDays,
      'graceDays',
      sentence('answers/policy', 'graceGrows', { from: before.graceDays, to: after.graceDays }),
    ),
  startsOn: ({ before, after, now }) =>
    where(
      asks(before) && startOf(after, now) > startOf(before, now),
      'startsOn',
      sentence('answers/policy', 'beginsLater'),
    ),
  rollOut: ({ before, after, now }) => rollOutWeakenings(before, after, now),
  exemptions: exemptionWeakenings,
  automaticReset: ({ before, after }) =>
    where(
      !before.automaticReset && after.automaticReset,
      'automaticReset',
      sentence('answers/policy', 'usersReset'),
    ),
  tiers: ({ before, after }) =>
    TIERS.flatMap((tier) => tierWeakenings(tier, before.tiers[tier], after.tiers[tier])),
  evidenceMinutes: ({ before, after }) =>
    CHECK_KINDS.flatMap((kind) => {
      const [old, is] = [before.evidenceMinutes[kind], after.evidenceMinutes[kind]];
      return where(
        is > old,
        `evidenceMinutes.${kind}`,
        sentence('answers/policy', 'checkCountsLonger', {
          kind: kind === 'manager_confirmation' ? 'other' : kind,
          from: lengthOf(old),
          to: lengthOf(is),
        }),
      );
    }),
  ceilings: ({ before, after }) =>
    CEILING_SCOPES.flatMap((scope) =>
      CEILING_WINDOWS.flatMap((window) => {
        const [old, is] = [before.ceilings[scope][window], after.ceilings[scope][window]];
        const which = { scope, window } as const;
        // What follows from the last weeks isn't known here: leaving it to them, or taking it from them, may be more.
        return where(
          old !== is && (old === null || is === null || is > old),
          `ceilings.${scope}.${window}`,
          is === null
            ? sentence('answers/policy', 'ceilingFollows', which)
            : sentence('answers/policy', 'ceilingSet', { ...which, count: is }),
        );
      }),
    ),
  sensitive: ({ before, after, words }) => {
    const people = before.sensitive.people.filter((id) => !after.sensitive.people.includes(id));
    const departments = before.sensitive.departments.filter(
      (name) => !after.sensitive.departments.includes(name),
    );
    const each = [
      ...people.map(words.person),
      ...departments.map((name) => sentence('answers/policy', 'theDepartment', { name })),
    ];
    const left = { each, by: 'and' } as const;
    return where(each.length > 0, 'sensitive', sentence('answers/policy', 'sensitiveNoLonger', { left }));
  },
  requestExpiryDays: ({ before, after }) =>
    where(
      after.requestExpiryDays > before.requestExpiryDays,
      'requestExpiryDays',
      sentence('answers/policy', 'openLonger', {
        from: before.requestExpiryDays,
        to: after.requestExpiryDays,
      }),
    ),
  helpDeskDecides: ({ before, after }) =>
    where(
      !before.helpDeskDecides && after.helpDeskDecides,
      'helpDeskDecides',
      sentence('answers/policy', 'helpDeskDecides'),
    ),
  activationForFirstEnrolment: ({ before, after }) =>
    where(
      before.activationForFirstEnrolment && !after.activationForFirstEnrolment,
      'activationForFirstEnrolment',
      sentence('answers/policy', 'firstWithoutCode'),
    ),
  holdRequired: ({ before, after }) =>
    where(
      before.holdRequired && !after.holdRequired,
      'holdRequired',
      sentence('answers/policy', 'withoutHold'),
    ),
  sessions: ({ before, after }) =>
    (['staff', 'users'] as const).flatMap((whose) => {
      const [old, is] = [before.sessions[whose], after.sessions[whose]];
      return where(
        is.idleMinutes > old.idleMinutes || is.absoluteHours > old.absoluteHours,
        `sessions.${whose}`,
        sentence('answers/policy', 'sessionsLonger', { whose: whose === 'staff' ? 'staff' : 'other' }),
      );
    }),
  resetNotices: none,
  resetNoticesAs: none,
  resetReportTo: none,
  recommendedApps: none,
} satisfies Record<keyof PolicyDocument, (change: Change) => Weakening[]>;

/**
 * What a change weakens, per field (S-40). Pure.
 *
 * @param now UTC ms: what was asked of nobody before it weakens nothing
 * @param words how the sentences name people
 */
export function weakenings(
  before: PolicyDocument,
  after: PolicyDocument,
  now: number,
  words: PeopleWords = NAMELESS,
): Weakening[] {
  const change = { before, after, now, words };
  return Object.values(JUDGES).flatMap((judge) => judge(change));
}

/** Whether everybody whom `old` asks without a wave is still asked, by a wave that has begun or without. Staff always are. */
function covers(old: PolicyDocument, changed: PolicyDocument, now: number): boolean {
  const [before, after] = [old.required, changed.required];
  if (before.scope === 'nobody' || after.scope === 'everyone') return true;
  if (before.scope === 'selected' && before.roles.length + before.departments.length === 0) return true;
  if (after.scope === 'nobody') return false;
  if (after.roles.includes('user')) return true;
  if (before.scope === 'everyone') return false;
  // A rule that begins later is said by its own field.
  const start = Math.max(startOf(old, now), startOf(changed, now));
  return (
    before.roles.every((role) => after.roles.includes(role)) &&
    before.departments.every(
      (department) => askedFrom(changed, department, { now, pause: 'counts' }) <= start,
    )
  );
}

const startOf = (policy: PolicyDocument, now: number) => Math.max(now, ruleStart(policy));

/** Who is exempt and was not, and who is for longer. Whether a rule asks them now is no matter. */
function exemptionWeakenings({ before, after, words }: Change): Weakening[] {
  const changed = changedExemptions(before, after);
  const added = changed.filter(({ was }) => was === undefined);
  const longer = changed.filter(({ exemption, was }) => was && endOf(exemption) > endOf(was));
  const listed = (some: typeof changed): Part => ({
    each: some.map(({ exemption }) => exemptUntil(exemption, words)),
    by: 'and',
  });
  const both = [
    { some: added, said: sentence('answers/policy', 'exempt', { people: listed(added) }) },
    { some: longer, said: sentence('answers/policy', 'exemptLonger', { people: listed(longer) }) },
  ];
  return both.flatMap(({ some, said }) => where(some.length > 0, 'exemptions', said));
}

const exemptUntil = (exemption: Exemption, { person, timeZone }: PeopleWords) =>
  sentence('answers/policy', 'exemptUntil', {
    name: person(exemption.userId),
    day: { at: endOf(exemption), as: 'date', zone: timeZone },
  });

function tierWeakenings(name: (typeof TIERS)[number], before: TierRule, after: TierRule): Weakening[] {
  const [old, now] = [before.recipe, after.recipe];
  const tier = sentence('answers/policy', 'tier', { tier: name === 'privileged' ? 'other' : name });
  const checks: [boolean, string, Sentence][] = [
    [
      now.kinds.some((kind) => !old.kinds.includes(kind)),
      'recipe.kinds',
      sentence('answers/policy', 'anotherCheck', { tier }),
    ],
    [
      now.count < old.count,
      'recipe.count',
      sentence('answers/policy', 'fewerChecks', { tier, from: old.count, to: now.count }),
    ],
    [
      now.strongCount < old.strongCount,
      'recipe.strongCount',
      sentence('answers/policy', 'fewerStrong', { tier }),
    ],
    [
      old.requestCode && !now.requestCode,
      'recipe.requestCode',
      sentence('answers/policy', 'noRequestCode', { tier }),
    ],
    [
      !old.existingCodeSuffices && now.existingCodeSuffices,
      'recipe.existingCodeSuffices',
      sentence('answers/policy', 'existingCodeEnough', { tier }),
    ],
    [
      DECIDERS[after.deciders] < DECIDERS[before.deciders],
      'deciders',
      sentence('answers/policy', 'fewerAgree', { tier }),
    ],
    [
      after.holdHours < before.holdHours,
      'holdHours',
      sentence('answers/policy', 'shorterHold', { tier, from: before.holdHours, to: after.holdHours }),
    ],
  ];
  return checks.flatMap(([is, field, said]) => where(is, `tiers.${name}.${field}`, said));
}
