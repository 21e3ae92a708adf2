import type { UserDetail } from '../../../contract/operations/users.ts';
import { rfc3339, rfc3339OrNull } from '../../context.ts';
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
  }));
}

export interface SessionLink {
  linkId: string;
  subject: string | null;
  provider: { id: string; name: string };
}

/** The link that made a session; null for a password session. */
export async function linkOfSession(reader: Reader, sessionId: string): Promise<SessionLink | null> {
  const row = await reader
    .selectFrom('sessions')
    .innerJoin('sso_links', 'sso_links.id', 'sessions.sso_link_id')
    .innerJoin('sso_providers', 'sso_providers.id', 'sso_links.provider_id')
    .select(['sso_links.id as linkId', 'subject', 'sso_providers.id', 'sso_providers.name'])
    .where('sessions.id', '=', sessionId)
    .executeTakeFirst();
  if (!row) return null;
  const { linkId, subject, id, name } = row;
  return { linkId, subject, provider: { id, name } };
}
