import { readFileToWrite } from '../config/paths.ts';
import { WrongValue } from '../config/wrongValue.ts';
import { fingerprintsOf } from '../crypto/fingerprint.ts';
import { createKeyFile } from '../crypto/keyFile.ts';
import { systemRandom } from '../crypto/random.ts';
import { doneMigrations } from '../db/migrate.ts';
import { refuseOtherKeys } from '../domain/keys/databaseKeys.ts';
import { Failure, WrongUse } from '../failure.ts';
import type { Place } from './options.ts';
import { refuseOddText } from './readOptions.ts';
import { noDatabase, withDatabase } from './withDeps.ts';

export function createKey(file: string): void {
  const keys = createKeyFile(placeForKey(file), systemRandom);
  if (!keys) {
    throw new Failure(
      `There is a file ${file} already, and it is left as it is: a database may need the key in it. Name another file.`,
    );
  }
  console.log(`${file} holds a new key, fingerprint ${fingerprintsOf(keys)}.`);
  console.log('Keep a copy of it apart from copies of the database: without it no authenticator works.');
}

/** The same path where a file could be made. */
function placeForKey(file: string): string {
  try {
    refuseOddText(file, 'text');
    return readFileToWrite(file);
  } catch (error) {
    if (!(error instanceof WrongValue)) throw error;
    throw new WrongUse(`The key file can't be made there. ${error.message}`, { cause: error });
  }
}

/** Says which key a server would start with. */
export async function checkKeys(options: Place): Promise<void> {
  await withDatabase(options, async (given, db) => {
    if (!given)
      throw new Failure(
        'There is no key there yet, and no database. A server makes both at its first start.',
      );
    console.log(`The key comes from ${given.source}, fingerprint ${fingerprintsOf(given.keys)}.`);
    if (!db) throw noDatabase(options);
    const done = await doneMigrations(db.kysely, db.dialect);
    const isKnown = await refuseOtherKeys(db.kysely, given, done);
    console.log(isKnown ? 'It is the key of the database.' : 'Nothing in the database is sealed yet.');
  });
}
