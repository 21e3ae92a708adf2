import { describe, expect, it } from 'vitest';
import { createGate } from '../../../server/crypto/gate.ts';
import type { PasswordHasher } from '../../../server/crypto/passwords.ts';
import { createApp } from '../../../server/app.ts';
import { createServices } from '../../../server/services.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

const OFFICE = '192.0.2.20';
const OFFICE_NEIGHBOUR = '192.0.2.99';
const HOTEL = '198.51.100.7';
const STRANGER = '203.0.113.66';
const WRONG = 'wrong-wrong-wrong';

const attempt = (test: TestApp, username: string, password: string, address: string) =>
  test.call('signIn.start', { username, password }, { address });

/** Five wrong passwords, after which a delay runs. */
async function guess(test: TestApp, username: string, address: string): Promise<void> {
  for (let n = 0; n < 5; n += 1) await attempt(test, username, WRONG, address);
}

/** How often a password is hashed from now on. */
function countHashes(passwords: PasswordHasher): () => number {
  let hashes = 0;
  const { hash, verify, verifyDummy } = passwords;
  passwords.hash = (...args) => ((hashes += 1), hash(...args));
  passwords.verify = (...args) => ((hashes += 1), verify(...args));
  passwords.verifyDummy = (...args) => ((hashes += 1), verifyDummy(...args));
  return () => hashes;
}

forEachDatabase(
  (open) => {
    describe('issue 8.9: a stranger who guesses a password', () => {
      it('keeps nobody out of where they have signed in before', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo', mfa: false });
        await jo.signIn({ address: OFFICE });
        for (let minute = 0; minute < 30; minute += 1) {
          for (let n = 0; n < 8; n += 1) {
            await attempt(test, 'jo', WRONG, STRANGER);
            test.clock.advance(7500);
          }
          const { status } = await attempt(test, 'jo', PASSWORD, OFFICE);
          expect([minute, status]).toEqual([minute, 200]);
        }
      });

      it('is slowed on whatever networks they guess from, and so is who has never been there', async () => {
        const test = await createTestApp({ db: await open() });
        await test.person({ username: 'jo', mfa: false });
        for (let n = 1; n <= 5; n += 1) {
          expect((await attempt(test, 'jo', WRONG, `203.0.${n}.1`)).status).toBe(401);
        }
        expect((await attempt(test, 'jo', WRONG, '203.0.77.1')).status).toBe(429);
        const hotel = await attempt(test, 'jo', PASSWORD, HOTEL);
        expect([hotel.status, hotel.problem.code]).toEqual([429, 'too_many_attempts']);
        test.clock.advance(60_000);
        expect((await attempt(test, 'jo', PASSWORD, HOTEL)).status).toBe(200);
      });

      it('is slowed on the person’s own network, too', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo', mfa: false });
        await jo.signIn({ address: OFFICE });
        await guess(test, 'jo', STRANGER);
        const hashes = countHashes(test.deps.passwords);
        const answers = [];
        for (let n = 0; n < 20; n += 1) answers.push(await attempt(test, 'jo', WRONG, OFFICE_NEIGHBOUR));
        expect(answers.every(({ status }) => status === 429)).toBe(true);
        expect(hashes()).toBe(5);
      });

      it('learns nothing of who there is and of where they sign in', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo', mfa: false });
        await test.person({ username: 'kim', mfa: false });
        await jo.signIn({ address: OFFICE });
        const hashes = countHashes(test.deps.passwords);
        const seen = [];
        // At home for jo, new to kim, and nobody is nobody anywhere.
        for (const username of ['jo', 'kim', 'nobody']) {
          const before = hashes();
          const texts: unknown[] = [];
          const note = async (address: string) => {
            const { status, text, headers } = await attempt(test, username, WRONG, address);
            texts.push(status, text, headers['retry-after']);
          };
          for (let n = 0; n < 4; n += 1) await note(OFFICE);
          for (let n = 0; n < 4; n += 1) await note(STRANGER);
          for (let n = 0; n < 4; n += 1) await note(OFFICE);
          test.clock.advance(5_000);
          for (let n = 0; n < 2; n += 1) await note(OFFICE);
          for (let n = 0; n < 2; n += 1) await note(STRANGER);
          seen.push({ texts, hashes: hashes() - before });
        }
        expect(seen[1]).toEqual(seen[0]);
        expect(seen[2]).toEqual(seen[0]);
      });

      it('gains nothing by guesses in parallel, and each that is refused costs no hash', async () => {
        const test = await createTestApp({ db: await open() });
        await test.person({ username: 'jo', mfa: false });
        const hashes = countHashes(test.deps.passwords);
        const answers = await Promise.all(
          Array.from({ length: 40 }, () => attempt(test, 'jo', WRONG, STRANGER)),
        );
        expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
        expect(answers.filter(({ status }) => status === 429)).toHaveLength(35);
        expect(hashes()).toBe(5);
      });
    });

    describe('issue 8.10: a session that guesses its own password', () => {
      it('gets the verdicts that sign-in gives, also sixty at once, and costs no more hashes', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo', mfa: false });
        const token = await jo.signIn();
        const hashes = countHashes(test.deps.passwords);
        const answers = await Promise.all(
          Array.from({ length: 60 }, (_, n) =>
            test.call(
              'me.password',
              { current: `wrong guess ${n}`, password: `${PASSWORD} ${n}` },
              { token },
            ),
          ),
        );
        expect(answers.filter(({ status }) => status === 403)).toHaveLength(5);
        expect(answers.filter(({ status }) => status === 429)).toHaveLength(55);
        expect(hashes()).toBe(5);
      });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);

describe('issue 8.10: while one session posts passwords without end', () => {
  it('others at the same address sign in', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo', mfa: false });
    await test.person({ username: 'kim', mfa: false });
    const token = await jo.signIn();
    // A slow machine: no hash ends before all have come.
    const gate = createGate({ running: 1, waiting: 8 });
    const arrived = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { passwords } = test.deps;
    const slow: PasswordHasher = {
      ...passwords,
      verify(stored, password) {
        const hashed = gate(() => goOn.promise.then(() => passwords.verify(stored, password)));
        if (password === PASSWORD) arrived.resolve();
        return hashed;
      },
    };
    const deps = { ...test.deps, passwords: slow };
    const app = await createApp(deps, { services: createServices(deps), webShell: null });
    // Awaited, because a request that nobody waits for doesn't begin.
    const post = async (url: string, payload: object, headers: Record<string, string> = {}) =>
      await app.inject({
        method: 'POST',
        url: `/api/v1${url}`,
        payload,
        headers: { host: 'localhost', ...headers },
      });
    const flood = Array.from({ length: 60 }, () =>
      post(
        '/me/password',
        { current: 'not my own password', password: 'seven quiet harbour lights' },
        { authorization: `Bearer ${token}` },
      ),
    );
    // By the first refusal the queue is as full as the flood makes it.
    await Promise.race(flood);
    const kim = post('/sign-in', { username: 'kim', password: PASSWORD });
    await arrived.promise;
    goOn.resolve();
    const { statusCode } = await kim;
    await Promise.all(flood);
    await app.close();
    expect(statusCode).toBe(200);
  });
});
