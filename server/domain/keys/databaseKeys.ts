import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { fingerprintOf, fingerprintsOf } from '../../crypto/fingerprint.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { RandomSource } from '../../crypto/random.ts';
import { SealBroken, seal, unseal } from '../../crypto/seal.ts';
import type { Db, Reader, Tx } from '../../db/connection.ts';
import type { Around } from '../../db/migrate.ts';
import { databaseKeys } from '../../db/migrations/0018-database-keys.ts';
import { keyRotation } from '../../db/migrations/0035-key-rotation.ts';
import { databaseTime } from '../../db/time.ts';
import { Failure } from '../../failure.ts';
import { noteKey, notedKeys, openedByKeys } from './store.ts';
import type { NotedKey } from './store.ts';

/** The keys of this process, and where they come from, e.g. *the file /etc/gatehouse/key*. */
export interface GivenKeys {
  keys: Keyring;
  source: Sentence | string;
}

/** The database is sealed with other keys: nothing of it may be opened, migrated or written (S-117). */
export class WrongKey extends Failure {
  constructor(said: Sentence) {
    super(said);
    this.name = 'WrongKey';
  }
}

/** What is done around the migrations of an opening: other keys are refused before, these are noted after. */
export function keepKeys(given: GivenKeys & { random: RandomSource }, now: () => number): Around {
  return {
    before: async (tx, done) => void (await refuseOtherKeys(tx, given, done)),
    after: (tx) => noteKeys(tx, given, now()),
  };
}

/**
 * Throws `WrongKey` where the database's keys aren't among these. Changes nothing.
 *
 * @param done the migrations that the database has
 * @returns whether the database knows these keys; false where nothing in it is sealed yet
 */
export async function refuseOtherKeys(
  reader: Reader,
  given: GivenKeys,
  done: readonly string[],
): Promise<boolean> {
  if (done.length === 0) return false;
  const noted = done.includes(databaseKeys.name) ? await notedKeys(reader) : [];
  if (noted.length > 0) {
    refuseOtherThan(noted, given);
    return true;
  }
  const opened = await openedByKeys(reader, given.keys, done);
  // Most of it, and not all: what somebody changed in the database opens by no key.
  if (opened.filter(Boolean).length * 2 >= opened.length) return opened.length > 0;
  throw new WrongKey(
    sentence('opening', 'otherSeal', { source: given.source, fingerprint: fingerprintsOf(given.keys) }),
  );
}

/**
 * Among `keys` the one to seal with: the newest that the database knows and whose time has come. One that lies in the key file
 * before that only opens, so that no server meets what it can't open yet.
 *
 * @param done the migrations that the database has
 */
export async function sealingKeys(db: Db, keys: Keyring, done: readonly string[]): Promise<Keyring> {
  if (!done.includes(keyRotation.name)) return keys;
  const noted = await notedKeys(db.kysely);
  const now = await timeOf(db);
  const active = noted.filter(({ version, active_from: from }) => keys.keys.has(version) && from <= now);
  if (active.length === 0) return keys;
  return { keys: keys.keys, current: Math.max(...versionsOf(active)), bindsFrom: bindsFrom(noted) };
}

/** The oldest version whose MACs of rows count: all those before it were rotated away. */
export const bindsFrom = (noted: readonly NotedKey[]): number =>
  Math.max(0, ...versionsOf(noted.filter(({ retired_at: at }) => at !== null))) + 1;

/** By the clock that all servers share (UTC ms). */
export const timeOf = ({ dialect, kysely }: Db): Promise<number> =>
  dialect === 'postgres' ? databaseTime(kysely) : Promise.resolve(Date.now());

export const versionsOf = (noted: readonly NotedKey[]): number[] => noted.map(({ version }) => version);

/** Throws `WrongKey` where the keys that were noted aren't all among these. */
export function refuseOtherThan(noted: readonly NotedKey[], { keys, source }: GivenKeys): void {
  const foreign = noted.find((key) => !isOneOf(keys, key));
  if (!foreign) return;
  const own = noted.length === 1 ? foreign.fingerprint : `${foreign.version}: ${foreign.fingerprint}`;
  throw new WrongKey(sentence('opening', 'otherKey', { own, source, given: fingerprintsOf(keys) }));
}

function isOneOf(keys: Keyring, { version, fingerprint, sealed_proof: proof }: NotedKey): boolean {
  if (!keys.keys.has(version) || fingerprintOf(keys, version) !== fingerprint) return false;
  try {
    return unseal(keys, proofContext(version), proof) === fingerprint;
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
}

/** Notes the keys of a new database; of servers that start on an empty one together the first decides. Later ones come by rotation. */
async function noteKeys(tx: Tx, given: GivenKeys & { random: RandomSource }, now: number): Promise<void> {
  const { keys, random } = given;
  const noted = await notedKeys(tx);
  refuseOtherThan(noted, given);
  if (noted.length > 0) return;
  for (const version of keys.keys.keys()) await noteVersion(tx, { keys, random }, { version, now });
}

/** Notes a version of the key, with what proves it. */
export async function noteVersion(
  tx: Tx,
  { keys, random }: { keys: Keyring; random: RandomSource },
  { version, activeFrom = 0, now }: { version: number; activeFrom?: number; now: number },
): Promise<void> {
  const fingerprint = fingerprintOf(keys, version);
  const proof = seal({ keys: keys.keys, current: version }, random, proofContext(version), fingerprint);
  await noteKey(tx, { version, fingerprint, sealed_proof: proof, noted_at: now, active_from: activeFrom });
}

const proofContext = (version: number) => ({
  purpose: 'database-key',
  userId: '',
  recordId: String(version),
});
