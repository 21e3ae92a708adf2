import { doneMigrations } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { refuseOtherKeys } from '../domain/keys/databaseKeys.ts';
import type { Place } from './options.ts';
import { noDatabase, withDatabase, withDeps } from './withDeps.ts';

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

/** What the database lacks, by number; they are carried out together. Makes nothing. */
function waitingMigrations(options: Place): Promise<string[]> {
  const names = migrations.map(({ name }) => name);
  return withDatabase(options, async (given, db) => {
    if (!given || !db) throw noDatabase(options);
    const done = await doneMigrations(db.kysely, db.dialect);
    await refuseOtherKeys(db.kysely, given, done);
    return names.slice(done.length).toSorted();
  });
}
