import { CHECK_KINDS } from '../../../contract/checks.ts';
import type { Exemption, PolicyDocument, TierRule } from '../../../contract/operations/policy.ts';
import { ruleStart } from '../../../contract/rollOutContradictions.ts';
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
  person: (id: string) => string;
  /** Who is exempt until when. */
  exemption: (exemption: Exemption) => string;
}

const NAMELESS: PeopleWords = {
  person: () => 'somebody',
  exemption: ({ endsAt }) => `somebody until ${endsAt}`,
};

const none = (): Weakening[] => [];
/** One weakening of a setting where it is one. */
const where = (is: boolean, field: string, sentence: string): Weakening[] =>
  is ? [{ field, sentence }] : [];
const asks = ({ required }: PolicyDocument) => required.scope !== 'nobody';

/**
 * When a setting is weaker than before. Weaker is: fewer people need MFA, later or after a longer grace, more are exempt or for
 * longer; less or older evidence, fewer deciders, fewer sensitive people or a shorter hold before a reset; longer sessions. Whom notices go to and which apps are
 * recommended weakens nothing: no reset gets easier by it.
 */
const JUDGES = {
  available: ({ before, after }) =>
    where(before.available && !after.available, 'available', 'Nobody can set up MFA any more.'),
  required: ({ before, after, now }) =>
    where(!covers(before, after, now), 'required', 'People who had to use MFA no longer have to.'),
  graceDays: ({ before, after }) =>
    where(
      asks(before) && after.graceDays > before.graceDays,
      'graceDays',
      `Grace grows from ${before.graceDays} to ${after.graceDays} days.`,
    ),
  startsOn: ({ before, after, now }) =>
    where(asks(before) && startOf(after, now) > startOf(before, now), 'startsOn', 'The rule begins later.'),
  rollOut: ({ before, after, now }) => rollOutWeakenings(before, after, now),
  exemptions: ({ before, after, words }) => {
    const sentence = exemptionSentence(before, after, words.exemption);
    return where(sentence !== '', 'exemptions', sentence);
  },
  automaticReset: ({ before, after }) =>
    where(!before.automaticReset && after.automaticReset, 'automaticReset', 'Users reset their own MFA.'),
  tiers: ({ before, after }) =>
    TIERS.flatMap((tier) => tierWeakenings(tier, before.tiers[tier], after.tiers[tier])),
  evidenceMinutes: ({ before, after }) =>
    CHECK_KINDS.flatMap((kind) => {
      const [old, is] = [before.evidenceMinutes[kind], after.evidenceMinutes[kind]];
      return where(
        is > old,
        `evidenceMinutes.${kind}`,
        `A check counts for ${is} minutes instead of ${old}: ${kind.replaceAll('_', ' ')}.`,
      );
    }),
  sensitive: ({ before, after, words }) => {
    const people = before.sensitive.people.filter((id) => !after.sensitive.people.includes(id));
    const departments = before.sensitive.departments.filter(
      (name) => !after.sensitive.departments.includes(name),
    );
    const left = [...people.map(words.person), ...departments.map((name) => `the department ${name}`)];
    return where(left.length > 0, 'sensitive', `Sensitive no longer, in 30 days: ${left.join('; ')}.`);
  },
  requestExpiryDays: ({ before, after }) =>
    where(
      after.requestExpiryDays > before.requestExpiryDays,
      'requestExpiryDays',
      `Requests stay open for ${after.requestExpiryDays} days instead of ${before.requestExpiryDays}.`,
    ),
  helpDeskDecides: ({ before, after }) =>
    where(
      !before.helpDeskDecides && after.helpDeskDecides,
      'helpDeskDecides',
      'The help desk decides requests of the standard tier.',
    ),
  activationForFirstEnrolment: ({ before, after }) =>
    where(
      before.activationForFirstEnrolment && !after.activationForFirstEnrolment,
      'activationForFirstEnrolment',
      'A first setup needs no activation code.',
    ),
  sessions: ({ before, after }) =>
    (['staff', 'users'] as const).flatMap((whose) => {
      const [old, is] = [before.sessions[whose], after.sessions[whose]];
      return where(
        is.idleMinutes > old.idleMinutes || is.absoluteHours > old.absoluteHours,
        `sessions.${whose}`,
        `Sessions of ${whose} last longer.`,
      );
    }),
  resetNotices: none,
  resetNoticesAs: none,
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

/** Who is exempt and was not, and who is for longer; empty where nobody is. Whether a rule asks them now is no matter. */
function exemptionSentence(
  before: PolicyDocument,
  after: PolicyDocument,
  words: (exemption: Exemption) => string,
): string {
  const changed = changedExemptions(before, after);
  const added = changed.filter(({ was }) => was === undefined);
  const longer = changed.filter(({ exemption, was }) => was && endOf(exemption) > endOf(was));
  const said = (intro: string, some: typeof changed) =>
    some.length === 0 ? [] : [`${intro}: ${some.map(({ exemption }) => words(exemption)).join('; ')}.`];
  return [...said('Exempt from MFA', added), ...said('Exempt for longer', longer)].join(' ');
}

function tierWeakenings(tier: string, before: TierRule, after: TierRule): Weakening[] {
  const [old, now] = [before.recipe, after.recipe];
  const checks: [boolean, string, string][] = [
    [now.kinds.some((kind) => !old.kinds.includes(kind)), 'recipe.kinds', 'another check counts'],
    [now.count < old.count, 'recipe.count', `${now.count} checks are enough instead of ${old.count}`],
    [now.strongCount < old.strongCount, 'recipe.strongCount', 'fewer of the checks have to be strong ones'],
    [old.requestCode && !now.requestCode, 'recipe.requestCode', 'the request code is no longer asked for'],
    [
      !old.existingCodeSuffices && now.existingCodeSuffices,
      'recipe.existingCodeSuffices',
      'a code from the existing app is enough',
    ],
    [DECIDERS[after.deciders] < DECIDERS[before.deciders], 'deciders', 'fewer people have to agree'],
    [
      after.holdHours < before.holdHours,
      'holdHours',
      `the hold is ${after.holdHours} hours instead of ${before.holdHours}`,
    ],
  ];
  return checks
    .filter(([is]) => is)
    .map(([, field, words]) => ({
      field: `tiers.${tier}.${field}`,
      sentence: `${title(tier)} tier: ${words}.`,
    }));
}

const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
