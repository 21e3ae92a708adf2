import { sql } from 'kysely';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps, Origin } from '../../context.ts';
import { MINUTE } from '../../time.ts';
import { sha256Hex } from '../../crypto/hash.ts';
import { token256, uuidv7 } from '../../crypto/random.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';
import { insertMany } from '../../db/insertMany.ts';
import { prepared } from '../../db/prepared.ts';
import type { Ready } from '../../db/prepared.ts';
import { refuse } from '../../refusal.ts';
import { noteFactor } from '../audit/origin.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { extendPending } from '../authenticators/store.ts';
import { CHALLENGE_MACS } from './macs.ts';

/** `reset`: for a reset request and nothing else, where somebody came from a connected system. */
export type ChallengePurpose = 'code' | 'setup' | 'link' | 'reset';

/** The link with a provider that a code is to prove, and what the provider said of MFA. */
export interface LinkToProve {
  linkId: string;
  mfaAsserted: boolean;
}

/** Long enough to find the phone, or to install an app (S-10). */
const LIFETIME: Record<ChallengePurpose, number> = {
  code: 5 * MINUTE,
  setup: 30 * MINUTE,
  link: 5 * MINUTE,
  reset: 5 * MINUTE,
};
/** *More time* can be taken this often, so that a challenge does not live for ever. */
const EXTENSIONS = 3;

export interface Challenge {
  id: string;
  userId: string;
  expiresAt: number;
  address: string | null;
  userAgent: string | null;
  link: LinkToProve | null;
}

/** What a right password gives: good for the second step only, one purpose, stored hashed, never a session (S-10). */
export async function createChallenge(
  tx: Tx,
  { keys, random }: Pick<Deps, 'keys' | 'random'>,
  input: { userId: string; purpose: ChallengePurpose; link?: LinkToProve; now: number } & Origin,
): Promise<{ challenge: string; expiresAt: number }> {
  const challenge = token256(random);
  const expiresAt = input.now + LIFETIME[input.purpose];
  const row = {
    id: uuidv7(input.now, random),
    user_id: input.userId,
    token_hash: sha256Hex(challenge),
    purpose: input.purpose,
    created_at: input.now,
    expires_at: expiresAt,
    extended: 0,
    used_at: null,
    address: input.address,
    user_agent: input.userAgent,
    sso_link_id: input.link?.linkId ?? null,
    mfa_asserted: input.link ? Number(input.link.mfaAsserted) : null,
  };
  await insertMany(tx, 'challenges', [{ ...row, mac: CHALLENGE_MACS.of(keys, row) }]);
  return { challenge, expiresAt };
}

interface Presented {
  token: string;
  /** Those that will do. */
  purpose: ChallengePurpose | readonly ChallengePurpose[];
  now: number;
}

export interface Looked {
  tokenHash: string;
  first: ChallengePurpose;
  second: ChallengePurpose;
  now: number;
}

/** A list has the same length each time: one purpose is named twice. */
export function lookedFor({ token, purpose, now }: Presented): Looked {
  const [first = 'code', second = first] = [purpose].flat();
  return { tokenHash: sha256Hex(token), first, second, now };
}

const BOUND = [
  'challenges.id',
  'user_id',
  'token_hash',
  'purpose',
  'challenges.created_at',
  'address',
  'user_agent',
  'sso_link_id',
  'mfa_asserted',
  'mac',
] as const;

const living = (db: Reader, { tokenHash, first, second, now }: Looked) =>
  db
    .selectFrom('challenges')
    .innerJoin('users', 'users.id', 'challenges.user_id')
    .select([...BOUND, 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .where('purpose', 'in', [first, second])
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('users.status', '=', 'active');

/** The challenge is kept from others until the commit. */
export const holding = prepared((db, looked: Looked, dialect) =>
  forUpdate(dialect, living(db, looked), 'challenges'),
);

/** Whose a living challenge after a right password is, within another statement. */
export const challengedUser = (db: Reader, { tokenHash, now }: Pick<Looked, 'tokenHash' | 'now'>) =>
  db
    .selectFrom('challenges')
    .select('user_id')
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', 'code')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .$asScalar();

/** The living challenge of that purpose whose user may still sign in. Refuses with `challenge_expired`. */
export async function requireChallenge(db: Reader, keys: Keyring, presented: Presented): Promise<Challenge> {
  return orExpired(keys, await living(db, lookedFor(presented)).executeTakeFirst());
}

/** The same, for whom it is spent with: of several at once the first has it, and the others wait and find it spent. */
export async function holdChallenge(tx: Tx, keys: Keyring, presented: Presented): Promise<Challenge> {
  return orExpired(keys, await holding.first(tx, lookedFor(presented)));
}

type LivingRow = Awaited<ReturnType<ReturnType<typeof living>['executeTakeFirst']>>;

/** SECURITY: one that no server with the key made is none: it would stand for a password that nobody gave (S-120). */
export function orExpired(keys: Keyring, row: LivingRow): Challenge {
  if (!row || !CHALLENGE_MACS.isAsWritten(keys, row))
    throw refuse('challenge_expired', { detail: sentence('answers/signIn', 'signInTooLong') });
  const { id, user_id, expires_at, address, user_agent, sso_link_id: linkId } = row;
  noteFactor(linkId === null ? 'password' : 'identity_provider');
  const link = linkId === null ? null : { linkId, mfaAsserted: row.mfa_asserted === 1 };
  return { id, userId: user_id, expiresAt: expires_at, address, userAgent: user_agent, link };
}

const spent = prepared((db, { id, now }: { id: string; now: number }) =>
  db.updateTable('challenges').set({ used_at: now }).where('id', '=', id).where('used_at', 'is', null),
);

/** Spends the challenge, which is held: of two requests at once, one changes it. */
export const spendChallenge = (tx: Tx, id: string, now: number): Ready<unknown> =>
  spent.with(tx, { id, now });

/** Another 30 minutes for a setup that is under way, with its pending enrolment. Refuses with `challenge_expired`. */
export async function extendChallenge(
  tx: Tx,
  keys: Keyring,
  { token, now }: { token: string; now: number },
): Promise<number> {
  const expiresAt = now + LIFETIME.setup;
  const row = await tx
    .updateTable('challenges')
    .set({ expires_at: expiresAt, extended: sql<number>`extended + 1` })
    .where('token_hash', '=', sha256Hex(token))
    .where('purpose', '=', 'setup')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('extended', '<', EXTENSIONS)
    .returning(BOUND)
    .executeTakeFirst();
  if (!row || !CHALLENGE_MACS.isAsWritten(keys, row))
    throw refuse('challenge_expired', { detail: sentence('answers/signIn', 'noMoreTime') });
  await extendPending(tx, row.user_id, { expiresAt, now });
  return expiresAt;
}

/** Every unfinished sign-in of a user ends, e.g. with a change of password. */
export async function endChallenges(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('challenges').where('user_id', '=', userId).execute();
}

/** Removes challenges that ended before a time (UTC ms). */
export async function removeEndedChallenges(reader: Reader, before: number): Promise<void> {
  await reader.deleteFrom('challenges').where('expires_at', '<', before).execute();
}
