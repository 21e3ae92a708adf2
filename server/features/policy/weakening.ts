import type { Exemption, PolicyDocument, TierRule } from '../../../contract/operations/policy.ts';
import { ruleStart } from '../../../contract/rollOutContradictions.ts';
import { changedExemptions, endOf } from '../../domain/policy/exemptions.ts';
import { askedFrom, rollOutWeakenings } from './rollOutWeakening.ts';
import type { Weakening } from './weakeningType.ts';

const TIERS = ['standard', 'elevated', 'privileged'] as const;
const DECIDERS: Record<TierRule['deciders'], number> = { anyone: 0, not_a_verifier: 1, two: 2 };

/**
 * What a change weakens, per field (S-40). Pure. Weaker is: fewer people need MFA, later or after a longer grace, more are
 * exempt or for longer; less evidence, fewer deciders or a shorter hold before a reset; longer sessions. Whom notices go
 * to and which apps are recommended weakens nothing: no reset gets easier by it.
 *
 * @param now UTC ms: what was asked of nobody before it weakens nothing
 * @param words who is exempt until when, for the sentence
 */
export function weakenings(
  before: PolicyDocument,
  after: PolicyDocument,
  now: number,
  words: (exemption: Exemption) => string = ({ endsAt }) => `somebody until ${endsAt}`,
): Weakening[] {
  const found: Weakening[] = [];
  const weaker = (is: boolean, field: string, sentence: string) => {
    if (is) found.push({ field, sentence });
  };
  const asked = before.required.scope !== 'nobody';

  weaker(before.available && !after.available, 'available', 'Nobody can set up MFA any more.');
  weaker(!covers(before, after, now), 'required', 'People who had to use MFA no longer have to.');
  weaker(
    asked && after.graceDays > before.graceDays,
    'graceDays',
    `Grace grows from ${before.graceDays} to ${after.graceDays} days.`,
  );
  weaker(asked && startOf(after, now) > startOf(before, now), 'startsOn', 'The rule begins later.');
  found.push(...rollOutWeakenings(before, after, now));
  const exempt = exemptionSentence(before, after, words);
  weaker(exempt !== '', 'exemptions', exempt);
  weaker(!before.automaticReset && after.automaticReset, 'automaticReset', 'Users reset their own MFA.');
  for (const tier of TIERS) found.push(...tierWeakenings(tier, before.tiers[tier], after.tiers[tier]));
  weaker(
    after.requestExpiryDays > before.requestExpiryDays,
    'requestExpiryDays',
    `Requests stay open for ${after.requestExpiryDays} days instead of ${before.requestExpiryDays}.`,
  );
  weaker(
    !before.helpDeskDecides && after.helpDeskDecides,
    'helpDeskDecides',
    'The help desk decides requests of the standard tier.',
  );
  weaker(
    before.activationForFirstEnrolment && !after.activationForFirstEnrolment,
    'activationForFirstEnrolment',
    'A first setup needs no activation code.',
  );
  for (const whose of ['staff', 'users'] as const) {
    const [old, is] = [before.sessions[whose], after.sessions[whose]];
    weaker(
      is.idleMinutes > old.idleMinutes || is.absoluteHours > old.absoluteHours,
      `sessions.${whose}`,
      `Sessions of ${whose} last longer.`,
    );
  }
  return found;
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
