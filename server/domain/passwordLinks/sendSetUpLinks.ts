import type { Deps } from '../../context.ts';
import { DAY, rfc3339 } from '../../time.ts';
import { token256 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAuditMany } from '../audit/append.ts';
import type { AuditPerson } from '../audit/append.ts';
import { openVetoToken } from '../mail/vetoToken.ts';
import { writeMails } from '../mail/write.ts';
import type { Recipient } from '../mail/recipientStore.ts';
import { dropUnsent } from '../mail/store.ts';
import type { MailToWrite } from '../mail/write.ts';
import { setInvitations } from '../people/invitationStore.ts';
import { readSettings } from '../settings/current.ts';
import { endSetUpLinks, insertSetUpLinks } from './store.ts';

/** How long a set-up link is good for, from when it is sent. */
const SET_UP_LINK_MS = 7 * DAY;

/** Whom a link goes to; `again`: they were sent one before by somebody. */
interface Invited {
  user: Recipient;
  again: boolean;
}

/**
 * Mails each a link by which they set their first password, good from now; earlier ones end, and a mail with one that didn't go
 * yet never does. With its event for each.
 *
 * @param input.why what asked for it, for the event
 */
export async function sendSetUpLinks(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
  {
    people,
    by,
    why = {},
    now,
  }: { people: readonly Invited[]; by: AuditPerson | null; why?: Record<string, unknown>; now: number },
): Promise<void> {
  const ids = people.map(({ user }) => user.id);
  await endSetUpLinks(tx, ids, now);
  await dropUnsent(tx, 'set_up_link', ids);
  const expiresAt = now + SET_UP_LINK_MS;
  const links = people.map(({ user }) => ({ user, token: token256(deps.random) }));
  await insertSetUpLinks(
    tx,
    deps,
    links.map(({ user, token }) => ({ userId: user.id, token })),
    { now, expiresAt },
  );
  const settings = await readSettings(tx);
  const vetoTokens = new Map<string, string | undefined>();
  for (const { user, again } of people)
    if (again) vetoTokens.set(user.id, await openVetoToken(tx, deps.keys, user.id, now));
  const mails = links.map(({ user, token }): MailToWrite => {
    const vetoToken = vetoTokens.get(user.id);
    return {
      kind: 'set_up_link',
      at: now,
      params: { token, linkEndsAt: rfc3339(expiresAt) },
      settings,
      recipients: [user],
      ...(vetoToken === undefined ? {} : { vetoToken }),
    };
  });
  await writeMails(tx, deps, ...mails);
  await setInvitations(tx, ids, 'waiting');
  await appendAuditMany(
    tx,
    deps,
    people.map(({ user: { id, name }, again }) => ({
      at: now,
      action: 'password.link_sent',
      actor: by,
      target: { id, name },
      data: { purpose: 'set_up', ...(again ? { again } : {}), ...why },
    })),
  );
}
