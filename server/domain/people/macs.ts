import type { Selectable } from 'kysely';
import type { Keyring } from '../../crypto/keyring.ts';
import { rowMac } from '../../crypto/rowMac.ts';
import type { UserRolesTable } from '../../db/schema.ts';

type RoleRow = Selectable<UserRolesTable>;
export type BoundRole = Omit<RoleRow, 'mac'>;

/** Of a role that somebody was given (S-120). */
export const ROLE_MACS = rowMac<BoundRole>(
  'user_roles',
  { user_id: true, role: true, granted_at: true, granted_by: true },
  { isReadOften: true },
);

export const PASSWORD_MACS = rowMac<{ id: string; password_hash: string }>('user passwords', {
  id: true,
  password_hash: true,
});

/** The columns of a password. */
export interface StoredPassword {
  password_hash: string;
  password_mac: string;
}

/**
 * A password's hash as it is stored, bound to whose it is. SECURITY: whoever writes to the database puts the hash of a password that they
 * know into no other account (S-120).
 */
export function bindPassword(keys: Keyring, id: string, password_hash: string): StoredPassword {
  return { password_hash, password_mac: PASSWORD_MACS.of(keys, { id, password_hash }) };
}

/** The hash of somebody's password; null where there is none, or no server with the key put it there for them. */
export function boundPassword(
  keys: Keyring,
  { id, password_hash, password_mac }: { id: string } & { [Column in keyof StoredPassword]: string | null },
): string | null {
  if (password_hash === null) return null;
  return PASSWORD_MACS.holds(keys, { id, password_hash }, password_mac) ? password_hash : null;
}

export const EMAIL_MACS = rowMac<{ id: string; email: string }>('user addresses', { id: true, email: true });

/** Whether a server with the key wrote where somebody's mail goes. */
export const isAddressBound = (
  keys: Keyring,
  user: { id: string; email: string; email_mac: string | null },
): boolean => EMAIL_MACS.holds(keys, user, user.email_mac);

/** Somebody's address as it is stored. SECURITY: whoever writes to the database has nobody's mail sent to themselves (S-120). */
export function bindEmail(keys: Keyring, id: string, email: string): { email: string; email_mac: string } {
  return { email, email_mac: EMAIL_MACS.of(keys, { id, email }) };
}

/** Of somebody who has no MFA: since when, and whether the next sign-in by password leads into setup. */
export interface WithoutMfa {
  id: string;
  setup_due: number;
  mfa_since: number | null;
}

export const OFF_MACS = rowMac<WithoutMfa>('user mfa', {
  id: true,
  setup_due: true,
  mfa_since: true,
});

/**
 * Whether somebody has the MFA that stands there. SECURITY: whoever writes to the database takes nobody's away, and no activation code
 * that a reset asks for (S-120).
 */
export const isMfaAsWritten = (
  keys: Keyring,
  user: WithoutMfa & { mfa_state: string; off_mac: string | null },
): boolean => user.mfa_state !== 'off' || OFF_MACS.holds(keys, user, user.off_mac);

export const WAIVER_MACS = rowMac<{ id: string; activation_waived_until: number | null }>('user waiver', {
  id: true,
  activation_waived_until: true,
});

/** Until when a first setup needs no activation code, as it is stored; null is never. */
export const bindWaiver = (
  keys: Keyring,
  id: string,
  until: number | null,
): { activation_waived_until: number | null; waiver_mac: string | null } => ({
  activation_waived_until: until,
  waiver_mac: until === null ? null : WAIVER_MACS.of(keys, { id, activation_waived_until: until }),
});

/** The same as it counts. SECURITY: whoever writes to the database takes the code of a first setup from nobody (S-120). */
export const boundWaiver = (
  keys: Keyring,
  user: { id: string; activation_waived_until: number | null; waiver_mac: string | null },
): number | null => (WAIVER_MACS.holds(keys, user, user.waiver_mac) ? user.activation_waived_until : null);
