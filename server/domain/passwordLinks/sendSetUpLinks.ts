import type { Deps } from '../../context.ts';
import { rfc3339 } from '../../time.ts';
import { sha256Hex } from '../../crypto/hash.ts';
import { token256, uuidv7 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { insertMany } from '../../db/insertMany.ts';
import { writeMails } from '../mail/write.ts';
import type { Recipient } from '../mail/recipientStore.ts';
import type { MailToWrite } from '../mail/write.ts';
import { readSettings } from '../settings/current.ts';
import { SET_UP_LINK_MS } from './sendSetUpLink.ts';

/** Mails set-up links to users who were made in this transaction and have none yet; the import audits them. */
export async function sendSetUpLinks(
  tx: Tx,
  deps: Deps,
  { users, now }: { users: readonly Recipient[]; now: number },
): Promise<void> {
  const expiresAt = now + SET_UP_LINK_MS;
  const links = users.map((user) => ({ user, token: token256(deps.random) }));
  await insertMany(
    tx,
    'password_links',
    links.map(({ user, token }) => ({
      id: uuidv7(now, deps.random),
      user_id: user.id,
      token_hash: sha256Hex(token),
      purpose: 'set_up' as const,
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
    })),
  );
  const settings = await readSettings(tx);
  const mails = links.map(({ user, token }): MailToWrite => ({
    kind: 'set_up_link',
    at: now,
    params: { token, linkEndsAt: rfc3339(expiresAt) },
    settings,
    recipients: [user],
  }));
  await writeMails(tx, deps, ...mails);
}
