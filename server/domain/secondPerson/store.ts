import type { Role } from '../../../contract/permissions.ts';
import type { Reader } from '../../db/connection.ts';

export interface RoleGrant {
  role: Role;
  grantedAt: number;
  grantedBy: string | null;
}

/** Roles with their grants, by user id; every id asked for has an entry. */
export async function grantsOf(
  reader: Reader,
  userIds: readonly string[],
): Promise<Map<string, RoleGrant[]>> {
  const grants = new Map<string, RoleGrant[]>(userIds.map((id) => [id, []]));
  if (userIds.length === 0) return grants;
  const rows = await reader.selectFrom('user_roles').selectAll().where('user_id', 'in', userIds).execute();
  for (const row of rows) {
    grants.get(row.user_id)?.push({ role: row.role, grantedAt: row.granted_at, grantedBy: row.granted_by });
  }
  return grants;
}

/** Who granted somebody roles after `since` (UTC ms). By the log: a role that was given, used and taken again has left no other trace. */
export async function grantorsOf(reader: Reader, id: string, since: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('audit_events')
    .select('actor_id')
    .distinct()
    .where('target_id', '=', id)
    .where('action', '=', 'role.granted')
    .where('at', '>', since)
    .execute();
  return rows.flatMap(({ actor_id }) => actor_id ?? []);
}

/** Who changed a contact of a user, or gave it its first value, after `since` (UTC ms), and when. */
export function contactChangesSince(
  reader: Reader,
  userId: string,
  since: number,
): Promise<{ by_id: string | null; at: number }[]> {
  return reader
    .selectFrom('contact_changes')
    .select(['by_id', 'at'])
    .where('user_id', '=', userId)
    .where('at', '>', since)
    .execute();
}

/**
 * Who typed the contacts that an account began with, or has them read from a connected system, where that was after `since` (UTC ms);
 * nobody whose file is the HR system's.
 */
export async function contactsBegun(
  reader: Reader,
  userId: string,
  since: number,
): Promise<{ by_id: string | null; at: number }[]> {
  const events = await reader
    .selectFrom('audit_events')
    .innerJoin('users', 'users.id', 'audit_events.target_id')
    .leftJoin('imports', 'imports.id', 'users.import_id')
    .select(['audit_events.actor_id', 'audit_events.at', 'audit_events.data'])
    .where('users.id', '=', userId)
    .where('audit_events.action', '=', 'user.created')
    .where('audit_events.at', '>', since)
    .where('imports.hr_confirmed_at', 'is', null)
    .execute();
  return events.map((event) => ({ by_id: handOf(event), at: event.at }));
}

/** SECURITY: what a connected system says is nobody's act, and whoever had it read is behind it as if they had typed it. */
export function handOf({ actor_id, data }: { actor_id: string | null; data: string }): string | null {
  return actor_id ?? (JSON.parse(data) as { sourceBy?: string }).sourceBy ?? null;
}

/** When people set up MFA for the first time (UTC ms), by their ids; who never did has no entry. */
export async function firstSetUps(reader: Reader, userIds: readonly string[]): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('audit_events')
    .select((eb) => ['target_id', eb.fn.min('at').as('at')])
    .where('target_id', 'in', userIds)
    .where('action', '=', 'mfa.set_up')
    .groupBy('target_id')
    .execute();
  return new Map(rows.flatMap(({ target_id, at }) => (target_id === null ? [] : [[target_id, at]])));
}

/**
 * By which somebody makes an account, or could enter it: whatever makes one, a form, an import or a directory, writes
 * `user.created` with who is behind it (docs/decisions/0059-who-made-an-account.md).
 */
const ENTERING = [
  'user.created',
  'password.link_sent',
  'outbox.revealed',
  'activation_code.issued',
  'reset_request.approved',
] as const;

interface Act {
  on: string;
  by: string;
  at: number;
}

/** What others did to accounts after `since` (UTC ms) by which they made them, or could enter them. */
export async function entriesTo(reader: Reader, userIds: readonly string[], since: number): Promise<Act[]> {
  if (userIds.length === 0) return [];
  const events = await reader
    .selectFrom('audit_events')
    .select(['target_id as on', 'actor_id', 'at', 'data'])
    .where('target_id', 'in', userIds)
    .where('action', 'in', ENTERING)
    .where('at', '>', since)
    .execute();
  const changes = await reader
    .selectFrom('contact_changes')
    .select(['user_id as on', 'by_id as by', 'at'])
    .where('user_id', 'in', userIds)
    .where('at', '>', since)
    .execute();
  const acts = events.map((event) => ({ on: event.on, by: handOf(event), at: event.at }));
  return [...acts, ...changes].flatMap(({ on, by, at }) =>
    on === null || by === null || on === by ? [] : [{ on, by, at }],
  );
}
