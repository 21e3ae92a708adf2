import type { Deps } from '../../context.ts';
import { sha256Hex } from '../../crypto/hash.ts';
import { token256 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../audit/append.ts';
import type { AuditPerson } from '../audit/append.ts';
import { mailUser } from '../mail/enqueue.ts';
import { noteStopped } from '../people/mfaStore.ts';
import { keepStopLink, provenOf, resumeByLink, resumeSince, stopProven } from './factorStore.ts';
import { nameInMail, namedData } from './names.ts';
import { removePending } from './store.ts';

type StopDeps = Pick<Deps, 'random' | 'keys' | 'db' | 'config'>;

interface Stop {
  whose: AuditPerson;
  by: AuditPerson;
  /** Which; null: every one that counts. */
  ids: readonly string[] | null;
  /** The request that it goes with, whose *this wasn't me* turns it on again, too. */
  requestId: string | null;
  now: number;
}

/**
 * *Stop this authenticator now*: its codes count no more, answered as wrong ones are (S-104). Answers whether anything was
 * stopped. The caller holds the person's row, and ends their sessions.
 */
export async function stopAuthenticators(
  tx: Tx,
  deps: StopDeps,
  { whose, by, ids, requestId, now }: Stop,
): Promise<boolean> {
  const { id: userId } = whose;
  const stopped = await stopProven(tx, { userId, ids, now });
  if (stopped.length === 0) return false;
  // SECURITY: a setup that whoever has the phone began with its code would outlive it.
  await removePending(tx, userId);
  await noteUsable(tx, userId, now);
  for (const { id, name } of stopped) {
    // SECURITY: also with a request, whose link ends with it: who cancels it would leave its owner without a way back (S-104).
    const link = await ownLink(tx, deps, id);
    const data = { ...namedData(name), ...(requestId === null ? {} : { requestId }) };
    const event = { at: now, action: 'mfa.authenticator_stopped', actor: by, target: whose, data } as const;
    await appendAudit(tx, deps, event);
    const params = { authenticator: nameInMail(name) };
    await mailUser(tx, deps, { userId, kind: 'authenticator_stopped', at: now, params, ...link });
  }
  return true;
}

/** Goes into one mail; the database keeps its hash. */
async function ownLink(tx: Tx, { random }: Pick<Deps, 'random'>, id: string): Promise<{ stopToken: string }> {
  const stopToken = token256(random);
  await keepStopLink(tx, id, sha256Hex(stopToken));
  return { stopToken };
}

/** *This wasn't me* of a request: what was stopped since it was opened counts again. */
export async function resumeAuthenticators(
  tx: Tx,
  deps: StopDeps,
  { whose, since, now }: { whose: AuditPerson; since: number; now: number },
): Promise<void> {
  const resumed = await resumeSince(tx, { userId: whose.id, since });
  if (resumed.length === 0) return;
  await noteUsable(tx, whose.id, now);
  for (const { name } of resumed) await tellOfResumed(tx, deps, { whose, name, now });
}

/** The same by the link of one that its owner stopped; false where the link has acted, or it is gone. */
export async function resumeStopped(
  tx: Tx,
  deps: StopDeps,
  { whose, hash, now }: { whose: AuditPerson; hash: string; now: number },
): Promise<boolean> {
  const resumed = await resumeByLink(tx, hash);
  if (!resumed) return false;
  await noteUsable(tx, whose.id, now);
  await tellOfResumed(tx, deps, { whose, name: resumed.name, now });
  return true;
}

async function tellOfResumed(
  tx: Tx,
  deps: StopDeps,
  { whose, name, now }: { whose: AuditPerson; name: string | null; now: number },
): Promise<void> {
  const event = { at: now, action: 'mfa.authenticator_resumed', actor: whose, target: whose } as const;
  await appendAudit(tx, deps, { ...event, data: namedData(name) });
}

/** Keeps with the person whether anything of theirs counts: lists, counts and adoption go by it. */
async function noteUsable(tx: Tx, userId: string, now: number): Promise<void> {
  const held = await provenOf(tx, userId);
  const stopped = held.length > 0 && held.every(({ stopped_at }) => stopped_at !== null);
  await noteStopped(tx, { userId, stopped, now });
}
