import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { migrations } from '../../db/migrations/index.ts';
import { rebuild } from '../../db/rebuild.ts';
import { readEnd } from '../../domain/audit/store.ts';
import { keepKeys, refuseOtherKeys } from '../../domain/keys/databaseKeys.ts';
import type { GivenKeys } from '../../domain/keys/databaseKeys.ts';
import { makeSearchable } from '../../domain/people/search/indexStore.ts';
import { readOrganisation } from '../../domain/settings/store.ts';
import { Failure } from '../../failure.ts';
import { beginEpoch } from './epoch.ts';
import type { LogHead } from './epoch.ts';
import type { Ended } from './epochStore.ts';
import type { Manifest, Progress } from './format.ts';
import { readBackup } from './read.ts';
import { replay } from './replay.ts';
import type { Replayed, Taken } from './replay.ts';

export type RestoreDeps = Pick<Deps, 'db' | 'random' | 'config'> & GivenKeys;

/** What was taken from people after the backup was made, by an export of the log. */
export interface Since {
  head: LogHead;
  taken: Taken;
}

export interface Restoring {
  manifest: Manifest;
  /** What stands on standard input for the name of the organisation that goes; null where none may go. */
  replace: string | null;
  since: Since | null;
  /** Binds rows of before to the key, where a step that was taken asks for it. */
  bindRows(tx: Tx, applied: readonly string[]): Promise<void>;
  now: number;
  progress?: Progress | undefined;
}

export interface Restored {
  ended: Ended & { changes: number };
  replayed: Replayed | null;
}

/** Throws where something is there that nobody said may go. Answers where its log ended, null where there is nothing. */
export async function mayBeReplaced(
  tx: Tx,
  given: GivenKeys,
  { done, replace }: { done: readonly string[]; replace: string | null },
): Promise<LogHead | null> {
  const there = done.length === 0 ? undefined : await readOrganisation(tx);
  if (!there) return null;
  if (replace === null) throw new Failure(sentence('backup', 'notEmpty', { organisation: there.name }));
  if (replace !== there.name) throw new Failure(sentence('backup', 'otherName'));
  await refuseOtherKeys(tx, given, done);
  const { sequence, hash } = await readEnd(tx);
  return { sequence, hash };
}

/**
 * Puts a backup in the place of what a database holds, and begins a new epoch (S-81), in one transaction: all of it, or nothing
 * happened. The backup was checked before.
 */
export async function restoreBackup(
  deps: RestoreDeps,
  file: string,
  { manifest, replace, since, bindRows, now, progress }: Restoring,
): Promise<Restored> {
  const { db, keys } = deps;
  const keeping = keepKeys(deps, () => now);
  const of = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
  let replaced: LogHead | null = null;
  let restored: Restored | undefined;
  await rebuild(db, migrations, {
    schema: manifest.schema,
    now: () => now,
    async before(tx, done) {
      replaced = await mayBeReplaced(tx, deps, { done, replace });
    },
    async load(insert) {
      let rows = 0;
      await readBackup(file, keys, {
        manifest(again) {
          // Another file may have taken its name since it was checked.
          if (again.madeAt !== manifest.madeAt || again.head.hash !== manifest.head.hash)
            throw new Failure(sentence('backup', 'broken', { file }));
        },
        async rows(table, some) {
          await insert(table, some);
          rows += some.length;
          progress?.({ rows, of });
        },
      });
    },
    async after(tx, applied) {
      await keeping.after?.(tx, applied);
      await makeSearchable(tx, db.dialect, applied);
      await bindRows(tx, applied);
      const replayed = since === null ? null : await replay(tx, deps, since.taken, now);
      const ended = await beginEpoch(tx, deps, {
        asOf: manifest.madeAt,
        head: { sequence: manifest.head.sequence, hash: manifest.head.hash },
        replaced,
        since: since?.head ?? null,
        replayed,
        now,
      });
      restored = { ended, replayed };
    },
  });
  if (!restored) throw new Error('The restore ended without having begun.');
  return restored;
}
