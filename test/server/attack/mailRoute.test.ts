import { afterEach, describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { startMailServer } from '../../support/mailServer.ts';
import type { MailServer } from '../../support/mailServer.ts';

/** Every one hashes a password: longer than other tests on a busy machine. */
const MANY_SIGN_INS = 120_000;

const open: MailServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const at = ({ port }: MailServer) => ({ host: '127.0.0.1', port, secure: 'none', username: null }) as const;
const received = ({ accepted }: MailServer) =>
  accepted.map(({ subject, text }) => `${subject ?? ''}\n${text ?? ''}`).join('\n');

async function mailServer(): Promise<MailServer> {
  const server = await startMailServer();
  open.push(server);
  return server;
}

/** An organisation of 40 days with a mail server of its own, two administrators, a help desk, and Jo with MFA. */
async function openHouse(options: Parameters<typeof createTestApp>[0] = {}) {
  const app = await createTestApp({ config: { publicUrl: null }, ...options });
  const good = await mailServer();
  const first = await app.administrator.signIn({ stepUp: true });
  await app.call(
    'settings.update',
    { smtp: at(good), mailFrom: 'gatehouse@example.org', publicUrl: 'https://house.example' },
    { token: first },
  );
  const ana = await app.person({ username: 'ana', roles: ['administrator'] });
  const omar = await app.person({ username: 'omar', roles: ['security_officer'] });
  const priya = await app.person({ username: 'priya', roles: ['help_desk'] });
  const jo = await app.person({ username: 'jo', phone: '+442079460041' });
  const maria = await app.person({ username: 'maria', mfa: false });
  app.clock.advance(40 * DAY);
  const evil = await mailServer();
  const turn = async () => {
    const token = await ana.signIn({ stepUp: true });
    const change = { smtp: at(evil), mailFrom: 'ana@evil.example' };
    expect((await app.call('settings.update', change, { token })).status).toBe(204);
  };
  /** What the outbox delivers now, and what Ana's mail server has of it. */
  const deliver = async () => {
    await app.services.delivery.deliverDue();
    return received(evil);
  };
  return { ...app, ana, omar, priya, jo, maria, turn, deliver };
}

/** An honest reset of Jo by Priya and Omar. */
async function resetJo({
  call,
  priya,
  omar,
  jo,
}: { call: TestApp['call'] } & Record<'priya' | 'omar' | 'jo', TestPerson>) {
  const desk = await priya.signIn();
  const input = { userId: jo.id, reason: 'broken', note: '' } as const;
  const { id } = (await call('resetRequests.open', input, { token: desk })).body;
  for (const kind of ['in_person', 'call_back'] as const)
    await call('resetRequests.recordCheck', { id, kind, outcome: 'pass' }, { token: desk });
  const token = await omar.signIn({ stepUp: true });
  expect((await call('resetRequests.approve', { id }, { token })).body.state).toBe('completed');
  return id;
}

/** The newest mail of a kind, as an administrator or officer finds it in the outbox. */
async function newest({ call }: TestApp, by: TestPerson, kind: string, to = '') {
  const token = await by.signIn({ stepUp: true });
  const mail = (await call('outbox.list', { limit: 200 }, { token })).body.items.find(
    (one) => one.kind === kind && one.to.startsWith(to),
  );
  if (!mail) throw new Error(`There is no mail of ${kind}.`);
  return { ...mail, reveal: () => call('outbox.reveal', { id: mail.id }, { token }) };
}

forEachDatabase((openDb) => {
  test(
    'issue 8.2: who turned the way of mails reads no code of a reset: it goes by no mail for 7 days, and somebody else hands it over',
    async () => {
      const house = await openHouse({ db: await openDb() });
      const { call, ana, administrator, turn, deliver, clock } = house;
      await turn();
      const id = await resetJo(house);
      const withoutLinks = (await deliver()).replaceAll(/\S+[#/]\S+/g, '');
      expect(withoutLinks).toContain('for your account jo');
      expect(withoutLinks).not.toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}/);
      const handOver = async (by: TestPerson) =>
        call('resetRequests.handOver', { id }, { token: await by.signIn({ stepUp: true }) });
      const byAna = await handOver(ana);
      expect(byAna.problem.code).toBe('second_person_required');
      expect(byAna.problem.detail).toContain('mail settings');
      expect((await handOver(administrator)).status).toBe(200);
      clock.advance(7 * DAY);
      const token = await administrator.signIn({ stepUp: true });
      expect((await call('resetRequests.sendActivation', { id }, { token })).status).toBe(200);
    },
    MANY_SIGN_INS,
  );
});

describe('issue 8.2: who turned the way of mails', () => {
  test('gets no link of somebody without MFA, nor of staff; one of somebody with MFA still goes', async () => {
    const house = await openHouse();
    const { call, services, turn, deliver, administrator, ana } = house;
    await turn();
    for (const username of ['maria', 'priya', 'jo']) {
      const { status } = await call('password.forgot', { username });
      expect(status).toBe(202);
    }
    await services.passwordLinks.settled();
    const links = (await deliver()).match(/set-password#/g) ?? [];
    expect(links).toHaveLength(1);
    // It waits where staff see it, for somebody else to hand over.
    const mail = await newest(house, administrator, 'password_link', 'maria');
    expect(mail).toMatchObject({ state: 'waiting', revealable: true });
    expect(mail.lastError).toContain('mail settings changed');
    expect((await (await newest(house, ana, 'password_link', 'maria')).reveal()).problem.code).toBe(
      'second_person_required',
    );
    // Anybody could have asked for it (docs/decisions/0119-a-mail-with-a-key.md).
    expect((await mail.reveal()).problem.code).toBe('second_person_required');
    const omar = await house.omar.signIn({ stepUp: true });
    expect((await call('outbox.askReveal', { id: mail.id }, { token: omar })).status).toBe(204);
    expect((await mail.reveal()).status).toBe(200);
  });

  test('gets no set-up link either, whoever sends it, nor one that waited for the mail server before', async () => {
    const house = await openHouse();
    const { call, administrator, turn, deliver, clock } = house;
    const token = await administrator.signIn({ stepUp: true });
    const before = { username: 'nils', name: 'Nils', email: 'nils@example.org' };
    await call('users.create', before, { token });
    await turn();
    await call('users.create', { ...before, username: 'nora', email: 'nora@example.org' }, { token });
    // Nor by a test mail that whoever turned it has sent themselves.
    const ana = await house.ana.signIn();
    expect((await call('settings.testMail', {}, { token: ana })).status).toBe(200);
    const { asked } = house.services.users;
    expect(await asked.sendDue(clock.now())).toBe(false);
    expect(await deliver()).not.toContain('set-password#');
    clock.advance(7 * DAY);
    expect(await asked.sendDue(clock.now())).toBe(true);
    expect(await deliver()).toContain('set-password#');
  });

  test('nor by turning it back and forth: it counts from the last change', async () => {
    const house = await openHouse();
    const { call, omar, turn, clock } = house;
    await turn();
    clock.advance(6 * DAY);
    const token = await house.ana.signIn({ stepUp: true });
    await call('settings.update', { mailFrom: 'ana@evil.example.net' }, { token });
    clock.advance(2 * DAY);
    const id = await resetJo(house);
    const again = await call(
      'resetRequests.sendActivation',
      { id },
      { token: await omar.signIn({ stepUp: true }) },
    );
    expect(again.problem.code).toBe('check_not_possible');
  });

  test('a server that starts with another mail server, sender or address is a change; the same, or another password, is none', async () => {
    const app = await createTestApp({ config: { smtpUrl: 'smtp://mailer:one@mail.example' } });
    const { services, deps, clock, audit } = app;
    const found = async () => (await audit()).filter(({ action }) => action === 'mail_route.changed').length;
    await services.settings.noteRoute(clock.now());
    clock.advance(40 * DAY);
    await services.settings.noteRoute(clock.now());
    deps.config.smtpUrl = 'smtp://mailer:two@mail.example';
    await services.settings.noteRoute(clock.now());
    expect(await found()).toBe(0);
    deps.config.publicUrl = 'https://gatehouse.evil.example';
    await services.settings.noteRoute(clock.now());
    expect(await found()).toBe(1);
    // As values, which each reads in their language.
    const event = (await audit()).find(({ action }) => action === 'mail_route.changed');
    const to = 'https://gatehouse.evil.example';
    expect(event?.data).toMatchObject({
      changes: [{ name: 'smtp' }, { name: 'mailFrom' }, { name: 'publicUrl', to }],
    });
    const told = (await app.mails()).filter(({ kind }) => kind === 'mail_route_changed');
    expect(told.map(({ text }) => text).join()).toContain('gatehouse.evil.example');
  });

  test('the first way of a new organisation holds nothing back, nor what is put right of it within a day', async () => {
    const app = await createTestApp({ config: { publicUrl: null } });
    const [wrong, right] = [await mailServer(), await mailServer()];
    const token = await app.administrator.signIn({ stepUp: true });
    await app.call('settings.update', { smtp: at(wrong) }, { token });
    app.clock.advance(HOUR);
    const again = await app.administrator.signIn({ stepUp: true });
    await app.call(
      'settings.update',
      { smtp: at(right), publicUrl: 'https://house.example' },
      { token: again },
    );
    await app.call('settings.testMail', {}, { token: again });
    await app.call(
      'users.create',
      { username: 'nils', name: 'Nils', email: 'nils@example.org' },
      { token: again },
    );
    await app.services.delivery.deliverDue();
    expect(received(right)).toContain('set-password#');
  });
});

describe('issue 8.2: what lets somebody in is revealed by a second person, always', () => {
  /** Without a mail server: everything waits in the outbox. */
  async function openWithoutMail() {
    const app = await createTestApp();
    const ana = await app.person({ username: 'ana', roles: ['administrator'] });
    const maria = await app.person({ username: 'maria', mfa: false });
    app.clock.advance(40 * DAY);
    const token = await ana.signIn({ stepUp: true });
    return { ...app, ana, maria, token };
  }

  test('not by who had it sent, made the person or imported them', async () => {
    const house = await openWithoutMail();
    const { call, ana, administrator, token } = house;
    const nils = { username: 'nils', name: 'Nils', email: 'nils@example.org' };
    const { id } = (await call('users.create', nils, { token })).body;
    await call('users.sendSetUpLink', { id }, { token });
    expect((await (await newest(house, ana, 'set_up_link')).reveal()).problem.code).toBe(
      'second_person_required',
    );
    expect((await (await newest(house, administrator, 'set_up_link')).reveal()).status).toBe(200);
    house.clock.advance(1000);
    await call('users.import', { content: 'username,email,name\nnora,nora@example.org,Nora' }, { token });
    const [nora] = (await call('users.list', { search: 'nora' }, { token })).body.items;
    const other = await administrator.signIn();
    await call('users.sendSetUpLink', { id: nora?.id ?? '' }, { token: other });
    expect((await (await newest(house, ana, 'set_up_link')).reveal()).problem.code).toBe(
      'second_person_required',
    );
  });

  test('S-122 not by who asked the person for a new password, while the mail server is away', async () => {
    const house = await createTestApp({ config: { smtpUrl: 'smtp://127.0.0.1:1' } });
    const { call, administrator, services } = house;
    const ana = await house.person({ username: 'ana', roles: ['administrator'] });
    const maria = await house.person({ username: 'maria', mfa: false });
    house.clock.advance(40 * DAY);
    const token = await ana.signIn({ stepUp: true });
    const asked = await call('users.endSessions', { id: maria.id, askNewPassword: true }, { token });
    expect(asked.status).toBe(200);
    await services.delivery.deliverDue();
    const mail = await newest(house, ana, 'new_password_wanted', 'maria');
    expect(mail.revealable).toBe(true);
    expect((await mail.reveal()).problem.code).toBe('second_person_required');
    expect((await (await newest(house, administrator, 'new_password_wanted')).reveal()).status).toBe(200);
  });

  test('not by who changed the person’s address', async () => {
    const house = await openWithoutMail();
    const { call, services, ana, maria, token } = house;
    await call('users.update', { id: maria.id, email: 'ana.private@example.net' }, { token });
    await call('password.forgot', { username: 'maria' });
    await services.passwordLinks.settled();
    expect((await (await newest(house, ana, 'password_link', 'ana.private')).reveal()).problem.code).toBe(
      'second_person_required',
    );
  });

  test('not by who suspended everybody else first, of other mails of a request either', async () => {
    const house = await openWithoutMail();
    const { call, ana, administrator, deps, token } = house;
    const jo = await house.person({ username: 'jo' });
    const desk = await administrator.signIn({ stepUp: true });
    const input = { userId: jo.id, reason: 'broken', note: '' } as const;
    const { id } = (await call('resetRequests.open', input, { token: desk })).body;
    await call('resetRequests.recordCheck', { id, kind: 'in_person', outcome: 'pass' }, { token });
    await call('users.update', { id: administrator.id, status: 'suspended' }, { token });
    const mail = await deps.db.kysely
      .selectFrom('outbox')
      .select('id')
      .where('kind', '=', 'reset_requested')
      .executeTakeFirstOrThrow();
    const refused = await call(
      'outbox.reveal',
      { id: mail.id },
      { token: await ana.signIn({ stepUp: true }) },
    );
    expect(refused.problem.code).toBe('second_person_required');
  });
});
