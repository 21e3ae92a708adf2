import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintsOf } from '../crypto/fingerprint.ts';
import { createKeyFile, loadKeys } from '../crypto/keyFile.ts';
import { systemRandom } from '../crypto/random.ts';
import { openDatabase } from '../db/connection.ts';
import type { DatabaseOptions } from '../db/connection.ts';
import { doneMigrations } from '../db/migrate.ts';
import { refuseOtherKeys } from '../domain/keys/databaseKeys.ts';
import { Failure } from '../failure.ts';
import { placeOptions } from './options.ts';
import type { Place } from './options.ts';

export function createKey(file: string): void {
  const keys = createKeyFile(file, systemRandom);
  if (!keys) {
    throw new Failure(
      `There is a file ${file} already, and it is left as it is: a database may need the key in it. Name another file.`,
    );
  }
  console.log(`${file} holds a new key, fingerprint ${fingerprintsOf(keys)}.`);
  console.log('Keep a copy of it apart from copies of the database: without it no authenticator works.');
}

/** Says which key a server would start with. Makes nothing and migrates nothing. */
export async function checkKeys(options: Place): Promise<void> {
  const { dataDir = null, databaseUrl, keyEnv: env, keyFile: file } = placeOptions(options);
  const folder = databaseUrl ? null : dataDir;
  const given = loadKeys({ env, file, dataDir: folder });
  if (!given) throw new Failure(`There is no key in the folder ${dataDir} yet, and no database.`);
  console.log(`The key comes from ${given.source}, fingerprint ${fingerprintsOf(given.keys)}.`);
  if (folder !== null && !existsSync(join(folder, 'gatehouse.db'))) {
    console.log('There is no database yet.');
    return;
  }
  const database: DatabaseOptions = databaseUrl ? { url: databaseUrl } : { dataDir: folder ?? '' };
  const db = openDatabase(database);
  try {
    const done = await doneMigrations(db.kysely, db.dialect);
    const isKnown = await refuseOtherKeys(db.kysely, given, done);
    console.log(isKnown ? 'It is the key of the database.' : 'Nothing in the database is sealed yet.');
  } finally {
    await db.close();
  }
}
