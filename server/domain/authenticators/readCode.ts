import type { Deps } from '../../context.ts';
import { unseal } from '../../crypto/seal.ts';
import { matchStep, measureDrift } from '../../crypto/totp.ts';
import type { ProvenAuthenticator, Spend } from './store.ts';

export interface TypedCode {
  userId: string;
  /** Six digits (S-06: checked by the caller, before anything else). */
  code: string;
  /** UTC ms. */
  now: number;
}

export interface WrongCode {
  kind: 'wrong';
  driftSeconds: number | null;
  /** It was a right one, and somebody has signed in with it. For the log: whoever tries must not hear of it. */
  usedBefore: boolean;
  /** It is one of an authenticator that was stopped. For the log alone, too. */
  stopped: boolean;
}

interface RightCode {
  kind: 'right';
  /** Whose code it is. */
  authenticatorId: string;
  spends: Spend[];
}

/**
 * Looks at a code by all of a user's authenticators, which are held; where it is right, its time step is to be spent at each that
 * has it.
 *
 * SECURITY: a code counts once, though two authenticators may happen to have the same one: it is spent at both, and one that was
 * spent at either is wrong. Of one that is stopped everything is computed as of the others, so that time doesn't tell (S-104).
 */
export function readCode(
  { keys }: Pick<Deps, 'keys'>,
  held: readonly ProvenAuthenticator[],
  { userId, code, now }: TypedCode,
): RightCode | WrongCode {
  const looked = held.map(({ id, sealed_secret: sealed, last_step: last, stopped_at }) => {
    const secret = unseal(keys, { purpose: 'authenticator', userId, recordId: id }, sealed);
    const match = matchStep(secret, code, now, { after: null });
    return { id, secret, step: match?.step ?? null, last, isStopped: stopped_at !== null };
  });
  const usedBefore = looked.some(({ step, last }) => step !== null && step <= last);
  const spends = looked.flatMap(({ id, step, isStopped }) =>
    step === null || isStopped ? [] : { id, step },
  );
  const [first] = spends;
  if (first && !usedBefore) return { kind: 'right', authenticatorId: first.id, spends };
  const drifts = looked.map(({ secret, isStopped }) => ({ by: measureDrift(secret, code, now), isStopped }));
  const [nearest = null] = drifts
    .flatMap(({ by, isStopped }) => (by === null || isStopped ? [] : by))
    .toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const stopped = looked.some(({ step, isStopped }) => step !== null && isStopped);
  return { kind: 'wrong', driftSeconds: nearest, usedBefore, stopped };
}
