import type { Selectable } from 'kysely';
import { rowMac } from '../../crypto/rowMac.ts';
import type { Bound } from '../../crypto/rowMac.ts';
import type { ChallengesTable, SessionsTable } from '../../db/schema.ts';

type Session = Omit<Selectable<SessionsTable>, 'mac'>;
type Challenge = Omit<Selectable<ChallengesTable>, 'mac'>;

/** Whose it is, by which token, and what it may; how long it lasts changes with each request. */
const SESSION_COLUMNS = {
  id: true,
  user_id: true,
  token_hash: true,
  created_at: true,
  last_seen_at: false,
  expires_at: false,
  idle_ms: false,
  stepped_up_until: true,
  via: true,
  sso_link_id: true,
  mfa_asserted: true,
  address: false,
  user_agent: false,
  factors: true,
} as const satisfies Record<keyof Session, boolean>;

const CHALLENGE_COLUMNS = {
  id: true,
  user_id: true,
  token_hash: true,
  purpose: true,
  created_at: true,
  expires_at: false,
  extended: false,
  used_at: false,
  address: true,
  user_agent: true,
  sso_link_id: true,
  mfa_asserted: true,
} as const satisfies Record<keyof Challenge, boolean>;

/** What is bound of a session, and of half a sign-in. */
export type BoundSession = Bound<Session, typeof SESSION_COLUMNS>;
export type BoundChallenge = Bound<Challenge, typeof CHALLENGE_COLUMNS>;

/** Whose rows they are (S-120). */
export const SESSION_MACS = rowMac<BoundSession>('sessions', SESSION_COLUMNS, { isReadOften: true });
export const CHALLENGE_MACS = rowMac<BoundChallenge>('challenges', CHALLENGE_COLUMNS);
