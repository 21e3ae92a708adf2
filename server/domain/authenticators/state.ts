import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { beginWithoutMfa, setMfaState } from '../people/mfaStore.ts';
import { removeAll } from './store.ts';

/**
 * Removes a user's authenticator, proven or pending, so that they can enrol again: the end of every reset. False where
 * there is none. It never signs anyone in and never touches a password.
 *
 * @param setupDue after a reset by staff: every password sign-in leads into setup, whatever policy says
 */
export async function removeAuthenticator(
  tx: Tx,
  keys: Keyring,
  { userId, now, setupDue }: { userId: string; now: number; setupDue: boolean },
): Promise<boolean> {
  const off = await setMfaState(tx, { userId, from: ['on', 'reset_pending'], state: 'off', now });
  if (!off) return false;
  await removeAll(tx, userId);
  await beginWithoutMfa(tx, keys, userId, { setupDue, now });
  return true;
}
