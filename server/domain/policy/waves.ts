import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { RollOut, Wave } from '../../../contract/operations/rollOut.ts';
import { ruleStart } from '../../../contract/rollOutContradictions.ts';
import { rfc3339 } from '../../time.ts';

/**
 * Departments that are asked one after another. Pure; times in UTC ms. A wave counts from its date on, and not before the
 * rule as a whole. A pause holds the waves that are due after it, and only those: whoever is asked already stays asked.
 */

/** The waves that count: only what is selected can grow by a wave. */
export const wavesOf = ({ required, rollOut }: PolicyDocument): readonly Wave[] =>
  required.scope === 'selected' ? rollOut.waves : [];

/** When a wave is due, paused or not. */
export const dueAt = (policy: PolicyDocument, { startsOn }: Wave): number =>
  Math.max(ruleStart(policy), Date.parse(startsOn));

/** Whether a pause keeps a wave from beginning, also when its date has passed. */
export function isHeld(policy: PolicyDocument, wave: Wave): boolean {
  const { pausedAt } = policy.rollOut;
  return pausedAt !== null && dueAt(policy, wave) > Date.parse(pausedAt);
}

const hasBegun = (policy: PolicyDocument, wave: Wave, now: number) =>
  dueAt(policy, wave) <= now && !isHeld(policy, wave);

/** The departments of all waves that have begun. */
export function begunDepartments(policy: PolicyDocument, now: number): string[] {
  return wavesOf(policy)
    .filter((wave) => hasBegun(policy, wave, now))
    .flatMap(({ departments }) => departments);
}

/** The first wave of a department, begun or not. */
export const waveOf = (policy: PolicyDocument, department: string): Wave | undefined =>
  wavesOf(policy)
    .filter(({ departments }) => departments.includes(department))
    .toSorted((one, other) => Date.parse(one.startsOn) - Date.parse(other.startsOn))[0];

/** When the wave of a department began; null where it has none that did. */
export function waveBegan(policy: PolicyDocument, department: string, now: number): number | null {
  const began = wavesOf(policy)
    .filter((wave) => wave.departments.includes(department) && hasBegun(policy, wave, now))
    .map((wave) => dueAt(policy, wave));
  return began.length > 0 ? Math.min(...began) : null;
}

/** The waves that will begin by themselves, and that a pause would hold. */
export function wavesToCome(policy: PolicyDocument, now: number): Wave[] {
  return wavesOf(policy).filter((wave) => dueAt(policy, wave) > now && !isHeld(policy, wave));
}

/** The waves that a pause keeps from beginning. */
export const heldWaves = (policy: PolicyDocument): Wave[] =>
  wavesOf(policy).filter((wave) => isHeld(policy, wave));

/** The dates still to come on which a policy begins to ask more people, in order. */
export function datesToCome(policy: PolicyDocument, now: number): number[] {
  const { scope, roles, departments } = policy.required;
  const isAskedFromStart =
    scope === 'everyone' || (scope === 'selected' && roles.length + departments.length > 0);
  const start = ruleStart(policy);
  const dates = wavesToCome(policy, now).map((wave) => dueAt(policy, wave));
  return [...new Set(isAskedFromStart && start > now ? [start, ...dates] : dates)].toSorted((a, b) => a - b);
}

/**
 * What a client sends, with the pause as the server keeps it: a new one begins now, one that runs keeps its beginning. Back-dated
 * it would free people who are asked already.
 */
export function withPauseKept(before: RollOut, sent: RollOut, now: number): RollOut {
  return sent.pausedAt === null ? sent : { ...sent, pausedAt: before.pausedAt ?? rfc3339(now) };
}
