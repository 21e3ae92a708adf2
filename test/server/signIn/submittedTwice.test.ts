import { describe, expect, it } from 'vitest';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import type { Answer, TestApp } from '../../support/app.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

/** A double click, and a proxy that sends it all again. */
const TIMES = 6;

/** What each of some equal requests at once is answered, the same answers counted: `{'200': 1, '401 invalid_code': 5}`. */
async function atOnce(send: () => Promise<Answer<unknown>>): Promise<Record<string, number>> {
  const answers = await Promise.all(Array.from({ length: TIMES }, send));
  const counts: Record<string, number> = {};
  for (const { status, problem } of answers) {
    const answer = status < 300 ? String(status) : `${status} ${problem.code}`;
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

async function challengeOf({ call }: TestApp, username: string): Promise<string> {
  const { body } = await call('signIn.start', { username, password: PASSWORD });
  if (body.outcome === 'signed_in') throw new Error('No second step is asked for.');
  return body.challenge;
}

forEachDatabase(
  (open) => {
    describe('issue 8.12: what is submitted several times at once', () => {
      it('begins one setup: the last one counts, and the others are told when they are proven', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo', mfa: false });
        const token = await jo.signIn();
        expect(await atOnce(() => test.call('me.beginEnrolment', {}, { token }))).toEqual({ '200': TIMES });
        const pending = await test.deps.db.kysely
          .selectFrom('authenticators')
          .select('id')
          .where('user_id', '=', jo.id)
          .execute();
        expect(pending).toHaveLength(1);
      });

      it('proves a setup at sign-in once, and the challenge is over for the rest', async () => {
        const test = await createTestApp({ db: await open() });
        await test.person({ username: 'jo', mfa: false });
        await test.setPolicy({ required: { scope: 'everyone', roles: [], departments: [] }, graceDays: 0 });
        const challenge = await challengeOf(test, 'jo');
        expect(await atOnce(() => test.call('signIn.beginEnrolment', { challenge }))).toEqual({
          '200': TIMES,
        });
        const { body } = await test.call('signIn.beginEnrolment', { challenge });
        const code = codeAt(body.secret, timeStep(test.clock.now()));
        const proof = { challenge, enrolmentId: body.enrolmentId, code };
        expect(await atOnce(() => test.call('signIn.confirmEnrolment', proof))).toEqual({
          '200': 1,
          '401 challenge_expired': TIMES - 1,
        });
      });

      it('signs in once, and counts no wrong code for the rest', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo' });
        const code = jo.code();
        const challenge = await challengeOf(test, 'jo');
        expect(await atOnce(() => test.call('signIn.verify', { challenge, code }))).toEqual({
          '200': 1,
          '401 challenge_expired': TIMES - 1,
        });
        expect((await test.audit()).filter(({ action }) => action === 'mfa.wrong_code')).toEqual([]);
      });

      it('asks for one reset, and answers each with that one', async () => {
        const test = await createTestApp({ db: await open() });
        await test.person({ username: 'jo' });
        const challenge = await challengeOf(test, 'jo');
        expect(await atOnce(() => test.call('signIn.requestReset', { challenge }))).toEqual({ '200': TIMES });
        const opened = (await test.audit()).filter(({ action }) => action === 'reset_request.opened');
        expect(opened).toHaveLength(1);
      });

      it.each([
        ['turns MFA off', true, '409 already_off'],
        ['asks for its end', false, '409 request_exists'],
      ])('%s once, and says so to the rest', async (_what, automaticReset, rest) => {
        const test = await createTestApp({ db: await open() });
        await test.setPolicy({ automaticReset });
        const jo = await test.person({ username: 'jo' });
        const token = await jo.signIn();
        const code = jo.code();
        expect(await atOnce(() => test.call('me.disable', { code }, { token }))).toEqual({
          '200': 1,
          [rest]: TIMES - 1,
        });
        expect((await test.audit()).filter(({ action }) => action === 'mfa.wrong_code')).toEqual([]);
      });

      it('founds one organisation', async () => {
        const setupToken = 'the token that the server printed';
        const test = await createTestApp({ db: await open(), empty: true, config: { setupToken } });
        const first = { organisation: 'Fjord', username: 'ada', name: 'Ada', email: 'ada@example.org' };
        const input = { token: setupToken, ...first, password: 'seven quiet harbour lights' };
        expect(await atOnce(() => test.call('setup.createOrganisation', input))).toEqual({
          '200': 1,
          '409 already_set_up': TIMES - 1,
        });
      });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
