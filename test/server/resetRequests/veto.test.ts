import { voice } from '../voice.ts';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../server/time.ts';
import { vetoToken } from '../../../server/domain/mail/vetoToken.ts';
import { pauseOnValidCode } from '../../../server/features/resetRequests/asking/pause.ts';
import { codeOf, openDesk } from './desk.ts';
import type { Actor, Desk } from './desk.ts';

async function office() {
  const desk = await openDesk();
  const jo = await desk.person('jo', { phone: '+442079460041', password_hash: 'known to somebody' });
  const priya = await desk.person('priya', { roles: ['help_desk'] });
  const ana = await desk.person('ana', { roles: ['administrator'] });
  await desk.person('omar', { roles: ['security_officer'] });
  const { id, code } = await desk.ask(jo);
  const verify = async () => {
    await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
    await desk.check(id, priya, { kind: 'call_back', outcome: 'pass' });
  };
  const token = vetoToken(desk.deps.keys, id);
  const press = () => desk.resets.veto({ token, now: desk.clock.now() });
  const look = () => desk.resets.lookAtLink({ token, now: desk.clock.now(), voice });
  return { desk, jo, priya, ana, id, verify, token, press, look };
}

const passwordOf = async (desk: Desk, { userId }: Actor) =>
  (
    await desk.deps.db.kysely
      .selectFrom('users')
      .select('password_hash')
      .where('id', '=', userId)
      .executeTakeFirstOrThrow()
  ).password_hash;
const sessionsOf = async (desk: Desk, { userId }: Actor) =>
  (await desk.deps.db.kysely.selectFrom('sessions').select('id').where('user_id', '=', userId).execute()).map(
    ({ id }) => id,
  );

test('S-33 the link only opens a page: looking at it a hundred times changes nothing', async () => {
  const { desk, jo, ana, id, verify, look } = await office();
  await verify();
  for (let times = 0; times < 100; times += 1) await look();
  expect(await look()).toEqual({
    name: 'Jo',
    username: 'jo',
    openedAt: new Date(desk.clock.now()).toISOString(),
    done: false,
    checks: [expect.stringContaining('Priya was told'), expect.stringContaining('number ending 41')],
  });
  expect(await desk.view(id, ana)).toMatchObject({ state: 'verified' });
  expect(await desk.user(jo)).toMatchObject({ mfa_state: 'reset_pending' });
});

test('the button vetoes, ends sessions, forgets the password, tells the officers, and acts once', async () => {
  const { desk, jo, ana, id, verify, press, look } = await office();
  await desk.session(jo);
  await verify();
  await press();
  expect(await desk.view(id, ana)).toMatchObject({ state: 'vetoed', decidedBy: { name: 'Jo' } });
  expect(await desk.user(jo)).toMatchObject({ mfa_state: 'on' });
  expect(await passwordOf(desk, jo)).toBeNull();
  expect(await sessionsOf(desk, jo)).toEqual([]);
  const kinds = (await desk.mails()).map(({ kind, to }) => `${kind} ${to}`);
  expect(kinds).toContain('reset_vetoed omar@example.org');
  expect(kinds).toContain('this_was_not_me_done jo@example.org');
  expect(await codeOf(press())).toBe('invalid_token');
  expect(await codeOf(look())).toBe('invalid_token');
  expect(await codeOf(desk.approve(id, ana))).toBe('already_decided');
  expect(await codeOf(desk.ask(jo))).toBe('request_too_soon');
});

test('after the reset it blocks enrolment: the code is void, and whoever enrolled since is out', async () => {
  const { desk, jo, ana, id, verify, press, look } = await office();
  await verify();
  await desk.approve(id, ana);
  expect((await look()).done).toBe(true);
  // The attacker enrolled with the code.
  await desk.deps.db.kysely
    .updateTable('users')
    .set({ mfa_state: 'on', setup_due: 0 })
    .where('id', '=', jo.userId)
    .execute();
  desk.clock.advance(7 * DAY - 1);
  await press();
  expect(await desk.user(jo)).toMatchObject({ mfa_state: 'off', setup_due: 1 });
  const codes = await desk.deps.db.kysely.selectFrom('activation_codes').selectAll().execute();
  expect(codes.every(({ void_at }) => void_at !== null)).toBe(true);
  expect(await passwordOf(desk, jo)).toBeNull();
});

test('seven days after the reset the link has done its work', async () => {
  const { desk, ana, id, verify, press } = await office();
  await verify();
  await desk.approve(id, ana);
  desk.clock.advance(7 * DAY);
  expect(await codeOf(press())).toBe('invalid_token');
  const other = 'v1.1.00';
  expect(await codeOf(desk.resets.veto({ token: other, now: desk.clock.now() }))).toBe('invalid_token');
});

test('S-33 veto against the end of a hold: exactly one outcome', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { desk, jo, ana, id, verify, press } = await office();
    const { document } = await desk.deps.db.kysely
      .selectFrom('policy_versions')
      .select('document')
      .executeTakeFirstOrThrow();
    const { tiers } = JSON.parse(document);
    await desk.policy({ tiers: { ...tiers, standard: { ...tiers.standard, holdHours: 1 } } });
    await verify();
    await desk.approve(id, ana);
    desk.clock.advance(HOUR);
    const order = round % 2 === 0;
    const run = () => desk.resets.runDue(desk.clock.now());
    const [first, second] = await Promise.all(order ? [press(), run()] : [run(), press()]);
    const completed = ((order ? second : first) as { completed: number }).completed;
    expect(await desk.view(id, ana)).toMatchObject({ state: completed === 1 ? 'completed' : 'vetoed' });
    expect(await desk.user(jo)).toMatchObject({ mfa_state: completed === 1 ? 'off' : 'on' });
    expect(await passwordOf(desk, jo)).toBeNull();
  }
});

test('a valid code pauses a lost-device request until the user says whose it is', async () => {
  const { desk, jo, ana, id, verify } = await office();
  await verify();
  const enterCode = () =>
    desk.deps.db.transaction((tx) =>
      pauseOnValidCode(tx, desk.deps, { userId: jo.userId, now: desk.clock.now() }),
    );
  await enterCode();
  await enterCode();
  expect((await desk.actions()).filter((action) => action === 'reset_request.paused')).toHaveLength(1);
  expect(await desk.resets.ownRequest(jo.userId, desk.clock.now())).toMatchObject({
    request: { id, paused: true },
  });
  expect(await codeOf(desk.approve(id, ana))).toBe('paused');
  const answer = (mine: boolean) =>
    desk.resets.answerReset({ ...jo, sessionId: '', mine, now: desk.clock.now() });
  await answer(true);
  expect(await desk.resets.ownRequest(jo.userId, desk.clock.now())).toMatchObject({
    request: { paused: false },
  });

  await enterCode();
  await desk.session(jo);
  await answer(false);
  expect(await sessionsOf(desk, jo)).toEqual([]);
  expect(await desk.view(id, ana)).toMatchObject({ state: 'vetoed' });
  expect(await desk.resets.ownRequest(jo.userId, desk.clock.now())).toEqual({ request: null });
  expect(await codeOf(answer(false))).toBe('no_open_request');
});

test('a hold that is paused does not execute; it expires where nobody answers', async () => {
  const { desk, jo, ana, id, verify } = await office();
  const { document } = await desk.deps.db.kysely
    .selectFrom('policy_versions')
    .select('document')
    .executeTakeFirstOrThrow();
  const { tiers } = JSON.parse(document);
  await desk.policy({ tiers: { ...tiers, standard: { ...tiers.standard, holdHours: 1 } } });
  await verify();
  await desk.approve(id, ana);
  await desk.deps.db.transaction((tx) =>
    pauseOnValidCode(tx, desk.deps, { userId: jo.userId, now: desk.clock.now() }),
  );
  desk.clock.advance(DAY);
  expect(await desk.resets.runDue(desk.clock.now())).toEqual({ completed: 0, expired: 0 });
  desk.clock.advance(6 * DAY);
  expect(await desk.resets.runDue(desk.clock.now())).toEqual({ completed: 0, expired: 1 });
  expect(await desk.user(jo)).toMatchObject({ mfa_state: 'on' });
});
