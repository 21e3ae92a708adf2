import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { rfc3339 } from '../../time.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { Refusal } from '../../refusal.ts';
import { voiceOf } from '../../words.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { writtenPolicy } from '../../domain/policy/current.ts';
import { putVersion } from './putVersion.ts';
import { countPendingRequests } from './store.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { readOrganisation } from '../../domain/settings/store.ts';
import { wavesToCome } from '../../domain/policy/waves.ts';
import { weakenings } from './weakening.ts';

/**
 * For a worker: pauses the roll-out where more reset requests are open than policy allows and a wave is still to come. Saved as
 * an officer would save it, by nobody; of several servers one does it.
 *
 * @returns whether this server paused it
 */
export function createRollOutWatch(deps: Deps): { pauseWhereOver(now: number): Promise<boolean> } {
  const { db, keys, events } = deps;
  return {
    async pauseWhereOver(now) {
      // Looked at without a transaction first: there is hardly ever anything to do.
      if ((await overLimit(db.kysely, keys, now)) === null) return false;
      const paused = await db.transaction((tx) => pause(tx, deps, now)).catch(lostToAnother);
      if (paused) events.publish({ kind: 'policy' });
      return paused;
    },
  };
}

async function pause(tx: Tx, deps: Deps, now: number): Promise<boolean> {
  const over = await overLimit(tx, deps.keys, now);
  if (over === null) return false;
  const { before, open, limit } = over;
  const rollOut = { ...before.document.rollOut, pausedAt: rfc3339(now) };
  const after: PolicyDocument = { ...before.document, rollOut };
  // A reason is an officer's own words; nobody's are in the organisation's language.
  const { language } = await readSettings(tx);
  const reason = voiceOf(language).write(sentence('answers/policy', 'pausedByItself', { open, limit }));
  const weakened = weakenings(before.document, after, now);
  await putVersion(tx, deps, { before, after, reason, by: null, weakened, reach: 0, now });
  const waves = wavesToCome(before.document, now).length;
  const params = { open, limit, waves };
  await mailStaff(tx, deps, { to: 'officers', kind: 'roll_out_paused', at: now, params });
  return true;
}

/** The policy in force with both numbers, where it has a wave to come and more requests are open than it allows. */
async function overLimit(reader: Reader, keys: Keyring, now: number) {
  const before = await policyIfAny(reader, keys);
  const limit = before?.document.rollOut.pauseAtOpenRequests ?? null;
  if (!before || limit === null || wavesToCome(before.document, now).length === 0) return null;
  const open = await countPendingRequests(reader);
  return open > limit ? { before, open, limit } : null;
}

/** Null on a server that has no organisation yet. SECURITY: what is saved by it is signed, so it has to be a server's (S-120). */
async function policyIfAny(reader: Reader, keys: Keyring) {
  return (await readOrganisation(reader)) ? writtenPolicy(reader, keys) : null;
}

/** Somebody else, or another server, saved a version meanwhile: the next round looks at that one. */
function lostToAnother(error: unknown): false {
  if (error instanceof Refusal && error.code === 'stale_version') return false;
  throw error;
}
