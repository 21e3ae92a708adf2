import { voice } from '../voice.ts';
import { onTestFinished } from 'vitest';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { CheckInput, ResetRequest } from '../../../contract/operations/resetRequests.ts';
import type { Deps } from '../../../server/context.ts';
import { DAY } from '../../../server/time.ts';
import { unseal } from '../../../server/crypto/seal.ts';
import { uuidv7 } from '../../../server/crypto/random.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import type { Db } from '../../../server/db/connection.ts';
import type { UsersTable } from '../../../server/db/schema.ts';
import { appendAudit } from '../../../server/domain/audit/append.ts';
import { bodyContext } from '../../../server/domain/mail/write.ts';
import { bindPassword } from '../../../server/domain/people/macs.ts';
import { createDefaultPolicy } from '../../../server/domain/policy/defaultPolicy.ts';
import { boundVersion } from '../../../server/domain/policy/macs.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { createResetRequestService } from '../../../server/features/resetRequests/service.ts';
import type { OwnSession } from '../../../server/features/resetRequests/asking/proof.ts';
import type { ResetRequestService } from '../../../server/features/resetRequests/service.ts';
import { Refusal } from '../../../server/refusal.ts';
import { bindRoles, bindWithoutMfa } from '../../support/bind.ts';
import { createClock, createTestDeps, putPerson } from '../../support/deps.ts';
import type { Clock } from '../../support/deps.ts';

export interface Actor {
  userId: string;
  name: string;
  steppedUpUntil: number | null;
}

type StaffRole = 'auditor' | 'help_desk' | 'security_officer' | 'administrator';

/** A help desk without HTTP: the reset service on a database, with people whose roles are old enough. */
export interface Desk {
  deps: Deps;
  clock: Clock;
  resets: ResetRequestService;
  /** A person with MFA on. `rolesSince` in days ago. */
  person(
    username: string,
    options?: { roles?: StaffRole[]; rolesDays?: number; grantedBy?: string } & Partial<UsersTable>,
  ): Promise<Actor>;
  policy(change: Partial<PolicyDocument>): Promise<void>;
  /** Opens at the code screen. */
  ask(
    user: Actor,
    options?: { reason?: 'lost_or_stolen' | 'broken'; note?: string; address?: string; userAgent?: string },
  ): Promise<{ id: string; code: string }>;
  /** A session of that person, made now (UTC ms) by a password and a code. */
  session(actor: Pick<Actor, 'userId'>, now?: number): Promise<OwnSession>;
  check(id: string, actor: Actor, check: CheckInput): Promise<ResetRequest>;
  approve(id: string, actor: Actor): Promise<ResetRequest>;
  deny(id: string, actor: Actor, suspectedAttack?: boolean): Promise<ResetRequest>;
  view(id: string, actor: Actor): Promise<ResetRequest>;
  user(actor: Actor): Promise<{ mfa_state: string; setup_due: number; locked_at: number | null }>;
  actions(): Promise<string[]>;
  mails(): Promise<{ kind: string; to: string; text: string }[]>;
  /** A contact of that person changed so many days ago. */
  changed(
    actor: Actor,
    field: 'email' | 'phone' | 'mobile' | 'manager',
    daysAgo: number,
    how?: { first?: boolean; by?: Actor },
  ): Promise<void>;
  /** That person set up for the first time so many days ago. */
  setUp(actor: Actor, daysAgo: number): Promise<void>;
  /** That person was made now, by a form or a file of `by`. */
  made(actor: Actor, by: Actor): Promise<void>;
}

interface DeskOptions {
  /** Closed by whoever opened it; one in memory unless told. */
  db?: Db;
  clock?: Clock;
  smtp?: boolean;
}

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const { db = openDatabase({ memory: true }), clock = createClock() } = options;
  if (!options.db) onTestFinished(() => db.close());
  const deps = await createTestDeps(db, {
    clock,
    config: options.smtp ? { smtpUrl: 'smtp://127.0.0.1:1' } : {},
  });
  const resets = createResetRequestService(deps);
  await db.transaction(async (tx) => {
    await tx
      .insertInto('organisation')
      .values({ id: 1, name: 'Northwind', kind: 'server', created_at: clock.now() - 400 * DAY })
      .execute();
    await createDefaultPolicy(tx, deps.keys, { savedBy: null, now: clock.now() });
  });
  let version = 1;

  return {
    deps,
    clock,
    resets,
    async person(username, { roles = [], rolesDays = 100, grantedBy = null, ...columns } = {}) {
      const userId = await putPerson(deps, { username, roles });
      await db.kysely
        .updateTable('user_roles')
        .set({ granted_at: clock.now() - rolesDays * DAY, granted_by: grantedBy })
        .where('user_id', '=', userId)
        .execute();
      await bindRoles(db.kysely, deps.keys);
      const { password_hash: hash } = columns;
      const password = typeof hash === 'string' ? bindPassword(deps.keys, userId, hash) : {};
      await db.kysely
        .updateTable('users')
        .set({
          mfa_state: 'on',
          mfa_since: clock.now(),
          created_at: clock.now() - 300 * DAY,
          ...columns,
          ...password,
        })
        .where('id', '=', userId)
        .execute();
      await db.transaction((tx) => bindWithoutMfa(tx, deps.keys));
      await db.kysely
        .insertInto('authenticators')
        .values({
          id: uuidv7(clock.now(), deps.random),
          user_id: userId,
          status: 'active',
          sealed_secret: 'never opened here',
          last_step: 0,
          wrong_tries: 0,
          created_at: clock.now(),
        })
        .execute();
      const name = username.charAt(0).toUpperCase() + username.slice(1);
      return { userId, name, steppedUpUntil: Number.MAX_SAFE_INTEGER };
    },
    async policy(change) {
      version += 1;
      const document = JSON.stringify({ ...DEFAULT_POLICY, ...change });
      await db.kysely
        .insertInto('policy_versions')
        .values(
          boundVersion(deps.keys, {
            version,
            document,
            reason: 'test',
            saved_by: null,
            saved_at: clock.now(),
          }),
        )
        .execute();
    },
    async ask(user, { reason = 'lost_or_stolen', note, address = '192.0.2.1', userAgent = 'Firefox' } = {}) {
      const opened = await resets.openFromSignIn({
        userId: user.userId,
        reason,
        note: note ?? null,
        address,
        userAgent,
        now: clock.now(),
      });
      return { id: opened.requestId, code: opened.requestCode };
    },
    async session({ userId }, now = clock.now()) {
      const sessionId = uuidv7(now, deps.random);
      await db.kysely
        .insertInto('sessions')
        .values({
          id: sessionId,
          user_id: userId,
          token_hash: sessionId,
          created_at: now,
          last_seen_at: now,
          expires_at: now + DAY,
          idle_ms: DAY,
          via: 'password',
        })
        .execute();
      return { userId, sessionId, steppedUpUntil: null };
    },
    check: (id, actor, check) => resets.recordCheck({ id, check, actor, now: clock.now(), voice }),
    approve: (id, actor) => resets.approve({ id, note: null, actor, now: clock.now(), voice }),
    deny: (id, actor, suspectedAttack = false) =>
      resets.deny({ id, reason: 'Could not be reached.', suspectedAttack, actor, now: clock.now(), voice }),
    view: (id, actor) => resets.view({ id, actor, now: clock.now(), voice }),
    user: (actor) =>
      db.kysely
        .selectFrom('users')
        .select(['mfa_state', 'setup_due', 'locked_at'])
        .where('id', '=', actor.userId)
        .executeTakeFirstOrThrow(),
    async actions() {
      const rows = await db.kysely.selectFrom('audit_events').select('action').orderBy('sequence').execute();
      return rows.map(({ action }) => action);
    },
    async mails() {
      const rows = await db.kysely
        .selectFrom('outbox')
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => {
        const { text } = JSON.parse(unseal(deps.keys, bodyContext(row), row.sealed_body ?? '')) as {
          text: string;
        };
        return { kind: row.kind, to: row.to_address, text };
      });
    },
    async changed(actor, field, daysAgo, { first = false, by } = {}) {
      const at = clock.now() - daysAgo * DAY;
      await db.kysely
        .insertInto('contact_changes')
        .values({
          id: uuidv7(at, deps.random),
          user_id: actor.userId,
          field,
          old_value: first ? null : 'old@example.org',
          new_value: 'new',
          first: first ? 1 : 0,
          by_id: by?.userId ?? null,
          at,
        })
        .execute();
    },
    async setUp({ userId: id, name }, daysAgo) {
      const event = {
        at: clock.now() - daysAgo * DAY,
        action: 'mfa.set_up' as const,
        actor: { id, name },
      };
      await db.transaction((tx) => appendAudit(tx, deps, { ...event, target: event.actor }));
    },
    async made(actor, by) {
      const event = { at: clock.now(), action: 'user.created' as const, data: { imported: true } };
      const people = {
        actor: { id: by.userId, name: by.name },
        target: { id: actor.userId, name: actor.name },
      };
      await db.transaction((tx) => appendAudit(tx, deps, { ...event, ...people }));
    },
  };
}

export const PHONE = { phone: '+442079460041', mobile: '+447700900041' };

/** A desk with Jo, who asks, Priya at the help desk, Ana the administrator and Omar the security officer. */
export async function openStaffedDesk(
  options: DeskOptions = {},
): Promise<Desk & { jo: Actor; priya: Actor; ana: Actor; omar: Actor }> {
  const opened = await openDesk(options);
  return {
    ...opened,
    jo: await opened.person('jo', PHONE),
    priya: await opened.person('priya', { roles: ['help_desk'] }),
    ana: await opened.person('ana', { roles: ['administrator'] }),
    omar: await opened.person('omar', { roles: ['security_officer'] }),
  };
}

/** The code of the refusal that an act ends in; `done` where it doesn't. */
export async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
