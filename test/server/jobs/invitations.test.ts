import { describe, expect, it, onTestFinished } from 'vitest';
import { createTestApp, FIXED_MAIL } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { startMailServer } from '../../support/mailServer.ts';

const DAY = 24 * 3_600_000;
const FILE = [
  'username,email,name,department',
  'nils,nils@example.org,Nils,Sales',
  'nora,nora@example.org,Nora,Sales',
  'pia,pia@example.org,Pia,',
].join('\n');

const linkMails = async ({ mails }: TestApp) => (await mails()).filter(({ kind }) => kind === 'set_up_link');
const linkIn = (text = '') => /(\S+)\/set-password#([\w-]+)/.exec(text);

async function stateOf({ call }: TestApp, token: string, username: string) {
  const { items } = (await call('users.list', { search: username }, { token })).body;
  const { invitation, setUpLinkEndsAt } = (await call('users.get', { id: items[0]?.id ?? '' }, { token }))
    .body;
  expect(items[0]?.invitation).toBe(invitation);
  return { invitation, setUpLinkEndsAt };
}

/** Runs every job to its end. */
const work = ({ services }: TestApp) => services.jobs.work.runDue();

/** An organisation that has neither an address nor a mail server, as on its first day. */
async function firstDay() {
  const test = await createTestApp({ config: { publicUrl: null } });
  const mail = await startMailServer();
  onTestFinished(() => mail.close());
  const token = await test.administrator.signIn({ stepUp: true });
  const smtp = { host: '127.0.0.1', port: mail.port, secure: 'none' as const, username: null };
  const lacks = async () => (await test.call('invitations.get', {}, { token })).body.lacks;
  return { test, mail, token, smtp, lacks };
}

describe('issue 15.1: an invitation', () => {
  it('is nothing but a draft before mail can work: no token, no mail, and saving a mail server sends none', async () => {
    const { test, mail, token, smtp, lacks } = await firstDay();
    const { call, services, clock } = test;
    await call('users.import', { content: FILE, invite: false }, { token });
    expect(await stateOf(test, token, 'nils')).toEqual({ invitation: 'draft' });
    expect(await lacks()).toEqual(['address', 'mail_server']);
    const send = () => call('invitations.send', {}, { token });
    expect((await send()).problem).toMatchObject({ code: 'invitations_lack', status: 409, lack: 'address' });

    await call('settings.update', { smtp, mailFrom: 'gatehouse@example.org' }, { token });
    await services.users.asked.sendDue(clock.now());
    await services.delivery.deliverDue();
    expect(await linkMails(test)).toEqual([]);
    await call('settings.update', { publicUrl: 'https://house.example' }, { token });
    expect(await lacks()).toEqual(['test_mail']);
    expect((await call('settings.testMail', {}, { token })).status).toBe(200);
    expect(await lacks()).toEqual([]);
    expect(await linkMails(test)).toEqual([]);

    clock.advance(3 * DAY);
    const again = await test.administrator.signIn();
    const sent = await call('invitations.send', { department: 'Sales' }, { token: again });
    expect(sent.status).toBe(202);
    expect(sent.body.job).toMatchObject({ kind: 'invite', state: 'waiting', done: 0, failed: 0, total: 2 });
    await work(test);
    const { id } = sent.body.job;
    expect((await call('jobs.get', { id }, { token: again })).body.job).toMatchObject({
      state: 'done',
      done: 2,
    });
    // Their seven days run from now.
    const setUpLinkEndsAt = new Date(clock.now() + 7 * DAY).toISOString();
    expect(await stateOf(test, again, 'nils')).toEqual({ invitation: 'waiting', setUpLinkEndsAt });
    expect(await stateOf(test, again, 'pia')).toEqual({ invitation: 'draft' });
    await services.delivery.deliverDue();
    expect(await stateOf(test, again, 'nils')).toEqual({ invitation: 'sent', setUpLinkEndsAt });
    const text = mail.accepted.find(({ to }) => JSON.stringify(to).includes('nils@'))?.text;
    const [, house, link = ''] = linkIn(text) ?? [];
    expect(house).toBe('https://house.example');
    await call('password.lookAtLink', { token: link });
    expect(await stateOf(test, again, 'nils')).toEqual({ invitation: 'opened', setUpLinkEndsAt });
    await call('password.confirm', { token: link, password: 'correct-horse-battery-staple' });
    expect(await stateOf(test, again, 'nils')).toEqual({ invitation: 'used' });
    expect((await call('invitations.get', {}, { token: again })).body).toMatchObject({
      draft: 1,
      waiting: 0,
      sent: 1,
      opened: 0,
      departments: [{ name: '', count: 1 }],
      job: null,
    });
    const drafts = await call('users.list', { invitation: 'draft' }, { token: again });
    expect(drafts.body.items.map(({ username }) => username)).toEqual(['pia']);
    expect(drafts.body.total.count).toBe(1);
  });

  it('that a program asked for waits, and goes by itself once a test mail went through', async () => {
    const { test, token, smtp } = await firstDay();
    const { call, services, clock } = test;
    await call('users.import', { content: FILE }, { token });
    await call('users.create', { username: 'quentin', name: 'Quentin', email: 'q@example.org' }, { token });
    expect(await stateOf(test, token, 'nils')).toEqual({ invitation: 'waiting' });
    await call('settings.update', { smtp, publicUrl: 'https://house.example' }, { token });
    expect(await services.users.asked.sendDue(clock.now())).toBe(false);
    await call('settings.testMail', {}, { token });
    expect(await services.users.asked.sendDue(clock.now())).toBe(true);
    expect((await linkMails(test)).map(({ to }) => to).toSorted()).toEqual([
      'nils@example.org',
      'nora@example.org',
      'pia@example.org',
      'q@example.org',
    ]);
    expect(await services.users.asked.sendDue(clock.now())).toBe(false);
  });

  it('goes at once where the environment fixes how mail goes', async () => {
    const test = await createTestApp({ config: FIXED_MAIL });
    const token = await test.administrator.signIn();
    await test.call('users.create', { username: 'nils', name: 'Nils', email: 'n@example.org' }, { token });
    expect(await stateOf(test, token, 'nils')).toMatchObject({ invitation: 'waiting' });
    expect(await linkMails(test)).toHaveLength(1);
  });

  it('whose mail waited from before is made anew by the way that was proven, with its days from then', async () => {
    const { test, token, smtp, mail } = await firstDay();
    const { call, services, clock } = test;
    await call('users.create', { username: 'nils', name: 'Nils', email: 'n@example.org' }, { token });
    const { items } = (await call('users.list', { search: 'nils' }, { token })).body;
    await call('users.sendSetUpLink', { id: items[0]?.id ?? '' }, { token });
    const [before] = await linkMails(test);
    expect(linkIn(before?.text)?.[1]).toBe('http://127.0.0.1:8443');
    await call('settings.update', { smtp, publicUrl: 'https://house.example' }, { token });
    await services.delivery.deliverDue();
    expect(mail.accepted.some(({ text }) => text?.includes('set-password'))).toBe(false);
    clock.advance(DAY);
    const later = await test.administrator.signIn();
    await call('settings.testMail', {}, { token: later });
    await services.users.asked.sendDue(clock.now());
    const [after, ...others] = await linkMails(test);
    expect(others).toEqual([]);
    expect(linkIn(after?.text)?.[1]).toBe('https://house.example');
    const old = await call('password.lookAtLink', { token: linkIn(before?.text)?.[2] ?? '' });
    expect(old.problem.code).toBe('invalid_token');
  });

  it('is a draft again where its link was ended: another address, a suspension', async () => {
    const test = await createTestApp({ config: FIXED_MAIL });
    const { call, administrator } = test;
    const token = await administrator.signIn({ stepUp: true });
    const nils = { username: 'nils', name: 'Nils', email: 'n@example.org' };
    const { id } = (await call('users.create', nils, { token })).body;
    await call('users.update', { id, email: 'nils@example.org' }, { token });
    expect(await stateOf(test, token, 'nils')).toEqual({ invitation: 'draft' });
  });

  it('stops where new setups are frozen, and says so', async () => {
    const test = await createTestApp({ config: FIXED_MAIL });
    const { call, administrator, person } = test;
    const token = await administrator.signIn({ stepUp: true });
    await call('users.import', { content: FILE, invite: false }, { token });
    const { body } = await call('invitations.send', {}, { token });
    await person({ username: 'omar', roles: ['security_officer'] });
    await call('resetRequests.freeze', { reason: 'An attack.', switches: ['setups'] }, { token });
    await work(test);
    const { job } = (await call('jobs.get', { id: body.job.id }, { token })).body;
    expect(job).toMatchObject({ state: 'stopped', done: 0, total: 3 });
    expect(job.reason).toMatch(/frozen/);
    expect(await linkMails(test)).toEqual([]);
    expect((await call('invitations.send', {}, { token })).problem.code).toBe('frozen');
  });
});
