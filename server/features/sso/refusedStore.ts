import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { SsoRefusedTable } from '../../db/schema.ts';

type Refused = Selectable<SsoRefusedTable>;

/** Keeps a sign-in that belongs to nobody here, in place of an earlier one of the same account; forgets those before `since`. */
export async function keepRefused(tx: Tx, refused: Refused, since: number): Promise<void> {
  const { email, username, at } = refused;
  await tx.deleteFrom('sso_refused').where('at', '<', since).execute();
  await tx
    .insertInto('sso_refused')
    .values(refused)
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'subject']).doUpdateSet({ email, username, at }),
    )
    .execute();
}

/** Newest first, with the provider's name. `since` in UTC ms. */
export function refusedSince(reader: Reader, since: number, limit: number) {
  return reader
    .selectFrom('sso_refused')
    .innerJoin('sso_providers', 'sso_providers.id', 'sso_refused.provider_id')
    .select(['provider_id', 'name', 'subject', 'email', 'username', 'at'])
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('subject')
    .limit(limit)
    .execute();
}

/** Forgets a refused sign-in whose account is linked now. */
export async function forgetRefused(tx: Tx, providerId: string, subject: string): Promise<void> {
  await tx
    .deleteFrom('sso_refused')
    .where('provider_id', '=', providerId)
    .where('subject', '=', subject)
    .execute();
}

export async function forgetRefusedAt(tx: Tx, providerId: string): Promise<void> {
  await tx.deleteFrom('sso_refused').where('provider_id', '=', providerId).execute();
}
