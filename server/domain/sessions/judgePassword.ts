import type { Deps } from '../../context.ts';
import { TooBusy } from '../../crypto/gate.ts';
import { keyedHash } from '../../crypto/hash.ts';
import type { Tx } from '../../db/connection.ts';
import { boundPassword } from '../people/macs.ts';
import type { User } from '../people/people.ts';
import { noteFactor } from '../audit/origin.ts';
import { networkOf } from './networks.ts';
import { hasSeenNetwork } from './networkStore.ts';
import { countAttempt, delayOf, forget, takeBack, touch } from './throttleStore.ts';

export interface PasswordAttempt {
  /** In the stored form, of a user there is or isn't. */
  username: string;
  password: string;
  user: Pick<User, 'id' | 'password_hash' | 'password_mac'> | undefined;
  /** Where it came from; null where nobody knows. */
  address: string | null;
  now: number;
}

export interface PasswordVerdict {
  /** Right, and it counts. */
  right: boolean;
  /** Seconds to wait, told in place of *wrong*; 0 where no delay runs. */
  delay: number;
  /** Forgets what was counted; in the transaction of what the password leads to. */
  accept(tx: Tx): Promise<void>;
  /** In the transaction of the event of a wrong password: an unknown user has none, and costs the same commit (S-11). */
  refuse(tx: Tx): Promise<void>;
}

export type JudgePassword = (attempt: PasswordAttempt) => Promise<PasswordVerdict>;

/** What each counter says with this attempt; `all` is null where strangers have to wait. */
interface Counted {
  own: number;
  all: number | null;
}

/** No user's id: a look-up for it costs what one for a user costs. */
const NOBODY = '00000000-0000-7000-8000-000000000000';

/**
 * Looks at a password, at sign-in and wherever else one is asked for. Two counters slow it, from five that were not right
 * on, at most 60 s, never a lock (S-11): one for the username at this network, one for the username at all networks. Both
 * count before the hash, so that guesses in parallel get no more verdicts than guesses in a row. The second has no say at a
 * network that the person has signed in from: strangers elsewhere don't keep them out (issue 8.9).
 *
 * SECURITY: whether there is such a user, and whether this network is theirs, changes neither what a wrong password is
 * answered nor which work is done before: each attempt that its own network's counter lets through costs one hash, also
 * where its verdict can't be told.
 */
export function createJudgePassword(deps: Pick<Deps, 'db' | 'keys' | 'passwords'>): JudgePassword {
  const { db, keys, passwords } = deps;

  /** Null where this network has to wait by itself. */
  function count(here: string, everywhere: string, now: number): Promise<Counted | null> {
    return db.transaction(async (tx) => {
      const own = await countAttempt(tx, here, now);
      return own === null ? null : { own, all: await countAttempt(tx, everywhere, now) };
    });
  }

  function takeBackBoth(here: string, everywhere: string, { own, all }: Counted): Promise<void> {
    return db.transaction(async (tx) => {
      await takeBack(tx, here, own);
      if (all !== null) await takeBack(tx, everywhere, all);
    });
  }

  return async ({ username, password, user, address, now }) => {
    const everywhere = keyedHash(keys, 'username', username);
    const here = keyedHash(keys, 'username at a network', `${username}\n${networkOf(address ?? '')}`);
    const counters = {
      accept: (tx: Tx) => forget(tx, [here]),
      refuse: (tx: Tx) => touch(tx, here, now),
    };
    const counted = await count(here, everywhere, now);
    if (!counted) {
      const delay = Math.max(1, await delayOf(db.kysely, here, now));
      return { right: false, delay, ...counters };
    }
    const known = await hasSeenNetwork(db.kysely, deps, {
      userId: user?.id ?? NOBODY,
      address: address ?? '',
    });
    const delay = counted.all === null ? Math.max(1, await delayOf(db.kysely, everywhere, now)) : 0;
    let right: boolean;
    try {
      // Outside any transaction and off the event loop (S-15); unknown users cost the same hash.
      const hash = user ? boundPassword(keys, user) : null;
      right = hash
        ? await passwords.verify(hash, password, { username, address })
        : await passwords.verifyDummy(password, { username, address });
    } catch (error) {
      if (error instanceof TooBusy) await takeBackBoth(here, everywhere, counted);
      throw error;
    }
    if (right) noteFactor('password');
    if (delay > 0) return { right: right && known, delay, ...counters };
    return { right, delay, ...counters, accept: (tx) => forget(tx, [here, everywhere]) };
  };
}
