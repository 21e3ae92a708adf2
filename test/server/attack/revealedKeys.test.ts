import { describe, expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestPerson } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

/** Without a mail server: everything waits in the outbox. Omar and Olga may decide, Maria never set up MFA. */
async function openWithoutMail(options: Parameters<typeof createTestApp>[0] = {}) {
  const app = await createTestApp(options);
  const omar = await app.person({ username: 'omar', roles: ['security_officer'] });
  const olga = await app.person({ username: 'olga', roles: ['security_officer'] });
  const maria = await app.person({ username: 'maria', mfa: false });
  app.clock.advance(40 * DAY);
  const at = async (by: TestPerson) => ({ token: await by.signIn({ stepUp: true }) });
  const newest = async (kind: string) => {
    const { body } = await app.call('outbox.list', { limit: 200 }, await at(app.administrator));
    return body.items.find((one) => one.kind === kind)?.id ?? '';
  };
  return { ...app, omar, olga, maria, at, newest };
}

async function forgotten(house: Awaited<ReturnType<typeof openWithoutMail>>) {
  await house.call('password.forgot', { username: 'maria' });
  await house.services.passwordLinks.settled();
  return house.newest('password_link');
}

describe('S-42 a mail that lets somebody in is shown to a second person alone', () => {
  forEachDatabase(
    (open) => {
      test('not to an officer who asked for it as anybody can, until another has asked that it be revealed', async () => {
        const house = await openWithoutMail({ db: await open() });
        const { call, omar, olga, at } = house;
        const id = await forgotten(house);
        const alone = await call('outbox.reveal', { id }, await at(omar));
        expect(alone.problem.code).toBe('second_person_required');
        expect(alone.text).not.toContain('set-password#');
        const may = await call('outbox.mayReveal', { id }, await at(omar));
        expect(may.body).toMatchObject({ allowed: false, canAsk: true, refusal: alone.problem.detail });

        expect((await call('outbox.askReveal', { id }, await at(omar))).status).toBe(204);
        expect((await call('outbox.reveal', { id }, await at(omar))).problem.code).toBe(
          'second_person_required',
        );
        expect((await call('outbox.askReveal', { id }, await at(olga))).problem.code).toBe('not_revealable');
        expect((await call('outbox.mayReveal', { id }, await at(olga))).body).toMatchObject({
          allowed: true,
          canAsk: false,
        });
        expect((await call('outbox.reveal', { id }, await at(olga))).body.text).toContain('set-password#');
      });
    },
    ['SQLite in a file', 'PostgreSQL'],
  );

  test('nor to two who may be one: a role that an administrator just gave asks for nothing', async () => {
    const house = await openWithoutMail();
    const pia = await house.person({ username: 'pia', roles: ['security_officer'] });
    const id = await forgotten(house);
    const asked = await house.call('outbox.askReveal', { id }, await house.at(pia));
    expect(asked.problem.code).toBe('second_person_required');
  });

  test.each<[string, { status: 'suspended' } | { roles: [] }]>([
    ['was suspended', { status: 'suspended' }],
    ['lost the role', { roles: [] }],
  ])('nor on the word of an officer who %s since: another has to ask', async (_what, change) => {
    const house = await openWithoutMail();
    const { call, omar, olga, administrator, at } = house;
    const pia = await house.person({ username: 'pia', roles: ['security_officer'] });
    house.clock.advance(40 * DAY);
    const id = await forgotten(house);
    expect((await call('outbox.askReveal', { id }, await at(omar))).status).toBe(204);
    expect((await call('users.update', { id: omar.id, ...change }, await at(administrator))).status).toBe(
      200,
    );
    const alone = await call('outbox.reveal', { id }, await at(olga));
    expect(alone.problem.code).toBe('second_person_required');
    expect((await call('outbox.askReveal', { id }, await at(olga))).status).toBe(204);
    expect((await call('outbox.reveal', { id }, await at(pia))).body.text).toContain('set-password#');
  });

  test('nor to anybody, where its row says that it is something else or goes to somebody else', async () => {
    const house = await openWithoutMail();
    const { call, omar, at } = house;
    for (const turned of [{ kind: 'mfa_set_up' }, { to_address: 'eve@evil.example' }]) {
      const id = await forgotten(house);
      await house.deps.db.kysely.updateTable('outbox').set(turned).where('id', '=', id).execute();
      for (const act of ['outbox.reveal', 'outbox.askReveal'] as const)
        expect((await call(act, { id }, await at(omar))).problem.code).toBe('not_revealable');
      const may = await call('outbox.mayReveal', { id }, await at(omar));
      expect(may.body).toMatchObject({ allowed: false, canAsk: false });
    }
  });

  test('its owner hears of it, at every address, and finds it in their history; the log has both people', async () => {
    const house = await openWithoutMail();
    const { call, omar, olga, maria, at } = house;
    const id = await forgotten(house);
    await call('outbox.askReveal', { id }, await at(omar));
    await call('outbox.reveal', { id }, await at(olga));
    const [told] = (await house.mails()).filter(({ kind }) => kind === 'mail_revealed');
    expect(told?.to).toBe('maria@example.org');
    expect(told?.text).toContain('olga');
    expect(told?.text).not.toContain('set-password#');
    const events = (await house.audit()).filter(({ action }) => action.startsWith('outbox.'));
    expect(events.map(({ action, actorId, targetId }) => [action, actorId, targetId])).toEqual([
      ['outbox.reveal_asked', omar.id, maria.id],
      ['outbox.revealed', olga.id, maria.id],
    ]);
  });

  test('whoever had it sent is the first: nobody has to ask, and of a notice nobody is told', async () => {
    const house = await openWithoutMail();
    const { call, administrator, omar, at } = house;
    const nils = { username: 'nils', name: 'Nils', email: 'nils@example.org' };
    const { id: userId } = (await call('users.create', nils, await at(administrator))).body;
    await call('users.sendSetUpLink', { id: userId }, await at(administrator));
    const id = await house.newest('set_up_link');
    expect((await call('outbox.mayReveal', { id }, await at(omar))).body).toEqual({
      allowed: true,
      canAsk: false,
      refusal: null,
    });
    expect((await call('outbox.askReveal', { id }, await at(omar))).problem.code).toBe('not_revealable');
    expect((await call('outbox.reveal', { id }, await at(omar))).status).toBe(200);
    await call('users.update', { id: userId, phone: '+442079460041' }, await at(administrator));
    const notice = await house.newest('contact_changed');
    expect((await call('outbox.reveal', { id: notice }, await at(omar))).status).toBe(200);
    expect((await house.mails()).filter(({ kind }) => kind === 'mail_revealed')).toHaveLength(1);
  });
});
