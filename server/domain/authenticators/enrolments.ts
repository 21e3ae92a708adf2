import type { Deps } from '../../context.ts';
import { MINUTE } from '../../time.ts';
import { uuidv7 } from '../../crypto/random.ts';
import { seal, unseal } from '../../crypto/seal.ts';
import { isCode, matchStep, newSecret, otpauthUri } from '../../crypto/totp.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../audit/append.ts';
import { noteFactor } from '../audit/origin.ts';
import { mailUser } from '../mail/enqueue.ts';
import { writtenPolicy } from '../policy/current.ts';
import { readAccount } from '../sessions/account.ts';
import { auditPerson } from '../people/auditPerson.ts';
import { changeWhileOn, endSetUp, setMfaState } from '../people/mfaStore.ts';
import { spendActivationCode } from './activationStore.ts';
import type { AuthenticatorsTable } from '../../db/schema.ts';
import { nameInMail, namedData } from './names.ts';
import { readCode } from './readCode.ts';
import type { TypedCode } from './readCode.ts';
import { activatePending, countTry, holdProven, removeOne, removeUsable, replacePending } from './store.ts';

/** A pending enrolment counts as nothing anywhere and expires after 30 minutes. */
const ENROLMENT_MS = 30 * MINUTE;
const WRONG_TRIES = 10;

/** What a setup is for: the first authenticator, another beside those that there are, or one in the place of one. */
export type Enrolling = { purpose: null } | { purpose: 'add' } | { purpose: 'move'; replacesId: string };

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
    enrolling: Enrolling;
    name: string | null;
    activationId: string | null;
    now: number;
  },
): Promise<BegunEnrolment> {
  const { userId, enrolling, now } = input;
  const enrolmentId = uuidv7(now, random);
  const secret = newSecret(random);
  const expiresAt = now + ENROLMENT_MS;
  await replacePending(tx, userId, {
    id: enrolmentId,
    sealed_secret: seal(keys, random, { purpose: 'authenticator', userId, recordId: enrolmentId }, secret),
    last_step: 0,
    wrong_tries: 0,
    name: input.name,
    purpose: enrolling.purpose,
    replaces_id: enrolling.purpose === 'move' ? enrolling.replacesId : null,
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
  | { kind: 'on' }
  /** `ofOther`: it is one of an authenticator that they have already, typed from the entry of that one. */
  | { kind: 'wrong'; triesLeft: number; ofOther: boolean }
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
  if (!isCode(code)) return { kind: 'wrong', triesLeft: WRONG_TRIES, ofOther: false };
  const pending = await countTry(tx, { userId, id: enrolmentId, most: WRONG_TRIES, now });
  if (!pending) return { kind: 'ended' };
  const context = { purpose: 'authenticator', userId, recordId: enrolmentId };
  const match = matchStep(unseal(deps.keys, context, pending.sealed_secret), code, now, { after: null });
  if (!match) {
    const triesLeft = WRONG_TRIES - pending.wrong_tries;
    if (triesLeft > 0)
      return {
        kind: 'wrong',
        triesLeft,
        ofOther: await isOfOther(tx, deps, pending.purpose, { userId, code, now }),
      };
    await removeOne(tx, enrolmentId);
    return { kind: 'ended' };
  }
  const { purpose, activation_id: activationId } = pending;
  if (
    purpose === null &&
    activationId === null &&
    (await codeDue(tx, deps.keys, { userId, begunAt: pending.created_at }))
  )
    return { kind: 'ended' };
  if (activationId !== null && !(await spendActivationCode(tx, deps.keys, { userId, id: activationId, now })))
    return { kind: 'ended' };
  const activated = await activate(tx, { userId, enrolmentId, pending, step: match.step, now });
  if (!activated) return { kind: 'ended' };
  // The activation code was typed when it began, in a request before this one.
  if (activationId !== null) noteFactor('activation_code');
  noteFactor('new_authenticator');
  await tellOfEnrolment(tx, deps, { userId, purpose, ...activated, now });
  return { kind: 'on' };
}

/**
 * Whether a code that doesn't fit belongs to what they have already. SECURITY: only whoever began a move or one more, and proved a
 * code of theirs for that, hears of it; it spends nothing, and the tries of a setup are counted.
 */
async function isOfOther(
  tx: Tx,
  deps: Pick<Deps, 'keys'>,
  purpose: AuthenticatorsTable['purpose'],
  typed: TypedCode,
): Promise<boolean> {
  if (purpose === null) return false;
  const read = readCode(deps, await holdProven(tx, typed.userId), typed);
  return read.kind === 'right' || (read.usedBefore && !read.stopped);
}

/**
 * Whether this setup asks for an activation code by now: a role or a rule came after it began without one (S-22). A waiver
 * counts where it held when it began, so that nobody loses the setup that they are in.
 */
async function codeDue(
  tx: Tx,
  keys: Keyring,
  { userId, begunAt }: { userId: string; begunAt: number },
): Promise<boolean> {
  const account = await readAccount(tx, keys, userId, await writtenPolicy(tx, keys), begunAt);
  return account?.activationRequired ?? true;
}

/**
 * Pending becomes active, on a move in place of the one that it replaces: kill -9 midway leaves one of the two states (S-20).
 * Answers what it is called; null where what there was has changed since it began.
 */
async function activate(
  tx: Tx,
  input: {
    userId: string;
    enrolmentId: string;
    pending: Pick<AuthenticatorsTable, 'purpose' | 'replaces_id' | 'name'>;
    step: number;
    now: number;
  },
): Promise<{ name: string | null } | null> {
  const { userId, enrolmentId: id, pending, step, now } = input;
  let { name } = pending;
  switch (pending.purpose) {
    case 'move': {
      // It was reset, removed or stopped meanwhile: then this is no move, and what a reset asks for must not be stepped past.
      const replaced = await removeUsable(tx, { userId, id: pending.replaces_id ?? '' });
      if (!replaced) return null;
      name ??= replaced.name;
      break;
    }
    case 'add':
      if (!(await changeWhileOn(tx, userId))) return null;
      break;
    case null:
      if (!(await setMfaState(tx, { userId, from: ['off'], state: 'on', now }))) return null;
  }
  if (!(await activatePending(tx, { userId, id, name, step, now })))
    throw new Error('The pending enrolment went away under its own lock.');
  // Codes are counted for all of a person's authenticators: one more forgets no wrong one (S-05).
  if (pending.purpose !== 'add') await endSetUp(tx, userId, { moved: pending.purpose === 'move', now });
  return { name };
}

const TOLD = {
  first: { action: 'mfa.set_up', kind: 'mfa_set_up' },
  add: { action: 'mfa.authenticator_added', kind: 'authenticator_added' },
  move: { action: 'mfa.moved', kind: 'mfa_moved' },
} as const;

async function tellOfEnrolment(
  tx: Tx,
  deps: Pick<Deps, 'random' | 'keys' | 'db' | 'config'>,
  {
    userId,
    purpose,
    name,
    now,
  }: Pick<Enrolling, 'purpose'> & { userId: string; name: string | null; now: number },
): Promise<void> {
  const person = await auditPerson(tx, userId);
  const { action, kind } = TOLD[purpose ?? 'first'];
  await appendAudit(tx, deps, { at: now, action, actor: person, target: person, data: namedData(name) });
  const mail = { userId, at: now };
  if (kind === 'authenticator_added')
    await mailUser(tx, deps, { ...mail, kind, params: { authenticator: nameInMail(name) } });
  else await mailUser(tx, deps, { ...mail, kind });
}
