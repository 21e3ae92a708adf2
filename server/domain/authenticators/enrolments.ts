import type { Deps } from '../../context.ts';
import { MINUTE } from '../../time.ts';
import { uuidv7 } from '../../crypto/random.ts';
import { seal, unseal } from '../../crypto/seal.ts';
import { isCode, matchStep, newSecret, otpauthUri } from '../../crypto/totp.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../audit/append.ts';
import { noteFactor } from '../audit/origin.ts';
import { mailUser } from '../mail/enqueue.ts';
import { currentPolicy } from '../policy/current.ts';
import { readAccount } from '../sessions/account.ts';
import { auditPerson } from '../people/auditPerson.ts';
import { endSetUp, setMfaState } from '../people/mfaStore.ts';
import { spendActivationCode } from './activationStore.ts';
import { activatePending, countTry, removeActive, removeOne, replacePending } from './store.ts';

/** A pending enrolment counts as nothing anywhere and expires after 30 minutes. */
const ENROLMENT_MS = 30 * MINUTE;
const WRONG_TRIES = 10;

export interface BegunEnrolment {
  enrolmentId: string;
  secret: string;
  otpauthUri: string;
  expiresAt: number;
}

/**
 * Makes a secret, sealed and pending, in place of any earlier pending one: of two at once the later. The secret is answered
 * once, here (S-21).
 */
export async function beginEnrolment(
  tx: Tx,
  { random, keys }: Pick<Deps, 'random' | 'keys'>,
  input: {
    userId: string;
    label: string;
    issuer: string;
    moves: boolean;
    activationId: string | null;
    now: number;
  },
): Promise<BegunEnrolment> {
  const { userId, now } = input;
  const enrolmentId = uuidv7(now, random);
  const secret = newSecret(random);
  const expiresAt = now + ENROLMENT_MS;
  await replacePending(tx, userId, {
    id: enrolmentId,
    sealed_secret: seal(keys, random, { purpose: 'authenticator', userId, recordId: enrolmentId }, secret),
    last_step: 0,
    wrong_tries: 0,
    moves: input.moves ? 1 : 0,
    activation_id: input.activationId,
    created_at: now,
    expires_at: expiresAt,
    confirmed_at: null,
  });
  return {
    enrolmentId,
    secret,
    otpauthUri: otpauthUri({ issuer: input.issuer, label: input.label, secret }),
    expiresAt,
  };
}

export type ConfirmVerdict =
  | { kind: 'on'; moved: boolean }
  | { kind: 'wrong'; triesLeft: number }
  /** Expired, replaced, spent, after ten wrong codes, or its activation code ended meanwhile, or is due only now. */
  | { kind: 'ended' };

/**
 * Proves the app by a code: the pending authenticator becomes the active one. The attempt is counted first, in the same
 * transaction; the caller answers after the commit. The code that confirmed is spent too (S-03).
 */
export async function confirmEnrolment(
  tx: Tx,
  deps: Pick<Deps, 'random' | 'keys' | 'db' | 'config'>,
  { userId, enrolmentId, code, now }: { userId: string; enrolmentId: string; code: string; now: number },
): Promise<ConfirmVerdict> {
  if (!isCode(code)) return { kind: 'wrong', triesLeft: WRONG_TRIES };
  const pending = await countTry(tx, { userId, id: enrolmentId, most: WRONG_TRIES, now });
  if (!pending) return { kind: 'ended' };
  const context = { purpose: 'authenticator', userId, recordId: enrolmentId };
  const match = matchStep(unseal(deps.keys, context, pending.sealed_secret), code, now, { after: null });
  if (!match) {
    const triesLeft = WRONG_TRIES - pending.wrong_tries;
    if (triesLeft > 0) return { kind: 'wrong', triesLeft };
    await removeOne(tx, enrolmentId);
    return { kind: 'ended' };
  }
  const moved = pending.moves === 1;
  const { activation_id: activationId } = pending;
  if (!moved && activationId === null && (await codeDue(tx, userId, pending.created_at)))
    return { kind: 'ended' };
  if (activationId !== null && !(await spendActivationCode(tx, activationId, now))) return { kind: 'ended' };
  if (!(await activate(tx, { userId, enrolmentId, step: match.step, moved, now }))) return { kind: 'ended' };
  // The activation code was typed when it began, in a request before this one.
  if (activationId !== null) noteFactor('activation_code');
  noteFactor('new_authenticator');
  await tellOfEnrolment(tx, deps, { userId, moved, now });
  return { kind: 'on', moved };
}

/**
 * Whether this setup asks for an activation code by now: a role or a rule came after it began without one (S-22). A waiver
 * counts where it held when it began, so that nobody loses the setup that they are in.
 */
async function codeDue(tx: Tx, userId: string, begunAt: number): Promise<boolean> {
  const account = await readAccount(tx, userId, await currentPolicy(tx), begunAt);
  return account?.activationRequired ?? true;
}

/** Pending becomes active, in place of the old one on a move: kill -9 midway leaves one of the two states (S-20). */
async function activate(
  tx: Tx,
  input: { userId: string; enrolmentId: string; step: number; moved: boolean; now: number },
): Promise<boolean> {
  const { userId, enrolmentId, step, moved, now } = input;
  if (moved) {
    // The old one was reset meanwhile: then this is no move, and what a reset asks for must not be stepped past.
    if (!(await removeActive(tx, userId))) return false;
  } else if (!(await setMfaState(tx, { userId, from: ['off'], state: 'on', now }))) {
    return false;
  }
  if (!(await activatePending(tx, enrolmentId, { step, now })))
    throw new Error('The pending enrolment went away under its own lock.');
  await endSetUp(tx, userId, { moved, now });
  return true;
}

async function tellOfEnrolment(
  tx: Tx,
  deps: Pick<Deps, 'random' | 'keys' | 'db' | 'config'>,
  { userId, moved, now }: { userId: string; moved: boolean; now: number },
): Promise<void> {
  const person = await auditPerson(tx, userId);
  const action = moved ? 'mfa.moved' : 'mfa.set_up';
  await appendAudit(tx, deps, { at: now, action, actor: person, target: person });
  await mailUser(tx, deps, { userId, kind: moved ? 'mfa_moved' : 'mfa_set_up', at: now });
}
