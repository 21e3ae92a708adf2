import type { Tx } from '../../db/connection.ts';

/** Ends the sessions that these SSO links made. */
export async function endLinkSessions(tx: Tx, linkIds: readonly string[]): Promise<void> {
  if (linkIds.length === 0) return;
  await tx
    .deleteFrom('sessions')
    .where('sso_link_id', 'in', [...linkIds])
    .execute();
}

/** Ends the sessions that any link with this provider made. */
export async function endProviderSessions(tx: Tx, providerId: string): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('sso_link_id', 'in', (eb) =>
      eb.selectFrom('sso_links').select('id').where('provider_id', '=', providerId),
    )
    .execute();
}

/** Ends the sessions of a user that a password made; those by SSO stay. */
export async function endPasswordSessions(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('user_id', '=', userId).where('via', '=', 'password').execute();
}
