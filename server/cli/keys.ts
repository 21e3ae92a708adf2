import { fingerprintsOf } from '../crypto/fingerprint.ts';
import { createKeyFile } from '../crypto/keyFile.ts';
import { systemRandom } from '../crypto/random.ts';
import { doneMigrations } from '../db/migrate.ts';
import { refuseOtherKeys } from '../domain/keys/databaseKeys.ts';
import { Failure } from '../failure.ts';
import type { Place } from './options.ts';
import { withDatabase } from './withDeps.ts';

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

/** Says which key a server would start with. */
export async function checkKeys(options: Place): Promise<void> {
  await withDatabase(options, async (given, db) => {
    if (!given)
      throw new Failure(
        'There is no key there yet, and no database. A server makes both at its first start.',
      );
    console.log(`The key comes from ${given.source}, fingerprint ${fingerprintsOf(given.keys)}.`);
    if (!db) {
      console.log('There is no database yet.');
      return;
    }
    const done = await doneMigrations(db.kysely, db.dialect);
    const isKnown = await refuseOtherKeys(db.kysely, given, done);
    console.log(isKnown ? 'It is the key of the database.' : 'Nothing in the database is sealed yet.');
  });
}
