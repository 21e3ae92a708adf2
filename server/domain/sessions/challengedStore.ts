import type { Compilable } from 'kysely';
import type { Role } from '../../../contract/permissions.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { readsAsOne } from '../../db/asOne.ts';
import { prepared, together } from '../../db/prepared.ts';
import type { Whose } from '../../db/prepared.ts';
import { provenForUpdate } from '../authenticators/store.ts';
import type { ProvenAuthenticator } from '../authenticators/store.ts';
import type { User } from '../people/people.ts';
import { rolesIn, storedRoles } from '../people/roleStore.ts';
import { countingCode } from '../people/wrongCodeStore.ts';
import { writtenPolicyOf } from '../policy/current.ts';
import type { CurrentPolicy } from '../policy/current.ts';
import { latestVersions } from '../policy/store.ts';
import { challengedUser, holding, lookedFor, orExpired } from './challengeStore.ts';
import type { Challenge } from './challengeStore.ts';

/** What is done with a right code beside the sign-in, e.g. at a reset request that waits. */
export type WaitsForCode = (db: Reader, whose: { userId: Whose }) => Compilable<{ id: string }>;

/** All that a code after a right password is judged by, counted before it is looked at; each row of it is held. */
export interface Challenged {
  challenge: Challenge;
  /** Undefined where no code of theirs is evaluated now, and of a challenge that proves a link: those are counted apart. */
  counted: User | undefined;
  proven: ProvenAuthenticator[];
  roles: Role[];
  policy: () => CurrentPolicy;
  /** Whether something waits for a right code of theirs. */
  isAwaited: boolean;
}

/**
 * Reads it all in one round trip: the challenge and what is its person's, found by the challenge. The person's row is held by
 * the count before the others are read, so that two codes at once are judged one after the other.
 */
export function createReadChallenged(keys: Keyring, waits: WaitsForCode) {
  type Values = { tokenHash: string; now: number };
  const whose = (db: Reader, values: Values) => ({ userId: challengedUser(db, values) });
  const counting = prepared((db, values: Values) =>
    countingCode(db, { ...whose(db, values), now: values.now }),
  );
  const proven = prepared((db, values: Values, dialect) => provenForUpdate(db, whose(db, values), dialect));
  const roles = prepared((db, values: Values) => storedRoles(db, whose(db, values)));
  const waiting = prepared((db, values: Values) => waits(db, whose(db, values)));

  /** Refuses with `challenge_expired`. */
  return async (tx: Tx, { token, now }: { token: string; now: number }): Promise<Challenged> => {
    const looked = lookedFor({ token, purpose: ['code', 'link'], now });
    const others = readsAsOne(tx, [
      roles.with(tx, looked),
      latestVersions.with(tx, {}),
      waiting.with(tx, looked),
    ]);
    const [held, counted, authenticators, ...answers] = await together(tx, [
      holding.with(tx, looked),
      counting.with(tx, looked),
      proven.with(tx, looked),
      ...others.ready,
    ]);
    const [stored, versions, awaited] = others.read(answers);
    return {
      challenge: orExpired(keys, held.rows[0]),
      counted: counted.rows[0],
      proven: authenticators.rows,
      roles: rolesIn(keys, stored.rows),
      policy: () => writtenPolicyOf(keys, versions.rows[0]),
      isAwaited: awaited.rows.length > 0,
    };
  };
}
