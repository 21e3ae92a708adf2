import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Deps } from '../../context.ts';
import { HOUR } from '../../time.ts';
import { sha256Hex } from '../../crypto/hash.ts';
import { activationCode, normaliseActivationCode, uuidv7 } from '../../crypto/random.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { rowMac } from '../../crypto/rowMac.ts';
import type { Bound } from '../../crypto/rowMac.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { ActivationCodesTable } from '../../db/schema.ts';

const COLUMNS = {
  id: true,
  user_id: true,
  code_hash: true,
  request_id: true,
  delivery: true,
  created_at: true,
  expires_at: true,
  used_at: false,
  used_mac: false,
  void_at: false,
  wrong_tries: false,
} as const satisfies Record<keyof Omit<Selectable<ActivationCodesTable>, 'mac'>, boolean>;

type BoundCode = Bound<Selectable<ActivationCodesTable>, typeof COLUMNS>;

/** SECURITY: whoever writes to the database makes no code that lets somebody set up MFA (S-120). */
export const CODES = rowMac<BoundCode>('activation_codes', COLUMNS);

/** An activation code is good for 24 hours (S-34). */
export const ACTIVATION_MS = 24 * HOUR;
const WRONG_TRIES = 10;

/**
 * Makes the one code that lets this user make one enrolment; earlier ones end. It is stored hashed: the answer goes into
 * exactly one mail, or is handed over in person, and nowhere else.
 */
export async function issueActivationCode(
  tx: Tx,
  { keys, random }: Pick<Deps, 'keys' | 'random'>,
  input: { userId: string; requestId: string | null; delivery: 'mail' | 'in_person'; now: number },
): Promise<string> {
  const { userId, requestId, delivery, now } = input;
  await voidActivationCodes(tx, userId, now);
  const code = activationCode(random);
  const row = {
    id: uuidv7(now, random),
    user_id: userId,
    code_hash: sha256Hex(code),
    request_id: requestId,
    delivery,
    created_at: now,
    expires_at: now + ACTIVATION_MS,
  };
  const unused = { used_at: null, used_mac: null, void_at: null, wrong_tries: 0 };
  await tx
    .insertInto('activation_codes')
    .values({ ...row, ...unused, mac: CODES.of(keys, row) })
    .execute();
  return code;
}

export async function voidActivationCodes(tx: Tx, userId: string, now: number): Promise<void> {
  await tx
    .updateTable('activation_codes')
    .set({ void_at: now })
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('void_at', 'is', null)
    .execute();
}

const living = (tx: Tx, userId: string, now: number) =>
  tx
    .selectFrom('activation_codes')
    .select('id')
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('void_at', 'is', null)
    .where('expires_at', '>', now)
    .where('wrong_tries', '<', WRONG_TRIES);

/** `triesLeft`: of the code that is good now; null where there is none, or what was typed can't be one. */
export type ActivationMatch = { id: string } | { id: null; triesLeft: number | null };

/** The id of this user's living code where it is the one that was typed; a wrong one is counted. */
export async function matchActivationCode(
  tx: Tx,
  keys: Keyring,
  { userId, typed, now }: { userId: string; typed: string; now: number },
): Promise<ActivationMatch> {
  const code = normaliseActivationCode(typed);
  if (code === null) return { id: null, triesLeft: null };
  // Looked up by user and hash: another user's code is as wrong as any (CVE-2025-64175).
  const match = await living(tx, userId, now)
    .selectAll()
    .where('code_hash', '=', sha256Hex(code))
    .executeTakeFirst();
  if (match && CODES.holds(keys, match, match.mac)) return { id: match.id };
  const counted = await tx
    .updateTable('activation_codes')
    .set({ wrong_tries: sql<number>`wrong_tries + 1` })
    .where('id', 'in', living(tx, userId, now))
    .returning('wrong_tries')
    .executeTakeFirst();
  return { id: null, triesLeft: counted ? WRONG_TRIES - counted.wrong_tries : null };
}

/** The reset that a code follows; null where it is for a first enrolment. */
export async function requestOfCode(reader: Reader, id: string): Promise<string | null> {
  const row = await reader
    .selectFrom('activation_codes')
    .select('request_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.request_id ?? null;
}

/** Wrong tries at the newest code of a user that nobody has used and nothing has made void; undefined where there is none. */
export async function triesAtNewestCode(
  reader: Reader,
  userId: string,
): Promise<{ wrong: number; ended: boolean } | undefined> {
  const row = await reader
    .selectFrom('activation_codes')
    .select('wrong_tries')
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('void_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row && { wrong: row.wrong_tries, ended: isTriedOut(row) };
}

/** Ten wrong tries end a code. */
export const isTriedOut = ({ wrong_tries }: { wrong_tries: number }): boolean => wrong_tries >= WRONG_TRIES;

/** Of a code that was used. */
type Use = Pick<Selectable<ActivationCodesTable>, 'id' | 'user_id' | 'request_id' | 'used_at'>;

export const USES = rowMac<Use>('activation_codes', {
  id: true,
  user_id: true,
  request_id: true,
  used_at: true,
});

/** Binds the codes of before there were MACs, which nobody has used, to the server's key. */
export async function bindCodes(tx: Tx, keys: Keyring): Promise<void> {
  for (const code of await tx
    .selectFrom('activation_codes')
    .selectAll()
    .where('used_at', 'is', null)
    .execute())
    await tx
      .updateTable('activation_codes')
      .set({ mac: CODES.of(keys, code) })
      .where('id', '=', code.id)
      .execute();
}

/** Binds the uses of before there were MACs to the server's key. */
export async function bindUses(tx: Tx, keys: Keyring): Promise<void> {
  const used = await tx
    .selectFrom('activation_codes')
    .select(['id', 'user_id', 'request_id', 'used_at'])
    .where('used_at', 'is not', null)
    .execute();
  for (const use of used)
    await tx
      .updateTable('activation_codes')
      .set({ used_mac: USES.of(keys, use) })
      .where('id', '=', use.id)
      .execute();
}

/**
 * Spends a code of this person: of two enrolments at once, one gets true. SECURITY: one that no server with the key wrote is none, else its use
 * would be signed (S-120).
 */
export async function spendActivationCode(
  tx: Tx,
  keys: Keyring,
  { userId, id, now }: { userId: string; id: string; now: number },
): Promise<boolean> {
  const code = await tx
    .selectFrom('activation_codes')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (!code || !CODES.holds(keys, code, code.mac)) return false;
  const { numUpdatedRows } = await tx
    .updateTable('activation_codes')
    .set({ used_at: now, used_mac: USES.of(keys, { ...code, used_at: now }) })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('void_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
