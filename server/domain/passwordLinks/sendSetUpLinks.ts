import type { Deps } from '../../context.ts';
import { rfc3339 } from '../../time.ts';
import { token256 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { writeMails } from '../mail/write.ts';
import type { Recipient } from '../mail/recipientStore.ts';
import type { MailToWrite } from '../mail/write.ts';
import { readSettings } from '../settings/current.ts';
import { SET_UP_LINK_MS } from './sendSetUpLink.ts';
import { insertSetUpLinks } from './store.ts';

/** Mails set-up links to users who were made in this transaction and have none yet; the import audits them. */
export async function sendSetUpLinks(
  tx: Tx,
  deps: Deps,
  { users, now }: { users: readonly Recipient[]; now: number },
): Promise<void> {
  const expiresAt = now + SET_UP_LINK_MS;
  const links = users.map((user) => ({ user, token: token256(deps.random) }));
  await insertSetUpLinks(
    tx,
    deps.random,
    links.map(({ user, token }) => ({ userId: user.id, token })),
    { now, expiresAt },
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
