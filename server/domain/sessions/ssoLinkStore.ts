import type { UserDetail } from '../../../contract/operations/userSchemas.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import type { Reader } from '../../db/connection.ts';

/** A user's links as their page shows them. */
export async function ssoLinksOf(reader: Reader, userId: string): Promise<UserDetail['ssoLinks']> {
  const rows = await reader
    .selectFrom('sso_links')
    .innerJoin('sso_providers', 'sso_providers.id', 'sso_links.provider_id')
    .selectAll('sso_links')
    .select('sso_providers.name')
    .where('user_id', '=', userId)
    .orderBy('name_key')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    provider: { id: row.provider_id, name: row.name },
    subject: row.subject,
    email: row.email,
    createdAt: rfc3339(row.created_at),
    lastSignInAt: rfc3339OrNull(row.last_sign_in_at),
    mfaAsserted: row.mfa_asserted === null ? null : row.mfa_asserted === 1,
    provenAt: rfc3339OrNull(row.proven_at),
  }));
}

export interface SessionLink {
  linkId: string;
  subject: string | null;
  /** When the link was made, UTC ms. */
  since: number;
  provider: { id: string; name: string };
}

/** The link that made a session; null for a password session. */
export async function linkOfSession(reader: Reader, sessionId: string): Promise<SessionLink | null> {
  const row = await reader
    .selectFrom('sessions')
    .innerJoin('sso_links', 'sso_links.id', 'sessions.sso_link_id')
    .innerJoin('sso_providers', 'sso_providers.id', 'sso_links.provider_id')
    .select([
      'sso_links.id as linkId',
      'subject',
      'sso_links.created_at as since',
      'sso_providers.id',
      'sso_providers.name',
    ])
    .where('sessions.id', '=', sessionId)
    .executeTakeFirst();
  if (!row) return null;
  const { linkId, subject, since, id, name } = row;
  return { linkId, subject, since, provider: { id, name } };
}

/**
 * Of people whose link is younger than `since` (UTC ms): who could be signed in as them by it, because they made the link
 * or, where the provider's e-mail did, set up a provider in that time.
 */
export async function linkMakers(
  reader: Reader,
  userIds: readonly string[],
  since: number,
): Promise<Map<string, string[]>> {
  if (userIds.length === 0) return new Map();
  const links = await reader
    .selectFrom('sso_links')
    .select(['user_id', 'created_by'])
    .where('user_id', 'in', userIds)
    .where('created_at', '>', since)
    .execute();
  const byEmail = links.some(({ created_by }) => created_by === null)
    ? await savedProviders(reader, since)
    : [];
  const makers = new Map<string, string[]>();
  for (const { user_id, created_by } of links)
    makers.set(user_id, [...(makers.get(user_id) ?? []), ...(created_by === null ? byEmail : [created_by])]);
  return makers;
}

async function savedProviders(reader: Reader, since: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('audit_events')
    .select('actor_id')
    .distinct()
    .where('action', '=', 'sso.provider_saved')
    .where('at', '>', since)
    .execute();
  return rows.flatMap(({ actor_id }) => actor_id ?? []);
}
