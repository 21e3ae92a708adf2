import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { vetoToken } from '../../../server/domain/mail/vetoToken.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';

const NEW_PASSWORD = 'another-horse-battery-staple';

interface Theft extends TestApp {
  /** Signed in on the phone that was taken, before anybody knew. */
  thief: { token: string };
  jo: TestPerson;
  /** Of the help desk. */
  priya: TestPerson;
}

async function theft(open: OpenDatabase): Promise<Theft> {
  const app = await createTestApp({ db: await open() });
  const jo = await app.person({ username: 'jo' });
  const priya = await app.person({ username: 'priya', roles: ['help_desk'] });
  app.clock.advance(40 * DAY);
  const thief = { token: await jo.signIn() };
  app.clock.advance(MINUTE);
  return { ...app, jo, priya, thief };
}

/** The owner reports the loss at the code screen of another device. */
async function report({ call }: TestApp, reason: 'lost_or_stolen' | 'broken' = 'lost_or_stolen') {
  const { body } = await call('signIn.start', { username: 'jo', password: PASSWORD });
  if (body.outcome !== 'code_required') throw new Error(body.outcome);
  const { body: asked } = await call('signIn.requestReset', { challenge: body.challenge, reason });
  return asked.requestId;
}

async function reportByCall({ call, jo, priya }: Theft): Promise<string> {
  const token = await priya.signIn();
  const opening = { userId: jo.id, reason: 'lost_or_stolen', note: 'On the train.' } as const;
  return (await call('resetRequests.open', opening, { token })).body.id;
}

const stateOf = async ({ deps }: TestApp, id: string) =>
  (
    await deps.db.kysely
      .selectFrom('reset_requests')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).state;
const sessionsOf = ({ deps }: TestApp, { id }: TestPerson) =>
  deps.db.kysely.selectFrom('sessions').select('id').where('user_id', '=', id).execute();

forEachDatabase(
  (open) => {
    test('issue 8.6 the session that the report is about can’t answer it, take it back, or move what it is about', async () => {
      for (const byCall of [false, true]) {
        const app = await theft(open);
        const { call, jo, thief } = app;
        const move = await call('me.beginEnrolment', { code: jo.code() }, thief);
        const id = byCall ? await reportByCall(app) : await report(app);
        app.clock.advance(1);

        const no = await call('me.answerReset', { mine: false }, thief);
        expect(no.problem.code).toBe('step_up_required');
        expect((await call('me.cancelReset', {}, thief)).problem.code).toBe('forbidden');
        const { enrolmentId, secret } = move.body;
        const code = codeAt(secret, timeStep(app.clock.now()));
        const moved = await call('me.confirmEnrolment', { enrolmentId, code }, thief);
        expect(moved.problem.code).toBe('enrolment_ended');
        const again = await call('me.beginEnrolment', { code: jo.code() }, thief);
        expect([again.status, again.problem.code]).toEqual([409, 'request_exists']);
        expect(await stateOf(app, id)).toBe('open');

        // With the phone the session proves itself: what it says ends it, and gives nothing.
        const { body } = await call('me.stepUp', { code: jo.code() }, thief);
        if (!('token' in body.session)) throw new Error('There is no token.');
        const stepped = { token: body.session.token };
        const back = await call('me.cancelReset', {}, stepped);
        expect([back.status, back.problem.detail]).toEqual([
          403,
          expect.stringContaining('sign in again with your password and a code'),
        ]);
        expect((await call('me.answerReset', { mine: false }, stepped)).status).toBe(204);
        expect(await sessionsOf(app, jo)).toEqual([]);
        expect((await call('me.get', {}, stepped)).status).toBe(401);
        expect(await stateOf(app, id)).toBe('vetoed');
      }
    });

    test('issue 8.6 a no of the owner ends every session, every setup under way and every challenge', async () => {
      const app = await theft(open);
      const { call, jo, deps } = app;
      const id = await report(app, 'broken');
      const own = { token: await jo.signIn() };
      await call('signIn.start', { username: 'jo', password: PASSWORD });
      expect((await call('me.answerReset', { mine: false }, own)).status).toBe(204);
      expect(await sessionsOf(app, jo)).toEqual([]);
      expect((await call('me.get', {}, own)).status).toBe(401);
      for (const left of ['challenges', 'activation_codes'] as const) {
        const rows = await deps.db.kysely.selectFrom(left).selectAll().where('user_id', '=', jo.id).execute();
        expect(rows).toEqual([]);
      }
      const refused = await call('signIn.start', { username: 'jo', password: PASSWORD });
      expect(refused.problem.code).toBe('invalid_credentials');
      expect(await stateOf(app, id)).toBe('vetoed');

      // The way back is a new password by mail, with the app that was there before.
      await call('password.forgot', { username: 'jo' });
      await app.services.passwordLinks.settled();
      const mail = (await app.mails()).findLast(({ kind }) => kind === 'password_link');
      const link = /#([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
      expect((await call('password.confirm', { token: link, password: NEW_PASSWORD })).status).toBe(204);
      const { body } = await call('signIn.start', { username: 'jo', password: NEW_PASSWORD });
      expect(body.outcome).toBe('code_required');
    });

    test('issue 8.6 on the day of a no staff open for the caller, elevated, and say why', async () => {
      const app = await theft(open);
      const { call, jo, deps } = app;
      const first = await report(app);
      const token = vetoToken(deps.keys, first);
      expect((await call('resetRequests.veto', { token }, {})).status).toBe(204);
      app.clock.advance(HOUR);
      const started = await call('signIn.start', { username: 'jo', password: PASSWORD });
      expect(started.problem.code).toBe('invalid_credentials');

      const id = await reportByCall(app);
      const desk = { token: await app.priya.signIn() };
      const { body } = await call('resetRequests.get', { id }, desk);
      expect(body.tier).toBe('elevated');
      expect(body.reasons.map(({ code }) => code)).toContain('opened_after_refusal');
      expect(body.reasons.find(({ code }) => code === 'opened_after_refusal')?.sentence).toBe(
        'Staff opened it within 24 hours of a denial, or of “This wasn’t me”.',
      );
      expect(jo.id).toBe(body.user.id);
    });

    test('issue 8.6 an owner who finds the phone signs in anew and cancels', async () => {
      const app = await theft(open);
      const { call, jo } = app;
      const id = await report(app);
      const own = { token: await jo.signIn() };
      expect((await call('me.cancelReset', {}, own)).body).toEqual({ state: 'on' });
      expect(await stateOf(app, id)).toBe('cancelled');
      expect((await call('me.beginEnrolment', { code: jo.code() }, own)).status).toBe(200);
    });

    test('issue 8.6 a phone that is only broken: the request is taken back where one is signed in', async () => {
      const app = await theft(open);
      const { call, thief: session } = app;
      await report(app, 'broken');
      expect((await call('me.cancelReset', {}, session)).body).toEqual({ state: 'on' });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
