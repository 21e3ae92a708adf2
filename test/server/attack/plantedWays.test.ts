import { describe, expect, it, onTestFinished } from 'vitest';
import { bindRows } from '../../../server/boundRows.ts';
import { removeAuthenticator } from '../../../server/domain/authenticators/state.ts';
import { DAY, HOUR } from '../../../server/time.ts';
import { tellOfAltered } from '../../../server/features/outbox/tellOfAltered.ts';
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
  const plant = (columns: { email?: string; email_mac?: null }) =>
    inTables(test).updateTable('users').set(columns).where('id', '=', maria.id).execute();
  const addresses = () =>
    inTables(test)
      .selectFrom('contact_changes')
      .selectAll()
      .where('user_id', '=', maria.id)
      .where('field', '=', 'email')
      .orderBy('at')
      .orderBy('id')
      .execute();
  return { ...test, good, evil, maria, forgot, deliver, linkMail, setting, plant, addresses };
}

const alarms = async (test: TestApp) =>
  (await test.audit()).filter(({ action }) => action === 'account.altered').map(({ data }) => data);

describe('S-120 whoever writes to the database, and has not the key', () => {
  forEachDatabase(
    (open) => {
      it('has nobody’s link mailed to an address of theirs; it is told once, and goes again when staff put it right', async () => {
        const house = await openHouse({ db: await open() });
        await house.plant({ email: 'eve@evil.example' });
        await house.forgot();
        await house.deliver();
        await house.forgot();
        await house.deliver();
        expect(house.good.read()).not.toContain('eve@evil.example');
        const mail = await house.linkMail();
        expect(mail).toMatchObject({ state: 'failed', last_error: 'gatehouse:address_altered' });
        expect(await alarms(house)).toEqual([{ what: 'address' }]);
        expect(house.good.read()).toMatch(/olga@example.org[^]*Where mail to them goes/);

        const token = await house.administrator.signIn({ stepUp: true });
        const put = { id: house.maria.id, email: 'maria@example.org' };
        expect((await house.call('users.update', put, { token })).status).toBe(200);
        house.clock.advance(HOUR);
        await house.forgot();
        await house.deliver();
        expect(house.good.read()).toMatch(/maria@example.org[^]*set-password#/);
        expect(house.good.read()).not.toContain('eve@evil.example');

        // The one that was written to that address is over, and said to be, in words.
        await house.services.refusalNotices.tellDue(house.clock.now());
        await house.deliver();
        expect(house.good.read()).toMatch(/eve@evil\.example: .* in the database/);
      });

      it('has its address hear of nothing once staff put the right one there, and the person is no less known', async () => {
        const house = await openHouse({ db: await open() });
        const token = await house.administrator.signIn({ stepUp: true });
        const save = (email: string) => house.call('users.update', { id: house.maria.id, email }, { token });
        await save('maria.lopez@example.org');
        house.clock.advance(40 * DAY);
        await house.plant({ email: 'eve@evil.example' });
        const again = await house.administrator.signIn({ stepUp: true });
        const put = { id: house.maria.id, email: 'maria.lopez@example.org', phone: '+441632960111' };
        expect((await house.call('users.update', put, { token: again })).status).toBe(200);
        await house.deliver();
        expect(house.good.read()).not.toContain('eve@evil.example');
        // What the log says that it was is what it is: no change, so that it goes on to count.
        expect(await house.addresses()).toMatchObject([{ new_value: 'maria.lopez@example.org' }]);
      });

      it('the right address goes on by saving it again, by a fresh code and with an event, and counts as before', async () => {
        const house = await openHouse({ db: await open() });
        const first = await house.administrator.signIn({ stepUp: true });
        const put = { id: house.maria.id, email: 'maria.lopez@example.org' };
        await house.call('users.update', put, { token: first });
        house.clock.advance(40 * DAY);
        await house.plant({ email_mac: null });
        const plain = await house.administrator.signIn();
        const { body: told } = await house.call('users.get', { id: house.maria.id }, { token: plain });
        expect(told).toMatchObject({ emailAltered: true });
        expect((await house.call('users.update', put, { token: plain })).problem.code).toBe(
          'step_up_required',
        );
        const token = await house.administrator.signIn({ stepUp: true });
        const { body } = await house.call('users.update', put, { token });
        expect(body).not.toHaveProperty('emailAltered');
        expect(await house.addresses()).toHaveLength(1);
        expect((await house.audit()).at(-1)).toMatchObject({
          action: 'user.updated',
          data: { changed: { email: { to: 'maria.lopez@example.org' } } },
        });
        await house.forgot();
        await house.deliver();
        expect(house.good.read()).toMatch(/maria.lopez@example.org[^]*set-password#/);
        // What is bound is no change any more.
        const count = (await house.audit()).length;
        await house.call('users.update', put, { token });
        expect(await house.audit()).toHaveLength(count);
      });

      it.each([
        ['that the log doesn’t know', {}],
        ['that the log was made to say', { data: '{"changed":{"email":{"to":"eve@evil.example"}}}' }],
      ])('an address %s is a change, whoever calls it right', async (_what, event) => {
        const house = await openHouse({ db: await open() });
        const token = await house.administrator.signIn({ stepUp: true });
        const save = (email: string) => house.call('users.update', { id: house.maria.id, email }, { token });
        await save('maria.lopez@example.org');
        await inTables(house)
          .updateTable('audit_events')
          .set(event)
          .set({ target_id: house.maria.id })
          .where('action', '=', 'user.updated')
          .execute();
        await house.plant({ email: 'eve@evil.example' });
        await save('eve@evil.example');
        const planted = (await house.addresses()).filter((change) => change.new_value === 'eve@evil.example');
        expect(planted).toMatchObject([{ first: 0, by_id: house.administrator.id }]);
      });

      it('the right way of mails goes on by saving it again, and is held for nobody', async () => {
        const house = await openHouse({ db: await open() });
        await inTables(house).updateTable('settings').set({ mac: null }).execute();
        const plain = await house.administrator.signIn();
        const { body: told } = await house.call('settings.get', {}, { token: plain });
        expect(told.altered).toEqual(['publicUrl', 'mailFrom', 'smtp', 'smtpPassword']);
        const way = { smtp: told.smtp, mailFrom: told.mailFrom, publicUrl: told.publicUrl };
        expect((await house.call('settings.update', way, { token: plain })).problem.code).toBe(
          'step_up_required',
        );
        const token = await house.administrator.signIn({ stepUp: true });
        expect((await house.call('settings.update', way, { token })).status).toBe(204);
        expect((await house.call('settings.get', {}, { token })).body).not.toHaveProperty('altered');
        expect((await house.audit()).at(-1)).toMatchObject({ action: 'settings.changed' });
        await house.forgot();
        await house.deliver();
        expect(house.good.read()).toContain('set-password#');
      });

      it('no notice goes by the mail server that they wrote, nor the password of the right one, once staff put it right', async () => {
        const house = await openHouse({ db: await open() });
        await house.setting('smtp', house.evil.smtp);
        const token = await house.administrator.signIn({ stepUp: true });
        await house.call('settings.update', { smtp: house.good.smtp }, { token });
        await house.deliver();
        expect(house.evil.server.accepted).toEqual([]);
        expect(house.good.read()).toContain('olga@example.org');
      });

      it('whoever calls the mail server right that they wrote has turned it, and no stored password goes there', async () => {
        const house = await openHouse({ db: await open() });
        const token = await house.administrator.signIn({ stepUp: true });
        await house.call('settings.update', { smtpPassword: 'of the good one' }, { token });
        await house.setting('smtp', house.evil.smtp);
        // A server that starts finds it.
        await house.services.settings.noteRoute(house.clock.now());
        await house.call('settings.update', { smtp: house.evil.smtp }, { token });
        await house.forgot();
        await house.deliver();
        expect(house.evil.read()).not.toContain('set-password#');
        const { body } = await house.call('settings.get', {}, { token });
        expect(body.smtpPasswordSet).toBe(false);
        const route = inTables(house).selectFrom('mail_routes').selectAll().orderBy('number', 'desc');
        expect(await route.executeTakeFirst()).toMatchObject({
          is_change: 1,
          by_id: house.administrator.id,
        });
      });

      it('turns no link that waits to another address, nor makes links lead to a public address of theirs', async () => {
        const house = await openHouse({ db: await open() });
        await house.forgot();
        await inTables(house)
          .updateTable('outbox')
          .set({ to_address: 'eve@evil.example' })
          .where('kind', '=', 'password_link')
          .execute();
        await house.deliver();
        expect(await house.linkMail()).toMatchObject({
          state: 'failed',
          last_error: 'gatehouse:address_altered',
        });

        await inTables(house).deleteFrom('outbox').where('kind', '=', 'password_link').execute();
        const token = await house.administrator.signIn({ stepUp: true });
        await house.setting('publicUrl', 'https://evil.example');
        await house.forgot();
        await house.call('users.update', { id: house.maria.id, phone: '+442079460041' }, { token });
        expect(JSON.stringify(await house.mails())).not.toContain('evil.example');
        await house.setting('publicUrl', 'https://house.example');
        await house.deliver();
        expect(house.good.read()).toMatch(/set-password#/);
        expect(house.good.read()).not.toContain('evil.example');
      });

      it('makes no notice of a link that waits: it goes to nobody, by no new way, and is shown to nobody', async () => {
        const house = await openHouse({ db: await open() });
        const made = async (turned: { kind: string; to_address?: string }) => {
          await inTables(house).deleteFrom('outbox').where('kind', '=', 'mfa_set_up').execute();
          await house.forgot();
          await inTables(house)
            .updateTable('outbox')
            .set(turned)
            .where('kind', '=', 'password_link')
            .execute();
          await house.deliver();
          const mails = inTables(house).selectFrom('outbox').selectAll().where('kind', '=', 'mfa_set_up');
          return mails.executeTakeFirstOrThrow();
        };
        const held = { state: 'failed', last_error: 'gatehouse:address_altered' };
        expect(await made({ kind: 'mfa_set_up', to_address: 'eve@evil.example' })).toMatchObject(held);
        expect(await alarms(house)).toEqual([{ what: 'address' }]);

        const token = await house.administrator.signIn({ stepUp: true });
        await house.call('settings.update', { smtp: house.evil.smtp }, { token });
        const { id } = await made({ kind: 'mfa_set_up' });
        expect(
          [...house.good.server.accepted, ...house.evil.server.accepted].map(({ text }) => text).join(),
        ).not.toContain('set-password#');
        const shown = await house.call('outbox.reveal', { id }, { token });
        expect([shown.problem.code, shown.problem.detail]).toEqual([
          'not_revealable',
          expect.stringMatching(/^Somebody changed this mail/),
        ]);
      });

      it('has nothing go later to an address that they put there for a moment', async () => {
        const house = await openHouse({ db: await open() });
        const address = (email: string) =>
          inTables(house).updateTable('users').set({ email }).where('id', '=', house.maria.id).execute();
        const token = await house.administrator.signIn({ stepUp: true });
        await address('eve@evil.example');
        await house.forgot();
        await house.call('users.update', { id: house.maria.id, phone: '+442079460041' }, { token });
        await address('maria@example.org');
        await house.deliver();
        house.clock.advance(2 * DAY);
        await house.deliver();
        expect(house.good.read()).not.toContain('eve@evil.example');
      });

      it('keeps nothing from going when staff set another public address', async () => {
        const house = await openHouse({ db: await open() });
        await house.person({ username: 'nora' });
        await house.call('password.forgot', { username: 'nora' });
        await house.services.passwordLinks.settled();
        const token = await house.administrator.signIn({ stepUp: true });
        const change = { publicUrl: 'https://new.example' };
        expect((await house.call('settings.update', change, { token })).status).toBe(204);
        await house.deliver();
        expect(house.good.read()).toMatch(/nora@example.org[^]*set-password#/);
        expect(await alarms(house)).toEqual([]);
      });

      it('stops no mail by settings that the environment fixes', async () => {
        const good = await mailServer();
        const config = {
          smtpUrl: good.server.url,
          mailFrom: 'gatehouse@example.org',
          publicUrl: 'https://house.example',
        };
        const test = await createTestApp({ db: await open(), config });
        await test.person({ username: 'maria', mfa: false });
        for (const name of ['smtp', 'sealedSmtpPassword', 'mailFrom', 'publicUrl'])
          await inTables(test)
            .insertInto('settings')
            .values({ name, value: JSON.stringify('https://evil.example'), mac: null, updated_at: 0 })
            .execute();
        await test.call('password.forgot', { username: 'maria' });
        await test.services.passwordLinks.settled();
        await test.services.delivery.deliverDue();
        expect(good.read()).toContain('https://house.example/set-password#');
        expect(good.read()).not.toContain('evil.example');
      });

      it('has no invitation made by a public address of theirs: it waits', async () => {
        const good = await mailServer();
        const config = { smtpUrl: good.server.url, publicUrl: null, host: '0.0.0.0' };
        const house = await openHouse({ db: await open(), config });
        const token = await house.administrator.signIn({ stepUp: true });
        await house.call('settings.update', { publicUrl: 'https://house.example' }, { token });
        house.clock.advance(8 * DAY);
        const invited = async (username: string) => {
          const user = { username, name: username, email: `${username}@example.org` };
          const by = { token: await house.administrator.signIn({ stepUp: true }) };
          expect((await house.call('users.create', user, by)).status).toBe(200);
          return (await house.mails()).some(({ kind, to }) => kind === 'set_up_link' && to === user.email);
        };
        expect(await invited('nils')).toBe(true);
        await house.setting('publicUrl', 'https://evil.example');
        expect(await invited('nora')).toBe(false);
      });

      it('gets neither a notice nor the password when staff put their mail server right', async () => {
        const house = await openHouse({ db: await open() });
        const token = await house.administrator.signIn({ stepUp: true });
        await house.setting('smtp', house.evil.smtp);
        const change = { smtp: house.good.smtp };
        expect((await house.call('settings.update', change, { token })).status).toBe(204);
        await house.deliver();
        expect(house.evil.server.accepted).toEqual([]);
        expect(house.good.read()).toContain('olga@example.org');
      });

      it('is told of once, whichever of two servers finds it', async () => {
        const house = await openHouse({ db: await open() });
        const mail = { user_id: house.maria.id };
        await Promise.all([1, 2].map(() => tellOfAltered(house.deps, mail, house.clock.now())));
        expect(await alarms(house)).toEqual([{ what: 'address' }]);
        await tellOfAltered(house.deps, mail, house.clock.now() + DAY);
        expect(await alarms(house)).toHaveLength(2);
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
        const tested = await house.call('settings.testMail', {}, { token });
        expect(tested.problem).toMatchObject({ code: 'mail_failed', detail: body.lastError });
        const { findings } = (await house.call('settings.doctor', {}, { token })).body;
        expect(findings.find(({ code }) => code === 'smtp')?.sentence).toBe(body.lastError);
        expect(house.evil.server.accepted).toEqual([]);
      });

      it.each([
        ['takes nobody’s MFA away', { mfa_state: 'off' } as const],
        ['takes nobody’s MFA away, nor says since when', { mfa_state: 'off', mfa_since: null } as const],
      ])('%s: the password alone lets nobody in, and it is told once', async (_what, change) => {
        const test = await createTestApp({ db: await open() });
        await test.person({ username: 'olga', roles: ['security_officer'] });
        const jo = await test.person({ username: 'jo' });
        const token = await jo.signIn();
        await inTables(test).updateTable('users').set(change).where('id', '=', jo.id).execute();
        await inTables(test).deleteFrom('authenticators').where('user_id', '=', jo.id).execute();
        for (const _again of [1, 2]) {
          const { status } = await test.call('signIn.start', { username: 'jo', password: PASSWORD });
          expect(status).toBe(401);
        }
        expect((await test.call('me.beginEnrolment', {}, { token })).status).toBe(401);
        expect(await alarms(test)).toEqual([{ what: 'mfa' }]);
      });

      it('takes no activation code away that a reset asks for', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo' });
        const { db, keys } = test.deps;
        const reset = { userId: jo.id, now: test.clock.now(), setupDue: true };
        await db.transaction((tx) => removeAuthenticator(tx, keys, reset));
        const start = () => test.call('signIn.start', { username: 'jo', password: PASSWORD });
        expect((await start()).body).toMatchObject({ outcome: 'setup_required', activationRequired: true });
        await inTables(test).updateTable('users').set({ setup_due: 0 }).where('id', '=', jo.id).execute();
        expect((await start()).status).toBe(401);
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
        await inTables(house).updateTable('users').set({ email_mac: null, off_mac: null }).execute();
        await inTables(house).updateTable('settings').set({ mac: null }).execute();
        await inTables(house).updateTable('policy_versions').set({ mac: null }).execute();
        await db.transaction((tx) => bindRows(tx, keys, ['0058-bound-ways', '0059-bound-without-mfa']));
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
