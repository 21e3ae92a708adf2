import { afterEach, expect, it } from 'vitest';
import { AUDIT_ACTIONS } from '../../../contract/auditActions.ts';
import type { AuditAction } from '../../../contract/auditActions.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { PASSWORD, createTestApp } from '../../support/app.ts';
import { createLogRecorder, dumpDatabase, secretsIn } from '../../support/everything.ts';
import { startMailServer } from '../../support/mailServer.ts';
import type { MailServer } from '../../support/mailServer.ts';

let mailServer: MailServer | undefined;
afterEach(() => mailServer?.close());

it('S-52: no code, secret, token or password is stored, logged or shown, but in the mail to its owner', async () => {
  mailServer = await startMailServer();
  const recorder = createLogRecorder();
  const db = openDatabase({ memory: true });
  const test = await createTestApp({ db, log: recorder.log, config: { smtpUrl: mailServer.url } });
  const { call, person, administrator, services, clock } = test;
  const secrets = new Map([['password', PASSWORD]]);
  const keep = (name: string, value: string | undefined): string => {
    if (!value) throw new Error(`There is no ${name}.`);
    secrets.set(name, value);
    return value;
  };

  // A user's life: setting up, signing in, wrong entries, a move, a request, a new password.
  const maria = await person({ username: 'maria', phone: '+441234567890' });
  keep('TOTP secret', maria.secret);
  const token = keep('session token', await maria.signIn({ stepUp: true }));
  await call('signIn.start', {
    username: 'maria',
    password: keep('wrong password', 'CANARY wrong password'),
  });
  await call('signIn.start', {
    username: keep('password as username', 'CANARY-typed-in-the-wrong-field'),
    password: 'x',
  });
  const started = await call('signIn.start', { username: 'maria', password: PASSWORD });
  if (started.body.outcome !== 'code_required') throw new Error(started.text);
  const challenge = keep('challenge', started.body.challenge);
  await call('signIn.verify', { challenge, code: keep('wrong code', '918273') });
  const asked = await call('signIn.requestReset', { challenge, reason: 'broken' });
  keep('request code', asked.body.requestCode);
  await call('me.cancelReset', {}, { token });
  const code = keep('spent code', maria.code());
  const changed = keep('new password', 'CANARY another long password');
  expect((await call('me.password', { current: PASSWORD, password: changed, code }, { token })).status).toBe(
    204,
  );
  await call('password.forgot', { username: 'maria' });
  await services.passwordLinks.settled();
  await call('password.confirm', {
    token: keep('wrong link', 'CANARY-no-such-link-token'),
    password: changed,
  });

  // An activation code by staff.
  const olaf = await person({ username: 'olaf', mfa: false });
  const admin = keep('staff token', await administrator.signIn({ stepUp: true }));
  await test.setPolicy({ activationForFirstEnrolment: true });
  const sent = await call('users.sendActivationCode', { id: olaf.id }, { token: admin });
  expect(sent.status).toBeLessThan(300);

  const mails = await test.mails();
  const found = (pattern: RegExp) => mails.map(({ text }) => pattern.exec(text)?.[1]).find(Boolean);
  keep('password link', found(/\/set-password#(\S+)/));
  keep('veto link', found(/\/this-wasnt-me#(\S+)/));
  keep('activation code', found(/^([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})$/m));
  expect(mails.map(({ subject }) => secretsIn(subject, secrets)).flat()).toEqual([]);

  // Issue 12.2: whatever somebody asked for says from where; the organisation was made before there was anybody to ask.
  const written = await db.kysely.selectFrom('audit_events').selectAll().where('sequence', '>', 1).execute();
  const byRequest = written.filter(({ action }) => AUDIT_ACTIONS[action as AuditAction] === 'request');
  expect(new Set(byRequest.map(({ action }) => action)).size).toBeGreaterThanOrEqual(10);
  expect(byRequest.filter(({ address, user_agent }) => address === null || user_agent === null)).toEqual([]);
  // Who asks for a mailed link has proven nothing yet.
  const unproven = new Set(byRequest.filter(({ factors }) => factors === null).map(({ action }) => action));
  expect([...unproven]).toEqual(['password.link_sent']);

  const shown = async () => {
    const answers = [
      await call('outbox.list', { limit: 200 }, { token: admin }),
      await call('audit.list', { limit: 200 }, { token: admin }),
      await call('audit.export', { format: 'jsonl' }, { token: admin }),
      await call('settings.get', {}, { token: admin }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    return answers.map(({ text }) => text).join('\n');
  };
  expect(secretsIn(JSON.stringify(await dumpDatabase(db)), secrets)).toEqual([]);
  expect(secretsIn(await shown(), secrets)).toEqual([]);

  clock.advance(1000);
  await services.delivery.deliverDue();
  const received = mailServer.accepted.map(({ text }) => text ?? '').join('\n');
  expect(secretsIn(received, secrets)).toEqual(
    expect.arrayContaining(['password link', 'veto link', 'activation code']),
  );
  const dump = await dumpDatabase(db);
  expect(secretsIn(JSON.stringify(dump), secrets)).toEqual([]);
  expect(dump['outbox']?.every((row) => Reflect.get(Object(row), 'sealed_body') === null)).toBe(true);
  expect(secretsIn(recorder.text(), secrets)).toEqual([]);
});
