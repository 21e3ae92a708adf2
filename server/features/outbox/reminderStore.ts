import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { blockedCondition, inGraceCondition } from '../../domain/policy/requiredCondition.ts';

/** Active people whose grace ends in the window, some at a time, who were not reminded in the time that it is long. */
export function peopleToRemind(
  reader: Reader,
  { policy, window, now, limit }: GraceRound,
): Promise<{ id: string; grace_ends_at: number | null }[]> {
  return reader
    .selectFrom('users')
    .select(['id', 'grace_ends_at'])
    .where('status', '=', 'active')
    .where('external', '=', 0)
    .where('grace_ends_at', '>', window.from)
    .where('grace_ends_at', '<=', window.to)
    .where(inGraceCondition(policy, now))
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('outbox')
        .select('user_id')
        .where('kind', '=', 'grace_reminder')
        .where('user_id', 'is not', null)
        .where('created_at', '>', now - (window.to - now)),
    )
    .limit(limit)
    .execute();
}

interface GraceRound {
  policy: PolicyDocument;
  /** When grace ends, in UTC ms. */
  window: { from: number; to: number };
  now: number;
  limit: number;
}

/**
 * The person whom a policy would ask at `end` (UTC ms) were they not exempt. Undefined where the end of their exemption
 * changes nothing: they have MFA, are staff or suspended, or no rule would ask them.
 */
export function personAskedAt(
  reader: Reader,
  { userId, policy, end }: { userId: string; policy: PolicyDocument; end: number },
): Promise<{ name: string } | undefined> {
  return reader
    .selectFrom('users')
    .select('name')
    .where('id', '=', userId)
    .where('status', '=', 'active')
    .where('is_staff', '=', 0)
    .where((eb) => eb.or([inGraceCondition(policy, end), blockedCondition(policy, end)]))
    .executeTakeFirst();
}

/** False where this end of an exemption was told of already: of several servers the key lets one through. */
export async function recordExemptionReminder(
  tx: Tx,
  { userId, end, now }: { userId: string; end: number; now: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('exemption_reminders')
    .values({ user_id: userId, ends_at: end, mailed_at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'ends_at']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forgets what was told of ends before a time (UTC ms). */
export async function removeExemptionReminders(reader: Reader, before: number): Promise<void> {
  await reader.deleteFrom('exemption_reminders').where('ends_at', '<', before).execute();
}
