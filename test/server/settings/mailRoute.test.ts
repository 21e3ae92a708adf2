import { afterEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../../contract/operations.ts';
import { createTestApp } from '../../support/app.ts';
import { startMailServer } from '../../support/mailServer.ts';
import type { MailServer } from '../../support/mailServer.ts';

const open: MailServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function mailServer() {
  const server = await startMailServer();
  open.push(server);
  return server;
}

const at = ({ port }: MailServer) => ({ host: '127.0.0.1', port, secure: 'none', username: null }) as const;
const received = ({ accepted }: MailServer) =>
  accepted.flatMap(({ to, subject }) => (to && !Array.isArray(to) ? `${to.text}: ${subject}` : []));

/** An organisation that sends by a mail server of its own; what that was told of so far is delivered. */
async function createWorld() {
  const old = await mailServer();
  const test = await createTestApp({ config: { publicUrl: null } });
  await test.person({ username: 'olga', roles: ['security_officer'] });
  await test.person({ username: 'hana', roles: ['help_desk'] });
  const token = await test.administrator.signIn({ stepUp: true });
  const update = (change: InputOf<'settings.update'>) => test.call('settings.update', change, { token });
  await update({ smtp: at(old), mailFrom: 'gatehouse@example.org', publicUrl: 'https://old.example' });
  await test.services.delivery.deliverDue();
  old.accepted.length = 0;
  const told = async () =>
    (await test.mails()).filter(
      // Not of the settings that the world begins with.
      ({ kind, text }) => kind === 'mail_route_changed' && !text.includes('Public address: none'),
    );
  return { ...test, old, update, told };
}

const SUBJECT = 'Where mails go or links lead was changed';

describe('Whoever turns where mails go or links lead', () => {
  it('is told of to every administrator and security officer, with what changed and no password', async () => {
    const { update, told } = await createWorld();
    const change = { smtp: { ...SMTP, username: 'mailer' }, smtpPassword: 'CANARY-password' };
    await update({ ...change, mailFrom: 'eve@evil.example', publicUrl: 'https://evil.example' });
    const mails = await told();
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['admin@example.org', 'olga@example.org']);
    for (const { text } of mails) {
      expect(text).toMatch(
        /^Mail server: 127\.0\.0\.1:\d+ \(not encrypted\) -> mail\.evil\.example:587 \(STARTTLS, as mailer\)$/m,
      );
      expect(text).toContain('Password at the mail server: another one');
      expect(text).toContain('Sender of mails: gatehouse@example.org -> eve@evil.example');
      expect(text).toContain('Public address: https://old.example -> https://evil.example');
      expect(text).toMatch(/^Ada Admin changed on .*2026, \d\d:\d\d /m);
      // Its own link leads where links led until then.
      expect(text).toContain('https://old.example/audit');
      expect(text).not.toContain('CANARY');
    }
  });

  it('can’t keep it from them by a mail server of their own: the one before sends it, and only it', async () => {
    const { update, old, services, call } = await createWorld();
    const evil = await mailServer();
    await update({ smtp: at(evil), mailFrom: 'eve@evil.example' });
    await call('password.forgot', { username: 'olga' });
    await services.delivery.deliverDue();
    expect(received(old).toSorted()).toEqual([
      `admin@example.org: ${SUBJECT}`,
      `olga@example.org: ${SUBJECT}`,
    ]);
    expect(old.accepted[0]?.from?.text).toContain('gatehouse@example.org');
    expect(received(evil)).toEqual([expect.stringMatching(/^olga@example\.org: (?!Where mails)/)]);
  });

  it('nor by taking the mail server out first', async () => {
    const { update, old, services } = await createWorld();
    const evil = await mailServer();
    await update({ smtp: null });
    await services.delivery.deliverDue();
    await update({ smtp: at(evil) });
    await services.delivery.deliverDue();
    expect(received(old)).toHaveLength(2);
  });

  it('is told of by the new mail server where the one before is gone', async () => {
    const { update, old, services } = await createWorld();
    await old.close();
    open.splice(open.indexOf(old), 1);
    const next = await mailServer();
    await update({ smtp: at(next) });
    await services.delivery.deliverDue();
    expect(received(next).toSorted()).toEqual([
      `admin@example.org: ${SUBJECT}`,
      `olga@example.org: ${SUBJECT}`,
    ]);
  });

  it('and nobody is told of other settings, of no change, or of a refused one', async () => {
    const { update, old, told } = await createWorld();
    await update({ helpDeskHours: '9 to 5', organisation: 'Southwind' });
    await update({ smtp: at(old), mailFrom: 'gatehouse@example.org' });
    expect((await update({ publicUrl: 'http://evil.example' })).status).toBe(400);
    expect(await told()).toEqual([]);
  });
});

const SMTP = { host: 'mail.evil.example', port: 587, secure: 'starttls' } as const;
