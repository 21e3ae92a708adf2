import type { Db } from '../../../../server/db/connection.ts';
import { wasSensitive } from '../legality.ts';
import type { People } from './people.ts';
import { actOf } from './sight.ts';
import type { Memory, SeenEvent, Sight } from './sight.ts';

/** What is wrong with a new link of an account to an identity provider (issue 8.1); nothing where it is legal. */
export async function linkFaults(
  { kysely }: Db,
  { target_id: whose, at }: SeenEvent,
  { before, people, memory }: { before: Sight; people: People; memory: Memory },
): Promise<string[]> {
  const link = await kysely
    .selectFrom('sso_links')
    .select(['email', 'subject', 'created_by'])
    .where('user_id', '=', whose ?? '')
    .where('created_at', '=', at)
    .executeTakeFirst();
  const person = before.people.get(whose ?? '');
  if (!link || !person || whose === null) return ['a link of nobody'];
  const faults: string[] = [];
  const by = link.created_by ?? '';
  if (!people.holds(by, 'administrator')) faults.push('a link by no administrator');
  if (people.rank(by) < people.rank(whose)) faults.push('a link of a higher rank');
  const isGuarded = person.is_staff === 1 || (await wasSensitive(kysely, whose, at));
  if (isGuarded && link.subject === null)
    faults.push('a link of staff, or of somebody sensitive, by an address');
  if (!isGuarded && person.mfa_state === 'off') {
    if (!memory.proven.has(actOf(by, at))) faults.push('a link without a step-up');
    return faults;
  }
  const change = await kysely
    .selectFrom('pending_changes')
    .select(['made_by', 'decided_by'])
    .where('state', '=', 'in_effect')
    .where('decided_at', '=', at)
    .executeTakeFirst();
  const second = change?.decided_by ?? null;
  // There is always another administrator or officer of old here, so that no date comes in their place.
  if (!change || second === null) return [...faults, 'a link of whoever has MFA by one person'];
  if (!memory.proven.has(actOf(second, at))) faults.push('a link that was agreed to without a step-up');
  if (!people.decides(second)) faults.push('a link that was agreed to by somebody who may not');
  if (people.isYoung(second, at)) faults.push('a link that was agreed to by a young role');
  const makers = people.handsOf(change.made_by, at);
  if ([...people.handsOf(second, at)].some((id) => makers.has(id)))
    faults.push('a link that one person made and agreed to');
  return faults;
}
