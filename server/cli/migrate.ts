import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadKeys } from '../crypto/keyFile.ts';
import { openDatabase } from '../db/connection.ts';
import { doneMigrations } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { refuseOtherKeys } from '../domain/keys/databaseKeys.ts';
import { placeOptions } from './options.ts';
import type { Place } from './options.ts';
import { withDeps } from './withDeps.ts';

/** Brings the schema up to date, for servers whose user may not; or says what that would do. */
export async function migrateSchema(options: Place & { dryRun?: true | undefined }): Promise<void> {
  const waiting = await waitingMigrations(options);
  if (waiting.length === 0) {
    console.log('The schema is current: there is nothing to do.');
    return;
  }
  if (!options.dryRun) await withDeps(options, () => Promise.resolve());
  console.log(options.dryRun ? 'These would be carried out:' : 'These were carried out:');
  for (const name of waiting) console.log(`  ${name}`);
}

/** What the database lacks. Makes nothing. */
async function waitingMigrations(options: Place): Promise<string[]> {
  const { dataDir = null, databaseUrl, keyEnv: env, keyFile: file } = placeOptions(options);
  const folder = databaseUrl ? null : dataDir;
  const names = migrations.map(({ name }) => name);
  const given = loadKeys({ env, file, dataDir: folder });
  if (!given || (folder !== null && !existsSync(join(folder, 'gatehouse.db')))) return names;
  const db = openDatabase(databaseUrl ? { url: databaseUrl } : { dataDir: folder ?? '' });
  try {
    const done = await doneMigrations(db.kysely, db.dialect);
    await refuseOtherKeys(db.kysely, given, done);
    return names.slice(done.length);
  } finally {
    await db.close();
  }
}
