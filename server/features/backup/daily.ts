import { sentence } from '../../../contract/words/sentence.ts';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../../context.ts';
import type { Reader } from '../../db/connection.ts';
import { DatabaseUnavailable } from '../../db/errors.ts';
import { leaveLease, takeLease } from '../../db/lease.ts';
import { eventsBefore, lastBackupAt } from '../../domain/audit/store.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { readOrganisation } from '../../domain/settings/store.ts';
import { Failure } from '../../failure.ts';
import { CLOCKS_APART, DAY, HOUR, rfc3339 } from '../../time.ts';
import { checkBackup } from './check.ts';
import type { LogCheck } from './check.ts';
import { backupName, removeOldest, removeUnfinished } from './folder.ts';
import { BackupBroken } from './format.ts';
import { noteBackup } from './note.ts';
import { dailyTurn } from './rules/dailyTurn.ts';
import { writeBackup } from './write.ts';

type DailyDeps = Pick<Deps, 'db' | 'keys' | 'random' | 'config' | 'log'>;

interface Verdict {
  ok: boolean;
  problems: readonly unknown[];
}

export interface DailyBackups {
  /** For a worker: makes the backup of the day where it is due and no server is at it. */
  makeDue(now: number): Promise<void>;
  /** What is being made is given up, without a trace. */
  giveUp(): void;
}

const LEASE = 'daily backup';

class GivenUp extends Error {}

/**
 * A backup a day into the folder that is configured, whichever server does it: from the hour on, so that a server that was off then
 * makes it when it is back. The audit log says that it was made, so that every server knows. One that fails is told of and comes again in an hour;
 * one that the database cut short, as in a failover, comes again in a minute, once.
 */
export function createDailyBackups(
  deps: DailyDeps,
  createLogCheck: (keys: Deps['keys']) => LogCheck<Verdict>,
): DailyBackups {
  const { db, config, log } = deps;
  const { backups: plan } = config;
  let isGivenUp = false;
  /** Who held the lease of a backup that the database cut short. */
  let cutShort: string | null = null;
  const progress = () => {
    if (isGivenUp) throw new GivenUp();
  };

  async function make(folder: string, now: number): Promise<void> {
    await removeUnfinished(folder, now).catch(rethrowAs(folder));
    const made = backupName(now);
    const path = join(folder, made);
    const written = await writeBackup(deps, path, { passphrase: null, now, progress });
    const verdict = await verified(path);
    await noteBackup(deps, written, now, { daily: true });
    // What is older may be of before the harm.
    if (!verdict.ok)
      throw new Failure(
        sentence('backup', 'logBrokenInside', { file: path, problems: verdict.problems.length }),
      );
    const keep = plan?.keep ?? Infinity;
    await removeOldest({ folder, keep }, { made, keys: deps.keys }).catch(rethrowAs(folder));
  }

  /** As it lies on the disk; what can't be read back is no backup, and would be taken for one. */
  async function verified(path: string): Promise<Verdict> {
    try {
      return (await checkBackup(path, deps.keys, { log: createLogCheck(deps.keys), progress })).verdict;
    } catch (error) {
      if (error instanceof BackupBroken || error instanceof GivenUp) await rm(path, { force: true });
      throw error;
    }
  }

  return {
    async makeDue(now) {
      if (!plan || !(await isDue(db.kysely, plan.minuteOfDay, now))) return;
      const isAgain = cutShort !== null;
      if (cutShort !== null) await leaveLease(db.kysely, { name: LEASE, holder: cutShort });
      cutShort = null;
      // Another holder each time: the lease keeps everybody away for the hour, this server too.
      const lease = { name: LEASE, holder: randomUUID(), now, forMs: HOUR };
      if (!(await db.transaction((tx) => takeLease(tx, lease)))) return;
      try {
        await make(plan.folder, now);
      } catch (error) {
        if (error instanceof GivenUp) return;
        if (error instanceof DatabaseUnavailable && !isAgain) {
          cutShort = lease.holder;
          log.warn(
            { err: error },
            'the database went away during the daily backup, which is begun anew once it is back',
          );
          return;
        }
        log.error({ err: error }, 'the daily backup failed');
        await tellOfFailure(deps, error, now);
      }
    },
    giveUp() {
      isGivenUp = true;
    },
  };
}

async function isDue(reader: Reader, minuteOfDay: number, now: number): Promise<boolean> {
  if (!(await readOrganisation(reader))) return false;
  const { timeZone } = await readSettings(reader);
  const turn = (at: number) => dailyTurn(at, minuteOfDay, timeZone);
  const filter = { action: 'backup.made', from: now - 2 * DAY };
  const made = await eventsBefore(reader, filter, { before: undefined, limit: 1000 });
  // One that lies ahead was made while the clock was wrong.
  return !made.some(({ at, data }) => isDaily(data) && at <= now + CLOCKS_APART && turn(at) >= turn(now));
}

function isDaily(data: string): boolean {
  return (JSON.parse(data) as { daily?: unknown }).daily === true;
}

/** Once a day: what failed may fail each hour. */
async function tellOfFailure(deps: DailyDeps, error: unknown, now: number): Promise<void> {
  const why =
    error instanceof Failure && typeof error.said !== 'string' ? error.said : sentence('backup', 'seeLog');
  await deps.db.transaction(async (tx) => {
    const lease = { name: 'backup failure', holder: randomUUID(), now, forMs: DAY };
    if (!(await takeLease(tx, lease))) return;
    const last = await lastBackupAt(tx);
    const params = { why, ...(last === null ? {} : { lastBackupAt: rfc3339(last) }) };
    await mailStaff(tx, deps, { to: 'administrators', kind: 'backup_failed', at: now, params });
  });
}

/** Of a folder that is gone or closed to this account, the sentence that names it. */
function rethrowAs(folder: string): (error: unknown) => never {
  return (error) => {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (error instanceof Failure || typeof code !== 'string') throw error;
    throw new Failure(sentence('backup', 'folderUnusable', { folder, code }), { cause: error });
  };
}
