import type { Deps } from '../../context.ts';
import { toldOfAltered } from '../../domain/people/alteredStore.ts';
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
    if (await toldOfAltered(tx, { what: 'address', userId, since: now - DAY })) return;
    await tellAltered(tx, deps, { what: 'address', userId, now });
  });
}
