import { describe, expect, it } from 'vitest';
import { readEnd } from '../../../server/domain/audit/store.ts';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { codeOf, openDesk } from '../resetRequests/desk.ts';

const WRONG = 'wrong-wrong-wrong';

forEachDatabase((open) => {
  describe('S-92 once a clock that was ahead is right again, nothing of that time keeps anybody out', () => {
    for (const ahead of [HOUR, 30 * DAY]) {
      /** Does something while the clock is ahead. */
      async function whileAhead<T>({ clock }: Pick<TestApp, 'clock'>, act: () => Promise<T>): Promise<T> {
        clock.advance(ahead);
        const began = clock.now();
        const done = await act();
        clock.advance(-ahead - (clock.now() - began));
        return done;
      }
      const house = async () => createTestApp({ db: await open() });
      const byHours = `${ahead / HOUR} h ahead`;

      it(`${byHours}: a delay after wrong passwords`, async () => {
        const test = await house();
        await test.person({ username: 'jo', mfa: false });
        const attempt = (password: string) => test.call('signIn.start', { username: 'jo', password });
        await whileAhead(test, async () => {
          for (let n = 1; n <= 5; n += 1) await attempt(WRONG);
          expect((await attempt(WRONG)).problem.code).toBe('too_many_attempts');
        });
        expect((await attempt(PASSWORD)).status).toBe(200);
      });

      it(`${byHours}: a delay after wrong codes`, async () => {
        const test = await house();
        const jo = await test.person({ username: 'jo' });
        await whileAhead(test, async () => {
          for (let n = 1; n <= 5; n += 1) await wrongCode(test, 'jo');
          expect((await wrongCode(test, 'jo')).problem.code).toBe('too_many_attempts');
        });
        expect(await jo.signIn()).toMatch(/./);
      });

      it(`${byHours}: the lock of the last administrator`, async () => {
        const test = await house();
        await whileAhead(test, async () => {
          for (let n = 1; n <= 10; n += 1) {
            await wrongCode(test, 'admin');
            test.clock.advance(MINUTE);
          }
          expect((await wrongCode(test, 'admin')).problem.code).toBe('locked');
        });
        expect(await test.administrator.signIn()).toMatch(/./);
      });

      it(`${byHours}: links for a new password that were used up`, async () => {
        const test = await house();
        await test.person({ username: 'jo', mfa: false });
        const forgotten = async () => {
          await test.call('password.forgot', { username: 'jo' });
          await test.services.passwordLinks.settled();
          return (await test.mails()).filter(({ kind }) => kind === 'password_link').length;
        };
        const sent = await whileAhead(test, async () => {
          for (let n = 1; n <= 5; n += 1) await forgotten();
          return forgotten();
        });
        expect([sent, await forgotten()]).toEqual([5, 6]);
      });

      it(`${byHours}: a mail of a wrong code, which goes once an hour`, async () => {
        const test = await house();
        await test.person({ username: 'jo' });
        const told = async () => (await test.mails()).filter(({ kind }) => kind === 'wrong_code').length;
        await whileAhead(test, () => wrongCode(test, 'jo'));
        expect(await told()).toBe(1);
        await wrongCode(test, 'jo');
        await wrongCode(test, 'jo');
        expect(await told()).toBe(2);
      });

      it(`${byHours}: a job that a server began which is gone`, async () => {
        const test = await house();
        const token = await test.administrator.signIn({ stepUp: true });
        await test.person({ username: 'jo', mfa: false });
        const kind = { kind: 'end_sessions' as const, filter: { search: 'jo' } };
        const { job } = (await test.call('jobs.create', { ...kind, confirmCount: 1 }, { token })).body;
        const gone = { state: 'running', holder: 'a server that is gone' } as const;
        await test.deps.db.kysely
          .updateTable('jobs')
          .set({ ...gone, leased_until: test.clock.now() + ahead })
          .execute();
        await test.services.jobs.work.runDue();
        expect((await test.call('jobs.get', { id: job.id }, { token })).body.job.state).toBe('done');
      });

      it(`${byHours}: the quiet after a denial`, async () => {
        const d = await openDesk();
        const jo = await d.person('jo');
        const priya = await d.person('priya', { roles: ['security_officer'] });
        await whileAhead(d, async () => {
          const { id } = await d.ask(jo);
          await d.deny(id, priya);
          expect(await codeOf(d.ask(jo))).toBe('request_too_soon');
        });
        expect((await d.ask(jo)).id).toMatch(/./);
      });

      it(`${byHours}: the log is signed every ten minutes`, async () => {
        const test = await house();
        const sign = () => test.services.audit.checkpoint(test.clock.now());
        await whileAhead(test, async () => {
          await test.person({ username: 'jo', mfa: false });
          await sign();
        });
        await test.call('signIn.start', { username: 'jo', password: PASSWORD });
        await sign();
        const { sequence } = await readEnd(test.deps.db.kysely);
        const last = await test.deps.db.kysely
          .selectFrom('audit_checkpoints')
          .select('sequence')
          .orderBy('sequence', 'desc')
          .executeTakeFirst();
        expect(last?.sequence).toBe(sequence);
      });
    }
  });
});

async function wrongCode({ call }: TestApp, username: string) {
  const { body, ...answer } = await call('signIn.start', { username, password: PASSWORD });
  if (body.outcome !== 'code_required') throw new Error(answer.text);
  return call('signIn.verify', { challenge: body.challenge, code: '000000' });
}
