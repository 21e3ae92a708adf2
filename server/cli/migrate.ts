import type { Voice } from '../../contract/words/write.ts';
import { doneMigrations } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { refuseOtherKeys } from '../domain/keys/databaseKeys.ts';
import { isSearchIndexed } from '../domain/people/search/indexStore.ts';
import type { Place } from './options.ts';
import { noDatabase, withDatabase, withDeps } from './withDeps.ts';

/** Brings the schema up to date, for servers whose user may not; or says what that would do. */
export async function migrateSchema(
  options: Place & { dryRun?: true | undefined },
  voice: Voice,
): Promise<void> {
  const say = voice.say('cli');
  const waiting = await waitingMigrations(options);
  if (waiting.length === 0) {
    console.log(say('schemaCurrent'));
    return;
  }
  const isIndexed = options.dryRun ? true : await withDeps(options, ({ db }) => isSearchIndexed(db));
  console.log(say(options.dryRun ? 'wouldMigrate' : 'migrated'));
  for (const name of waiting) console.log(`  ${name}`);
  if (!isIndexed) console.log(say('searchNotIndexed'));
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
