import { sql } from 'kysely';
import type { Factor } from '../../../contract/auditActions.ts';
import type { Role } from '../../../contract/permissions.ts';
import { isStaff } from '../../../contract/permissions.ts';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Deps, MadeSession, Origin } from '../../context.ts';
import { HOUR, MINUTE } from '../../time.ts';
import { sha256Hex } from '../../crypto/hash.ts';
import { token256, uuidv7 } from '../../crypto/random.ts';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { insertOne } from '../../db/insertMany.ts';
import { prepared } from '../../db/prepared.ts';
import type { Ready } from '../../db/prepared.ts';
import type { SessionsTable } from '../../db/schema.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { factorsOf, factorsText } from '../audit/factors.ts';
import { SESSION_MACS } from './macs.ts';

/** A step-up is good for five minutes. */
export const STEP_UP_MS = 5 * MINUTE;
/** `last_seen_at` is written at most this often, so that reading does not mean writing. */
const TOUCH_MS = 30_000;

interface SessionUser {
  id: string;
  username: string;
  name: string;
  email: string;
  roles: Role[];
}

/** The link that a session of a provider is made by, and whether the provider asserted MFA. */
interface SessionLink {
  linkId: string;
  mfaAsserted: boolean;
}

/** A session, and the statement that makes it; its limits are what policy says now for staff or for users (S-12). */
export function createSession(
  tx: Tx,
  { keys, random }: Pick<Deps, 'keys' | 'random'>,
  input: {
    user: SessionUser;
    policy: PolicyDocument;
    via: 'password' | 'sso';
    sso?: SessionLink;
    /** Its id, where the caller has told of it already. */
    id?: string;
    factors: readonly Factor[];
    now: number;
  } & Origin,
): { made: MadeSession; inserted: Ready<unknown> } {
  const { user, policy, via, sso, factors, now, address, userAgent } = input;
  const limits = isStaff(user.roles) ? policy.sessions.staff : policy.sessions.users;
  const token = token256(random);
  const expiresAt = now + limits.absoluteHours * HOUR;
  const row = {
    id: input.id ?? uuidv7(now, random),
    user_id: user.id,
    token_hash: sha256Hex(token),
    created_at: now,
    last_seen_at: now,
    expires_at: expiresAt,
    idle_ms: limits.idleMinutes * MINUTE,
    stepped_up_until: null,
    via,
    sso_link_id: sso?.linkId ?? null,
    mfa_asserted: sso ? Number(sso.mfaAsserted) : null,
    address,
    user_agent: userAgent,
    factors: factorsText(factors),
  };
  const inserted = insertOne(tx, 'sessions', { ...row, mac: SESSION_MACS.of(keys, row) });
  return { made: { token, expiresAt, user }, inserted };
}

export interface LiveSession {
  id: string;
  userId: string;
  expiresAt: number;
  steppedUpUntil: number | null;
  via: 'password' | 'sso';
  /** That it began with; none where it is from before this was kept. */
  factors: Factor[];
  lastSeenAt: number;
}

const BOUND = [
  'id',
  'user_id',
  'token_hash',
  'created_at',
  'stepped_up_until',
  'via',
  'sso_link_id',
  'mfa_asserted',
  'factors',
  'mac',
] as const;

const live = prepared((db, { tokenHash, now }: { tokenHash: string; now: number }) =>
  db
    .selectFrom('sessions')
    .select([...BOUND, 'expires_at', 'last_seen_at'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where(sql<number>`last_seen_at + idle_ms`, '>', now),
);

/**
 * The session behind a token, unless it is over: absolute and idle ends by the server's clock. SECURITY: `altered` where a server with the
 * key didn't write that it is this person's, or that it may what it says (S-120).
 */
export async function findSession(
  db: Reader,
  keys: Keyring,
  { token, now }: { token: string; now: number },
): Promise<LiveSession | 'altered' | null> {
  const row = await live.first(db, { tokenHash: sha256Hex(token), now });
  if (!row) return null;
  if (!SESSION_MACS.isAsWritten(keys, row)) return 'altered';
  return {
    id: row.id,
    userId: row.user_id,
    expiresAt: row.expires_at,
    steppedUpUntil: row.stepped_up_until,
    via: row.via,
    factors: factorsOf(row.factors),
    lastSeenAt: row.last_seen_at,
  };
}

/** Which of these sessions are not over. */
export async function liveSessions(
  reader: Reader,
  ids: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader
    .selectFrom('sessions')
    .select('id')
    .where('id', 'in', [...ids])
    .where('expires_at', '>', now)
    .where(sql<number>`last_seen_at + idle_ms`, '>', now)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function touchSession(db: Reader, session: LiveSession, now: number): Promise<void> {
  if (now - session.lastSeenAt < TOUCH_MS) return;
  await db.updateTable('sessions').set({ last_seen_at: now }).where('id', '=', session.id).execute();
}

/**
 * Gives a session a new token and a step-up; the old token ends with the same statement (S-12). Null where it has ended, or was altered.
 *
 * @param mfaAsserted what the provider that made it says of MFA now
 */
export async function renewSession(
  tx: Tx,
  { keys, random }: Pick<Deps, 'keys' | 'random'>,
  { sessionId, mfaAsserted, now }: { sessionId: string; mfaAsserted?: boolean; now: number },
): Promise<{ token: string; expiresAt: number } | null> {
  const old = await tx.selectFrom('sessions').select(BOUND).where('id', '=', sessionId).executeTakeFirst();
  if (!old || !SESSION_MACS.isAsWritten(keys, old)) return null;
  const token = token256(random);
  const asserted = mfaAsserted === undefined ? {} : { mfa_asserted: Number(mfaAsserted) };
  const renewed = { token_hash: sha256Hex(token), stepped_up_until: now + STEP_UP_MS, ...asserted };
  const row = await tx
    .updateTable('sessions')
    .set({ ...renewed, last_seen_at: now, mac: SESSION_MACS.of(keys, { ...old, ...renewed }) })
    .where('id', '=', sessionId)
    .where('mac', '=', old.mac)
    .returning('expires_at')
    .executeTakeFirst();
  return row ? { token, expiresAt: row.expires_at } : null;
}

/** Ends the session behind a token, however it stands there. Answers whose it says it is; undefined where it has ended. */
export async function endByToken(tx: Tx, token: string): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('sessions')
    .where('token_hash', '=', sha256Hex(token))
    .returning('user_id')
    .executeTakeFirst();
  return row?.user_id;
}

/** Gives running sessions the limits that a policy changes. One that is over stays over, also where they grow. */
export async function limitSessions(
  tx: Tx,
  { before, after, now }: Record<'before' | 'after', PolicyDocument['sessions']> & { now: number },
): Promise<void> {
  for (const whose of ['staff', 'users'] as const) {
    const { idleMinutes, absoluteHours } = after[whose];
    const old = before[whose];
    if (idleMinutes === old.idleMinutes && absoluteHours === old.absoluteHours) continue;
    await tx
      .updateTable('sessions')
      .set((eb) => ({
        idle_ms: idleMinutes * MINUTE,
        expires_at: eb('created_at', '+', absoluteHours * HOUR),
      }))
      .where('expires_at', '>', now)
      .where(sql<number>`last_seen_at + idle_ms`, '>', now)
      .where('user_id', 'in', (eb) =>
        eb
          .selectFrom('users')
          .select('users.id')
          .where('is_staff', '=', Number(whose === 'staff')),
      )
      .execute();
  }
}

/** Ends a user's sessions, in the transaction of what makes them end (S-13). Answers how many. */
export async function endSessions(
  tx: Tx,
  userId: string,
  { except }: { except?: string } = {},
): Promise<number> {
  let query = tx.deleteFrom('sessions').where('user_id', '=', userId);
  if (except !== undefined) query = query.where('id', '!=', except);
  const { numDeletedRows } = await query.executeTakeFirst();
  return Number(numDeletedRows);
}

/** Ends one session. Ending it twice is no harm. */
export async function endSession(db: Reader, sessionId: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', sessionId).execute();
}

/** Whether a session that is still there made a step-up at that time (UTC ms) or later. */
export async function hasSteppedUpSince(reader: Reader, sessionId: string, since: number): Promise<boolean> {
  const row = await reader
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', sessionId)
    .where('stepped_up_until', '>=', since + STEP_UP_MS)
    .executeTakeFirst();
  return row !== undefined;
}

type Session = Selectable<SessionsTable>;

/** Until when a session holds, and its step-up (UTC ms); nothing where it has ended. */
export function sessionEnds(
  reader: Reader,
  sessionId: string,
): Promise<Pick<Session, 'expires_at' | 'stepped_up_until'> | undefined> {
  return reader
    .selectFrom('sessions')
    .select(['expires_at', 'stepped_up_until'])
    .where('id', '=', sessionId)
    .executeTakeFirst();
}

/** A user's sessions that are not over, the one used last first; at most 100. */
export function sessionsOf(reader: Reader, userId: string, now: number): Promise<Session[]> {
  return reader
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .where(sql<number>`last_seen_at + idle_ms`, '>', now)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
}

/** Removes sessions that ended before a time (UTC ms). */
export async function removeEndedSessions(reader: Reader, before: number): Promise<void> {
  await reader.deleteFrom('sessions').where('expires_at', '<', before).execute();
}
