import type { Deps } from '../../context.ts';
import { tellAlteredDaily } from '../../domain/people/tellAltered.ts';
import type { StoredMail } from '../../domain/mail/store.ts';

/** Tells of a person whose mail somebody turned in the database, before it goes anywhere. */
export async function tellOfAltered(
  deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config'>,
  { user_id: userId }: Pick<StoredMail, 'user_id'>,
  now: number,
): Promise<void> {
  if (userId === null) return;
  await deps.db.transaction((tx) => tellAlteredDaily(tx, deps, { what: 'address', userId, now }));
}
