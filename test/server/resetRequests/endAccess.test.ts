import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../../server/time.ts';
import { createTestApp, FIXED_MAIL, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { codeOf, openDesk } from './desk.ts';
import type { Actor } from './desk.ts';

/** Jo, whose password somebody else knows, and those who work at the desk. */
async function office({ smtp = true }: { smtp?: boolean } = {}) {
  const desk = await openDesk({ smtp });
  const hashed = { password_hash: 'known to somebody', password_changed_at: 1 };
  const jo = await desk.person('jo', hashed);
  const priya = await desk.person('priya', { roles: ['help_desk'], ...hashed });
  const ana = await desk.person('ana', { roles: ['administrator'], ...hashed });
  const omar = await desk.person('omar', { roles: ['security_officer'], ...hashed });
  const end = (
    actor: Actor,
    {
      user = jo,
      askNewPassword = true,
      requestId,
    }: { user?: Actor; askNewPassword?: boolean; requestId?: string } = {},
  ) =>
    desk.resets.endAccess({
      userId: user.userId,
      askNewPassword,
      ...(requestId === undefined ? {} : { requestId }),
      actor,
      now: desk.clock.now(),
    });
  const passwordOf = async ({ userId }: Actor) => {
    const query = desk.deps.db.kysely.selectFrom('users').select('password_hash').where('id', '=', userId);
    return (await query.executeTakeFirstOrThrow()).password_hash;
  };
  const sessionsOf = async ({ userId }: Actor) =>
    (await desk.deps.db.kysely.selectFrom('sessions').select('id').where('user_id', '=', userId).execute())
      .length;
  return { desk, jo, priya, ana, omar, end, passwordOf, sessionsOf };
}

describe('S-122 somebody else knows the password', () => {
  it('a decider ends every session, the password counts no more, and a link for a new one goes by mail, at once', async () => {
    const { desk, jo, omar, end, passwordOf, sessionsOf } = await office();
    await desk.session(jo);
    await desk.session(jo);
    const before = (await desk.mails()).length;
    desk.clock.advance(MINUTE);
    await end(omar);
    expect(await sessionsOf(jo)).toBe(0);
    expect(await passwordOf(jo)).toBeNull();
    const mails = (await desk.mails()).slice(before);
    expect(mails.map(({ kind, to }) => [kind, to])).toEqual([['new_password_wanted', 'jo@example.org']]);
    expect(mails[0]?.text).toContain('Omar signed you out everywhere');
    expect(mails[0]?.text).toMatch(/#[\w-]{20,}/);
    expect((await desk.actions()).at(-1)).toBe('password.asked_anew');
    // MFA is untouched: never password and MFA in one act.
    expect(await desk.user(jo)).toMatchObject({ mfa_state: 'on' });
  });

  it('from a request it stands on its time line, also once that was denied as an attack', async () => {
    const { desk, jo, ana, end } = await office();
    const { id } = await desk.ask(jo);
    await desk.deny(id, ana, true);
    await end(ana, { requestId: id });
    expect((await desk.view(id, ana)).history.at(-1)).toMatchObject({
      action: 'password.asked_anew',
      actor: { name: 'Ana' },
      data: { requestId: id },
    });
  });

  it('a request of somebody else is none of theirs', async () => {
    const { desk, jo, priya, ana, end, passwordOf } = await office();
    const { id } = await desk.ask(priya);
    expect(await codeOf(end(ana, { requestId: id }))).toBe('not_found');
    expect(await passwordOf(jo)).not.toBeNull();
  });

  it('nobody acts upward, on themselves, without a fresh code, or without the right to decide', async () => {
    const { desk, jo, priya, ana, omar, end, passwordOf } = await office();
    expect(await codeOf(end(priya))).toBe('forbidden');
    expect(await codeOf(end({ ...ana, steppedUpUntil: null }))).toBe('step_up_required');
    expect(await codeOf(end(ana, { user: ana }))).toBe('own_account');
    expect(await codeOf(end(ana, { user: { ...jo, userId: '00000000-0000-7000-8000-00000000dead' } }))).toBe(
      'not_found',
    );
    await desk.policy({ helpDeskDecides: true });
    expect(await codeOf(end(priya, { user: omar }))).toBe('rank_too_low');
    for (const someone of [jo, ana, omar]) expect(await passwordOf(someone)).not.toBeNull();
    // Where policy lets the help desk decide, it may for users.
    expect(await codeOf(end(priya))).toBe('done');
  });

  it('where no mail works it is refused in one sentence, and ending sessions alone is not', async () => {
    const { desk, jo, ana, end, passwordOf, sessionsOf } = await office({ smtp: false });
    await desk.session(jo);
    await expect(end(ana)).rejects.toThrow(/^No link for a new password would reach Jo now: there is no /);
    expect(await passwordOf(jo)).not.toBeNull();
    expect(await sessionsOf(jo)).toBe(1);
    await end(ana, { askNewPassword: false });
    expect(await sessionsOf(jo)).toBe(0);
    expect(await passwordOf(jo)).not.toBeNull();
    expect((await desk.actions()).at(-1)).toBe('sessions.ended');
  });

  it('is refused of somebody who has no password here, or can’t sign in', async () => {
    const { desk, ana, end } = await office();
    const invited = await desk.person('nia', { password_hash: null, password_changed_at: null });
    const outside = await desk.person('eve', { external: 1 });
    const gone = await desk.person('max', {
      status: 'suspended',
      password_hash: 'x',
      password_changed_at: 1,
    });
    for (const user of [invited, outside, gone])
      expect(await codeOf(end(ana, { user }))).toBe('check_not_possible');
    expect(await codeOf(end(ana, { user: outside, askNewPassword: false }))).toBe('done');
    // Asked before, and the link is lost: another goes.
    const asked = await desk.person('ida', { password_hash: null, password_changed_at: 1 });
    expect(await codeOf(end(ana, { user: asked }))).toBe('done');
  });

  it('is refused while passwords are frozen: no new one could be set', async () => {
    const { desk, jo, ana, omar, end, passwordOf } = await office();
    const frost = {
      reason: 'An attack.',
      switches: ['passwords' as const],
      actor: { ...omar, sessionId: '' },
    };
    await desk.resets.freeze({ ...frost, now: desk.clock.now() });
    expect(await codeOf(end(ana))).toBe('frozen');
    expect(await passwordOf(jo)).not.toBeNull();
    expect(await codeOf(end(ana, { askNewPassword: false }))).toBe('done');
  });

  it('one person asks twenty people an hour: nobody locks a whole company out alone', async () => {
    const { desk, ana, omar, end } = await office();
    for (let count = 0; count < 20; count += 1) {
      const user = await desk.person(`p${count}`, { password_hash: 'x', password_changed_at: 1 });
      expect(await codeOf(end(ana, { user }))).toBe('done');
    }
    expect(await codeOf(end(ana))).toBe('too_many_attempts');
    expect(await codeOf(end(omar))).toBe('done');
    desk.clock.advance(DAY);
    expect(await codeOf(end(ana))).toBe('done');
  });

  it('S-92 what was asked while the clock was a day ahead counts against nobody once it is right', async () => {
    const { desk, ana, end } = await office();
    desk.clock.advance(DAY);
    for (let count = 0; count < 20; count += 1) {
      const user = await desk.person(`p${count}`, { password_hash: 'x', password_changed_at: 1 });
      await end({ ...ana, steppedUpUntil: desk.clock.now() + MINUTE }, { user });
    }
    desk.clock.advance(-DAY);
    expect(await codeOf(end(ana))).toBe('done');
  });
});

it('S-122 of staff one person asks two a day, as they suspend two: nobody is left alone in the console with passwords frozen', async () => {
  const { desk, priya, ana, omar, end, passwordOf } = await office();
  await desk.person('root', { roles: ['administrator'], password_hash: 'theirs', password_changed_at: 1 });
  const hashed = { password_hash: 'x', password_changed_at: 1 };
  const olga = await desk.person('olga', { roles: ['security_officer'], ...hashed });
  expect(await codeOf(end(omar, { user: ana }))).toBe('done');
  expect(await codeOf(end(omar, { user: olga }))).toBe('done');
  // The same again is no further one.
  expect(await codeOf(end(omar, { user: ana }))).toBe('done');
  expect(await codeOf(end(omar, { user: priya }))).toBe('second_person_required');
  expect(await passwordOf(priya)).not.toBeNull();
  expect(await codeOf(end(omar, { user: priya, askNewPassword: false }))).toBe('done');
  expect(await codeOf(end(omar))).toBe('done');
  expect(await codeOf(end(ana, { user: priya }))).toBe('done');
  desk.clock.advance(DAY);
  expect(await codeOf(end(omar, { user: priya }))).toBe('done');
});

it('S-122 the last administrator whose password counts keeps it: an officer alone leaves nobody without one', async () => {
  const { desk, ana, omar, end, passwordOf, sessionsOf } = await office();
  const bea = await desk.person('bea', {
    roles: ['administrator'],
    password_hash: 'known to somebody',
    password_changed_at: 1,
  });
  await end(omar, { user: ana });
  await desk.session(bea);
  expect(await codeOf(end(omar, { user: bea }))).toBe('last_administrator');
  expect(await passwordOf(bea)).not.toBeNull();
  await end(omar, { user: bea, askNewPassword: false });
  expect(await sessionsOf(bea)).toBe(0);
});

it('S-122 whom somebody asked counts among the staff whom they suspend in a day', async () => {
  const app = await createTestApp({ config: FIXED_MAIL });
  const names = ['omar', 'olga', 'ida'];
  const people = await Promise.all(
    names.map((username) => app.person({ username, roles: ['security_officer'] })),
  );
  const [omar = '', olga = '', ida = ''] = people.map(({ id }) => id);
  const token = await app.administrator.signIn({ stepUp: true });
  const asks = { askNewPassword: true };
  expect((await app.call('users.endSessions', { id: omar, ...asks }, { token })).status).toBe(200);
  expect((await app.call('users.endSessions', { id: olga, ...asks }, { token })).status).toBe(200);
  expect((await app.call('users.update', { id: ida, status: 'suspended' }, { token })).status).toBe(202);
});

/** The link of the last mail to that person. */
async function tokenIn({ mails }: TestApp, to: string): Promise<string> {
  const found = (await mails()).filter((mail) => mail.to === to).at(-1)?.text ?? '';
  return /#([\w-]{20,})/.exec(found)?.[1] ?? '';
}

it('S-122 the old password signs nobody in any more, a session of before is out, and the mailed link sets a new one', async () => {
  const app = await createTestApp({ config: FIXED_MAIL });
  const jo = await app.person({ username: 'jo' });
  const hers = await jo.signIn();
  const token = await app.administrator.signIn({ stepUp: true });
  const answer = await app.call('users.endSessions', { id: jo.id, askNewPassword: true }, { token });
  expect(answer).toMatchObject({ status: 200, body: { id: jo.id, hasPassword: false } });
  expect((await app.call('me.get', {}, { token: hers })).status).toBe(401);
  const tried = await app.call('signIn.start', { username: 'jo', password: PASSWORD });
  expect(tried.status).toBe(401);
  const link = await tokenIn(app, 'jo@example.org');
  const next = 'a quite other passphrase';
  expect((await app.call('password.confirm', { token: link, password: next })).status).toBe(204);
  expect((await app.call('signIn.start', { username: 'jo', password: next })).status).toBe(200);
});
