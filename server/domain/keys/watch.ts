import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Keyring, LiveKeyring } from '../../crypto/keyring.ts';
import type { Db } from '../../db/connection.ts';
import { Failure, WrongUse } from '../../failure.ts';
import { bindsFrom, WrongKey, refuseOtherThan, timeOf, versionsOf } from './databaseKeys.ts';
import type { GivenKeys } from './databaseKeys.ts';
import { notedKeys } from './store.ts';
import type { NotedKey } from './store.ts';

export interface KeyWatch {
  /**
   * Looks which keys the database has. A version that came to it is taken from where the key comes from.
   *
   * @returns why the server can't go on: another database was put in this one's place; else null
   */
  look(): Promise<WrongKey | null>;
  /** Why no request can be answered: a version that seals isn't here; null where all are. */
  refusal(): Promise<Sentence | null>;
}

/** A server that was stopped for a while may have missed a rotation: it looks before it answers. */
const STALE_MS = 2000;

/** Where the database doesn't answer, the request says so. */
const MOST_WAIT_MS = 1000;

const LACKING = sentence('answers/http', 'keyMissing');

interface WatchDeps extends Pick<GivenKeys, 'source'> {
  db: Db;
  keys: LiveKeyring;
  /** Reads the key again where it comes from. */
  reload: () => Promise<Keyring>;
  log: Pick<Logger, 'error' | 'info'>;
}

/** Keeps a running server's keys those of its database while they are rotated. */
export function createKeyWatch({ db, keys, source, reload, log }: WatchDeps): KeyWatch {
  let lookedAt = performance.now();
  let lacking = false;
  let looking: Promise<WrongKey | null> | undefined;

  async function compare(): Promise<WrongKey | null> {
    const noted = await notedKeys(db.kysely);
    try {
      // Of versions that are here each has to be the database's own.
      refuseOtherThan(
        noted.filter(({ version }) => keys.keys.has(version)),
        { keys, source },
      );
    } catch (error) {
      if (error instanceof WrongKey) return error;
      throw error;
    }
    keys.take({ keys: keys.keys, current: keys.current, bindsFrom: bindsFrom(noted) });
    const isMissing = noted.some(({ version }) => !keys.keys.has(version));
    if (isMissing) await readAgain(noted);
    await choose(noted);
    lookedAt = performance.now();
    return null;
  }

  async function readAgain(noted: readonly NotedKey[]): Promise<void> {
    try {
      const next = await reload();
      refuseOtherThan(noted, { keys: next, source });
      keys.take({ keys: next.keys, current: keys.current });
      log.info({ versions: [...next.keys.keys()] }, 'the key was read again');
    } catch (error) {
      if (!(error instanceof Failure || error instanceof WrongUse)) throw error;
    }
  }

  /** Seals with the newest whose time has come; says once where that one isn't here. */
  async function choose(noted: readonly NotedKey[]): Promise<void> {
    if (noted.length === 0 || (!lacking && Math.max(...versionsOf(noted)) === keys.current)) return;
    const now = await timeOf(db);
    const active = noted.filter(({ active_from: from }) => from <= now);
    const missing = versionsOf(active).filter((version) => !keys.keys.has(version));
    if (missing.length > 0 && !lacking) {
      log.error(
        { versions: missing },
        'the key was rotated, and this server lacks the new version: give it the key file of the others. Until then it answers 503',
      );
    }
    if (missing.length === 0) keys.take({ keys: keys.keys, current: Math.max(...versionsOf(active)) });
    lacking = missing.length > 0;
  }

  const watch: KeyWatch = {
    look() {
      looking ??= compare().finally(() => {
        looking = undefined;
      });
      return looking;
    },
    async refusal() {
      // What can't be asked is told by the request itself.
      if (performance.now() - lookedAt > STALE_MS)
        await Promise.race([watch.look().catch(() => undefined), delay(MOST_WAIT_MS)]);
      return lacking ? LACKING : null;
    },
  };
  return watch;
}
