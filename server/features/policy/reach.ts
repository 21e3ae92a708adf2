import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Reader } from '../../db/connection.ts';
import { effectConditions } from './effects.ts';
import { countWhere } from './impactStore.ts';
import { datesToCome } from '../../domain/policy/waves.ts';

/** Beyond that many people the number has to be typed, with a step-up, and every security officer is told. */
export const REACH_WITHOUT_ASKING = 50;

/**
 * How many people a change leads into setup at a sign-in, from now on or from a date that it names: a date that is a minute
 * away may not be the way round the question.
 *
 * @param now UTC ms
 */
export async function reachOf(
  reader: Reader,
  before: PolicyDocument,
  after: PolicyDocument,
  now: number,
): Promise<number> {
  const moments = [now, ...datesToCome(after, now).slice(-1)];
  return countWhere(
    reader,
    moments.map((at) => effectConditions(before, after, at).setupAtNextSignIn),
  );
}
