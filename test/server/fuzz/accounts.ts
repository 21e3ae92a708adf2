import type { Insertable, Selectable } from 'kysely';
import type { Role } from '../../../contract/permissions.ts';
import type { Deps } from '../../../server/context.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import type { Db } from '../../../server/db/connection.ts';
import type { AuthenticatorsTable, UserRolesTable, UsersTable } from '../../../server/db/schema.ts';
import { setMfaState } from '../../../server/domain/people/mfaStore.ts';
import { currentPolicy } from '../../../server/domain/policy/current.ts';
import { createSession, findSession } from '../../../server/domain/sessions/store.ts';
import { bindSessions } from '../../support/bind.ts';
import type { Random } from '../../support/random.ts';

/** Somebody whom the fuzz signs in as; whatever a request did to the account is undone now and then. */
export interface Account {
  id: string;
  username: string;
  name: string;
  email: string;
  password: string;
  /** A code that this server has not seen: moves the clock to the next step. Without MFA any. */
  code(): string;
  /** A token that lets in now; mostly with a step-up. */
  token(): Promise<string>;
  /** That one as long as it lives. */
  use(token: string): void;
  restore(): Promise<void>;
}

interface Opened {
  username: string;
  password: string;
  roles: Role[];
  otpauthUri?: string;
}

export async function openAccount(
  deps: Deps,
  { username, password, roles, otpauthUri }: Opened,
  { random, advance }: { random: Random; advance: (ms: number) => void },
): Promise<Account> {
  const { db } = deps;
  const user = await db.kysely
    .selectFrom('users')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  const { id, name, email } = user;
  const of = (table: 'user_roles' | 'authenticators') =>
    db.kysely.selectFrom(table).selectAll().where('user_id', '=', id).execute();
  const saved = {
    user,
    roles: (await of('user_roles')) as Selectable<UserRolesTable>[],
    authenticators: (await of('authenticators')) as Selectable<AuthenticatorsTable>[],
  };
  const secret = otpauthUri === undefined ? '' : (new URL(otpauthUri).searchParams.get('secret') ?? '');
  let spent = 0;
  let held: string | null = null;
  let isGiven = false;

  async function made(): Promise<string> {
    const now = deps.now();
    const { document: policy } = await currentPolicy(db.kysely);
    return db.transaction(async (tx) => {
      const session = createSession(tx, deps, {
        user: { id, username, name, email, roles },
        policy,
        via: 'password',
        now,
        address: '192.0.2.1',
        userAgent: 'Firefox',
        factors: ['password', 'code'],
      });
      await tx.executeQuery(session.inserted);
      const { token } = session.made;
      await tx
        .updateTable('sessions')
        .set({ stepped_up_until: random(4) > 0 ? now + 300_000 : null })
        .where('user_id', '=', id)
        .execute();
      await bindSessions(tx, deps.keys, id);
      return token;
    });
  }

  return {
    id,
    username,
    name,
    email,
    password,
    code() {
      while (timeStep(deps.now()) <= spent) advance(30_000);
      spent = timeStep(deps.now());
      return secret === '' ? '000000' : codeAt(secret, spent);
    },
    async token() {
      const { kysely } = db;
      const now = deps.now();
      const found = held === null ? null : await findSession(kysely, deps.keys, { token: held, now });
      const living = found !== 'altered' && found;
      if (!living) await restore(db, saved, deps.now());
      const isStale = !isGiven && living && (living.steppedUpUntil ?? 0) < deps.now();
      if (!living || held === null || (isStale && random(3) > 0)) {
        held = await made();
        isGiven = false;
      }
      return held;
    },
    use(token) {
      held = token;
      isGiven = true;
    },
    restore: () => restore(db, saved, deps.now()),
  };
}

async function restore(
  db: Db,
  {
    user,
    roles,
    authenticators,
  }: {
    user: Insertable<UsersTable>;
    roles: Insertable<UserRolesTable>[];
    authenticators: Insertable<AuthenticatorsTable>[];
  },
  now: number,
): Promise<void> {
  const { id, version: _, ...columns } = user;
  await db.transaction(async (tx) => {
    // By the product's own way, which counts who has MFA by day.
    const isOff = columns.mfa_state === 'off';
    const change = isOff
      ? { from: ['on', 'reset_pending'] as const, state: 'off' as const }
      : { from: ['off'] as const, state: 'on' as const };
    await setMfaState(tx, { userId: id, ...change, now });
    await tx.updateTable('users').set(columns).where('id', '=', id).execute();
    await tx.deleteFrom('user_roles').where('user_id', '=', id).execute();
    // What is pending goes on.
    await tx.deleteFrom('authenticators').where('user_id', '=', id).where('status', '=', 'active').execute();
    if (roles.length > 0) await tx.insertInto('user_roles').values(roles).execute();
    if (authenticators.length > 0) await tx.insertInto('authenticators').values(authenticators).execute();
  });
}
