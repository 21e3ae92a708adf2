import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';

const STOLEN = 'a-stolen-horse-battery-staple';

/** Who reads Jo's mailbox, and nothing else: no password of old, no phone. Jo's own reset is honestly verified in person. */
async function mailboxWorld() {
  const app = await createTestApp();
  const { call, person, clock, mails, services } = app;
  const priya = await person({ username: 'priya', roles: ['help_desk'] });
  const omar = await person({ username: 'omar', roles: ['security_officer'] });
  const jo = await person({ username: 'jo', phone: '+442079460041' });
  clock.advance(40 * DAY);
  const takePassword = async () => {
    await call('password.forgot', { username: 'jo' });
    await services.passwordLinks.settled();
    const link = (await mails()).findLast(({ kind }) => kind === 'password_link');
    const token = /#([\w-]+)/.exec(link?.text ?? '')?.[1] ?? '';
    expect((await call('password.confirm', { token, password: STOLEN })).status).toBe(204);
  };
  const openAndVerify = async () => {
    const desk = await priya.signIn();
    const opened = await call(
      'resetRequests.open',
      { userId: jo.id, reason: 'broken', note: '' },
      { token: desk },
    );
    const { id } = opened.body;
    for (const kind of ['in_person', 'call_back'] as const)
      await call('resetRequests.recordCheck', { id, kind, outcome: 'pass' }, { token: desk });
    return id;
  };
  const approve = async (id: string) =>
    call('resetRequests.approve', { id }, { token: await omar.signIn({ stepUp: true }) });
  /** With the newest code that any mail to Jo holds. */
  const enrolFromMailbox = async (password = STOLEN) => {
    const text = (await mails())
      .filter(({ to }) => to === 'jo@example.org')
      .map((mail) => mail.text)
      .join('\n');
    const codes = text.match(/\b[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}\b/g) ?? [];
    const { body } = await call('signIn.start', { username: 'jo', password });
    if (body.outcome !== 'setup_required') return false;
    const { challenge } = body;
    const begun = await call('signIn.beginEnrolment', { challenge, activationCode: codes.at(-1) ?? 'none' });
    if (begun.status !== 200) return false;
    const code = codeAt(begun.body.secret, timeStep(clock.now()));
    const { enrolmentId } = begun.body;
    return (await call('signIn.confirmEnrolment', { challenge, enrolmentId, code })).status === 200;
  };
  return { ...app, jo, omar, takePassword, openAndVerify, approve, enrolFromMailbox };
}

test('S-34 a password that was set by mail while the request ran: the activation code does not follow it into that mailbox', async () => {
  const world = await mailboxWorld();
  const id = await world.openAndVerify();
  await world.takePassword();
  expect((await world.approve(id)).body.state).toBe('completed');
  expect(await world.enrolFromMailbox()).toBe(false);
});

test('S-34 the code that a password by mail voided is not simply sent there again', async () => {
  const world = await mailboxWorld();
  const id = await world.openAndVerify();
  expect((await world.approve(id)).body.state).toBe('completed');
  await world.takePassword();
  expect(await world.enrolFromMailbox()).toBe(false);
  // "The code doesn't work": staff press Send a new code, which asks for no evidence.
  const token = await world.omar.signIn({ stepUp: true });
  const sent = await world.call('resetRequests.sendActivation', { id }, { token });
  expect(sent.problem.detail).toContain('by a mailed link');
  expect(await world.enrolFromMailbox()).toBe(false);
  // The page offers the other way, and it works.
  const page = await world.call('resetRequests.get', { id }, { token });
  expect(page.body.activation).toMatchObject({ state: 'void', delivery: 'in_person' });
  expect((await world.call('resetRequests.handOver', { id }, { token })).status).toBe(200);
});

test('S-30 after “this wasn’t me” the old request’s code goes by no mail any more, however long ago the password was set', async () => {
  const world = await mailboxWorld();
  const { call, mails, clock, omar, jo } = world;
  const id = await world.openAndVerify();
  expect((await world.approve(id)).body.state).toBe('completed');
  expect(await world.enrolFromMailbox(PASSWORD)).toBe(true);
  clock.advance(5 * DAY);
  // Days later the reader of the mailbox presses the button of an old mail, and asks for a password.
  const text = (await mails()).findLast(({ kind }) => kind === 'reset_done')?.text ?? '';
  const veto = /this-wasnt-me#([\w.-]+)/.exec(text)?.[1] ?? '';
  expect((await call('resetRequests.veto', { token: veto })).status).toBe(204);
  await world.takePassword();
  clock.advance(31 * DAY);
  const token = await omar.signIn({ stepUp: true });
  for (const sent of [
    await call('users.sendActivationCode', { id: jo.id }, { token }),
    await call('resetRequests.sendActivation', { id }, { token }),
  ])
    expect(sent.problem?.detail).toContain('wasn’t theirs');
  expect(await world.enrolFromMailbox()).toBe(false);
  // Jo, who stands there with an ID, is not shut out.
  expect((await call('resetRequests.handOver', { id }, { token })).status).toBe(200);
});
