import type { FactorKind } from '../../../../contract/systems.ts';
import { guardsPassword } from '../../../domain/systems/rules/guards.ts';
import type { Guarding } from '../../../domain/systems/rules/guards.ts';
import { lineFromThere } from '../../../domain/systems/rules/names.ts';
import { HOUR, MINUTE } from '../../../time.ts';

/** A factor of an account in a connected system, as it was listed. */
export interface ListedFactor {
  id: string;
  kind: FactorKind;
  name: string | null;
  createdAt: number | null;
}

/** One that a request removes there. */
export interface GoingFactor extends ListedFactor {
  /** When it was read back as gone (UTC ms). */
  goneAt?: number;
}

/** What a request removes in one system: the named ones, or all that the account has (null). */
export interface SystemTarget {
  systemId: string;
  factorIds: readonly string[] | null;
}

/** Of what an account has, what goes. */
export function goesOf<Factor extends { id: string }>(
  factorIds: SystemTarget['factorIds'],
  listed: readonly Factor[],
): Factor[] {
  return listed.filter(({ id }) => factorIds === null || factorIds.includes(id));
}

/**
 * S-112: whether the account has to be held before anything is removed: nothing would be left that a sign-in there asks for, and a
 * password alone would lead in.
 */
export function leavesPasswordOnly(
  factorIds: SystemTarget['factorIds'],
  listed: readonly (Guarding & { id: string })[],
): boolean {
  return !listed.some((one) => guardsPassword(one) && factorIds !== null && !factorIds.includes(one.id));
}

/**
 * What is on record of the factors that go, with what was listed now; what is listed again is not gone. SECURITY: its owner, or
 * whoever got in there, chose the name that stands in mails and in the log (S-107).
 */
export function withListed(known: readonly GoingFactor[], listed: readonly ListedFactor[]): GoingFactor[] {
  const before = known.filter(({ id }) => !listed.some((one) => one.id === id));
  const now = listed.map(({ id, kind, name, createdAt }) => ({
    id,
    kind,
    name: name === null ? null : lineFromThere(name),
    createdAt,
  }));
  return [...before, ...now];
}

/** The same after a read-back: what is no longer listed is gone, since now (UTC ms) unless it was known before. */
export function withGone(
  known: readonly GoingFactor[],
  left: readonly { id: string }[],
  now: number,
): GoingFactor[] {
  return known.map(({ goneAt = now, ...factor }) =>
    left.some(({ id }) => id === factor.id) ? factor : { ...factor, goneAt },
  );
}

/** Why something in a system wasn't done: the code of its failure, or that it said so and it isn't. */
export interface WentWrong {
  code: string;
  /** Seconds, where the system said so. */
  retryAfter: number | null;
}

const BY_ITSELF: readonly string[] = ['unreachable', 'timed_out', 'throttled', 'still_there'];
/** A system that says *done* and lies is asked so many times; then somebody has to look. */
const MOST_LIES = 5;

/**
 * What follows a failure: it is tried again by itself, after 30 s doubling to an hour, or when the system said; or somebody has to
 * do something first.
 *
 * @param attempts how many there were
 */
export function afterFailure(
  { code, retryAfter }: WentWrong,
  attempts: number,
): { again: true; afterMs: number } | { again: false } {
  if (!BY_ITSELF.includes(code) || (code === 'still_there' && attempts >= MOST_LIES)) return { again: false };
  const pause = Math.min(HOUR, 0.5 * MINUTE * 2 ** Math.min(attempts - 1, 20));
  return { again: true, afterMs: Math.max(pause, (retryAfter ?? 0) * 1000) };
}
