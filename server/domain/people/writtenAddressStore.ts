import { isEventMac } from '../../crypto/auditMacs.ts';
import { isBinding } from '../../crypto/hash.ts';
import { chainHash } from '../../crypto/canonicalJson.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import { hashedEvent } from '../audit/append.ts';
import { isAddressBound } from './macs.ts';
import type { User } from './people.ts';

/**
 * Somebody's address as a server with the key last wrote it: the one on record where that is bound, else the one that the log says. Null
 * where neither says any.
 */
export async function writtenAddress(
  reader: Reader,
  keys: Keyring,
  user: Pick<User, 'id' | 'email' | 'email_mac'>,
): Promise<string | null> {
  if (isAddressBound(keys, user)) return user.email;
  const event = await reader
    .selectFrom('audit_events')
    .selectAll()
    .where('target_id', '=', user.id)
    .where('action', '=', 'user.updated')
    .where('data', 'like', '%"email":{%')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!event || chainHash(event.previous_hash, hashedEvent(event)) !== event.hash) return null;
  // SECURITY: whoever has a key that was rotated away could make one (S-120).
  if (!isEventMac(keys, event.hash, event.mac) || !isBinding(keys, event.mac ?? '')) return null;
  const { changed } = JSON.parse(event.data) as { changed?: { email?: { to?: string } } };
  return changed?.email?.to ?? null;
}
