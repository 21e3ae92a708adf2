import { describe, expect, it, onTestFinished } from 'vitest';
import { bindRows } from '../../../server/boundRows.ts';
import { DAY, HOUR } from '../../../server/time.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { startMailServer } from '../../support/mailServer.ts';

const inTables = ({ deps }: TestApp) => deps.db.kysely;

async function mailServer() {
  const server = await startMailServer();
  onTestFinished(() => server.close());
  const smtp = { host: '127.0.0.1', port: server.port, secure: 'none', username: null } as const;
  return {
    server,
    smtp,
    read: () => server.accepted.map(({ to, text }) => JSON.stringify([to, text])).join('\n'),
  };
}

/** An organisation of 40 days whose mail goes by the settings, with Maria, who never set up MFA. */
async function openHouse(options: Parameters<typeof createTestApp>[0] = {}) {
  const test = await createTestApp({ config: { publicUrl: null }, ...options });
  const [good, evil] = [await mailServer(), await mailServer()];
  const token = await test.administrator.signIn({ stepUp: true });
  await test.call(
    'settings.update',
    { smtp: good.smtp, mailFrom: 'gatehouse@example.org', publicUrl: 'https://house.example' },
    { token },
  );
  const maria = await test.person({ username: 'maria', mfa: false });
  await test.person({ username: 'olga', roles: ['security_officer'] });
  test.clock.advance(40 * DAY);
  await test.services.delivery.deliverDue();
  const forgot = async () => {
    await test.call('password.forgot', { username: 'maria' });
    await test.services.passwordLinks.settled();
  };
  const deliver = () => test.services.delivery.deliverDue();
  const linkMail = async () => {
    const row = inTables(test).selectFrom('outbox').selectAll().where('kind', '=', 'password_link');
    return row.executeTakeFirstOrThrow();
  };
  const setting = (name: string, value: unknown) =>
    inTables(test)
      .updateTable('settings')
      .set({ value: JSON.stringify(value) })
      .where('name', '=', name)
      .execute();
  return { ...test, good, evil, maria, forgot, deliver, linkMail, setting };
}

const alarms = async (test: TestApp) =>
  (await test.audit()).filter(({ action }) => action === 'account.altered').map(({ data }) => data);

describe('S-120 whoever writes to the database, and has not the key', () => {
  forEachDatabase(
    (open) => {
      it('has nobody’s link mailed to an address of theirs; it is told once, and goes again when staff put it right', async () => {
        const house = await openHouse({ db: await open() });
        await inTables(house)
          .updateTable('users')
          .set({ email: 'eve@evil.example' })
          .where('id', '=', house.maria.id)
          .execute();
        await house.forgot();
        await house.deliver();
        await house.forgot();
        await house.deliver();
        expect(house.good.read()).not.toContain('eve@evil.example');
        const mail = await house.linkMail();
        expect(mail).toMatchObject({ state: 'waiting', last_error: 'gatehouse:address_altered' });
        expect(await alarms(house)).toEqual([{ what: 'address' }]);
        expect(house.good.read()).toMatch(/olga@example.org[^]*Where mail to them goes/);

        const token = await house.administrator.signIn({ stepUp: true });
        const put = { id: house.maria.id, email: 'maria@example.org' };
        expect((await house.call('users.update', put, { token })).status).toBe(200);
        house.clock.advance(HOUR);
        await house.forgot();
        await house.deliver();
        expect(house.good.read()).toMatch(/maria@example.org[^]*set-password#/);
      });

      it('turns no link that waits to another address, nor one that was written for another public address', async () => {
        const house = await openHouse({ db: await open() });
        await house.forgot();
        await inTables(house)
          .updateTable('outbox')
          .set({ to_address: 'eve@evil.example' })
          .where('kind', '=', 'password_link')
          .execute();
        await house.deliver();
        expect(await house.linkMail()).toMatchObject({
          state: 'waiting',
          last_error: 'gatehouse:address_altered',
        });

        await inTables(house).deleteFrom('outbox').where('kind', '=', 'password_link').execute();
        await house.setting('publicUrl', 'https://evil.example');
        await house.forgot();
        await house.setting('publicUrl', 'https://house.example');
        await house.deliver();
        expect(await house.linkMail()).toMatchObject({
          state: 'waiting',
          last_error: 'gatehouse:address_altered',
        });
        expect(house.good.read()).not.toMatch(/evil.example|set-password#/);
      });

      it.each([
        ['mail server', 'smtp'],
        ['sender', 'mailFrom'],
        ['public address', 'publicUrl'],
      ])('turns no mail by the %s: nothing goes, and the outbox says why', async (_what, name) => {
        const house = await openHouse({ db: await open() });
        const values = {
          smtp: house.evil.smtp,
          mailFrom: 'eve@evil.example',
          publicUrl: 'https://evil.example',
        };
        await house.setting(name, Reflect.get(values, name));
        await house.forgot();
        await house.deliver();
        expect(house.evil.server.accepted).toEqual([]);
        expect(house.good.read()).not.toContain('set-password#');
        const { id } = await house.linkMail();
        const token = await house.administrator.signIn({ stepUp: true });
        const { body } = await house.call('outbox.get', { id }, { token });
        expect(body.lastError).toMatch(/^Somebody wrote the mail settings to the database/);
        expect((await house.call('settings.testMail', {}, { token })).status).not.toBe(200);
        expect(house.evil.server.accepted).toEqual([]);
      });

      it.each([
        ['puts no policy in force', true],
        ['changes none that is', false],
      ])('%s: nobody signs in or goes on by it', async (_what, isNew) => {
        const test = await createTestApp({ db: await open() });
        const token = await test.administrator.signIn();
        const all = inTables(test).selectFrom('policy_versions').selectAll();
        const row = await all.orderBy('version', 'desc').executeTakeFirstOrThrow();
        const weak = { ...(JSON.parse(row.document) as object), helpDeskDecides: true };
        const document = JSON.stringify(weak);
        if (isNew)
          await inTables(test)
            .insertInto('policy_versions')
            .values({ ...row, version: row.version + 1, document })
            .execute();
        else await inTables(test).updateTable('policy_versions').set({ document }).execute();
        expect((await test.call('me.get', {}, { token })).status).toBe(503);
        const signIn = { username: test.administrator.username, password: PASSWORD };
        expect((await test.call('signIn.start', signIn)).status).toBe(503);
      });

      it('what was there before is bound by the opening that made the columns, and by no later one', async () => {
        const house = await openHouse({ db: await open() });
        const { db, keys } = house.deps;
        await inTables(house).updateTable('users').set({ email_mac: null }).execute();
        await inTables(house).updateTable('settings').set({ mac: null }).execute();
        await inTables(house).updateTable('policy_versions').set({ mac: null }).execute();
        await db.transaction((tx) => bindRows(tx, keys, ['0058-bound-ways']));
        await house.forgot();
        await house.deliver();
        expect(house.good.read()).toContain('set-password#');
        await inTables(house).updateTable('policy_versions').set({ mac: null }).execute();
        await db.transaction((tx) => bindRows(tx, keys, []));
        const signIn = { username: 'maria', password: PASSWORD };
        expect((await house.call('signIn.start', signIn)).status).toBe(503);
      });
    },
    ['SQLite in a file', 'PostgreSQL'],
  );
});
