import type { Tx } from '../../db/connection.ts';
import { dropUnsent } from '../mail/store.ts';
import { setInvitations } from '../people/invitationStore.ts';
import { endSetUpLinks } from './store.ts';

/** Database statements take so many ids. */
const AT_ONCE = 500;

/**
 * Links that no mail server took are made anew by the way that was just proven: where they led may be no address of anybody,
 * and their days are running.
 */
export async function askAnew(tx: Tx, now: number): Promise<void> {
  const { userIds } = await dropUnsent(tx, 'set_up_link');
  for (let start = 0; start < userIds.length; start += AT_ONCE) {
    const some = userIds.slice(start, start + AT_ONCE);
    await endSetUpLinks(tx, some, now);
    await setInvitations(tx, some, 'asked');
  }
}
