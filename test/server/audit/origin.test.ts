import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS } from '../../../contract/auditActions.ts';
import type { AuditAction } from '../../../contract/auditActions.ts';
import { sha256Hex } from '../../../server/crypto/hash.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { migrations } from '../../../server/db/migrations/index.ts';
import { endMac, eventMac } from '../../../server/crypto/auditMacs.ts';
import { appendAudit } from '../../../server/domain/audit/append.ts';
import { askedFrom } from '../../../server/domain/audit/origin.ts';
import { createAuditService } from '../../../server/features/audit/service.ts';
import { rowOfExported } from '../../../server/features/audit/exportLine.ts';
import type { ExportedEvent } from '../../../server/features/audit/exportLine.ts';
import { verifyExport } from '../../../server/features/audit/verifyExport.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { createTestDeps } from '../../support/deps.ts';
import { createAuditWorld, textOf } from './support/world.ts';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0';
const HERE = { address: '192.0.2.7', headers: { 'user-agent': FIREFOX } };

/** What the log tells an officer of these kinds, newest first. */
async function told({ call, administrator }: TestApp, of: Pick<TestPerson, 'id'>, action: AuditAction) {
  const token = await administrator.signIn();
  const { body } = await call('audit.list', { userId: of.id, action }, { token });
  return body.items;
}

async function challengeOf({ call }: TestApp, username: string): Promise<string> {
  const { body, text } = await call('signIn.start', { username, password: PASSWORD }, HERE);
  if (body.outcome !== 'code_required') throw new Error(text);
  return body.challenge;
}

forEachDatabase((open) => {
  describe('issue 12.2: the log tells how somebody got in', () => {
    it('with a code and without one are two things, each with address, browser and session', async () => {
      const test = await createTestApp({ db: await open() });
      const { call } = test;
      const short = await test.person({ username: 'short', mfa: false });
      const full = await test.person({ username: 'full' });
      const started = await call('signIn.start', { username: 'short', password: PASSWORD }, HERE);
      expect(started.body.outcome).toBe('signed_in');
      const challenge = await challengeOf(test, 'full');
      await call('signIn.verify', { challenge, code: full.code() }, HERE);

      const [bare] = await told(test, short, 'sign_in.succeeded');
      const [whole] = await told(test, full, 'sign_in.succeeded');
      const from = { address: '192.0.2.7', userAgent: FIREFOX, session: expect.any(String) as string };
      expect(bare?.origin).toEqual({ ...from, factors: ['password'] });
      expect(whole?.origin).toEqual({ ...from, factors: ['password', 'code'] });
      expect(bare?.origin?.session).not.toBe(whole?.origin?.session);
    });

    it('what was wrong says what, and from where; a code that was used before says so', async () => {
      const test = await createTestApp({ db: await open() });
      const { call } = test;
      const jo = await test.person({ username: 'jo' });
      await call('signIn.start', { username: 'jo', password: 'wrong' }, HERE);
      const [wrongPassword] = await told(test, jo, 'sign_in.password_wrong');
      const nobody = { address: '192.0.2.7', userAgent: FIREFOX, session: null };
      expect(wrongPassword?.origin).toEqual({ ...nobody, factors: ['password'] });

      const code = jo.code();
      await call('signIn.verify', { challenge: await challengeOf(test, 'jo'), code }, HERE);
      const again = await call('signIn.verify', { challenge: await challengeOf(test, 'jo'), code }, HERE);
      const wrong = await call(
        'signIn.verify',
        { challenge: await challengeOf(test, 'jo'), code: '000000' },
        HERE,
      );
      // SECURITY: whoever tries a used code must not hear that it was right (S-105).
      expect(again.problem.code).toBe(wrong.problem.code);
      const [second, first] = await told(test, jo, 'mfa.wrong_code');
      expect(first).toMatchObject({
        data: { inARow: 1, usedBefore: true },
        origin: { ...nobody, factors: ['password', 'code'] },
      });
      expect(second?.data).toEqual({ inARow: 2 });

      for (let count = 3; count <= 10; count += 1) {
        test.clock.advance(60_000);
        await call('signIn.verify', { challenge: await challengeOf(test, 'jo'), code: '000000' }, HERE);
      }
      const [locked] = await told(test, jo, 'mfa.locked');
      expect(locked).toMatchObject({ actor: null, origin: { ...nobody, factors: ['password', 'code'] } });
    });

    it('a first set-up is no code of an app that was there; a mailed link, a step-up and an export are named', async () => {
      const test = await createTestApp({ db: await open() });
      const { call, administrator, services } = test;
      const [setUp] = await told(test, administrator, 'mfa.set_up');
      expect(setUp?.origin?.factors).toEqual(['password', 'new_authenticator']);

      const jo = await test.person({ username: 'jo' });
      await call('password.forgot', { username: 'jo' }, HERE);
      await services.passwordLinks.settled();
      const link = (await test.mails())
        .map(({ text }) => /\/set-password#(\S+)/.exec(text)?.[1])
        .find(Boolean);
      const password = 'another-long-password-of-hers';
      await call('password.confirm', { token: link ?? '', password }, HERE);
      const [asked] = await told(test, jo, 'password.link_sent');
      expect(asked?.origin).toEqual({ address: '192.0.2.7', userAgent: FIREFOX, session: null, factors: [] });
      const [set] = await told(test, jo, 'password.set_by_link');
      expect(set?.origin).toMatchObject({ address: '192.0.2.7', session: null, factors: ['mailed_link'] });

      const token = await administrator.signIn({ stepUp: true });
      await call('audit.export', { format: 'jsonl' }, { token, ...HERE });
      const [exported] = await told(test, administrator, 'audit.exported');
      expect(exported?.origin?.factors).toEqual(['password', 'code', 'step_up']);
    });

    it('a reset request, its checks and its decision say by which session; what Gatehouse does by itself says nothing', async () => {
      const test = await createTestApp({ db: await open() });
      const { call, clock } = test;
      const desk = await test.person({ username: 'desk', roles: ['help_desk'] });
      const officer = await test.person({ username: 'officer', roles: ['security_officer'] });
      const jo = await test.person({ username: 'jo' });
      const asked = await call(
        'signIn.requestReset',
        { challenge: await challengeOf(test, 'jo'), reason: 'broken' },
        HERE,
      );
      const { requestId: id, requestCode } = asked.body;
      const atDesk = { token: await desk.signIn({ address: '198.51.100.4' }), address: '198.51.100.4' };
      await call(
        'resetRequests.recordCheck',
        { id, kind: 'request_code', outcome: 'pass', requestCode },
        atDesk,
      );
      await call('resetRequests.recordCheck', { id, kind: 'in_person', outcome: 'pass' }, atDesk);
      const deciding = {
        token: await officer.signIn({ stepUp: true, address: '2001:db8::9' }),
        address: '2001:db8::9',
      };
      const approved = await call('resetRequests.approve', { id }, deciding);
      expect(approved.body.state).toBe('completed');
      clock.advance(1000);

      const opened = (await told(test, jo, 'reset_request.opened'))[0];
      expect(opened?.origin).toMatchObject({ address: '192.0.2.7', session: null, factors: ['password'] });
      const check = (await told(test, jo, 'reset_request.check_recorded'))[0];
      expect(check?.origin).toMatchObject({ address: '198.51.100.4', factors: ['password', 'code'] });
      const decided = (await told(test, jo, 'reset_request.approved'))[0];
      expect(decided?.origin).toMatchObject({
        address: '2001:db8::9',
        factors: ['password', 'code', 'step_up'],
      });
      expect((await told(test, jo, 'mfa.reset'))[0]?.origin).toBeNull();
      expect((await told(test, jo, 'reset_request.completed'))[0]?.origin).toBeNull();

      // What else did that session do?
      const session = decided?.origin?.session ?? '';
      const token = await test.administrator.signIn();
      const did = await call('audit.list', { session }, { token });
      expect(did.body.items.map(({ action }) => action)).toEqual([
        'reset_request.approved',
        'step_up.succeeded',
        'sign_in.succeeded',
      ]);
      const there = await call('audit.list', { address: '[2001:0DB8::9]:443', limit: 50 }, { token });
      expect(there.body.total.count).toBe(3);
      expect(there.body.items.every(({ origin }) => origin?.address === '2001:db8::9')).toBe(true);
    });

    it('a request that staff open for a caller comes from nowhere, and the log says where staff sat', async () => {
      const test = await createTestApp({ db: await open() });
      const desk = await test.person({ username: 'desk', roles: ['help_desk'] });
      const jo = await test.person({ username: 'jo' });
      const staff = { token: await desk.signIn(), address: '198.51.100.4', headers: HERE.headers };
      const plea = { userId: jo.id, reason: 'broken', note: '' } as const;
      const { body } = await test.call('resetRequests.open', plea, staff);
      expect(body.origin).toEqual({ address: null, userAgent: null });
      const [opened] = await told(test, jo, 'reset_request.opened');
      expect(opened?.origin).toMatchObject({ address: '198.51.100.4', userAgent: FIREFOX });
    });

    it('people see from where they signed in and who tried to be them, and not from where staff acted', async () => {
      const test = await createTestApp({ db: await open() });
      const { call, administrator } = test;
      const jo = await test.person({ username: 'jo' });
      await call('signIn.start', { username: 'jo', password: 'wrong' }, { ...HERE, address: '203.0.113.66' });
      const staff = { token: await administrator.signIn({ stepUp: true }), address: '198.51.100.4' };
      await call('users.update', { id: jo.id, department: 'Finance' }, staff);
      const token = await jo.signIn({ address: '192.0.2.7' });
      const { items } = (await call('me.history', {}, { token })).body;
      const of = (action: string) => items.find((event) => event.action === action);
      expect(of('sign_in.succeeded')?.origin).toMatchObject({
        address: '192.0.2.7',
        factors: ['password', 'code'],
      });
      expect(of('sign_in.password_wrong')?.origin?.address).toBe('203.0.113.66');
      expect(of('user.updated')?.origin).toBeNull();
      const { body } = await call('users.history', { id: jo.id }, staff);
      expect(body.items[0]).not.toHaveProperty('origin');
    });

    it('S-52: the session in the log is neither its token nor made of it', async () => {
      const test = await createTestApp({ db: await open() });
      const token = await test.administrator.signIn({ stepUp: true });
      await test.call('audit.export', { format: 'csv' }, { token });
      const rows = await test.deps.db.kysely.selectFrom('audit_events').selectAll().execute();
      const log = JSON.stringify(rows);
      expect(log).not.toContain(token);
      expect(log).not.toContain(sha256Hex(token));
      expect(new Set(rows.map(({ session_id }) => session_id)).size).toBeGreaterThan(1);
    });

    it('S-106: behind a proxy the address is its client’s, plain, or none where it is no address', async () => {
      const test = await createTestApp({ db: await open(), config: { trustProxy: ['127.0.0.1'] } });
      const { call } = test;
      const jo = await test.person({ username: 'jo', mfa: false });
      const by = (forwarded: string, agent: string) =>
        call(
          'signIn.start',
          { username: 'jo', password: PASSWORD },
          { headers: { 'x-forwarded-for': forwarded, 'user-agent': agent } },
        );
      await by('[2001:db8::1]:41234', 'curl/8.17.0');
      await by('<b>unknown</b>', `\u009bX\u00ad${'y'.repeat(4000)}`);
      const [odd, plain] = await told(test, jo, 'sign_in.succeeded');
      expect(plain?.origin).toMatchObject({ address: '2001:db8::1', userAgent: 'curl/8.17.0' });
      expect(odd?.origin?.address).toBeNull();
      expect(odd?.origin?.userAgent).toMatch(/^\[U\+009B\]X\[U\+00AD\]y+$/);
      expect(odd?.origin?.userAgent?.length).toBeLessThanOrEqual(300);
    });

    it('what a session or an address did is found by an index', async () => {
      const { deps } = await createAuditWorld(open);
      const { db } = deps;
      for (const column of ['session_id', 'address'] as const) {
        const plan = await db.transaction(async (tx) => {
          // A table of nothing is read through by whoever may choose.
          if (db.dialect === 'postgres') await sql`set local enable_seqscan = off`.execute(tx);
          const explain = db.dialect === 'postgres' ? sql`explain` : sql`explain query plan`;
          return sql`${explain} select * from audit_events where ${sql.ref(column)} = ${'x'} order by sequence desc limit 51`.execute(
            tx,
          );
        });
        expect(JSON.stringify(plan.rows)).toContain(`audit_events_${column.replace('_id', '')}`);
      }
    });

    it('each kind of event carries it or never does', async () => {
      const { deps, clock } = await createAuditWorld(open);
      const asking = {
        address: '192.0.2.7',
        userAgent: FIREFOX,
        session: 's',
        factors: ['password'],
      } as const;
      const actions = Object.keys(AUDIT_ACTIONS) as AuditAction[];
      await askedFrom(asking, () =>
        deps.db.transaction(async (tx) => {
          for (const action of actions)
            await appendAudit(tx, deps, { at: clock.now(), action, actor: null, target: null });
        }),
      );
      const rows = await deps.db.kysely.selectFrom('audit_events').selectAll().orderBy('sequence').execute();
      const carried = rows.filter(({ address }) => address !== null).map(({ action }) => action);
      expect(carried).toEqual(actions.filter((action) => AUDIT_ACTIONS[action] === 'request'));
      const whole = { address: '192.0.2.7', user_agent: FIREFOX, session_id: 's', factors: 'password' };
      for (const { address, user_agent, session_id, factors, action } of rows)
        if (carried.includes(action)) expect({ address, user_agent, session_id, factors }).toEqual(whole);
        else expect([address, user_agent, session_id, factors]).toEqual([null, null, null, null]);
    });
  });

  describe('issue 12.2: what is older than that', () => {
    const lines = readFileSync(join(import.meta.dirname, 'support', 'export-of-before.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    const head = JSON.parse(lines[0] ?? '') as { publicKeys: Record<string, string> };
    const events = lines
      .map((line) => JSON.parse(line) as Partial<ExportedEvent>)
      .filter((line): line is ExportedEvent => line.sequence !== undefined);

    it('an export of before still verifies', async () => {
      const verdict = await verifyExport(lines, (version) => head.publicKeys[version] ?? null);
      expect(verdict).toMatchObject({ ok: true, events: events.length, problems: [] });
    });

    it('a database of before opens, verifies, and goes on with events that say where they came from', async () => {
      const db = await open('empty');
      const before = migrations.filter(({ name }) => name < '0022');
      await migrate(db, before, () => 0);
      const { keys } = await createTestDeps(await open());
      const rows = events.map(rowOfExported).map(({ address, user_agent, session_id, factors, ...row }) => {
        expect([address, user_agent, session_id, factors]).toEqual([null, null, null, null]);
        return { ...row, mac: eventMac(keys, row.hash) };
      });
      await db.kysely.insertInto('audit_events').values(rows).execute();
      const last = rows.at(-1);
      const end = { sequence: rows.length, hash: last?.hash ?? '', checkpoints: 0 };
      await db.kysely
        .updateTable('audit_head')
        .set({ ...end, mac: endMac(keys, end) })
        .execute();

      const deps = await createTestDeps(db);
      const audit = createAuditService(deps);
      const now = last?.at ?? 0;
      expect(await audit.verify(now)).toMatchObject({ ok: true, events: rows.length, problems: [] });
      const origin = {
        address: '192.0.2.7',
        userAgent: FIREFOX,
        session: null,
        factors: ['password'],
      } as const;
      await db.transaction((tx) =>
        appendAudit(tx, deps, { at: now, action: 'sign_in.succeeded', actor: null, target: null, origin }),
      );
      expect(await audit.verify(now)).toMatchObject({ ok: true, events: rows.length + 1, problems: [] });
      const [newest, older] = (await audit.list({})).items;
      expect(newest?.origin?.address).toBe('192.0.2.7');
      expect(older?.origin).toBeNull();
    });

    it('an export of today verifies, and shows an origin that was changed or taken away', async () => {
      const { deps, audit, actor, clock } = await createAuditWorld(open);
      const asking = {
        address: '192.0.2.7',
        userAgent: FIREFOX,
        session: 's',
        factors: ['password', 'code'],
      } as const;
      await askedFrom(asking, () =>
        deps.db.transaction((tx) =>
          appendAudit(tx, deps, { at: clock.now(), action: 'sign_in.succeeded', actor: null, target: null }),
        ),
      );
      const text = await textOf(await audit.export(actor, { format: 'jsonl' }, clock.now()));
      const today = text.trimEnd().split('\n');
      const known = (JSON.parse(today[0] ?? '') as typeof head).publicKeys;
      const verdict = (some: string[]) => verifyExport(some, (version) => known[version] ?? null);
      expect(text).toContain('"factors":["password","code"]');
      expect((await verdict(today)).ok).toBe(true);
      const forged = [
        text.replace('192.0.2.7', '192.0.2.8'),
        text.replace('["password","code"]', '["password"]'),
        text.replace(/"origin":\{[^}]*\},/, ''),
      ];
      for (const each of forged) expect((await verdict(each.trimEnd().split('\n'))).ok).toBe(false);
      const csv = await textOf(await audit.export(actor, { format: 'csv' }, clock.now()));
      const [columns, first] = csv.split('\r\n');
      expect(columns?.endsWith(',hash,address,user agent,session,factors,people in data')).toBe(true);
      expect(first?.endsWith(`,192.0.2.7,${FIREFOX},s,"password,code",`)).toBe(true);
    });
  });
});
