import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../server/time.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { slowedBy } from '../../../server/domain/authenticators/codes.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

async function challengeFor({ call }: TestApp, username: string): Promise<string> {
  const { body } = await call('signIn.start', { username, password: PASSWORD });
  if (body.outcome !== 'code_required') throw new Error('No code was asked for.');
  return body.challenge;
}

/** A code that is wrong now, whatever the secret. */
function wrongCode(secret: string, now: number): string {
  const right = [-1, 0, 1].map((offset) => codeAt(secret, timeStep(now) + offset));
  return ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? '';
}

describe('S-05: wrong codes', () => {
  it('are slowed from the fifth in a row, 5 s doubling to 60 s', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(slowedBy)).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 60, 60]);
  });

  it('lock the account at the tenth in a row, and a right code no longer helps', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const jo = await test.person({ username: 'jo' });
    const statuses: number[] = [];
    const challenge = await challengeFor(test, 'jo');
    let living = challenge;
    for (let n = 1; n <= 10; n += 1) {
      const { status } = await call('signIn.verify', {
        challenge: living,
        code: wrongCode(jo.secret, clock.now()),
      });
      statuses.push(status);
      clock.advance(MINUTE);
      // A new challenge does not reset the count (CVE-2026-128332).
      living = await challengeFor(test, 'jo');
    }
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429, 429, 429, 429, 423]);
    const { problem } = await call('signIn.verify', { challenge: living, code: jo.code() });
    expect(problem.code).toBe('locked');
    expect((await test.mails()).filter(({ kind }) => kind === 'locked')).toHaveLength(1);
  });

  it('within the delay no code is looked at, and the answer says how long', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const jo = await test.person({ username: 'jo' });
    const challenge = await challengeFor(test, 'jo');
    for (let n = 1; n <= 5; n += 1) {
      await call('signIn.verify', { challenge, code: wrongCode(jo.secret, clock.now()) });
    }
    clock.advance(1000);
    const early = await call('signIn.verify', {
      challenge,
      code: codeAt(jo.secret, timeStep(clock.now()) + 1),
    });
    expect(early.status).toBe(429);
    expect(early.problem.retryAfter).toBe(4);
    expect(early.headers['retry-after']).toBe('4');
    clock.advance(4000);
    const { status } = await call('signIn.verify', {
      challenge,
      code: codeAt(jo.secret, timeStep(clock.now()) + 1),
    });
    expect(status).toBe(200);
  });

  it('in parallel are evaluated at most ten times', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const jo = await test.person({ username: 'jo' });
    const challenge = await challengeFor(test, 'jo');
    const code = wrongCode(jo.secret, clock.now());
    await Promise.all(Array.from({ length: 200 }, () => call('signIn.verify', { challenge, code })));
    const evaluated = (await test.audit()).filter(({ action }) => action === 'mfa.wrong_code');
    // The clock stands still: the delay after the fifth holds all others back.
    expect(evaluated).toHaveLength(5);
  });

  it('are counted together at sign-in, step-up, disable and move; only a right code resets them', async () => {
    const test = await createTestApp();
    const { call, clock, deps } = test;
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    const challenge = await challengeFor(test, 'jo');
    const code = wrongCode(jo.secret, clock.now());
    const answers = [
      await call('signIn.verify', { challenge, code }),
      await call('me.stepUp', { code }, { token }),
      await call('me.disable', { code }, { token }),
      await call('me.beginEnrolment', { code }, { token }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 403]);
    const count = async () =>
      (
        await deps.db.kysely
          .selectFrom('users')
          .select('wrong_codes')
          .where('id', '=', jo.id)
          .executeTakeFirstOrThrow()
      ).wrong_codes;
    expect(await count()).toBe(4);
    // A right password is no right code.
    await challengeFor(test, 'jo');
    expect(await count()).toBe(4);
    await call('me.stepUp', { code: jo.code() }, { token });
    expect(await count()).toBe(0);
  });

  it('a lock leaves running sessions alive', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    for (let n = 1; n <= 10; n += 1) {
      await call('me.stepUp', { code: wrongCode(jo.secret, clock.now()) }, { token });
      clock.advance(MINUTE);
    }
    expect((await call('me.stepUp', { code: jo.code() }, { token })).problem.code).toBe('locked');
    expect((await call('me.get', {}, { token })).status).toBe(200);
  });

  it('the lock of the last active administrator ends after 15 minutes', async () => {
    const test = await createTestApp();
    const { call, clock, administrator } = test;
    const challenge = await challengeFor(test, 'admin');
    let living = challenge;
    for (let n = 1; n <= 10; n += 1) {
      await call('signIn.verify', { challenge: living, code: wrongCode(administrator.secret, clock.now()) });
      clock.advance(MINUTE);
      living = await challengeFor(test, 'admin');
    }
    expect((await call('signIn.verify', { challenge: living, code: administrator.code() })).status).toBe(423);
    clock.advance(14 * MINUTE);
    living = await challengeFor(test, 'admin');
    expect((await call('signIn.verify', { challenge: living, code: administrator.code() })).status).toBe(200);
  });
});

describe('S-14: a right password with a wrong code', () => {
  it('mails the user at once, then at most hourly', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const jo = await test.person({ username: 'jo' });
    const wrong = async () =>
      call('signIn.verify', {
        challenge: await challengeFor(test, 'jo'),
        code: wrongCode(jo.secret, clock.now()),
      });
    await wrong();
    await wrong();
    const count = async () => (await test.mails()).filter(({ kind }) => kind === 'wrong_code').length;
    expect(await count()).toBe(1);
    clock.advance(61 * MINUTE);
    await wrong();
    expect(await count()).toBe(2);
  });
});

describe('S-04: the server’s clock', () => {
  it('takes the current step and one before or after, and no other', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const jo = await test.person({ username: 'jo' });
    clock.advance(10 * MINUTE);
    const step = timeStep(clock.now());
    const answers = [];
    for (const offset of [-2, 2, -1, 0, 1]) {
      const challenge = await challengeFor(test, 'jo');
      const { status } = await call('signIn.verify', { challenge, code: codeAt(jo.secret, step + offset) });
      answers.push([offset, status]);
    }
    expect(answers).toEqual([
      [-2, 401],
      [2, 401],
      [-1, 200],
      [0, 200],
      [1, 200],
    ]);
  });

  it('tells staff that the phone is slow, and the person the time here after two wrong codes', async () => {
    const test = await createTestApp();
    const { call, clock, administrator } = test;
    const jo = await test.person({ username: 'jo' });
    const slow = () => codeAt(jo.secret, timeStep(clock.now()) - 8);
    const first = await call('signIn.verify', { challenge: await challengeFor(test, 'jo'), code: slow() });
    expect(first.problem['serverTime']).toBeUndefined();
    const second = await call('signIn.verify', { challenge: await challengeFor(test, 'jo'), code: slow() });
    expect(second.problem['serverTime']).toBe(new Date(clock.now()).toISOString());
    const token = await administrator.signIn();
    const { body } = await call('users.get', { id: jo.id }, { token });
    expect(body.clockDriftMinutes).toBe(-4);
  });
});
