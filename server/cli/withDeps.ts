import { sentence } from '../../contract/words/sentence.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readOrganisation } from '../domain/settings/store.ts';
import { loadKeys } from '../crypto/keyFile.ts';
import type { Db } from '../db/connection.ts';
import { doneMigrations } from '../db/migrate.ts';
import { sealingKeys } from '../domain/keys/databaseKeys.ts';
import type { GivenKeys } from '../domain/keys/databaseKeys.ts';
import { notOpened, openConfigured, openDeps } from '../opening.ts';
import type { OpenedDeps } from '../opening.ts';
import { Failure } from '../failure.ts';
import { placeOptions } from './options.ts';
import type { Checkpoints, Mailing, Place } from './options.ts';

/** Opens the organisation for one command and closes it after. */
export async function withDeps<T>(
  options: Place & Mailing & Checkpoints,
  work: (deps: OpenedDeps) => Promise<T>,
): Promise<T> {
  const { smtpUrl, mailFrom, publicUrl, checkpointTo } = options;
  const deps = await openDeps({
    ...placeOptions(options),
    smtpUrl,
    mailFrom,
    publicUrl,
    checkpointTo,
  });
  try {
    return await work(deps);
  } finally {
    await deps.events.close();
    await deps.db.close();
  }
}

/** The same, where there is an organisation already: a mistyped folder is refused, and not made. */
export async function withOrganisation<T>(
  options: Place & Mailing & Checkpoints,
  work: (deps: OpenedDeps) => Promise<T>,
): Promise<T> {
  const { dataDir, databaseUrl } = placeOptions(options);
  const missing = new Failure(
    databaseUrl || !dataDir
      ? sentence('cli', 'emptyDatabase')
      : sentence('cli', 'emptyFolder', { folder: dataDir }),
  );
  if (!databaseUrl && dataDir && !existsSync(join(dataDir, 'gatehouse.db'))) throw missing;
  return withDeps(options, async (deps) => {
    if (!(await readOrganisation(deps.db.kysely))) throw missing;
    return work(deps);
  });
}

/** Where a folder was named that has no database. */
export const noDatabase = (options: Place) =>
  new Failure(sentence('cli', 'noDatabaseYet', { folder: placeOptions(options).dataDir ?? '' }));

/** The key and the database as they are, for looking only: nothing is made and nothing migrated; null where there is none yet. */
export async function withDatabase<T>(
  options: Place,
  work: (given: GivenKeys | null, db: Db | null) => Promise<T>,
): Promise<T> {
  const {
    dataDir = null,
    databaseUrl = null,
    databaseReplica = null,
    keyEnv: env,
    keyFile: file,
  } = placeOptions(options);
  const { keyCommand: command } = options;
  const folder = databaseUrl === null ? dataDir : null;
  const given = loadKeys({ env, file, command, dataDir: folder });
  if (folder !== null && !existsSync(join(folder, 'gatehouse.db'))) return work(given, null);
  const place = { databaseUrl, databaseReplica, dataDir: folder };
  const db = openConfigured(place);
  try {
    const done = await doneMigrations(db.kysely, db.dialect);
    // Not with a version whose time hasn't come: servers couldn't open what that seals.
    const keys = given && (await sealingKeys(db, given.keys, done));
    return await work(given && keys ? { ...given, keys } : null, db);
  } catch (error) {
    throw notOpened(error, place);
  } finally {
    await db.close();
  }
}
