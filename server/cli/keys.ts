import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { readFileToWrite } from '../config/paths.ts';
import { WrongValue } from '../config/wrongValue.ts';
import { fingerprintOf, fingerprintsOf } from '../crypto/fingerprint.ts';
import { addKeyVersion, createKeyFile } from '../crypto/keyFile.ts';
import type { Keyring } from '../crypto/keyring.ts';
import { systemRandom } from '../crypto/random.ts';
import { DatabaseUnavailable } from '../db/errors.ts';
import { doneMigrations } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { refuseOtherKeys } from '../domain/keys/databaseKeys.ts';
import { countSealed } from '../domain/keys/store.ts';
import { notWritable, prepareVersion, rotateKeys } from '../features/keys/rotate.ts';
import type { Told } from '../features/keys/rotate.ts';
import { Failure, WrongUse } from '../failure.ts';
import type { Place } from './options.ts';
import { refuseOddText } from './readOptions.ts';
import { noDatabase, withDatabase, withOrganisation } from './withDeps.ts';

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

/** Rotates the key while servers serve; with `prepare` only makes the new version, to be copied to each server first. */
export async function rotateKey(
  options: Place & { prepare?: true | undefined; json?: true | undefined },
  voice: Voice,
): Promise<void> {
  const say = voice.say('cli');
  await withOrganisation(options, async ({ db, keys, random, given }) => {
    const { source, file, reload } = given;
    const addVersion = (ring: Keyring) => {
      // What systemd hands out is a copy, which ends with the service.
      if (file === null || isCredential(file)) throw notWritable(ring, source);
      addKeyVersion(file, ring, random);
    };
    const deps = { db, keys, random, source, reload, addVersion };
    if (options.prepare) {
      const { version } = await prepareVersion(deps);
      if (options.json) console.log(JSON.stringify({ version, prepared: true }));
      else console.log(say('keyPrepared', { version: String(version), source: voice.write(source) }));
      return;
    }
    const rotated = await rotateKeys(deps, progressOf(voice)).catch(rethrowAsStopped);
    if (options.json) {
      console.log(JSON.stringify({ ...rotated, fingerprint: fingerprintOf(keys, rotated.version) }));
      return;
    }
    const version = String(rotated.version);
    console.log(
      say('keyRotated', {
        version,
        fingerprint: fingerprintOf(keys, rotated.version),
        count: rotated.sealed,
      }),
    );
    if (rotated.unopened > 0) console.log(say('keyUnopened', { count: rotated.unopened }));
    console.log(say('keepOldKey'));
  });
}

/** What another run goes on with. */
function rethrowAsStopped(error: unknown): never {
  if (!(error instanceof DatabaseUnavailable)) throw error;
  throw new Failure(sentence('cli', 'keyStopped', { why: error.message }), { cause: error });
}

const EVERY_MS = 2000;

/** On standard error: what began, and every two seconds how far it is. */
function progressOf(voice: Voice): Told {
  const say = voice.say('cli');
  let toldAt = performance.now();
  return {
    began: (version) => console.error(say('keyBegan', { version: String(version) })),
    sealed(count) {
      if (performance.now() - toldAt < EVERY_MS) return;
      toldAt = performance.now();
      console.error(say('keyProgress', { count }));
    },
    waits: () => console.error(say('keyWaits')),
  };
}

function isCredential(file: string): boolean {
  const folder = process.env['CREDENTIALS_DIRECTORY'];
  return folder !== undefined && folder !== '' && file.startsWith(folder);
}
