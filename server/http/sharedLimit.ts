import type { Deps } from '../context.ts';
import { keyedHash } from '../crypto/hash.ts';
import { DatabaseUnavailable } from '../db/errors.ts';
import { takePortion } from '../domain/sessions/addressStore.ts';

/** Seconds that an address has to wait; 0 where its request may go on. */
export type SharedLimit = (address: string) => Promise<number>;

interface Held {
  left: number;
  /** The database had nothing left. */
  isOver: boolean;
  endsAt: number;
  asking: Promise<void> | undefined;
}

/** Beyond so many the one that was longest here is forgotten, and with it what it had left. */
const MOST_HELD = 20_000;

/**
 * One limit for all servers of a database. A server takes portions of what an address may do, and asks the database only where
 * its own is used up; what it was refused it remembers until the minute is over.
 */
export function createSharedLimit(
  { db, keys, now, storage }: Pick<Deps, 'db' | 'keys' | 'now' | 'storage'>,
  perMinute: number,
): SharedLimit {
  const all = new Map<string, Held>();

  function heldBy(address: string): Held {
    let held = all.get(address);
    if (!held) {
      held = { left: 0, isOver: false, endsAt: -Infinity, asking: undefined };
      const [oldest] = all.keys();
      if (all.size >= MOST_HELD && oldest !== undefined) all.delete(oldest);
      all.set(address, held);
    }
    return held;
  }

  async function ask(held: Held, address: string): Promise<void> {
    const key = keyedHash(keys, 'public-requests', address);
    const { granted, endsAt } = await takePortion(db.kysely, key, { perMinute, now: now() });
    held.left = granted;
    held.isOver = granted === 0;
    held.endsAt = endsAt;
  }

  return async (address) => {
    const held = heldBy(address);
    for (;;) {
      const left = held.endsAt - now();
      if (left > 0 && held.left > 0) {
        held.left -= 1;
        return 0;
      }
      if (left > 0 && held.isOver) return Math.ceil(left / 1000);
      if (storage.trouble() !== null) return 0;
      held.asking ??= ask(held, address).finally(() => {
        held.asking = undefined;
      });
      try {
        await held.asking;
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable)) throw error;
        // Where nothing can be written, each server has its own count alone: who wants to look goes on.
        storage.heard(error);
        return 0;
      }
    }
  };
}
