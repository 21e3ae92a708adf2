import { randomUUID } from 'node:crypto';
import type { Deps } from '../../context.ts';
import { takeLease } from '../../db/lease.ts';
import { tellAltered } from '../../domain/people/tellAltered.ts';
import type { StoredMail } from '../../domain/mail/store.ts';
import { DAY } from '../../time.ts';

/** Tells once a day of a person whose mail somebody turned in the database, before it goes anywhere. */
export async function tellOfAltered(
  deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config'>,
  { user_id: userId }: Pick<StoredMail, 'user_id'>,
  now: number,
): Promise<void> {
  if (userId === null) return;
  await deps.db.transaction(async (tx) => {
    const lease = { name: `altered-address:${userId}`, holder: randomUUID(), now, forMs: DAY };
    if (!(await takeLease(tx, lease))) return;
    await tellAltered(tx, deps, { what: 'address', userId, now });
  });
}
