import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { mailUser } from '../../../server/domain/mail/enqueue.ts';
import type { UserMailKind } from '../../../server/domain/mail/kinds.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { createDelivery } from '../../../server/features/outbox/deliver.ts';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import { storeSetting } from '../../../server/domain/settings/store.ts';
import { createTestApp } from '../../support/app.ts';
import { createTestDeps, createClock, putPerson } from '../../support/deps.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { startMailServer } from '../../support/mailServer.ts';
import type { MailServer } from '../../support/mailServer.ts';
import { openDesk } from '../resetRequests/desk.ts';
import type { Db } from '../../../server/db/connection.ts';

const servers: MailServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function mailServer(): Promise<MailServer> {
  const server = await startMailServer();
  servers.push(server);
  return server;
}

const NO_SUCH = { status: 550, says: '5.1.1 User unknown in local recipient table' };
const CODE = 'CANARY-2345-6789-ABCD';

/** An outbox by itself, and what its server logs. */
async function createWorld(db: Db) {
  const server = await mailServer();
  const clock = createClock();
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => logged.push(JSON.parse(line)) });
  const deps = await createTestDeps(db, { clock, log, config: { smtpUrl: server.url } });
  const userId = await putPerson(deps, { username: 'maria' });
  const delivery = createDelivery(deps);
  const mail = (kind: 'activation_code' | 'locked' | 'set_up_link' = 'locked') =>
    db.transaction((tx) => {
      const base = { userId, at: clock.now() };
      if (kind === 'locked') return mailUser(tx, deps, { ...base, kind });
      if (kind === 'activation_code')
        return mailUser(tx, deps, { ...base, kind, params: { activationCode: CODE } });
      return mailUser(tx, deps, {
        ...base,
        kind,
        params: { token: 'x', linkEndsAt: '2026-12-01T00:00:00Z' },
      });
    });
  return {
    server,
    clock,
    deps,
    logged,
    mail,
    rows: () => db.kysely.selectFrom('outbox').selectAll().orderBy('id').execute(),
    /** Tries what is due each minute for so long, as the worker does. */
    async live(ms: number) {
      for (let passed = 0; passed <= ms; passed += MINUTE) {
        await delivery.deliverDue();
        clock.advance(MINUTE);
      }
    },
  };
}

forEachDatabase(
  (open) => {
    describe('16.5: a mail that is refused', () => {
      it('for good is asked for once, stays with what the server said, and is logged once', async () => {
        const { server, mail, rows, live, logged } = await createWorld(await open());
        server.answer(() => NO_SUCH);
        await mail();
        await live(2 * DAY);
        const [row] = await rows();
        expect(row).toMatchObject({ state: 'failed', attempts: 1, last_error: `550 ${NO_SUCH.says}` });
        expect(row?.sealed_body).not.toBeNull();
        expect(logged.map(({ msg }) => msg)).toEqual(['mail refused for good']);
      });

      it('S-52: by a server that repeats its code is shown and logged without it', async () => {
        const { server, mail, rows, live, logged } = await createWorld(await open());
        server.answer(() => ({ status: 550, says: `5.7.1 looks like spam: ${CODE}\r\n more` }));
        await mail('activation_code');
        await live(0);
        const [row] = await rows();
        expect(row?.last_error).toMatch(/^550 5\.7\.1 looks like spam: /);
        expect(JSON.stringify([row, logged])).not.toMatch(/CANARY|2345/);
        expect(row?.last_error).not.toMatch(/[\r\n]/);
      });

      it.each([270, 282, 288])(
        'S-52: nor the beginning of its code, where what it says is cut (%i)',
        async (long) => {
          const { server, mail, rows, live, logged } = await createWorld(await open());
          server.answer(() => ({ status: 550, says: `${'spam '.repeat(long / 5).slice(0, long)} ${CODE}` }));
          await mail('activation_code');
          await live(0);
          const [row] = await rows();
          expect(row).toMatchObject({ state: 'failed' });
          // What is sealed may say anything by chance.
          expect(JSON.stringify([{ ...row, sealed_body: null }, logged])).not.toMatch(/CAN|2345/);
        },
      );

      it.each([
        ['450 to the recipient', (server: MailServer) => server.answer(() => 450)],
        ['421 to the recipient', (server: MailServer) => server.answer(() => 421)],
        ['550 to the sender', (server: MailServer) => server.answerSender(550)],
      ])('%s waits an hour at most, logged at the first and then hourly', async (_what, refuse) => {
        const { server, mail, rows, live, logged } = await createWorld(await open());
        refuse(server);
        await mail();
        await live(6 * HOUR);
        const [row] = await rows();
        expect(row).toMatchObject({ state: 'waiting', refused_at: null });
        // 30 s doubling: 8 in the first hour or so, then one an hour.
        expect(row?.attempts).toBeGreaterThan(10);
        expect(row?.attempts).toBeLessThan(16);
        expect(logged.length).toBeGreaterThan(4);
        expect(logged.length).toBeLessThan(8);
        server.answer(() => 'accept');
        server.answerSender(null);
        await live(HOUR);
        expect(await rows()).toMatchObject([{ state: 'sent' }]);
      });

      it('lets codes go first, then what somebody may have to object to, then what goes to many', async () => {
        const { server, clock, deps, mail, live } = await createWorld(await open());
        // One at a time, so that none overtakes another on its way.
        await deps.db.transaction((tx) =>
          storeSetting(tx, deps.keys, { name: 'mailsPerMinute', value: 1, now: clock.now() }),
        );
        await mail('set_up_link');
        clock.advance(MINUTE);
        await mail('locked');
        clock.advance(MINUTE);
        await mail('activation_code');
        await live(2 * MINUTE);
        const subjects = server.accepted.map(({ subject }) => subject ?? '');
        expect(subjects).toHaveLength(3);
        expect(subjects[0]).toMatch(/activation code/i);
        expect(subjects[1]).toMatch(/locked/i);
      });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);

describe('16.5: an address that the mail server refuses', () => {
  async function refusedWorld() {
    const server = await mailServer();
    const test = await createTestApp({ config: { smtpUrl: server.url } });
    const maria = await test.person({ username: 'maria', mfa: false });
    const token = await test.administrator.signIn({ stepUp: true });
    await test.services.delivery.deliverDue();
    server.accepted.length = 0;
    server.answer((to) => (to === 'maria@example.org' ? NO_SUCH : 'accept'));
    const mail = (kind: UserMailKind, params = {}) =>
      test.deps.db.transaction((tx) =>
        mailUser(tx, test.deps, { userId: maria.id, kind, at: test.clock.now(), params }),
      );
    const toMaria = () =>
      server.accepted.filter(({ to }) => JSON.stringify(to).includes('maria')).map(({ subject }) => subject);
    const page = async () => (await test.call('users.get', { id: maria.id }, { token })).body.refusedMails;
    return { ...test, server, maria, token, mail, toMaria, page };
  }

  it('is told on the person’s page, and what it refused goes to the one in its place', async () => {
    const w = await refusedWorld();
    await w.mail('locked');
    await w.mail('activation_code', { activationCode: CODE });
    expect(await w.page()).toBeUndefined();
    await w.services.delivery.deliverDue();
    expect(await w.page()).toMatchObject({ count: 2, serverSaid: `550 ${NO_SUCH.says}` });

    const change = { id: w.maria.id, email: 'maria@new.example' };
    expect((await w.call('users.update', change, { token: w.token })).status).toBe(200);
    await w.services.delivery.deliverDue();
    expect(w.toMaria().some((subject) => /locked/i.test(subject ?? ''))).toBe(true);
    expect(await w.page()).toBeUndefined();
    // SECURITY: the code was for whoever reads the address of then, and no longer works.
    expect(JSON.stringify(w.server.accepted.map(({ text }) => text))).not.toContain('CANARY');
  });

  it('is tried again by hand', async () => {
    const w = await refusedWorld();
    await w.mail('locked');
    await w.services.delivery.deliverDue();
    const { newestId: id = '' } = (await w.page()) ?? {};
    w.server.answer(() => 'accept');
    const again = await w.call('outbox.retry', { id }, { token: w.token });
    expect(again.body).toMatchObject({ state: 'waiting' });
    await w.services.delivery.deliverDue();
    expect(w.toMaria()).toHaveLength(1);
  });

  it('is told to administrators in one mail a day, with what the server said', async () => {
    const w = await refusedWorld();
    const tell = async () => {
      await w.services.delivery.deliverDue();
      await w.services.refusalNotices.tellDue(w.clock.now());
      await w.services.delivery.deliverDue();
      return w.server.accepted.splice(0).filter(({ subject }) => /refused/.test(subject ?? ''));
    };
    expect(await tell()).toEqual([]);
    await w.mail('locked');
    await w.mail('mfa_set_up');
    const [told, ...more] = await tell();
    expect(more).toEqual([]);
    expect(told?.subject).toContain('2');
    expect(told?.text).toContain(`maria@example.org: 550 ${NO_SUCH.says}`);

    await w.mail('locked');
    w.clock.advance(DAY - HOUR);
    expect(await tell()).toEqual([]);
    w.clock.advance(2 * HOUR);
    expect(await tell()).toHaveLength(1);
    w.clock.advance(2 * DAY);
    expect(await tell()).toEqual([]);
  });
});

describe('16.5: a hold whose notice is refused for good', () => {
  it('doesn’t begin, says so on the work page, and begins when the mail went after all', async () => {
    const server = await mailServer();
    const d = await openDesk({ smtp: true });
    d.deps.config.smtpUrl = server.url;
    const delivery = createDelivery(d.deps, d.resets.onMailAccepted);
    const jo = await d.person('jo', { phone: '+442079460041' });
    const ana = await d.person('ana', { roles: ['administrator'] });
    const { standard, ...others } = DEFAULT_POLICY.tiers;
    await d.policy({ tiers: { ...others, standard: { ...standard, holdHours: 2 } } });
    const { id, code } = await d.ask(jo);
    await d.check(id, ana, { kind: 'request_code', outcome: 'pass', requestCode: code });
    await d.check(id, ana, { kind: 'in_person', outcome: 'pass' });
    await d.approve(id, ana);
    expect((await d.view(id, ana)).holdNotice).toMatchObject({ state: 'waiting', serverSaid: null });

    server.answer(() => NO_SUCH);
    await delivery.deliverDue();
    d.clock.advance(2 * DAY);
    await delivery.deliverDue();
    expect((await d.resets.runDue(d.clock.now())).completed).toBe(0);
    const shown = await d.view(id, ana);
    expect(shown).toMatchObject({ state: 'approved', holdEndsAt: null });
    expect(shown.holdNotice).toMatchObject({ state: 'failed', serverSaid: `550 ${NO_SUCH.says}` });

    server.answer(() => 'accept');
    await d.deps.db.kysely
      .updateTable('outbox')
      .set({ state: 'waiting', next_attempt_at: d.clock.now() })
      .where('id', '=', shown.holdNotice?.mailId ?? '')
      .execute();
    await delivery.deliverDue();
    const begun = await d.view(id, ana);
    expect(begun.holdNotice).toBeUndefined();
    expect(Date.parse(begun.holdEndsAt ?? '')).toBe(d.clock.now() + 2 * HOUR);
  });
});
