import { setTimeout as delay } from 'node:timers/promises';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Keyring, LiveKeyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { fingerprintOf } from '../../crypto/fingerprint.ts';
import { beAlone } from '../../db/migrate.ts';
import { patientlyFor } from '../../db/outage.ts';
import type { Patiently } from '../../db/outage.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { noteVersion, refuseOtherThan, timeOf, versionsOf } from '../../domain/keys/databaseKeys.ts';
import { FIRST, rebindSlice } from '../../domain/keys/boundStore.ts';
import { START, resealSlice } from '../../domain/keys/sealedStore.ts';
import { notedKeys, retireBefore } from '../../domain/keys/store.ts';
import { Failure } from '../../failure.ts';

/** Until a new version seals. Servers look every second whether there is one. */
const ACTIVE_AFTER_MS = 4000;
/** Then no server seals with the old one any more, whatever it was in the middle of. */
const SETTLED_AFTER_MS = 3000;
const PAUSE_MS = 250;
/** A failover is over by then; whoever gives up can be run again. */
const LONGEST_OUTAGE_MS = 300_000;

export interface RotateDeps extends Pick<Deps, 'db' | 'random'> {
  keys: LiveKeyring;
  source: Sentence | string;
  /** Reads the key again where it comes from. */
  reload: () => Promise<Keyring>;
  /** Writes a new version there; throws where that can't be done. */
  addVersion: (keys: Keyring) => void;
}

export interface Told {
  began(version: number): void;
  /** How many values were sealed anew so far. */
  sealed(count: number): void;
  /** The database is away; it goes on once it is back. */
  waits(): void;
}

export interface Rotated {
  version: number;
  sealed: number;
  /** What no key here opens: it was left as it is. */
  unopened: number;
  /** Whether an earlier rotation was carried on. */
  resumed: boolean;
}

/**
 * Makes a version of the key that isn't known to the database yet, for a moment when every server has it already.
 *
 * @returns the version, and whether it was there
 */
export async function prepareVersion(deps: RotateDeps): Promise<{ version: number; wasThere: boolean }> {
  return alone(deps, async (tx) => {
    const { next, wasThere } = await nextVersion(tx, deps);
    return { version: next.version, wasThere };
  });
}

/**
 * Rotates the key while servers serve: notes a new version, waits until it seals everywhere, then seals everything anew that
 * older ones seal. It may be ended at any point; the next run goes on. Both versions open meanwhile, and after. While the database is
 * away, as in a failover, it waits.
 */
export async function rotateKeys(deps: RotateDeps, told: Told): Promise<Rotated> {
  let outages = 0;
  const patiently = patientlyFor(LONGEST_OUTAGE_MS, () => {
    outages += 1;
    told.waits();
  });
  const time = () => patiently(() => timeOf(deps.db));
  const { version, activeFrom, resumed } = await patiently(() => begin(deps));
  told.began(version);
  while ((await time()) < activeFrom) await delay(PAUSE_MS);
  deps.keys.take({ keys: deps.keys.keys, current: version });
  let sealed = 0;
  for (;;) {
    // Before the pass: what is sealed during it is seen by the next one.
    const isSettled = (await time()) >= activeFrom + SETTLED_AFTER_MS;
    const before = outages;
    const pass = await sealAnew(deps, patiently, (count) => told.sealed(sealed + count));
    sealed += pass.sealed;
    // A database that came back may lack what it had: then it is looked through once more.
    if (isSettled && pass.sealed === 0 && outages === before) {
      await patiently(() => finish(deps, version));
      return { version, sealed, unopened: pass.unopened, resumed };
    }
    if (pass.sealed === 0) await delay(PAUSE_MS);
  }
}

interface Begun {
  version: number;
  activeFrom: number;
  resumed: boolean;
}

function begin(deps: RotateDeps): Promise<Begun> {
  return alone(deps, async (tx) => {
    const noted = await notedKeys(tx);
    const newest = noted.at(-1);
    const isUnderWay = noted.some((key) => key.version !== newest?.version && key.retired_at === null);
    if (newest && isUnderWay) {
      const ring = await ringOf(deps, noted);
      deps.keys.take({ keys: ring.keys, current: deps.keys.current });
      return { version: newest.version, activeFrom: newest.active_from, resumed: true };
    }
    const { next, ring } = await nextVersion(tx, deps);
    const { db, keys, random } = deps;
    keys.take({ keys: ring.keys, current: keys.current });
    const now = await timeOf(db);
    const activeFrom = now + ACTIVE_AFTER_MS;
    const { version } = next;
    await noteVersion(tx, { keys: ring, random }, { version, activeFrom, now });
    const data = { version: String(version), fingerprint: next.fingerprint };
    await appendAudit(tx, deps, {
      at: now,
      action: 'keys.rotation_started',
      actor: null,
      target: null,
      data,
    });
    return { version, activeFrom, resumed: false };
  });
}

/** Of several that rotate at once one works and the others wait, so that one version is made. */
function alone<T>({ db }: RotateDeps, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await beAlone(tx, db.dialect);
    return work(tx);
  });
}

/** The version that comes next: one that lies beside the key already, else a new one that is written there. */
async function nextVersion(
  tx: Tx,
  deps: RotateDeps,
): Promise<{ next: { version: number; fingerprint: string }; ring: Keyring; wasThere: boolean }> {
  const noted = await notedKeys(tx);
  const known = Math.max(0, ...versionsOf(noted));
  const before = await ringOf(deps, noted);
  const waiting = (ring: Keyring) => [...ring.keys.keys()].filter((version) => version > known);
  const wasThere = waiting(before).length > 0;
  if (!wasThere) deps.addVersion(before);
  const ring = wasThere ? before : await ringOf(deps, noted);
  const version = Math.min(...waiting(ring));
  return { next: { version, fingerprint: fingerprintOf(ring, version) }, ring, wasThere };
}

/** What lies where the key comes from now. Throws where it isn't the database's. */
async function ringOf(
  { reload, source }: RotateDeps,
  noted: Parameters<typeof refuseOtherThan>[0],
): Promise<Keyring> {
  const ring = await reload();
  refuseOtherThan(noted, { keys: ring, source });
  return ring;
}

/** One pass over everything that is sealed or bound, in slices, each a transaction of its own. */
async function sealAnew(
  { db, keys, random }: RotateDeps,
  patiently: Patiently,
  told: (count: number) => void,
): Promise<{ sealed: number; unopened: number }> {
  const pass = { sealed: 0, unopened: 0 };
  for (let next: typeof START | null = START; next !== null;) {
    const from: typeof START = next;
    const slice = await patiently(() => db.transaction((tx) => resealSlice(tx, { keys, random }, from)));
    pass.sealed += slice.sealed;
    pass.unopened += slice.unopened;
    next = slice.next;
    told(pass.sealed);
  }
  for (let next: typeof FIRST | null = FIRST; next !== null;) {
    const from: typeof FIRST = next;
    const slice = await patiently(() => db.transaction((tx) => rebindSlice(tx, keys, from)));
    pass.sealed += slice.renewed;
    pass.unopened += slice.altered;
    next = slice.next;
    told(pass.sealed);
  }
  return pass;
}

async function finish(deps: RotateDeps, version: number): Promise<void> {
  const now = await timeOf(deps.db);
  await deps.db.transaction(async (tx) => {
    if (!(await retireBefore(tx, version, now))) return;
    const data = { version: String(version) };
    await appendAudit(tx, deps, { at: now, action: 'keys.rotated', actor: null, target: null, data });
  });
}

/** Why the key can't be written where it comes from, and what to do by hand. */
export function notWritable({ keys }: Keyring, source: Sentence | string): Failure {
  const version = String(Math.max(...keys.keys()) + 1);
  return new Failure(sentence('cli', 'keyByHand', { source, version }));
}
