import type { CheckInput } from '../../../../contract/operations/resetRequests.ts';
import type { Db } from '../../../../server/db/connection.ts';
import { DAY } from '../../../../server/time.ts';
import type { People } from './people.ts';
import { actOf } from './sight.ts';
import type { Memory, SeenEvent, Sight } from './sight.ts';

const MADE_BY_ONE = ['call_back', 'in_person', 'photo_id_video'];
const MOST_WRONG_CODES = 100;

/** What is wrong with an unlock (product: Starting on a request; S-102); nothing where it is legal. */
export async function unlockFaults(
  { kysely }: Db,
  { actor_id: by, target_id: whose, at, data }: SeenEvent,
  { before, people, memory }: { before: Sight; people: People; memory: Memory },
): Promise<string[]> {
  const person = before.people.get(whose ?? '');
  if (by === null || whose === null || !person) return ['an unlock of nobody, or by nobody'];
  const faults: string[] = [];
  if (!people.decides(by)) faults.push('an unlock by somebody who may not decide');
  if (by === whose) faults.push('an unlock of oneself');
  if (people.rank(by) < people.rank(whose)) faults.push('an unlock of a higher rank');
  if (!memory.proven.has(actOf(by, at))) faults.push('an unlock without a step-up');
  if (before.frozen.has('resets')) faults.push('an unlock while resets are frozen');
  if (person.locked_at === null) faults.push('an unlock of what is not locked');
  if (person.wrong_codes_since_right >= MOST_WRONG_CODES)
    faults.push('an unlock after a hundred wrong codes');

  const checks = memory.evidence.get(actOf(by, at)) ?? [];
  const recorded = data['checks'] as { kind: string; outcome: string }[];
  if (recorded.map(({ kind }) => kind).join() !== checks.map(({ kind }) => kind).join())
    faults.push('an unlock whose record has other checks');
  if (checks.some(({ outcome }) => outcome === 'fail')) faults.push('an unlock after a check that failed');
  const tainted = await taintedNumbers();
  const proves = ({ kind, outcome, number }: CheckInput) =>
    outcome === 'pass' &&
    MADE_BY_ONE.includes(kind) &&
    (kind !== 'call_back' || (number ? !tainted.has(number) : tainted.size < 2));
  if (!checks.some(proves)) faults.push(`an unlock by ${checks.map(({ kind }) => kind).join() || 'nothing'}`);
  return faults;

  /** Numbers that prove nothing: there is none, or it changed in the last 30 days. */
  async function taintedNumbers(): Promise<Set<string>> {
    const user = await kysely
      .selectFrom('users')
      .select(['phone', 'mobile'])
      .where('id', '=', whose ?? '')
      .executeTakeFirstOrThrow();
    const changes = await kysely
      .selectFrom('contact_changes')
      .select('field')
      .where('user_id', '=', whose ?? '')
      .where('first', '=', 0)
      .where('at', '>', at - 30 * DAY)
      .execute();
    const changed = changes.map(({ field }) => field);
    return new Set((['phone', 'mobile'] as const).filter((kind) => !user[kind] || changed.includes(kind)));
  }
}
