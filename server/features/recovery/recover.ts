import { sentence } from '../../../contract/words/sentence.ts';
import { paths } from '../../../contract/paths.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { issueActivationCode } from '../../domain/authenticators/activationStore.ts';
import { removeAuthenticator } from '../../domain/authenticators/state.ts';
import { removeAll } from '../../domain/authenticators/store.ts';
import { mailStaff, mailUser } from '../../domain/mail/enqueue.ts';
import { isMfaAsWritten } from '../../domain/people/macs.ts';
import { beginWithoutMfa } from '../../domain/people/mfaStore.ts';
import { PolicyBroken } from '../../domain/policy/broken.ts';
import { writtenPolicy } from '../../domain/policy/current.ts';
import { replaceWithDefault, restoreDefaultPolicy } from '../../domain/policy/defaultPolicy.ts';
import { insertLink } from '../../domain/passwordLinks/store.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { effectiveSettings } from '../../domain/settings/effective.ts';
import { withWrittenUrl } from '../../domain/settings/macs.ts';
import { endChallenges } from '../../domain/sessions/challengeStore.ts';
import { endSessions } from '../../domain/sessions/store.ts';
import { MOST_SINCE_RIGHT } from '../../domain/people/rules/wrongCodes.ts';
import { unlockAccount } from '../../domain/people/wrongCodeStore.ts';
import { personOf } from '../../domain/people/people.ts';
import { userByUsername } from '../../domain/people/store.ts';
import type { User } from '../../domain/people/people.ts';
import { DAY } from '../../time.ts';

/** Ends the pending reset request of somebody whose MFA is reset, where there is one. */
type CancelPending = (
  tx: Tx,
  input: { userId: string; by: null; because: 'recover'; now: number },
) => Promise<void>;
export type RecoveryDeps = Deps & { cancelPending: CancelPending };

export interface Recovered {
  name: string;
  /** What lets the person set up again, once; null where the account was unlocked only. */
  activationCode: string | null;
  /** Where somebody without a password sets one, with the link's token; null where they have one, or sign in by SSO only. */
  setUpLink: string | null;
  /** The policy could not be read, or no server wrote it: the default one is in force now. */
  policyRestored: boolean;
  /** Versions of policy that no server wrote: the default one stands in their place. */
  versionsReplaced: number;
}

/**
 * The way back for a last administrator, by whoever has the server's machine: resets MFA without a recipe, or unlocks. No
 * rule of policy asks about it, so that all staff hear of it, and the log keeps it (S-41).
 *
 * @param unlockOnly the setup stays: the person still has the phone
 */
export async function recover(
  deps: RecoveryDeps,
  { username, unlockOnly, now }: { username: string; unlockOnly: boolean; now: number },
): Promise<Recovered> {
  return deps.db.transaction(async (tx) => {
    const user = await userByUsername(tx, username);
    if (!user)
      throw refuse('not_found', { detail: sentence('answers/signIn', 'noUserOfName', { username }) });
    if (user.status !== 'active') {
      throw refuse('forbidden', {
        detail: sentence('answers/signIn', 'isSuspended', { name: user.name }),
      });
    }
    const { policyRestored, versionsReplaced } = await restorePolicy(tx, deps, now);
    const activationCode = unlockOnly ? await unlock(tx, deps, user, now) : await reset(tx, deps, user, now);
    const person = personOf(user);
    const setUpLink = unlockOnly ? null : await linkFor(tx, deps, user, now);
    await appendAudit(tx, deps, {
      at: now,
      action: 'recovery.used',
      actor: null,
      target: person,
      data: { act: unlockOnly ? 'unlock' : 'reset', policyRestored },
    });
    await mailStaff(tx, deps, {
      to: 'all_staff',
      kind: 'recovery_used',
      at: now,
      params: { person: user.name },
    });
    return { name: user.name, activationCode, setUpLink, policyRestored, versionsReplaced };
  });
}

async function unlock(tx: Tx, deps: Deps, user: User, now: number): Promise<null> {
  // Ten more guesses are ten more guesses, whoever gives them.
  if (user.wrong_codes_since_right >= MOST_SINCE_RIGHT)
    throw refuse('locked_for_good', {
      detail: sentence('answers/signIn', 'hundredWrongCodes', { name: user.name }),
    });
  if (!(await unlockAccount(tx, user.id)))
    throw refuse('not_locked', { detail: sentence('answers/signIn', 'isNotLocked', { name: user.name }) });
  await appendAudit(tx, deps, { at: now, action: 'mfa.unlocked', actor: null, target: personOf(user) });
  await mailUser(tx, deps, { userId: user.id, kind: 'unlocked', at: now });
  return null;
}

async function reset(tx: Tx, deps: RecoveryDeps, user: User, now: number): Promise<string> {
  const target = personOf(user);
  await deps.cancelPending(tx, { userId: user.id, by: null, because: 'recover', now });
  if (await removeAuthenticator(tx, deps.keys, { userId: user.id, now, setupDue: true })) {
    await appendAudit(tx, deps, { at: now, action: 'mfa.reset', actor: null, target });
    await mailUser(tx, deps, { userId: user.id, kind: 'reset_done_in_person', at: now });
  } else if (!isMfaAsWritten(deps.keys, user)) {
    // What they had would count again beside what they set up now.
    await removeAll(tx, user.id);
    await beginWithoutMfa(tx, deps.keys, user.id, { setupDue: true, now });
  }
  await endSessions(tx, user.id);
  await endChallenges(tx, user.id);
  const code = await issueActivationCode(tx, deps, {
    userId: user.id,
    requestId: null,
    delivery: 'in_person',
    now,
  });
  await appendAudit(tx, deps, {
    at: now,
    action: 'activation_code.issued',
    actor: null,
    target,
    data: { delivery: 'in_person' },
  });
  return code;
}

/** An activation code alone lets nobody in who never set a password: without a mail server this is their only way. */
async function linkFor(tx: Tx, deps: Deps, user: User, now: number): Promise<string | null> {
  if (user.password_hash !== null || user.external === 1) return null;
  const link = { userId: user.id, purpose: 'set_up', now, expiresAt: now + DAY } as const;
  const token = await insertLink(tx, deps, link);
  await appendAudit(tx, deps, {
    at: now,
    action: 'password.link_sent',
    actor: null,
    target: personOf(user),
    data: { purpose: 'set_up', delivery: 'in_person' },
  });
  const { publicUrl } = effectiveSettings(deps.config, withWrittenUrl(deps.keys, await readSettings(tx)));
  return `${publicUrl?.replace(/\/+$/, '') ?? ''}${paths.setPassword()}#${token}`;
}

/**
 * Without a policy nobody signs in: a broken one gives way to the default, as a new version. What somebody put among the versions would
 * stand in the way of whatever is decided by those of the last weeks, so that the default one stands there, too (S-120).
 */
async function restorePolicy(
  tx: Tx,
  deps: Deps,
  now: number,
): Promise<Pick<Recovered, 'policyRestored' | 'versionsReplaced'>> {
  const isBroken = await isPolicyBroken(tx, deps);
  const altered = await replaceWithDefault(tx, deps.keys, { reason: ALTERED, now });
  for (const version of altered) await tellSaved(tx, deps, { version, reason: ALTERED, now });
  if (isBroken) {
    const version = await restoreDefaultPolicy(tx, deps.keys, { reason: BROKEN, now });
    await tellSaved(tx, deps, { version, reason: BROKEN, now });
  }
  return { policyRestored: isBroken, versionsReplaced: altered.length };
}

const ALTERED =
  'This version was not as a server had written it: the default policy stands in its place, by gatehouse recover.';
const BROKEN =
  'The policy was missing or could not be read, or somebody had altered it in the database: the default one, by gatehouse recover.';

async function isPolicyBroken(tx: Tx, { keys }: Deps): Promise<boolean> {
  try {
    await writtenPolicy(tx, keys);
    return false;
  } catch (error) {
    if (error instanceof PolicyBroken) return true;
    throw error;
  }
}

function tellSaved(
  tx: Tx,
  deps: Deps,
  { version, reason, now }: { version: number; reason: string; now: number },
): Promise<unknown> {
  const data = { version, reason };
  return appendAudit(tx, deps, { at: now, action: 'policy.saved', actor: null, target: null, data });
}
