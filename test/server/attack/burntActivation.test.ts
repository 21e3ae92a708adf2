import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import { issueActivationCode } from '../../../server/domain/authenticators/activationStore.ts';
import { TEST_KEYS } from '../../support/schemaImage.ts';
import { removeAuthenticator } from '../../../server/domain/authenticators/state.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';

const WRONG = 'ABCD-EFGH-JKMN-PQRS';
const THIEF = '203.0.113.7';
const OWNER = '198.51.100.4';

interface Due extends TestApp {
  jo: TestPerson;
  code: string;
}

/** Jo was reset, and has the code that their next setup asks for. */
async function afterReset(open: OpenDatabase): Promise<Due> {
  const app = await createTestApp({ db: await open() });
  const jo = await app.person({ username: 'jo' });
  app.clock.advance(40 * DAY);
  const now = app.clock.now();
  const code = await app.deps.db.transaction(async (tx) => {
    await removeAuthenticator(tx, TEST_KEYS, { userId: jo.id, now, setupDue: true });
    return issueActivationCode(tx, app.deps, { userId: jo.id, requestId: null, delivery: 'mail', now });
  });
  return { ...app, jo, code };
}

/** Signs in by the password, and types a code. */
async function enter({ call }: TestApp, activationCode: string, address: string) {
  const { body } = await call('signIn.start', { username: 'jo', password: PASSWORD }, { address });
  if (body.outcome !== 'setup_required') throw new Error(body.outcome);
  const { challenge } = body;
  const again = () => call('signIn.beginEnrolment', { challenge, activationCode }, { address });
  return { answer: await again(), again };
}

async function eventsOf(app: TestApp) {
  const events = (await app.audit()).filter(({ action }) => action === 'mfa.wrong_activation_code');
  return events.map(({ data }) => data['triesLeft']);
}
const mailsOf = async (app: TestApp) =>
  (await app.mails()).filter(({ kind }) => kind === 'wrong_activation_code');

forEachDatabase(
  (open) => {
    test('issue 8.7 ten wrong codes at once by who only has the password leave the owner’s code good, and a trace', async () => {
      const app = await afterReset(open);
      const { call, jo, code } = app;
      const statuses: (string | undefined)[] = [];
      for (let tries = 0; tries < 12; tries += 1) {
        const { answer } = await enter(app, WRONG, THIEF);
        statuses.push(answer.problem.code);
        if (answer.status === 429) expect(answer.headers['retry-after']).toBe('30');
      }
      const slowed = Array.from({ length: 10 }, () => 'too_many_attempts');
      expect(statuses).toEqual(['invalid_activation_code', 'invalid_activation_code', ...slowed]);
      // Three were looked at, and each is in the log.
      expect(await eventsOf(app)).toEqual([9, 8, 7]);
      const [mail, ...more] = await mailsOf(app);
      expect(more).toEqual([]);
      expect(mail?.to).toBe('jo@example.org');
      expect(mail?.text).toContain(THIEF);

      const token = await app.administrator.signIn();
      const seen = await call('users.get', { id: jo.id }, { token });
      expect(seen.body.activationTries).toEqual({ wrong: 3, ended: false });
      const { answer } = await enter(app, code, OWNER);
      expect(answer.status).toBe(200);
    });

    test('issue 8.7 a challenge is slowed wherever its codes come from', async () => {
      const app = await afterReset(open);
      const { body } = await app.call('signIn.start', { username: 'jo', password: PASSWORD });
      if (body.outcome !== 'setup_required') throw new Error(body.outcome);
      const { challenge } = body;
      const codes: string[] = [];
      for (let tries = 1; tries <= 4; tries += 1) {
        const address = `203.0.${tries}.1`;
        const answer = await app.call(
          'signIn.beginEnrolment',
          { challenge, activationCode: WRONG },
          { address },
        );
        codes.push(answer.problem.code);
      }
      expect(codes).toEqual([
        'invalid_activation_code',
        'invalid_activation_code',
        'too_many_attempts',
        'too_many_attempts',
      ]);
      expect(await eventsOf(app)).toEqual([9, 8, 7]);
    });

    test('issue 8.7 who has patience needs half an hour and more, is mailed of by the hour, and staff send another', async () => {
      const app = await afterReset(open);
      const { call, jo, code, clock } = app;
      const begun = clock.now();
      while ((await eventsOf(app)).length < 10) {
        await enter(app, WRONG, THIEF);
        clock.advance(30_000);
      }
      expect(clock.now() - begun).toBeGreaterThan(30 * MINUTE);
      expect(await eventsOf(app)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
      expect(await mailsOf(app)).toHaveLength(1);
      const { answer } = await enter(app, code, OWNER);
      expect(answer.problem.code).toBe('invalid_activation_code');
      clock.advance(HOUR);
      await enter(app, WRONG, THIEF);
      expect(await mailsOf(app)).toHaveLength(2);

      const token = await app.administrator.signIn({ stepUp: true });
      const seen = await call('users.get', { id: jo.id }, { token });
      expect(seen.body).toMatchObject({ activationDue: true, activationTries: { wrong: 10, ended: true } });
      const sent = await call('users.sendActivationCode', { id: jo.id }, { token });
      expect(sent.body.activationTries).toEqual({ wrong: 0, ended: false });
      const mail = (await app.mails()).findLast(({ kind }) => kind === 'activation_code');
      const another = /\b[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}\b/.exec(mail?.text ?? '')?.[0] ?? '';
      expect((await enter(app, another, OWNER)).answer.status).toBe(200);
    });

    test('issue 8.7 a right code ends what was counted', async () => {
      const app = await afterReset(open);
      await enter(app, WRONG, OWNER);
      await enter(app, WRONG, OWNER);
      expect((await enter(app, app.code, OWNER)).answer.status).toBe(200);
      expect((await enter(app, WRONG, OWNER)).answer.problem.code).toBe('invalid_activation_code');
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
