import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { readFileToWrite } from '../config/paths.ts';
import { WrongValue } from '../config/wrongValue.ts';
import { fingerprintOf, fingerprintsOf } from '../crypto/fingerprint.ts';
import { createKeyFile } from '../crypto/keyFile.ts';
import { systemRandom } from '../crypto/random.ts';
import { doneMigrations } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { refuseOtherKeys } from '../domain/keys/databaseKeys.ts';
import { countSealed } from '../domain/keys/store.ts';
import { Failure, WrongUse } from '../failure.ts';
import type { Place } from './options.ts';
import { refuseOddText } from './readOptions.ts';
import { noDatabase, withDatabase } from './withDeps.ts';

export function createKey(file: string, voice: Voice): void {
  const keys = createKeyFile(placeForKey(file), systemRandom);
  if (!keys) {
    throw new Failure(sentence('cli', 'keyFileThere', { file }));
  }
  const say = voice.say('cli');
  console.log(say('newKey', { file, fingerprint: fingerprintsOf(keys) }));
  console.log(say('keepCopy'));
}

/** The same path where a file could be made. */
function placeForKey(file: string): string {
  try {
    refuseOddText(file, 'text');
    return readFileToWrite(file);
  } catch (error) {
    if (!(error instanceof WrongValue)) throw error;
    throw new WrongUse(sentence('options', 'noKeyThere', { problem: error.said }), { cause: error });
  }
}

/** Says which key a server would start with. */
export async function checkKeys(options: Place, voice: Voice): Promise<void> {
  const say = voice.say('cli');
  await withDatabase(options, async (given, db) => {
    if (!given) throw new Failure(sentence('cli', 'noKeyYet'));
    console.log(
      say('keyFrom', { source: voice.write(given.source), fingerprint: fingerprintsOf(given.keys) }),
    );
    if (!db) throw noDatabase(options);
    const done = await doneMigrations(db.kysely, db.dialect);
    const isKnown = await refuseOtherKeys(db.kysely, given, done);
    console.log(say(isKnown ? 'keyOfDatabase' : 'nothingSealed'));
    if (done.length < migrations.length) return;
    for (const [version, count] of await countSealed(db.kysely)) {
      if (given.keys.keys.has(version))
        console.log(
          say('seals', { version: String(version), fingerprint: fingerprintOf(given.keys, version), count }),
        );
      else console.log(say('sealedByNone', { version: String(version), count }));
    }
  });
}
