import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Migration } from '../migrate.ts';
import type { ColumnTypes } from '../dialects.ts';

type Kind = keyof ColumnTypes;
/** A column as `[kind, constraint]`: `!` not null, `?` null allowed, a number or text a default. */
type Column = [Kind, '!' | '?' | number];

async function table(
  schema: Kysely<unknown>,
  col: ColumnTypes,
  name: string,
  columns: Record<string, Column>,
  primaryKey: string[],
): Promise<void> {
  let builder = schema.schema.createTable(name);
  for (const [column, [kind, rule]] of Object.entries(columns)) {
    builder = builder.addColumn(column, col[kind], (definition) => {
      if (rule === '?') return definition;
      return rule === '!' ? definition.notNull() : definition.notNull().defaultTo(rule);
    });
  }
  await builder.addPrimaryKeyConstraint(`${name}_pk`, primaryKey as never[]).execute();
}

export const first: Migration = {
  name: '0001-first',
  async up(schema, { col }) {
    await table(
      schema,
      col,
      'organisation',
      {
        id: ['int', '!'],
        name: ['text', '!'],
        kind: ['text', '!'],
        created_at: ['int', '!'],
        frozen_at: ['int', '?'],
        frozen_by: ['id', '?'],
        freeze_reason: ['text', '?'],
      },
      ['id'],
    );
    await table(
      schema,
      col,
      'settings',
      { name: ['text', '!'], value: ['json', '!'], updated_at: ['int', '!'] },
      ['name'],
    );
    await table(
      schema,
      col,
      'users',
      {
        id: ['id', '!'],
        username: ['text', '!'],
        name: ['text', '!'],
        name_key: ['text', '!'],
        search_text: ['text', '!'],
        email: ['text', '!'],
        department: ['text', '?'],
        phone: ['text', '?'],
        mobile: ['text', '?'],
        manager_id: ['id', '?'],
        status: ['text', '!'],
        is_staff: ['flag', 0],
        password_hash: ['text', '?'],
        password_changed_at: ['int', '?'],
        password_mailed_at: ['int', '?'],
        mfa_state: ['text', '!'],
        mfa_since: ['int', '?'],
        setup_due: ['flag', 0],
        activation_waived_until: ['int', '?'],
        grace_ends_at: ['int', '?'],
        grace_policy_version: ['int', '?'],
        external: ['flag', 0],
        wrong_codes: ['int', 0],
        next_code_at: ['int', 0],
        locked_at: ['int', '?'],
        wrong_code_mailed_at: ['int', '?'],
        clock_drift_seconds: ['int', '?'],
        language: ['text', '!'],
        sign_ins: ['int', 0],
        last_sign_in_at: ['int', '?'],
        created_at: ['int', '!'],
        version: ['int', 1],
      },
      ['id'],
    );
    await table(
      schema,
      col,
      'user_roles',
      { user_id: ['id', '!'], role: ['text', '!'], granted_at: ['int', '!'], granted_by: ['id', '?'] },
      ['user_id', 'role'],
    );
    await table(
      schema,
      col,
      'contact_changes',
      {
        id: ['id', '!'],
        user_id: ['id', '!'],
        field: ['text', '!'],
        old_value: ['text', '?'],
        new_value: ['text', '?'],
        first: ['flag', 0],
        at: ['int', '!'],
        by_id: ['id', '?'],
      },
      ['id'],
    );
    await table(
      schema,
      col,
      'authenticators',
      {
        id: ['id', '!'],
        user_id: ['id', '!'],
        status: ['text', '!'],
        sealed_secret: ['text', '!'],
        last_step: ['int', 0],
        wrong_tries: ['int', 0],
        moves: ['flag', 0],
        activation_id: ['id', '?'],
        created_at: ['int', '!'],
        expires_at: ['int', '?'],
        confirmed_at: ['int', '?'],
      },
      ['id'],
    );
    await table(
      schema,
      col,
      'sessions',
      {
        id: ['id', '!'],
        user_id: ['id', '!'],
        token_hash: ['text', '!'],
        created_at: ['int', '!'],
        last_seen_at: ['int', '!'],
        expires_at: ['int', '!'],
        idle_ms: ['int', '!'],
        stepped_up_until: ['int', '?'],
        via: ['text', '!'],
        address: ['text', '?'],
        user_agent: ['text', '?'],
      },
      ['id'],
    );
    await table(
      schema,
      col,
      'challenges',
      {
        id: ['id', '!'],
        user_id: ['id', '!'],
        token_hash: ['text', '!'],
        purpose: ['text', '!'],
        created_at: ['int', '!'],
        expires_at: ['int', '!'],
        extended: ['int', 0],
        used_at: ['int', '?'],
        address: ['text', '?'],
        user_agent: ['text', '?'],
      },
      ['id'],
    );
    await table(
      schema,
      col,
      'password_links',
      {
        id: ['id', '!'],
        user_id: ['id', '!'],
        token_hash: ['text', '!'],
        purpose: ['text', '!'],
        created_at: ['int', '!'],
        expires_at: ['int', '!'],
        used_at: ['int', '?'],
      },
      ['id'],
    );
    await table(
      schema,
      col,
      'password_throttles',
      { username_hash: ['text', '!'], failures: ['int', 0], next_at: ['int', 0], updated_at: ['int', '!'] },
      ['username_hash'],
    );
    await table(
      schema,
      col,
      'activation_codes',
      {
        id: ['id', '!'],
        user_id: ['id', '!'],
        code_hash: ['text', '!'],
        request_id: ['id', '?'],
        delivery: ['text', '!'],
        created_at: ['int', '!'],
        expires_at: ['int', '!'],
        used_at: ['int', '?'],
        void_at: ['int', '?'],
        wrong_tries: ['int', 0],
      },
      ['id'],
    );
    await table(
      schema,
      col,
      'reset_requests',
      {
        id: ['id', '!'],
        user_id: ['id', '!'],
        state: ['text', '!'],
        pending: ['flag', 1],
        tier: ['text', '!'],
        reasons: ['json', '!'],
        source: ['text', '!'],
        reason: ['text', '?'],
        user_note: ['text', '?'],
        staff_note: ['text', '!'],
        code_hash: ['text', '?'],
        code_wrong_tries: ['int', 0],
        second_browser_at: ['int', '?'],
        opened_at: ['int', '!'],
        opened_by: ['id', '?'],
        expires_at: ['int', '!'],
        claimed_by: ['id', '?'],
        claimed_at: ['int', '?'],
        hold_ends_at: ['int', '?'],
        paused_at: ['int', '?'],
        decided_by: ['id', '?'],
        decided_at: ['int', '?'],
        decision_note: ['text', '?'],
        suspected_attack: ['flag', 0],
        ended_at: ['int', '?'],
        veto_token_hash: ['text', '?'],
        address: ['text', '?'],
        user_agent: ['text', '?'],
        version: ['int', 1],
      },
      ['id'],
    );
    await table(
      schema,
      col,
      'reset_checks',
      {
        id: ['id', '!'],
        request_id: ['id', '!'],
        kind: ['text', '!'],
        outcome: ['text', '!'],
        by_id: ['id', '?'],
        at: ['int', '!'],
        note: ['text', '?'],
        number_ending: ['text', '?'],
        void_at: ['int', '?'],
      },
      ['id'],
    );
    await table(
      schema,
      col,
      'reset_approvals',
      {
        request_id: ['id', '!'],
        by_id: ['id', '!'],
        at: ['int', '!'],
        note: ['text', '?'],
        void_at: ['int', '?'],
      },
      ['request_id', 'by_id'],
    );
    await table(
      schema,
      col,
      'seen_networks',
      { user_id: ['id', '!'], network_hash: ['text', '!'], first_at: ['int', '!'], last_at: ['int', '!'] },
      ['user_id', 'network_hash'],
    );
    await table(
      schema,
      col,
      'policy_versions',
      {
        version: ['int', '!'],
        document: ['json', '!'],
        reason: ['text', '!'],
        saved_by: ['id', '?'],
        saved_at: ['int', '!'],
      },
      ['version'],
    );
    await table(
      schema,
      col,
      'audit_head',
      { id: ['int', '!'], sequence: ['int', '!'], hash: ['text', '!'] },
      ['id'],
    );
    await table(
      schema,
      col,
      'audit_events',
      {
        sequence: ['int', '!'],
        id: ['id', '!'],
        at: ['int', '!'],
        action: ['text', '!'],
        actor_id: ['id', '?'],
        actor_name: ['text', '?'],
        target_id: ['id', '?'],
        target_name: ['text', '?'],
        data: ['json', '!'],
        previous_hash: ['text', '!'],
        hash: ['text', '!'],
      },
      ['sequence'],
    );
    await table(
      schema,
      col,
      'audit_checkpoints',
      {
        sequence: ['int', '!'],
        hash: ['text', '!'],
        at: ['int', '!'],
        key_version: ['int', '!'],
        signature: ['text', '!'],
      },
      ['sequence'],
    );
    await table(
      schema,
      col,
      'outbox',
      {
        id: ['id', '!'],
        kind: ['text', '!'],
        user_id: ['id', '?'],
        request_id: ['id', '?'],
        to_address: ['text', '!'],
        subject: ['text', '!'],
        sealed_body: ['text', '?'],
        preview: ['text', '!'],
        secret: ['flag', 0],
        state: ['text', '!'],
        attempts: ['int', 0],
        next_attempt_at: ['int', '!'],
        leased_until: ['int', 0],
        last_error: ['text', '?'],
        created_at: ['int', '!'],
        sent_at: ['int', '?'],
      },
      ['id'],
    );
    await table(schema, col, 'leases', { name: ['text', '!'], holder: ['text', '!'], until: ['int', '!'] }, [
      'name',
    ]);
    await table(schema, col, 'adoption_days', { day: ['text', '!'], on_count: ['int', '!'] }, ['day']);

    for (const statement of INDEXES) await sql.raw(statement).execute(schema);
    await sql`insert into audit_head (id, sequence, hash) values (1, 0, ${'0'.repeat(64)})`.execute(schema);
  },
};

// Partial unique indexes are what settles the races that they name.
const INDEXES = [
  'create unique index users_username on users (username)',
  // With the search text, so that a search reads this index and not the rows.
  'create index users_name on users (name_key, id, search_text)',
  'create index users_state on users (mfa_state, name_key, id)',
  "create index users_department_name on users (coalesce(department, ''), name_key, id)",
  'create index users_department on users (department, mfa_state)',
  'create index users_manager on users (manager_id)',
  'create index users_staff on users (is_staff, mfa_state) where is_staff = 1',
  'create index users_locked on users (name_key, id) where locked_at is not null',
  "create index users_suspended on users (name_key, id) where status = 'suspended'",
  'create index users_grace on users (grace_ends_at) where grace_ends_at is not null',
  'create index users_external on users (name_key, id) where external = 1',
  'create index users_last_sign_in on users (coalesce(last_sign_in_at, 0), id)',
  'create index user_roles_role on user_roles (role, user_id)',
  'create index contact_changes_user on contact_changes (user_id, at)',
  "create unique index authenticators_active on authenticators (user_id) where status = 'active'",
  "create unique index authenticators_pending on authenticators (user_id) where status = 'pending'",
  'create unique index sessions_token on sessions (token_hash)',
  'create index sessions_user on sessions (user_id)',
  'create unique index challenges_token on challenges (token_hash)',
  'create index challenges_user on challenges (user_id)',
  'create unique index password_links_token on password_links (token_hash)',
  'create index password_links_user on password_links (user_id)',
  'create index activation_codes_user on activation_codes (user_id)',
  'create unique index reset_requests_one_pending on reset_requests (user_id) where pending = 1',
  'create index reset_requests_queue on reset_requests (pending, opened_at, id)',
  'create index reset_requests_state on reset_requests (state, opened_at, id)',
  'create index reset_requests_user on reset_requests (user_id, opened_at)',
  'create index reset_requests_decided on reset_requests (decided_at)',
  'create index reset_requests_veto on reset_requests (veto_token_hash)',
  'create index reset_checks_request on reset_checks (request_id, at)',
  'create index audit_events_target on audit_events (target_id, sequence)',
  'create index audit_events_actor on audit_events (actor_id, sequence)',
  'create index audit_events_action on audit_events (action, sequence)',
  'create index audit_events_at on audit_events (at)',
  "create index outbox_due on outbox (next_attempt_at) where state <> 'sent'",
  'create index outbox_created on outbox (created_at, id)',
];
