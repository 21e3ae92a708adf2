import type { Schema } from './schema.ts';

/**
 * What a copy of the database holds of each table: `kept` all of it; `derived` nothing, because the database makes it from
 * others; `passing` nothing, because it is of no use to anybody later, and would be of some to a thief (S-81).
 */
const IN_A_COPY: Record<keyof Schema, 'kept' | 'derived' | 'passing'> = {
  organisation: 'kept',
  settings: 'kept',
  audit_head: 'kept',
  audit_checkpoints: 'kept',
  audit_events: 'kept',
  // Where each destination is in the log that the copy has: after a restore it goes on from there.
  siem_destinations: 'kept',
  users: 'kept',
  user_counts: 'derived',
  user_search: 'derived',
  user_search_rows: 'derived',
  imports: 'kept',
  departments: 'kept',
  saved_views: 'kept',
  user_roles: 'kept',
  contact_changes: 'kept',
  authenticators: 'kept',
  sessions: 'passing',
  challenges: 'passing',
  password_links: 'passing',
  password_throttles: 'kept',
  address_counts: 'passing',
  activation_codes: 'kept',
  reset_requests: 'kept',
  reset_checks: 'kept',
  reset_approvals: 'kept',
  manager_confirmations: 'kept',
  reset_effects: 'kept',
  held_accounts: 'kept',
  outside_acts: 'kept',
  system_watches: 'kept',
  system_snapshots: 'kept',
  system_guards: 'kept',
  system_notices: 'kept',
  reported_months: 'kept',
  notices_seen: 'kept',
  systems: 'kept',
  system_links: 'kept',
  // SECURITY: else a restore would bring a rule back that was switched off, and it links whom somebody unlinked (S-81).
  system_link_rules: 'passing',
  system_unlinked: 'kept',
  // As with rules: what was asked for before isn't done after a restore.
  wanted_links: 'passing',
  // SECURITY: else a restore would read, and suspend, by what was switched off since.
  people_readings: 'passing',
  system_people: 'passing',
  seen_networks: 'kept',
  policy_versions: 'kept',
  exemption_reminders: 'kept',
  outbox: 'kept',
  mail_routes: 'kept',
  leases: 'passing',
  setup_links: 'passing',
  // By which keys it was sealed is known from those that open the copy.
  database_keys: 'passing',
  pending_changes: 'kept',
  jobs: 'passing',
  job_slices: 'passing',
  adoption_days: 'kept',
  sso_providers: 'kept',
  sso_links: 'kept',
  sso_flows: 'passing',
  sso_refused: 'kept',
  attestors: 'kept',
  // What was asked before is answered by nobody after a restore.
  attestor_flows: 'passing',
  attestations: 'passing',
  link_codes: 'kept',
};

/** Tables that a copy holds, in the order in which it has them: what tells whether the log is whole comes before the log. */
export const COPIED_TABLES = Object.entries(IN_A_COPY)
  .filter(([, kept]) => kept === 'kept')
  .map(([name]) => name);

/** Every table that migrations make. */
export const ALL_TABLES = Object.keys(IN_A_COPY);
