import type { Deps } from '../../context.ts';
import { tellAltered } from '../people/tellAltered.ts';
import { endByToken } from './store.ts';

/** Ends a session that somebody altered in the database, once, and tells of it. */
export async function endAltered(
  deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config'>,
  { token, now }: { token: string; now: number },
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const userId = await endByToken(tx, token);
    if (userId !== undefined) await tellAltered(tx, deps, { what: 'session', userId, now });
  });
}
