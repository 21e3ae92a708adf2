import type { Expression, SqlBool } from 'kysely';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Reader } from '../../db/connection.ts';
import { cutPage, keysOfCursor } from '../../db/page.ts';
import { EFFECTS } from './effects.ts';
import type { Effect, EffectConditions } from './effects.ts';
import { peopleAffected, peopleWhere } from './impactStore.ts';
import type { ImpactCounts } from './impactStore.ts';

const PAGE = 50;

/** Exactly which people a change would hit, by name, a page at a time. */
export async function pageOfImpact(
  reader: Reader,
  conditions: EffectConditions,
  counts: ImpactCounts,
  { group, cursor, limit = PAGE }: { group?: Effect; cursor?: string; limit?: number },
): Promise<OutputOf<'policy.impact'>['users']> {
  const wanted: readonly Effect[] = group ? [group] : EFFECTS;
  const keys = cursor === undefined ? undefined : keysOfCursor(cursor, ['string', 'string']);
  const rows = await peopleAffected(reader, conditions, { wanted, keys, limit: limit + 1 });
  return pageOf(
    rows,
    limit,
    wanted.reduce((sum, name) => sum + counts[name], 0),
  );
}

/** The same of those whom it asks from a date to come; `count` is how many those are. */
export async function pageOfLater(
  reader: Reader,
  later: Expression<SqlBool>,
  { count, cursor, limit = PAGE }: { count: number; cursor?: string; limit?: number },
): Promise<OutputOf<'policy.impact'>['users']> {
  const keys = cursor === undefined ? undefined : keysOfCursor(cursor, ['string', 'string']);
  const rows = await peopleWhere(reader, later, { keys, limit: limit + 1 });
  return pageOf(
    rows.map((row) => ({ ...row, effect: 'later' as const })),
    limit,
    count,
  );
}

type Row = Awaited<ReturnType<typeof peopleWhere>>[number] & { effect: Effect | 'later' };

function pageOf(rows: readonly Row[], limit: number, count: number): OutputOf<'policy.impact'>['users'] {
  const { shown, nextCursor } = cutPage(rows, limit, ({ name_key, id }) => [name_key, id]);
  return {
    items: shown.map(({ id, username, name, department, is_staff, effect }) => ({
      id,
      username,
      name,
      department,
      staff: is_staff === 1,
      effect,
    })),
    nextCursor,
    total: { count, exact: true },
  };
}
