import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { createTestApp, FIXED_MAIL, PASSWORD } from '../../support/app.ts';

const NEW = 'somebody-elses-battery-staple';

test('a set-up link that went to a wrong address ends when the address is put right', async () => {
  const { call, administrator, mails } = await createTestApp({ config: FIXED_MAIL });
  const token = await administrator.signIn({ stepUp: true });
  const made = await call(
    'users.create',
    { username: 'nils', name: 'Nils', email: 'wrong@example.net', roles: ['help_desk'] },
    { token },
  );
  await call('users.update', { id: made.body.id, email: 'nils@example.org' }, { token });
  const link = (await mails()).findLast(({ kind }) => kind === 'set_up_link');
  const linkToken = /#([\w-]+)/.exec(link?.text ?? '')?.[1] ?? '';
  const taken = await call('password.confirm', { token: linkToken, password: NEW });
  expect(taken.problem?.code).toBe('invalid_token');
});

test('an activation code that was mailed to an address ends when the address changes (S-34)', async () => {
  const { call, administrator, person, mails, clock } = await createTestApp();
  const nils = await person({ username: 'nils', roles: ['help_desk'], mfa: false });
  clock.advance(40 * DAY);
  const token = await administrator.signIn({ stepUp: true });
  expect((await call('users.sendActivationCode', { id: nils.id }, { token })).status).toBe(200);
  // The old mailbox was found to be read by a stranger: the administrator moves Nils to another one.
  await call('users.update', { id: nils.id, email: 'nils.safe@example.org' }, { token });
  const mail = (await mails()).findLast(({ kind }) => kind === 'activation_code');
  const activationCode = /\b[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}\b/.exec(mail?.text ?? '')?.[0] ?? '';
  const { body } = await call('signIn.start', { username: 'nils', password: PASSWORD });
  if (body.outcome !== 'setup_required') throw new Error(body.outcome);
  const begun = await call('signIn.beginEnrolment', { challenge: body.challenge, activationCode });
  expect(begun.problem?.code).toBe('invalid_activation_code');
});

test('S-22 a setup that was begun before a role was given is not ended without the activation code that the role asks for', async () => {
  const { call, person, administrator, clock } = await createTestApp();
  const pat = await person({ username: 'pat', mfa: false });
  // Who only knows the password begins a setup, and keeps its secret.
  const early = await call('signIn.start', { username: 'pat', password: PASSWORD });
  if (early.body.outcome !== 'signed_in') throw new Error(early.text);
  const begun = (await call('me.beginEnrolment', {}, { token: early.body.session.token ?? '' })).body;
  const token = await administrator.signIn({ stepUp: true });
  await call('users.update', { id: pat.id, roles: ['security_officer'] }, { token });
  const { body } = await call('signIn.start', { username: 'pat', password: PASSWORD });
  if (body.outcome !== 'setup_required') throw new Error(body.outcome);
  expect(body.activationRequired).toBe(true);
  const done = await call('signIn.confirmEnrolment', {
    challenge: body.challenge,
    enrolmentId: begun.enrolmentId,
    code: codeAt(begun.secret, timeStep(clock.now())),
  });
  expect(done.problem?.code).toBe('enrolment_ended');
});

test('S-22 staff’s first enrolment as staff needs an activation code, also where they had MFA once as a user', async () => {
  const { call, person, administrator, setPolicy } = await createTestApp();
  await setPolicy({ automaticReset: true });
  const pat = await person({ username: 'pat' });
  const session = await pat.signIn();
  const off = await call('me.disable', { code: pat.code() }, { token: session });
  expect(off.body).toEqual({ state: 'off' });
  const token = await administrator.signIn({ stepUp: true });
  expect((await call('users.update', { id: pat.id, roles: ['security_officer'] }, { token })).status).toBe(
    200,
  );
  // Who only knows the password enrols their own phone and is a security officer.
  const { body } = await call('signIn.start', { username: 'pat', password: PASSWORD });
  if (body.outcome !== 'setup_required') throw new Error(body.outcome);
  const begun = await call('signIn.beginEnrolment', { challenge: body.challenge });
  expect(begun.problem?.code).toBe('activation_required');
});
