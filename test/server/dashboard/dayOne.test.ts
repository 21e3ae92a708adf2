import { describe, expect, it, onTestFinished } from 'vitest';
import { createTestApp } from '../../support/app.ts';
import { startMailServer } from '../../support/mailServer.ts';

describe('issue 15.2: day one', () => {
  it('is what is left of it, until all is done', async () => {
    const test = await createTestApp({ config: { publicUrl: null } });
    const mail = await startMailServer();
    onTestFinished(() => mail.close());
    const { call, administrator, person, services } = test;
    const token = await administrator.signIn({ stepUp: true });
    const left = async () =>
      (await call('dashboard.dayOne', {}, { token })).body.steps
        .filter(({ done }) => !done)
        .map(({ name }) => name);
    expect(await left()).toEqual([
      'address',
      'mail',
      'help_desk',
      'people',
      'second_administrator',
      'policy',
      'invitations',
    ]);
    const smtp = { host: '127.0.0.1', port: mail.port, secure: 'none' as const, username: null };
    await call(
      'settings.update',
      { smtp, publicUrl: 'https://house.example', helpDeskPhone: '+442079460000' },
      { token },
    );
    // A mail server that nobody tried is none yet.
    expect(await left()).toContain('mail');
    await call('settings.testMail', {}, { token });
    const content = 'username,email,name\nnils,nils@example.org,Nils';
    await call('users.import', { content, invite: false }, { token });
    expect(await left()).toEqual(['second_administrator', 'policy', 'invitations']);
    await person({ username: 'bea', roles: ['administrator'] });
    const { version } = (await call('policy.get', {}, { token })).body;
    await call('policy.update', { version, reason: 'Begin.', graceDays: 7 }, { token });
    expect(await left()).toEqual(['invitations']);
    await call('invitations.send', {}, { token });
    await services.jobs.work.runDue();
    expect((await call('dashboard.dayOne', {}, { token })).body.steps).toEqual([]);
  });

  it('is put away for everybody, by an administrator only', async () => {
    const { call, administrator, person } = await createTestApp();
    const officer = await (await person({ username: 'omar', roles: ['security_officer'] })).signIn();
    expect((await call('dashboard.putDayOneAway', {}, { token: officer })).status).toBe(403);
    const token = await administrator.signIn();
    expect((await call('dashboard.dayOne', {}, { token })).body.steps).toHaveLength(7);
    expect((await call('dashboard.putDayOneAway', {}, { token })).status).toBe(204);
    expect((await call('dashboard.dayOne', {}, { token })).body.steps).toEqual([]);
  });

  it('begins in the time zone of whoever sets the server up', async () => {
    const test = await createTestApp({ empty: true, config: { setupToken: 'token' } });
    const made = {
      token: 'token',
      organisation: 'Northwind',
      username: 'ada',
      name: 'Ada',
      email: 'ada@example.org',
      password: 'correct-horse-battery-staple',
    };
    await test.call('setup.createOrganisation', { ...made, timeZone: 'Pacific/Auckland' });
    const { timeZone } = await test.deps.db.kysely
      .selectFrom('settings')
      .selectAll()
      .execute()
      .then((rows) =>
        Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown])),
      );
    expect(timeZone).toBe('Pacific/Auckland');
  });
});
