import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { ruleStart } from '../../../contract/rollOutContradictions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Weakening } from './weakeningType.ts';
import { dueAt, isHeld, wavesOf } from '../../domain/policy/waves.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** From when on a department is asked, not before `now`; infinite where it never is, or a pause holds it. UTC ms. */
export function askedFrom(
  policy: PolicyDocument,
  department: string,
  { now, pause }: { now: number; pause: 'counts' | 'ignored' },
): number {
  const { scope, roles, departments } = policy.required;
  if (scope === 'nobody') return NEVER;
  if (scope === 'everyone' || roles.includes('user') || departments.includes(department))
    return Math.max(now, ruleStart(policy));
  const dates = wavesOf(policy)
    .filter((wave) => wave.departments.includes(department))
    .filter((wave) => pause === 'ignored' || !isHeld(policy, wave))
    .map((wave) => dueAt(policy, wave));
  return Math.max(now, Math.min(NEVER, ...dates));
}

/**
 * What a change weakens in the roll-out, per field (S-40). Pure. Waves are compared by their plan, as if nothing were paused: else a
 * pause could hide that they are taken out. A limit is weaker where it comes or falls, because it is a pause that nobody has to
 * confirm; without it, or with a higher one, nobody is asked later.
 */
export function rollOutWeakenings(before: PolicyDocument, after: PolicyDocument, now: number): Weakening[] {
  const counts = { now, pause: 'counts' } as const;
  const ignored = { now, pause: 'ignored' } as const;
  const inWaves = wavesOf(before).flatMap(({ departments }) => departments);
  const [old, limit] = [
    before.rollOut.pauseAtOpenRequests ?? NEVER,
    after.rollOut.pauseAtOpenRequests ?? NEVER,
  ];
  const wasPaused = before.rollOut.pausedAt !== null;

  const isLater = inWaves.some(
    (department) =>
      askedFrom(after, department, ignored) > askedFrom(before, department, ignored) ||
      // Moved within a pause that goes on, to where it holds them.
      (wasPaused && askedFrom(after, department, counts) > askedFrom(before, department, counts)),
  );
  const isHeldNow = [...before.required.departments, ...inWaves].some(
    (department) =>
      askedFrom(before, department, counts) < NEVER &&
      askedFrom(after, department, counts) === NEVER &&
      askedFrom(after, department, ignored) < NEVER,
  );
  const isWaiting = inWaves.some((department) => askedFrom(before, department, counts) > now);

  const found: [boolean, string, Sentence][] = [
    [isLater, 'rollOut.waves', sentence('answers/policy', 'wavesLater')],
    [!wasPaused && isHeldNow, 'rollOut.pausedAt', sentence('answers/policy', 'rollOutPaused')],
    [
      isWaiting && limit < old,
      'rollOut.pauseAtOpenRequests',
      sentence('answers/policy', 'pausesByItself', { limit }),
    ],
  ];
  return found.filter(([is]) => is).map(([, field, said]) => ({ field, sentence: said }));
}
