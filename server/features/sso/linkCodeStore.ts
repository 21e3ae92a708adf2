import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { LinkCodesTable } from '../../db/schema.ts';
import { CLOCKS_APART } from '../../time.ts';
import { FURTHEST_DELAY_MS } from '../../domain/people/rules/wrongCodes.ts';

export type LinkCodes = Selectable<LinkCodesTable>;

/** Whose sign-ins at which provider. */
export interface Whose {
  userId: string;
  providerId: string;
}

/**
 * Counts a code before it is looked at: two at once are counted one after the other. Undefined where none is evaluated now: there
 * were `most` already, or a delay runs.
 */
export function countLinkCode(
  tx: Tx,
  { userId, providerId }: Whose,
  { most, now }: { most: number; now: number },
): Promise<LinkCodes | undefined> {
  const none = { next_code_at: 0, mailed_at: null, officers_told_at: null };
  return tx
    .insertInto('link_codes')
    .values({ user_id: userId, provider_id: providerId, wrong_codes: 1, ...none })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'provider_id'])
        .doUpdateSet({ wrong_codes: sql<number>`link_codes.wrong_codes + 1` })
        .where('link_codes.wrong_codes', '<', most)
        .where((eb) =>
          eb.or([
            eb('link_codes.next_code_at', '<=', now),
            eb('link_codes.next_code_at', '>', now + FURTHEST_DELAY_MS),
          ]),
        ),
    )
    .returningAll()
    .executeTakeFirst();
}

export function linkCodesOf(reader: Reader, { userId, providerId }: Whose): Promise<LinkCodes | undefined> {
  return reader
    .selectFrom('link_codes')
    .selectAll()
    .where('user_id', '=', userId)
    .where('provider_id', '=', providerId)
    .executeTakeFirst();
}

/** What a wrong code leaves behind: a delay, and when who was told. */
export async function recordLinkCode(
  tx: Tx,
  { userId, providerId }: Whose,
  left: Pick<LinkCodes, 'next_code_at' | 'mailed_at' | 'officers_told_at'>,
): Promise<void> {
  await tx
    .updateTable('link_codes')
    .set(left)
    .where('user_id', '=', userId)
    .where('provider_id', '=', providerId)
    .execute();
}

/** Whether officers were told of sign-ins at this provider since a time; what lies ahead of `now` was not then (S-92). UTC ms. */
export async function wereOfficersTold(
  reader: Reader,
  providerId: string,
  { since, now }: { since: number; now: number },
): Promise<boolean> {
  const row = await reader
    .selectFrom('link_codes')
    .select('user_id')
    .where('provider_id', '=', providerId)
    .where('officers_told_at', '>', since)
    .where('officers_told_at', '<=', now + CLOCKS_APART)
    .executeTakeFirst();
  return row !== undefined;
}

/** After a right code, and where two people link anew. */
export async function forgetLinkCodes(tx: Tx, { userId, providerId }: Whose): Promise<void> {
  await tx
    .deleteFrom('link_codes')
    .where('user_id', '=', userId)
    .where('provider_id', '=', providerId)
    .execute();
}

/** Of a provider that there is no more. */
export async function forgetLinkCodesAt(tx: Tx, providerId: string): Promise<void> {
  await tx.deleteFrom('link_codes').where('provider_id', '=', providerId).execute();
}
