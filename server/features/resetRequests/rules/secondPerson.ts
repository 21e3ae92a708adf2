import { sentence } from '../../../../contract/words/sentence.ts';
import type { Part, Sentence } from '../../../../contract/words/sentence.ts';
import { no } from './refusal.ts';
import type { Refused } from './refusal.ts';
import type { ActingPerson, Situation } from './situation.ts';
import { isStaff, rankOf, ROLE_PERMISSIONS } from '../../../../contract/permissions.ts';

/** May decide by a role of their own, not because policy lets the help desk decide. */
export function decidesByRole({ roles }: Pick<ActingPerson, 'roles'>): boolean {
  return roles.some((role) => ROLE_PERMISSIONS[role].includes('resets.decide'));
}

type Decider = Pick<ActingPerson, 'roles'>;

/** The help desk decides requests of the standard tier and of users only, where policy lets it decide at all. */
export function outsideHelpDesk(
  decider: Decider,
  { tier, target }: Pick<Situation, 'tier' | 'target'>,
): boolean {
  return !decidesByRole(decider) && (tier !== 'standard' || isStaff(target.roles));
}

export function outranked(decider: Decider, { target }: Pick<Situation, 'target'>): boolean {
  return rankOf(decider.roles) < rankOf(target.roles);
}

/**
 * Of those who approved, whoever could not now. SECURITY: the tier may have risen since, and the user may have become staff:
 * an approval would otherwise count for more than it was given for.
 */
export function unfitApprovers(
  approvers: readonly Pick<ActingPerson, 'id' | 'roles' | 'young'>[],
  situation: Pick<Situation, 'tier' | 'target' | 'deciders'>,
): string[] {
  return approvers
    .filter(
      (one) =>
        outsideHelpDesk(one, situation) ||
        outranked(one, situation) ||
        (situation.deciders !== 'anyone' && one.young),
    )
    .map(({ id }) => id);
}

/** What somebody is told whose role, or whose way in, is too young for a second person. */
export const TOO_YOUNG = sentence('answers/resetRequests', 'tooYoung');

/** What decides whose approval counts. */
type CountingPart = 'deciders' | 'approvers' | 'verifiers' | 'makers' | 'unfit' | 'twins';

const refused = (words: Sentence) => no('second_person_required', words);

/**
 * Whether this decider is the second person that the tier asks for (S-42); null where they are, or none is asked for.
 * SECURITY: one administrator could otherwise make two puppets, or make one and verify with it: so neither a young role
 * nor a verifier whom the decider made or could be counts, nor what the decider themselves typed.
 */
export function secondPersonRefusal(
  situation: Pick<
    Situation,
    'actor' | 'verifiers' | 'puppets' | 'typed' | 'drawn' | 'approverNames' | CountingPart
  >,
): Refused | null {
  const { actor, verifiers, approvers, puppets, drawn } = situation;
  if (!actor) return refused(sentence('answers/resetRequests', 'deciderSignedOut'));
  const deciders =
    drawn && !decidesByRole(actor) && situation.deciders === 'anyone' ? 'not_a_verifier' : situation.deciders;
  if (deciders === 'anyone') return null;

  if (verifiers.includes(actor.id)) return refused(sentence('answers/resetRequests', 'deciderVerified'));
  if (actor.young) return refused(TOO_YOUNG);
  if (puppets.length > 0) return refused(notTwoPeople({ each: puppets, by: 'and' }));
  if (situation.typed) return refused(sentence('answers/resetRequests', 'deciderTyped'));
  if (deciders === 'two' && approvers.includes(actor.id))
    return refused(sentence('answers/resetRequests', 'deciderApproved'));
  const twin =
    deciders === 'two'
      ? countingApprovers(situation).find((id) => areTwins(situation, id, actor.id))
      : undefined;
  return twin === undefined
    ? null
    : refused(
        notTwoPeople(situation.approverNames.get(twin) ?? sentence('answers/resetRequests', 'otherDecider')),
      );
}

function notTwoPeople(others: Part): Sentence {
  return sentence('answers/resetRequests', 'notTwoPeople', { others });
}

function areTwins({ twins }: Pick<Situation, 'twins'>, a: string, b: string): boolean {
  return twins.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
}

/**
 * Those whose approval counts. SECURITY: what holds of a decider has to hold at the end, too: someone who approved first
 * could otherwise verify afterwards, or have it done by a puppet.
 */
export function countingApprovers(situation: Pick<Situation, CountingPart>): readonly string[] {
  const { deciders, approvers, verifiers, makers, unfit } = situation;
  const fit = approvers.filter((id) => !unfit.includes(id));
  if (deciders === 'anyone') return fit;
  const others = fit.filter((id) => !verifiers.includes(id) && !makers.includes(id));
  // Two who may be one person count once.
  return others.reduce<string[]>(
    (counted, id) => (counted.some((before) => areTwins(situation, before, id)) ? counted : [...counted, id]),
    [],
  );
}
