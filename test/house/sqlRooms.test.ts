import { describe, expect, it } from 'vitest';
import type { Schema } from '../../server/db/schema.ts';
import { filesWithSql, sqlUseOf } from './sqlUse.ts';

/** The room that owns each table: it alone writes it. A new table without an owner doesn't compile. */
const OWNER = {
  organisation: 'server/domain/settings/',
  settings: 'server/domain/settings/',
  users: 'server/domain/people/',
  imports: 'server/domain/people/',
  departments: 'server/domain/people/',
  saved_views: 'server/features/views/',
  user_counts: 'server/domain/people/',
  user_search: 'server/domain/people/',
  user_search_rows: 'server/domain/people/',
  user_roles: 'server/domain/people/',
  contact_changes: 'server/domain/people/',
  adoption_days: 'server/domain/people/',
  authenticators: 'server/domain/authenticators/',
  activation_codes: 'server/domain/authenticators/',
  sessions: 'server/domain/sessions/',
  challenges: 'server/domain/sessions/',
  seen_networks: 'server/domain/sessions/',
  password_throttles: 'server/domain/sessions/',
  address_counts: 'server/domain/sessions/',
  password_links: 'server/domain/passwordLinks/',
  reset_requests: 'server/features/resetRequests/',
  reset_checks: 'server/features/resetRequests/',
  reset_approvals: 'server/features/resetRequests/',
  manager_confirmations: 'server/features/resetRequests/',
  policy_versions: 'server/domain/policy/',
  exemption_reminders: 'server/features/outbox/',
  audit_head: 'server/domain/audit/',
  audit_events: 'server/domain/audit/',
  audit_checkpoints: 'server/features/audit/',
  siem_destinations: 'server/domain/audit/',
  outbox: 'server/domain/mail/',
  mail_routes: 'server/domain/mail/',
  pending_changes: 'server/domain/pendingChanges/',
  jobs: 'server/features/jobs/',
  job_slices: 'server/features/jobs/',
  leases: 'server/db/',
  setup_links: 'server/features/setup/',
  database_keys: 'server/domain/keys/',
  sso_providers: 'server/features/sso/',
  sso_links: 'server/features/sso/',
  sso_flows: 'server/features/sso/',
  sso_refused: 'server/features/sso/',
  link_codes: 'server/features/sso/',
  systems: 'server/domain/systems/',
  system_links: 'server/domain/systems/',
  system_link_rules: 'server/domain/systems/',
  system_unlinked: 'server/domain/systems/',
  wanted_links: 'server/domain/systems/',
  people_readings: 'server/domain/systems/',
  system_people: 'server/domain/systems/',
  reset_effects: 'server/features/resetRequests/',
  reported_months: 'server/features/resetRequests/',
  notices_seen: 'server/features/notices/',
  held_accounts: 'server/features/resetRequests/',
  outside_acts: 'server/features/resetRequests/',
  system_watches: 'server/features/resetRequests/',
  system_snapshots: 'server/features/resetRequests/',
  system_guards: 'server/domain/systems/',
  system_notices: 'server/features/outbox/',
  attestors: 'server/features/attestor/',
  attestor_flows: 'server/features/attestor/',
  attestations: 'server/features/resetRequests/',
} as const satisfies Record<keyof Schema, `server/${string}/`>;

/** `store.ts`, and `contactStore.ts` where a room has several subjects. */
const STORE = /\/(?:store|[a-z][A-Za-z]*Store)\.ts$/;

/** Files beside the stores that are named for the one thing that they ask or say, and why they stand apart. */
const NAMED_FOR_ONE_QUERY: Record<string, string> = {
  'server/domain/people/counters.ts': 'the counters as conditions of the users list see them',
  'server/features/users/listQuery.ts': 'the conditions and the order of the users list',
};

/** Stores that write tables of other rooms, and why they may. */
const WRITES_ALL: Record<string, string> = {
  'server/features/backup/epochStore.ts':
    'a restore ends what was under way in every room at once: one list, so that S-81 can be read in one place',
  'server/domain/keys/sealedStore.ts':
    'a rotation seals what every room keeps, by one list, so that nothing is left by the old key; what it says stays the same',
  'server/features/setup/sample/sampleStore.ts':
    'a past that never was, put into an empty database at once: the owners write what happens, as of now',
};

/** What a file says that its place does not allow. */
function faultsOf(path: string, { writes }: { writes: readonly string[] }): string[] {
  const owners: Record<string, string> = OWNER;
  const foreign = writes
    .filter((table) => !path.startsWith(owners[table] ?? 'nobody') && !(path in WRITES_ALL))
    .map((table) => `${path} writes ${table}`);
  const stands = STORE.test(path) || path in NAMED_FOR_ONE_QUERY;
  return stands ? foreign : [`${path} is no store`, ...foreign];
}

describe('SQL', () => {
  it('stands in stores, and only the room that owns a table writes it', () => {
    expect([...filesWithSql()].flatMap(([path, use]) => faultsOf(path, use))).toEqual([]);
  });

  it('has no allowance that nothing needs', () => {
    const files = filesWithSql();
    const named = [...Object.keys(NAMED_FOR_ONE_QUERY), ...Object.keys(WRITES_ALL)];
    expect(named.filter((path) => !files.has(path))).toEqual([]);
  });

  it('is looked for in all rooms', () => {
    expect(filesWithSql().size).toBeGreaterThan(20);
  });
});

describe('a planted statement is found', () => {
  it.each([
    ['a service that asks', "await tx\n  .selectFrom('users')\n  .select('id')", []],
    ['a service that changes', "tx.updateTable('users').set(change)", ['users']],
    ['rows in bulk', "insertMany(\n  tx,\n  'outbox',\n  rows)", ['outbox']],
    ['a table by variable', 'tx.deleteFrom(table)', ['?']],
    ['a piece of raw SQL', 'eb.and([sql<SqlBool>`lower(email) = ${email}`])', []],
    [
      'a raw statement',
      'sql`insert into adoption_days (day) values (1) on conflict do update set day = 2`',
      ['adoption_days'],
    ],
    [
      'raw update and delete',
      'sql`update users set x = 1`; sql`delete from sessions`',
      ['sessions', 'users'],
    ],
  ])('%s', (_name, text, writes) => {
    const use = sqlUseOf(text);
    expect(use).toEqual({ speaksSql: true, writes });
    expect(faultsOf('server/features/users/service.ts', use)).toEqual([
      'server/features/users/service.ts is no store',
      ...writes.map((table) => `server/features/users/service.ts writes ${table}`),
    ]);
  });

  it('where a store writes a table of another room, and not where it writes its own', () => {
    const use = sqlUseOf("tx.insertInto('users').values(row)");
    expect(faultsOf('server/features/sso/store.ts', use)).toEqual([
      'server/features/sso/store.ts writes users',
    ]);
    expect(faultsOf('server/domain/people/contactStore.ts', use)).toEqual([]);
  });

  it('and words about it are none', () => {
    expect(sqlUseOf('// A call to selectFrom, or sql, in words.').speaksSql).toBe(false);
  });
});
