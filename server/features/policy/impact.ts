import type { OutputOf } from '../../../contract/operations.ts';
import type { Reader } from '../../db/connection.ts';
import { cutPage, keysOfCursor } from '../../db/page.ts';
import { EFFECTS } from './effects.ts';
import type { Effect, EffectConditions } from './effects.ts';
import { peopleAffected } from './impactStore.ts';
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
    total: { count: wanted.reduce((sum, name) => sum + counts[name], 0), exact: true },
  };
}
