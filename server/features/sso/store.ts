import { CONTACT_TAINT } from '../../domain/people/rules/contactTaint.ts';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { SsoLinksTable } from '../../db/schema.ts';
import { contactsSince } from '../../domain/people/contactStore.ts';
import { isGuarded } from './guarded.ts';
import { SSO_LINK_MACS } from '../../domain/sessions/ssoMacs.ts';
import type { Claimed, Found } from './rules/identity.ts';
import { emailKey } from '../../domain/people/rules/keys.ts';

/** What there is for a sign-in at this provider. SECURITY: a link that no server with the key wrote leads to nobody (S-120). */
export async function findForSignIn(
  reader: Reader,
  keys: Keyring,
  { providerId, claimed, now }: { providerId: string; claimed: Claimed; now: number },
): Promise<Found> {
  const links = reader
    .selectFrom('sso_links')
    .innerJoin('users', 'users.id', 'sso_links.user_id')
    .selectAll('sso_links')
    .select(['sso_links.id as linkId', 'users.id as userId', 'users.status', 'is_staff', 'department'])
    .where('provider_id', '=', providerId);
  const nobody = { linked: null, waiting: null, withEmail: [] };
  const linked = await links.where('subject', '=', claimed.subject).executeTakeFirst();
  if (linked) return SSO_LINK_MACS.isAsWritten(keys, linked) ? { ...nobody, linked } : nobody;
  if (claimed.email === null) return nobody;
  const email = emailKey(claimed.email);
  const waiting = await links
    .where('subject', 'is', null)
    .where('sso_links.email', '=', email)
    .executeTakeFirst();
  if (waiting && !SSO_LINK_MACS.isAsWritten(keys, waiting)) return nobody;
  const people = await reader
    .selectFrom('users')
    .leftJoin('sso_links', (join) =>
      join.onRef('sso_links.user_id', '=', 'users.id').on('sso_links.provider_id', '=', providerId),
    )
    .select(['users.id as userId', 'users.status', 'is_staff', 'department', 'sso_links.subject'])
    .where(sql<string>`lower(users.email)`, '=', email)
    .limit(2)
    .execute();
  const withEmail = await Promise.all(
    people.map(async ({ userId, status, subject, ...person }) => {
      const { email: since } = await contactsSince(reader, userId);
      const emailIsNew = since !== undefined && since > now - CONTACT_TAINT;
      const guarded = await isGuarded(reader, keys, { ...person, id: userId }, now);
      return { userId, status, linkedElsewhere: subject !== null, emailIsNew, guarded };
    }),
  );
  if (!waiting) return { linked: null, waiting: null, withEmail };
  const guarded = await isGuarded(reader, keys, { ...waiting, id: waiting.userId }, now);
  return { linked: null, waiting: { ...waiting, guarded }, withEmail };
}

/** Whether somebody's account is linked to that subject. */
export async function isSubjectLinked(reader: Reader, providerId: string, subject: string): Promise<boolean> {
  const link = await reader
    .selectFrom('sso_links')
    .select('id')
    .where('provider_id', '=', providerId)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return link !== undefined;
}

export interface NewLink {
  id: string;
  userId: string;
  providerId: string;
  subject: string | null;
  email: string | null;
  by: string | null;
  now: number;
}

/** Throws a unique violation where the subject, the waiting e-mail, or the user has a link with this provider. */
export async function insertLink(tx: Tx, keys: Keyring, link: NewLink): Promise<void> {
  const { id, userId: user_id, providerId: provider_id, subject, email, by, now } = link;
  const row = { id, user_id, provider_id, subject, email, created_at: now, created_by: by, proven_at: null };
  await tx
    .insertInto('sso_links')
    .values({ ...row, mac: SSO_LINK_MACS.of(keys, row) })
    .execute();
}

/** Binds the links of before there were MACs to the server's key. */
export async function bindSsoLinks(tx: Tx, keys: Keyring): Promise<void> {
  for (const link of await tx.selectFrom('sso_links').selectAll().execute())
    await tx
      .updateTable('sso_links')
      .set({ mac: SSO_LINK_MACS.of(keys, link) })
      .where('id', '=', link.id)
      .execute();
}

/** A link as a server with the key wrote it; undefined where it was altered, or is gone. */
async function writtenLink(
  reader: Reader,
  keys: Keyring,
  linkId: string,
): Promise<Selectable<SsoLinksTable> | undefined> {
  const link = await reader.selectFrom('sso_links').selectAll().where('id', '=', linkId).executeTakeFirst();
  return link && SSO_LINK_MACS.isAsWritten(keys, link) ? link : undefined;
}

/** Gives a waiting link its subject; false where another sign-in was first. */
export async function bindLink(
  tx: Tx,
  keys: Keyring,
  { linkId, subject }: { linkId: string; subject: string },
): Promise<boolean> {
  const link = await writtenLink(tx, keys, linkId);
  if (!link) return false;
  const { numUpdatedRows } = await tx
    .updateTable('sso_links')
    .set({ subject, mac: SSO_LINK_MACS.of(keys, { ...link, subject }) })
    .where('id', '=', linkId)
    .where('subject', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What the provider said at this sign-in, for the user's page. */
export async function recordAnswer(
  tx: Tx,
  {
    linkId,
    amr,
    acr,
    mfaAsserted,
  }: { linkId: string; amr: string[]; acr: string | null; mfaAsserted: boolean },
): Promise<void> {
  await tx
    .updateTable('sso_links')
    .set({ mfa_asserted: mfaAsserted ? 1 : 0, amr: JSON.stringify(amr), acr })
    .where('id', '=', linkId)
    .execute();
}

export async function recordSignIn(tx: Tx, linkId: string, now: number): Promise<void> {
  await tx.updateTable('sso_links').set({ last_sign_in_at: now }).where('id', '=', linkId).execute();
}

/** The provider of a link; undefined where it was removed. */
export function providerOfLink(
  reader: Reader,
  linkId: string,
): Promise<{ id: string; name: string } | undefined> {
  return reader
    .selectFrom('sso_links')
    .innerJoin('sso_providers', 'sso_providers.id', 'provider_id')
    .select(['sso_providers.id', 'name'])
    .where('sso_links.id', '=', linkId)
    .executeTakeFirst();
}

/** Whether its person has given their code at a sign-in by it. */
export async function isProven(reader: Reader, keys: Keyring, linkId: string): Promise<boolean> {
  return typeof (await writtenLink(reader, keys, linkId))?.proven_at === 'number';
}

/** The link counts as its person's from now on; answers its provider's name, null where it is not there any more. */
export async function markProven(
  tx: Tx,
  keys: Keyring,
  { linkId, now }: { linkId: string; now: number },
): Promise<string | null> {
  const link = await writtenLink(tx, keys, linkId);
  if (!link) return null;
  await tx
    .updateTable('sso_links')
    .set({ proven_at: now, last_sign_in_at: now, mac: SSO_LINK_MACS.of(keys, { ...link, proven_at: now }) })
    .where('id', '=', linkId)
    .execute();
  return (await providerOfLink(tx, linkId))?.name ?? null;
}

/** Whether the user has a link with that provider, or somebody that subject or waiting address. */
export async function isLinkTaken(
  reader: Reader,
  { userId, providerId, subject, email }: Pick<NewLink, 'userId' | 'providerId' | 'subject' | 'email'>,
): Promise<boolean> {
  const link = await reader
    .selectFrom('sso_links')
    .select('id')
    .where('provider_id', '=', providerId)
    .where((eb) =>
      eb.or([
        eb('user_id', '=', userId),
        subject === null
          ? eb.and([eb('subject', 'is', null), eb('email', '=', email)])
          : eb('subject', '=', subject),
      ]),
    )
    .executeTakeFirst();
  return link !== undefined;
}

/** A user's links with the name of each provider. */
export function linksOfUser(reader: Reader, userId: string): Promise<{ id: string; provider: string }[]> {
  return reader
    .selectFrom('sso_links')
    .innerJoin('sso_providers', 'sso_providers.id', 'sso_links.provider_id')
    .select(['sso_links.id', 'name as provider'])
    .where('user_id', '=', userId)
    .execute();
}

export async function removeLink(tx: Tx, linkId: string): Promise<void> {
  await tx.deleteFrom('sso_links').where('id', '=', linkId).execute();
}

/** Removes every link with a provider; answers how many. */
export async function removeLinksWith(tx: Tx, providerId: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sso_links')
    .where('provider_id', '=', providerId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** How many people each provider is linked to, and how many of them can only sign in by SSO. */
export async function countLinked(
  reader: Reader,
): Promise<Map<string, { linked: number; external: number }>> {
  const counts = await reader
    .selectFrom('sso_links')
    .innerJoin('users', 'users.id', 'sso_links.user_id')
    .select(({ fn }) => [
      'provider_id',
      fn.countAll<number>().as('linked'),
      fn.sum<number>('external').as('external'),
    ])
    .groupBy('provider_id')
    .execute();
  return new Map(counts.map((count) => [count.provider_id, count]));
}

/** People who can only sign in by SSO, and by this provider alone. */
export async function countStranded(reader: Reader, providerId: string): Promise<number> {
  const row = await reader
    .selectFrom('sso_links as link')
    .innerJoin('users', 'users.id', 'link.user_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('link.provider_id', '=', providerId)
    .where('users.external', '=', 1)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('sso_links as other')
            .select('other.id')
            .whereRef('other.user_id', '=', 'link.user_id')
            .where('other.provider_id', '<>', providerId),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return row.count;
}
