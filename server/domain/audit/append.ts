import { AUDIT_ACTIONS } from '../../../contract/auditActions.ts';
import type { AuditAction, Factor } from '../../../contract/auditActions.ts';
import { endMac, eventMac, isEndMac } from '../../crypto/auditMacs.ts';
import type { LogEnd } from '../../crypto/auditMacs.ts';
import { chainHash } from '../../crypto/canonicalJson.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { factorsText } from './factors.ts';
import { originNow } from './origin.ts';
import type { EventOrigin } from './origin.ts';
import type { Ready } from '../../db/prepared.ts';
import { insertEvents, lockEnd } from './store.ts';
import type { EventRow } from './store.ts';

/** Who did it: a person, or the server by itself (null). */
export interface AuditPerson {
  id: string;
  name: string;
}

export interface AuditEvent {
  at: number;
  /** `area.act` in the past tense of the field, e.g. `mfa.set_up`, `reset_request.approved`. */
  action: AuditAction;
  actor: AuditPerson | null;
  target: AuditPerson | null;
  /** Facts. SECURITY: never a code, secret, token or password (S-52). */
  data?: Record<string, unknown>;
  /** What was wrong, where the event tells of that; what was right the request knows by itself. */
  tried?: Factor;
  /** The session that begins with it; else it is the one that asks. */
  session?: string;
  /**
   * Where it came from, where that is not the request that is under way: of what is told of later than it happened. Null
   * where the server does by itself what is else somebody's doing.
   */
  origin?: EventOrigin | null;
}

/** What the server writes where the log did not end where it had left it: somebody has cut it, or added to it. */
export const END_BROKEN = 'audit.end_broken';

/** What an append needs: ids, and the key that binds each event to this server. */
export type AuditDeps = Pick<Deps, 'random' | 'keys'>;

/** Appends an event to the chain in the transaction of the change that it tells of (S-50). */
export function appendAudit(tx: Tx, deps: AuditDeps, event: AuditEvent): Promise<void> {
  return appendAuditMany(tx, deps, [event]);
}

/**
 * The same as the end of a transaction, beside other statements right before the end of the log is locked: the head of all
 * appends is held for as short as can be, and the commit goes out with the event. Rejects, and nothing stands, where one of them doesn't change exactly one row.
 */
export async function appendAuditLast(
  tx: Tx,
  deps: AuditDeps,
  event: AuditEvent,
  beside: readonly Ready<unknown>[],
): Promise<void> {
  await extend(tx, deps, await lockWholeEnd(tx, deps, event.at, beside), [event], true);
}

/** The same for each event in turn, with a few statements for all: imports make them by the thousand. */
export async function appendAuditMany(tx: Tx, deps: AuditDeps, events: readonly AuditEvent[]): Promise<void> {
  const [first] = events;
  if (first) await extend(tx, deps, await lockWholeEnd(tx, deps, first.at), events);
}

/**
 * Locks the end of the log until the commit. SECURITY: where it is not the one that this server left, that is written into the
 * log first: going on without a word would seal a log anew whose tail was cut off (S-51).
 *
 * @param now UTC ms
 */
export async function lockWholeEnd(
  tx: Tx,
  deps: AuditDeps,
  now: number,
  beside: readonly Ready<unknown>[] = [],
): Promise<LogEnd> {
  const end = await lockEnd(tx, beside);
  return isEndMac(deps.keys, end, end.mac) ? end : extend(tx, deps, end, [brokenEnd(now, end)]);
}

/** Writes the events behind `end`, which is locked, and moves it; answers where it is now. */
async function extend(
  tx: Tx,
  { random, keys }: AuditDeps,
  { sequence, hash, checkpoints }: LogEnd,
  events: readonly AuditEvent[],
  isLast = false,
): Promise<LogEnd> {
  let previous = hash;
  const rows = events.map((event, index) => {
    const row = {
      sequence: sequence + index + 1,
      id: uuidv7(event.at, random),
      at: event.at,
      action: event.action,
      actor_id: event.actor?.id ?? null,
      actor_name: event.actor?.name ?? null,
      target_id: event.target?.id ?? null,
      target_name: event.target?.name ?? null,
      data: JSON.stringify(event.data ?? {}),
      ...originColumns(event),
    };
    const follows = previous;
    previous = chainHash(follows, hashedEvent(row));
    return { ...row, previous_hash: follows, hash: previous, mac: eventMac(keys, previous) };
  });
  const moved = { sequence: sequence + rows.length, hash: previous, checkpoints };
  await insertEvents(tx, rows, { end: { ...moved, mac: endMac(keys, moved) }, isLast });
  return moved;
}

function brokenEnd(at: number, { sequence, hash, checkpoints }: LogEnd): AuditEvent {
  return { at, action: END_BROKEN, actor: null, target: null, data: { sequence, hash, checkpoints } };
}

type OriginColumns = Pick<EventRow, 'address' | 'user_agent' | 'session_id' | 'factors'>;

const NOWHERE: OriginColumns = { address: null, user_agent: null, session_id: null, factors: null };

function originColumns({ action, tried, session, origin = originNow() }: AuditEvent): OriginColumns {
  if (!origin || AUDIT_ACTIONS[action] === 'server') return NOWHERE;
  return {
    address: origin.address,
    user_agent: origin.userAgent,
    session_id: session ?? origin.session,
    factors: factorsText(tried === undefined ? origin.factors : triedLast(origin.factors, tried)),
  };
}

/** What was wrong stands last, and only there, also where the session began with another of its kind. */
const triedLast = (proven: readonly Factor[], tried: Factor): Factor[] => [
  ...proven.filter((factor) => factor !== tried),
  tried,
];

/**
 * What of a row the hash covers: all but the hashes and the MAC. SECURITY: an event without an origin keeps the bytes that it
 * had before there were any, so that logs and exports of then verify; one that has any part of it is hashed with all four.
 */
export function hashedEvent(row: Omit<EventRow, 'previous_hash' | 'hash' | 'mac'>): unknown {
  const { sequence, id, at, action, actor_id, actor_name, target_id, target_name } = row;
  const data: unknown = JSON.parse(row.data);
  const event = { sequence, id, at, action, actor_id, actor_name, target_id, target_name, data };
  const { address, user_agent, session_id, factors } = row;
  const origin = { address, user_agent, session_id, factors };
  return Object.values(origin).every((part) => part === null) ? event : { ...event, origin };
}
