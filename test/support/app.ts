import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Logger } from 'pino';
import { onTestFinished } from 'vitest';
import type { InputOf, OperationName, OutputOf } from '../../contract/operations.ts';
import { API_BASE, operationOf } from '../../contract/operations.ts';
import type { Problem } from '../../contract/errors.ts';
import { splitInput } from '../../contract/define.ts';
import type { Role } from '../../contract/permissions.ts';
import type { PolicyDocument } from '../../contract/operations/policy.ts';
import { createApp } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import type { Deps } from '../../server/context.ts';
import { unseal } from '../../server/crypto/seal.ts';
import { codeAt, timeStep } from '../../server/crypto/totp.ts';
import { openDatabase } from '../../server/db/connection.ts';
import type { Db } from '../../server/db/connection.ts';
import { createOrganisation } from '../../server/features/setup/createOrganisation.ts';
import { bodyContext } from '../../server/domain/mail/write.ts';
import { boundVersion } from '../../server/domain/policy/macs.ts';
import { createUser } from '../../server/domain/people/createUser.ts';
import { bindWaiver } from '../../server/domain/people/macs.ts';
import type { AllHandlers } from '../../server/http/handlers.ts';
import { createServices } from '../../server/services.ts';
import type { Serving } from '../../server/serving.ts';
import type { Services } from '../../server/services.ts';
import type { Tracing } from '../../server/tracing.ts';
import { createClock, createTestDeps } from './deps.ts';
import type { Clock } from './deps.ts';

/** An answer as a program reads it. */
export interface Answer<T> {
  status: number;
  body: T;
  problem: Problem;
  headers: LightMyRequestResponse['headers'];
  text: string;
}

export interface CallOptions {
  token?: string;
  address?: string;
  headers?: Record<string, string>;
}

/** Mail that the environment fixes, so that invitations go at once; nobody answers there. */
export const FIXED_MAIL = { smtpUrl: 'smtp://mail.example' };

export const PASSWORD = 'correct-horse-battery-staple';

export interface TestApp {
  close(): Promise<void>;
  app: FastifyInstance;
  deps: Deps;
  services: Services;
  clock: Clock;
  /** The organisation's first administrator, who has MFA on. */
  administrator: TestPerson;
  call<N extends OperationName>(
    name: N,
    input: InputOf<N>,
    options?: CallOptions,
  ): Promise<Answer<OutputOf<N>>>;
  /** A person with the password `PASSWORD`. */
  person(input: PersonInput): Promise<TestPerson>;
  setPolicy(change: Partial<PolicyDocument>): Promise<void>;
  /** Mails in the outbox as their readers would see them, oldest first. */
  mails(): Promise<{ kind: string; to: string; subject: string; text: string }[]>;
  /** What the audit log says, oldest first. */
  audit(): Promise<
    { action: string; targetId: string | null; actorId: string | null; data: Record<string, unknown> }[]
  >;
}

interface PersonInput {
  username: string;
  name?: string;
  email?: string;
  roles?: Role[];
  department?: string;
  phone?: string;
  mobile?: string;
  /** Whether to set up MFA; on unless told. */
  mfa?: boolean;
}

export interface TestPerson {
  id: string;
  username: string;
  /** The TOTP secret where MFA is on. */
  secret: string;
  /** A code that has not been used yet: moves the clock to the next step. */
  code(): string;
  /** Signs in and answers the token; with a step-up where asked. */
  signIn(options?: { stepUp?: boolean; address?: string }): Promise<string>;
}

/** The server in memory with an organisation, through `app.inject`; closed after the test, or by `close` with `keep`. */
export async function createTestApp(
  options: {
    config?: Partial<Config>;
    db?: Db;
    clock?: Clock;
    log?: Logger;
    empty?: boolean;
    serving?: Serving;
    tracing?: Tracing | null;
    /** Handlers that stand in for the product's own. */
    handlers?: Partial<AllHandlers>;
    keep?: boolean;
  } = {},
): Promise<TestApp> {
  const clock = options.clock ?? createClock();
  const db = options.db ?? openDatabase({ memory: true });
  const deps = await createTestDeps(db, {
    clock,
    log: options.log,
    config: { addressLimit: 1_000_000, ...options.config },
  });
  const own = createServices(deps);
  const services = { ...own, handlers: { ...own.handlers, ...options.handlers } };
  // An answer that the contract doesn't tell of fails whoever sees it: as a 500, and here by name.
  const undeclared: string[] = [];
  const onUndeclared = (sentence: string) => {
    undeclared.push(sentence);
    throw new Error(sentence);
  };
  const app = await createApp(deps, {
    services,
    webShell: null,
    onUndeclared,
    ...(options.serving ? { serving: options.serving } : {}),
    ...(options.tracing ? { tracing: options.tracing } : {}),
  });
  const close = async () => {
    await app.close();
    await db.close();
  };
  if (!options.keep) onTestFinished(close);

  const call: TestApp['call'] = async (name, input, { token, address, headers } = {}) => {
    const operation = operationOf(name);
    const { path, query, body } = splitInput(operation, input as Record<string, unknown>);
    const response = await app.inject({
      method: operation.method,
      url: API_BASE + path,
      query,
      remoteAddress: address ?? '127.0.0.1',
      headers: {
        host: 'localhost',
        ...(body === undefined ? {} : { 'content-type': operation.textBody ?? 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    if (undeclared.length > 0) throw new Error(undeclared.join(' '));
    const json = /\/(problem\+)?json/.test(String(response.headers['content-type']))
      ? (response.json() as unknown)
      : undefined;
    const { statusCode: status, headers: answered, body: text } = response;
    return { status, body: json as never, problem: json as Problem, headers: answered, text };
  };

  const passwordHash = await deps.passwords.hash(PASSWORD);
  const lastStep = new Map<string, number>();

  async function secretOf(userId: string): Promise<string> {
    const row = await db.kysely
      .selectFrom('authenticators')
      .select(['id', 'sealed_secret'])
      .where('user_id', '=', userId)
      .where('status', '=', 'active')
      .executeTakeFirstOrThrow();
    return unseal(deps.keys, { purpose: 'authenticator', userId, recordId: row.id }, row.sealed_secret);
  }

  function personFor(id: string, username: string, secret: string): TestPerson {
    const person: TestPerson = {
      id,
      username,
      secret,
      code() {
        const spent = lastStep.get(id) ?? 0;
        while (timeStep(clock.now()) <= spent) clock.advance(30_000);
        const step = timeStep(clock.now());
        lastStep.set(id, step);
        return codeAt(person.secret, step);
      },
      async signIn({ stepUp = false, address } = {}) {
        const at = address === undefined ? {} : { address };
        const started = await call('signIn.start', { username, password: PASSWORD }, at);
        if (started.body.outcome === 'signed_in') return started.body.session.token ?? '';
        if (started.body.outcome !== 'code_required') throw new Error(started.text);
        const { challenge } = started.body;
        const verified = await call('signIn.verify', { challenge, code: person.code() }, at);
        if (verified.status !== 200) throw new Error(verified.text);
        const token = verified.body.session.token ?? '';
        if (!stepUp) return token;
        const stepped = await call('me.stepUp', { code: person.code() }, { token, ...at });
        return stepped.body.session.token ?? '';
      },
    };
    return person;
  }

  /** Through the product's own setup, so that every test person got there as a user does. */
  async function enrol(id: string, username: string): Promise<TestPerson> {
    await db.kysely
      .updateTable('users')
      .set(bindWaiver(deps.keys, id, clock.now() + 60_000))
      .where('id', '=', id)
      .execute();
    const started = await call('signIn.start', { username, password: PASSWORD });
    const ready =
      started.body.outcome === 'signed_in' ? await enrolSignedIn(started.body.session.token ?? '') : null;
    if (ready === null) {
      if (started.body.outcome !== 'setup_required') throw new Error(started.text);
      const { challenge } = started.body;
      const { body } = await call('signIn.beginEnrolment', { challenge });
      const code = codeAt(body.secret, timeStep(clock.now()));
      const done = await call('signIn.confirmEnrolment', { challenge, enrolmentId: body.enrolmentId, code });
      if (done.status !== 200) throw new Error(done.text);
    }
    lastStep.set(id, timeStep(clock.now()));
    return personFor(id, username, await secretOf(id));
  }

  async function enrolSignedIn(token: string): Promise<true> {
    const { body } = await call('me.beginEnrolment', {}, { token });
    const code = codeAt(body.secret, timeStep(clock.now()));
    const done = await call('me.confirmEnrolment', { enrolmentId: body.enrolmentId, code }, { token });
    if (done.status !== 200) throw new Error(done.text);
    return true;
  }

  const test: TestApp = {
    close,
    app,
    deps,
    services,
    clock,
    administrator: personFor('', '', ''),
    call,
    async person({
      mfa = true,
      roles = [],
      username,
      name = username,
      email = `${username}@example.org`,
      ...rest
    }) {
      const user = await db.transaction((tx) =>
        createUser(
          tx,
          deps,
          { username, name, email, roles, passwordHash, ...rest },
          { by: null, now: clock.now() },
        ),
      );
      if (!user) throw new Error(`${username} is taken.`);
      const { id } = user;
      return mfa ? enrol(id, username) : personFor(id, username, '');
    },
    async setPolicy(change) {
      const row = await db.kysely
        .selectFrom('policy_versions')
        .selectAll()
        .orderBy('version', 'desc')
        .executeTakeFirstOrThrow();
      const document = JSON.stringify({ ...(JSON.parse(row.document) as object), ...change });
      await db.kysely
        .insertInto('policy_versions')
        .values(
          boundVersion(deps.keys, { ...row, version: row.version + 1, document, saved_at: clock.now() }),
        )
        .execute();
    },
    async mails() {
      const rows = await db.kysely
        .selectFrom('outbox')
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => {
        const { kind, to_address: to, subject, sealed_body: sealed, preview } = row;
        if (sealed === null) return { kind, to, subject, text: preview };
        const { text } = JSON.parse(unseal(deps.keys, bodyContext(row), sealed)) as { text: string };
        return { kind, to, subject, text };
      });
    },
    async audit() {
      const rows = await db.kysely.selectFrom('audit_events').selectAll().orderBy('sequence').execute();
      return rows.map((row) => ({
        action: row.action,
        targetId: row.target_id,
        actorId: row.actor_id,
        data: JSON.parse(row.data) as Record<string, unknown>,
      }));
    },
  };
  if (options.empty) return test;
  const { id: adminId } = await db.transaction((tx) =>
    createOrganisation(tx, deps, {
      name: 'Northwind',
      kind: 'server',
      administrator: { username: 'admin', name: 'Ada Admin', email: 'admin@example.org', passwordHash },
      now: clock.now(),
    }),
  );
  test.administrator = await enrol(adminId, 'admin');
  return test;
}
