import type { UsersTable } from '../../db/schema.ts';

/**
 * Every column of a user by its name, for statements that are kept: PostgreSQL would refuse one that asks for all of them once
 * a newer server has added another.
 */
const COLUMNS = {
  id: true,
  username: true,
  name: true,
  name_key: true,
  search_text: true,
  email: true,
  email_mac: true,
  off_mac: true,
  department: true,
  phone: true,
  mobile: true,
  manager_id: true,
  status: true,
  is_staff: true,
  password_hash: true,
  password_mac: true,
  password_changed_at: true,
  password_mailed_at: true,
  mfa_state: true,
  mfa_since: true,
  mfa_stopped_at: true,
  setup_due: true,
  activation_waived_until: true,
  waiver_mac: true,
  grace_ends_at: true,
  grace_policy_version: true,
  external: true,
  wrong_codes: true,
  wrong_codes_since_right: true,
  next_code_at: true,
  locked_at: true,
  wrong_code_mailed_at: true,
  wrong_activation_mailed_at: true,
  clock_drift_seconds: true,
  language: true,
  sign_ins: true,
  last_sign_in_at: true,
  import_id: true,
  invitation: true,
  created_at: true,
  version: true,
} satisfies Record<keyof UsersTable, true>;

export const USER_COLUMNS = Object.keys(COLUMNS) as (keyof UsersTable)[];
