import { describe, expect, it } from 'vitest';
import { createServices } from '../../../server/services.ts';
import { createApp } from '../../../server/app.ts';
import { createPasswordHasher } from '../../../server/crypto/passwords.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';

describe('S-11: unknown, suspended, wrong', () => {
  it('get the same bytes, and each costs one hash', async () => {
    const test = await createTestApp();
    const { call, person, deps } = test;
    await person({ username: 'jo' });
    const sam = await person({ username: 'sam' });
    await deps.db.kysely.updateTable('users').set({ status: 'suspended' }).where('id', '=', sam.id).execute();
    let hashes = 0;
    const { verify, verifyDummy } = deps.passwords;
    deps.passwords.verify = (...args) => ((hashes += 1), verify(...args));
    deps.passwords.verifyDummy = (...args) => ((hashes += 1), verifyDummy(...args));
    const answers = [
      await call('signIn.start', { username: 'jo', password: 'wrong-wrong-wrong' }),
      await call('signIn.start', { username: 'nobody', password: PASSWORD }),
      await call('signIn.start', { username: 'sam', password: PASSWORD }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(hashes).toBe(3);
  });

  it('from five wrong passwords on there is a delay per username, known or not, at most 60 s and never a lock', async () => {
    const { call, clock, person } = await createTestApp();
    await person({ username: 'jo', mfa: false });
    for (const username of ['jo', 'nobody']) {
      const attempt = (password: string) => call('signIn.start', { username, password });
      for (let n = 1; n <= 5; n += 1) expect((await attempt('wrong-wrong-wrong')).status).toBe(401);
      const delayed = await attempt(PASSWORD);
      expect([username, delayed.status, delayed.problem.code]).toEqual([username, 429, 'too_many_attempts']);
      expect(delayed.problem.retryAfter).toBeLessThanOrEqual(60);
      for (let n = 1; n <= 20; n += 1) {
        clock.advance(60_000);
        expect((await attempt('wrong-wrong-wrong')).status).toBe(401);
      }
    }
    clock.advance(60_000);
    expect((await call('signIn.start', { username: 'jo', password: PASSWORD })).status).toBe(200);
  });

  it('guesses in parallel gain nothing over guesses in a row', async () => {
    const { call, person } = await createTestApp();
    await person({ username: 'jo', mfa: false });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        call('signIn.start', { username: 'jo', password: `wrong-guess-${n}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(35);
  });
});

describe('signing in by email address', () => {
  const wrong = 'wrong-wrong-wrong';

  it('leads to the one person who has it, however its letters are written, also where the link for a new password goes', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo', mfa: false });
    const signedIn = await test.call('signIn.start', { username: ' JO@Example.org', password: PASSWORD });
    expect(signedIn.status).toBe(200);
    test.clock.advance(1000);
    await test.call('password.forgot', { username: 'jo@example.org' });
    await test.services.passwordLinks.settled();
    expect((await test.mails()).at(-1)).toMatchObject({ kind: 'password_link', to: 'jo@example.org' });
    expect((await test.audit()).at(-1)).toMatchObject({ action: 'password.link_sent', targetId: jo.id });
  });

  it('is nobody’s where two have it, and whoever has it as their username comes first', async () => {
    const { call, deps, person } = await createTestApp();
    const jo = await person({ username: 'jo', mfa: false });
    const sam = await person({ username: 'sam', mfa: false });
    const users = deps.db.kysely.updateTable('users');
    await users.set({ email: 'jo@example.org' }).where('id', '=', sam.id).execute();
    const start = (username: string) => call('signIn.start', { username, password: PASSWORD });
    expect((await start('jo@example.org')).status).toBe(401);
    await users.set({ username: 'jo@example.org', password_hash: null }).where('id', '=', sam.id).execute();
    await users.set({ email: 'other@example.org' }).where('id', '=', jo.id).execute();
    expect((await start('jo@example.org')).status).toBe(401);
    expect((await start('other@example.org')).status).toBe(200);
  });

  it('S-11: is the same counter as the username, and tells nobody whether somebody has it', async () => {
    const { call, deps, person } = await createTestApp();
    await person({ username: 'jo', mfa: false });
    const hashes: number[] = [];
    const answers = [];
    for (const username of ['jo@example.org', 'nobody@example.org']) {
      let hashed = 0;
      const { verify, verifyDummy } = deps.passwords;
      deps.passwords.verify = (...args) => ((hashed += 1), verify(...args));
      deps.passwords.verifyDummy = (...args) => ((hashed += 1), verifyDummy(...args));
      answers.push(await call('signIn.start', { username, password: wrong }));
      Object.assign(deps.passwords, { verify, verifyDummy });
      hashes.push(hashed);
    }
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(hashes).toEqual([1, 1]);
    for (const username of ['jo', 'jo@example.org', 'jo', 'JO@example.org'])
      expect((await call('signIn.start', { username, password: wrong })).status).toBe(401);
    for (const username of ['jo', 'jo@example.org'])
      expect((await call('signIn.start', { username, password: PASSWORD })).status).toBe(429);
  });
});

describe('S-15: a bounded number of hashes at once', () => {
  it('beyond it the answer is 503 with Retry-After, and nothing is hashed', async () => {
    const test = await createTestApp();
    const passwords = createPasswordHasher({ running: 1, waiting: 1 });
    const deps = { ...test.deps, passwords };
    const app = await createApp(deps, { services: createServices(deps), webShell: null });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        app.inject({
          method: 'POST',
          url: '/api/v1/sign-in',
          payload: { username: `person${n}`, password: PASSWORD },
        }),
      ),
    );
    await app.close();
    const busy = answers.filter(({ statusCode }) => statusCode === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
  });
});
