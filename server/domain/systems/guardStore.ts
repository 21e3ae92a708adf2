import { expressionBuilder } from 'kysely';
import type { Expression, Selectable, SqlBool } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { Schema, SystemGuardsTable } from '../../db/schema.ts';
import { withMfaCondition } from '../people/withMfa.ts';
import type { SystemLink } from './linkStore.ts';

export type Guard = Selectable<SystemGuardsTable>;

/** Linked accounts that were never read, and then those that were read longest ago, none of them since `before` (UTC ms). */
export async function linksToRead(
  reader: Reader,
  systemId: string,
  { before, limit }: { before: number; limit: number },
): Promise<SystemLink[]> {
  return reader
    .selectFrom('system_links as link')
    .leftJoin('system_guards as guard', 'guard.link_id', 'link.id')
    .selectAll('link')
    .where('link.system_id', '=', systemId)
    .where((eb) => eb.or([eb('guard.read_at', 'is', null), eb('guard.read_at', '<=', before)]))
    .orderBy((eb) => eb.fn.coalesce('guard.read_at', eb.lit(0)))
    .orderBy('link.id')
    .limit(limit)
    .execute();
}

/** Keeps what was read; nothing of a link that is gone meanwhile stays for long. Answers whether it was otherwise before. */
export async function saveGuard(reader: Reader, guard: Guard): Promise<boolean> {
  const { link_id, guarded, read_at } = guard;
  const before = await reader
    .selectFrom('system_guards')
    .select('guarded')
    .where('link_id', '=', link_id)
    .executeTakeFirst();
  await reader
    .insertInto('system_guards')
    .values(guard)
    .onConflict((conflict) => conflict.column('link_id').doUpdateSet({ guarded, read_at }))
    .execute();
  return before?.guarded !== guarded;
}

/** What was read of an account before something was changed there is true no more: it is read again before all others. */
export async function forgetGuard(
  tx: Tx,
  { user_id, system_id }: Pick<Guard, 'user_id' | 'system_id'>,
): Promise<void> {
  await tx
    .deleteFrom('system_guards')
    .where('user_id', '=', user_id)
    .where('system_id', '=', system_id)
    .execute();
}

/** Of links that there are no more. */
export async function forgetGuards(reader: Reader): Promise<void> {
  await reader
    .deleteFrom('system_guards')
    .where('link_id', 'not in', reader.selectFrom('system_links').select('id'))
    .execute();
}

/** What was read of each of these people's accounts. */
export async function guardsOf(reader: Reader, userIds: readonly string[]): Promise<Guard[]> {
  if (userIds.length === 0) return [];
  return reader
    .selectFrom('system_guards as guard')
    .innerJoin('system_links as link', 'link.id', 'guard.link_id')
    .selectAll('guard')
    .where('guard.user_id', 'in', userIds)
    .execute();
}

/**
 * Who has MFA in a place, as lists filter and figures count: `here`, in the connected system with that id, `anywhere` of all these,
 * `nowhere`; `unread` is who is linked to an account of which nobody knows yet. What isn't known counts as none.
 */
export function mfaInCondition(place: string): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'users'>();
  const guards = eb
    .selectFrom('system_guards as guard')
    .innerJoin('system_links as link', 'link.id', 'guard.link_id')
    .select('guard.user_id')
    .where('guard.guarded', '=', 1);
  if (place === 'here') return withMfaCondition();
  if (place === 'unread')
    return eb(
      'users.id',
      'in',
      eb
        .selectFrom('system_links as link')
        .leftJoin('system_guards as guard', 'guard.link_id', 'link.id')
        .select('link.user_id')
        .where('guard.link_id', 'is', null),
    );
  const anywhere = eb.or([withMfaCondition(), eb('users.id', 'in', guards)]);
  if (place === 'anywhere') return anywhere;
  if (place === 'nowhere') return eb.not(anywhere);
  return eb('users.id', 'in', guards.where('guard.system_id', '=', place));
}
