import type { Deps } from '../../context.ts';
import { lastEventAt, readEnd } from '../../domain/audit/store.ts';
import { beginEpoch } from './epoch.ts';
import type { LogHead } from './epoch.ts';
import { replay } from './replay.ts';
import type { Restored, Since } from './restore.ts';

/**
 * Begins a new epoch in a database that somebody put back by other means: a copied folder, a virtual machine, a point in time that
 * PostgreSQL was recovered to (S-81).
 *
 * @param before where its log is known to have been; null where nobody knows
 */
export function acceptAsItIs(
  deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config'>,
  { before, since, now }: { before: LogHead | null; since: Since | null; now: number },
): Promise<Restored & { asOf: number }> {
  return deps.db.transaction(async (tx) => {
    const { sequence, hash } = await readEnd(tx);
    const asOf = (await lastEventAt(tx)) ?? now;
    const replayed = since === null ? null : await replay(tx, deps, since.taken, now);
    const ended = await beginEpoch(tx, deps, {
      asOf,
      head: { sequence, hash },
      replaced: before,
      since: since?.head ?? null,
      replayed,
      now,
    });
    return { ended, replayed, asOf };
  });
}
