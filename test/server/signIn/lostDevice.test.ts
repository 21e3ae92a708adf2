import { describe, expect, it } from 'vitest';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import { connect } from '../resetRequests/elsewhere/world.ts';

const NOWHERE = '01890c5e-0000-7000-8000-000000000001';

async function openLostDevice() {
  const test = await createTestApp();
  const systemId = await connect(test, 'Keycloak', 'http://127.0.0.1:1');
  const ask = (username: string, password = PASSWORD, from = systemId) =>
    test.call('signIn.lostDevice', { systemId: from, username, password });
  return { ...test, systemId, ask };
}

describe('At /lost-device, from a connected system', () => {
  it('a right password gives a challenge for a reset request, and for nothing else', async () => {
    const { ask, call, person } = await openLostDevice();
    const jo = await person({ username: 'jo' });
    const { status, body, headers } = await ask('jo');
    expect([status, Object.keys(body), headers['cache-control']]).toEqual([200, ['challenge'], 'no-store']);
    const { challenge } = body;
    expect((await call('signIn.verify', { challenge, code: jo.code() })).problem.code).toBe(
      'challenge_expired',
    );
    expect((await call('signIn.beginEnrolment', { challenge })).problem.code).toBe('challenge_expired');
    expect((await call('signIn.moreTime', { challenge })).problem.code).toBe('challenge_expired');
    expect((await call('me.get', {}, { token: challenge })).status).toBe(401);
    const asked = await call('signIn.requestReset', { challenge, reason: 'lost_or_stolen' });
    expect([asked.status, asked.body.requestCode.length > 0]).toEqual([200, true]);
  });

  it('the challenge is good for five minutes', async () => {
    const { ask, call, clock, person } = await openLostDevice();
    await person({ username: 'jo' });
    const { challenge } = (await ask('jo')).body;
    clock.advance(5 * 60_000);
    expect((await call('signIn.requestReset', { challenge })).problem.code).toBe('challenge_expired');
  });

  it('S-11 unknown, suspended, SSO only and wrong get the same bytes as at sign-in, and each costs one hash', async () => {
    const { ask, call, deps, person } = await openLostDevice();
    await person({ username: 'jo' });
    const sam = await person({ username: 'sam' });
    const eve = await person({ username: 'eve' });
    const users = deps.db.kysely.updateTable('users');
    await users.set({ status: 'suspended' }).where('id', '=', sam.id).execute();
    await users.set({ external: 1 }).where('id', '=', eve.id).execute();
    let hashes = 0;
    const { verify, verifyDummy } = deps.passwords;
    deps.passwords.verify = (...args) => ((hashes += 1), verify(...args));
    deps.passwords.verifyDummy = (...args) => ((hashes += 1), verifyDummy(...args));
    const wrong = 'wrong-wrong-wrong';
    const activationCode = 'ABCD-EFGH-JKMN-PQRS';
    const answers = [
      await ask('jo', wrong),
      await ask('nobody'),
      await ask('sam'),
      await ask('eve'),
      await ask('jo', wrong, NOWHERE),
      await call('signIn.start', { username: 'jo', password: wrong }),
      await call('signIn.openHeld', { username: 'jo', password: wrong, activationCode }),
      await call('signIn.openHeld', { username: 'sam', password: PASSWORD, activationCode }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(hashes).toBe(answers.length);
  });

  it('S-11 guesses count with those at sign-in, at each of the three places', async () => {
    const { ask, call, clock, person } = await openLostDevice();
    await person({ username: 'jo' });
    const wrong = 'wrong-wrong-wrong';
    const give = (password: string) =>
      call('signIn.openHeld', { username: 'jo', password, activationCode: 'ABCD-EFGH-JKMN-PQRS' });
    for (let n = 0; n < 2; n += 1) expect((await ask('jo', wrong)).status).toBe(401);
    for (let n = 0; n < 2; n += 1) expect((await give(wrong)).status).toBe(401);
    expect((await call('signIn.start', { username: 'jo', password: wrong })).status).toBe(401);
    for (const answer of [await ask('jo'), await give(PASSWORD)]) {
      expect([answer.status, answer.problem.code]).toEqual([429, 'too_many_attempts']);
      expect(answer.headers['retry-after']).toBeDefined();
    }
    clock.advance(60_000);
    expect((await ask('jo')).status).toBe(200);
  });

  it('a system that is no longer connected is told to whoever has the password, who isn’t slowed by it', async () => {
    const { ask, person } = await openLostDevice();
    await person({ username: 'jo' });
    for (let n = 0; n < 7; n += 1)
      expect((await ask('jo', PASSWORD, NOWHERE)).problem.code).toBe('not_found');
    expect((await ask('jo')).status).toBe(200);
  });

  it('an activation code where nothing is held is not looked at', async () => {
    const { call, person, audit } = await openLostDevice();
    await person({ username: 'jo' });
    const given = await call('signIn.openHeld', {
      username: 'jo',
      password: PASSWORD,
      activationCode: 'ABCD-EFGH-JKMN-PQRS',
    });
    expect([given.status, given.problem.code]).toEqual([409, 'check_not_possible']);
    expect((await audit()).map(({ action }) => action)).not.toContain('mfa.wrong_activation_code');
  });
});
