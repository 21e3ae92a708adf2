import type { Insertable } from 'kysely';
import { isStaff } from '../../../contract/permissions.ts';
import type { Role } from '../../../contract/permissions.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { RandomSource } from '../../crypto/random.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { searchKey } from '../../db/dialects.ts';
import type { UsersTable } from '../../db/schema.ts';
import { keepDepartment } from './departmentStore.ts';
import { bindEmail, bindPassword, bindWaiver, OFF_MACS } from './macs.ts';
import type { BoundRole } from './macs.ts';
import { usernameKey } from './rules/keys.ts';
import type { User } from './people.ts';
import { insertRoles } from './roleStore.ts';
import { searchText } from './search/words.ts';
import type { Searched } from './search/words.ts';
import { insertUser } from './store.ts';

export interface NewUser {
  /** As typed; kept as `usernameKey`. */
  username: string;
  name: string;
  email: string;
  department?: string | null;
  phone?: string | null;
  mobile?: string | null;
  managerId?: string | null;
  roles: readonly Role[];
  passwordHash?: string | null;
  /** Until then (UTC ms) the first enrolment needs no activation code. */
  activationWaivedUntil?: number | null;
  external?: boolean;
  /** The file that they came by. */
  importId?: string | null;
  /** How far their invitation is; they have none unless told. */
  invitation?: 'draft' | 'asked' | null;
}

/** In characters: PostgreSQL's index entries hold some 2,700 bytes, and letters grow when they are taken apart. */
const LONGEST_NAME_KEY = 150;

/** What lists are ordered and searched by; kept with every change of what they are made of. */
export function searchColumns(user: Searched): Pick<User, 'name_key' | 'search_text'> {
  return {
    name_key: searchKey(user.name).slice(0, LONGEST_NAME_KEY),
    search_text: searchText(user),
  };
}

const NO_PASSWORD = { password_hash: null, password_mac: null };

/** The row of a new user. No contact change is kept: the contacts are as old as the account. */
export function newUserRow(
  { keys, random }: { keys: Keyring; random: RandomSource },
  user: NewUser,
  now: number,
): User & Insertable<UsersTable> {
  const id = uuidv7(now, random);
  const hash = user.passwordHash ?? null;
  const known = {
    username: usernameKey(user.username),
    name: user.name.trim(),
    email: user.email,
    department: user.department?.trim() || null,
    phone: user.phone ?? null,
    mobile: user.mobile ?? null,
  };
  return {
    id,
    ...known,
    ...bindEmail(keys, id, user.email),
    ...searchColumns(known),
    manager_id: user.managerId ?? null,
    status: 'active',
    is_staff: isStaff(user.roles) ? 1 : 0,
    ...(hash === null ? NO_PASSWORD : bindPassword(keys, id, hash)),
    password_changed_at: hash === null ? null : now,
    password_mailed_at: null,
    mfa_state: 'off',
    mfa_since: null,
    off_mac: OFF_MACS.of(keys, { id, setup_due: 0, mfa_since: null }),
    mfa_stopped_at: null,
    setup_due: 0,
    ...bindWaiver(keys, id, user.activationWaivedUntil ?? null),
    grace_ends_at: null,
    grace_policy_version: null,
    external: user.external ? 1 : 0,
    wrong_codes: 0,
    wrong_codes_since_right: 0,
    next_code_at: 0,
    locked_at: null,
    wrong_code_mailed_at: null,
    wrong_activation_mailed_at: null,
    clock_drift_seconds: null,
    language: '',
    sign_ins: 0,
    last_sign_in_at: null,
    import_id: user.importId ?? null,
    invitation: user.invitation ?? null,
    created_at: now,
    version: 1,
  };
}

/** The rows of `user_roles`: `user` is everybody's and is not stored. */
export function roleRows(
  userId: string,
  roles: readonly Role[],
  grantedBy: string | null,
  now: number,
): BoundRole[] {
  return [...new Set(roles)]
    .filter((role) => role !== 'user')
    .map((role) => ({ user_id: userId, role, granted_at: now, granted_by: grantedBy }));
}

/** Adds a user with their roles. Null where the username is taken: the unique index decides, and nothing was changed. */
export async function createUser(
  tx: Tx,
  deps: { keys: Keyring; random: RandomSource },
  user: NewUser,
  { by, now }: { by: string | null; now: number },
): Promise<User | null> {
  const department = await keepDepartment(tx, user.department ?? null, now);
  const row = newUserRow(deps, { ...user, department }, now);
  if (!(await insertUser(tx, row))) return null;
  await insertRoles(tx, deps.keys, roleRows(row.id, user.roles, by, now));
  return row;
}
