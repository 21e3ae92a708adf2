import { describe, expect, it } from 'vitest';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';

describe('Signing in', () => {
  it('with MFA optional and off, a right password signs in', async () => {
    const { call, person } = await createTestApp();
    await person({ username: 'jo', mfa: false });
    const { status, body } = await call('signIn.start', { username: ' JO ', password: PASSWORD });
    expect(status).toBe(200);
    expect(body.outcome).toBe('signed_in');
  });

  it('S-10: with MFA on, a right password gives a challenge and never a session', async () => {
    const { call, administrator } = await createTestApp();
    const { body } = await call('signIn.start', { username: administrator.username, password: PASSWORD });
    expect(body.outcome).toBe('code_required');
    expect(body).not.toHaveProperty('session');
  });

  it('with MFA on, the code ends the sign-in, and the session is that person’s', async () => {
    const { call, administrator } = await createTestApp();
    const token = await administrator.signIn();
    const { status, body } = await call('me.get', {}, { token });
    expect(status).toBe(200);
    expect(body.user.username).toBe('admin');
    expect(body.mfa.state).toBe('on');
  });

  it('S-03: a code counts once, also the one that confirmed the setup', async () => {
    const { call, clock, administrator } = await createTestApp();
    const start = async () => {
      const { body } = await call('signIn.start', { username: 'admin', password: PASSWORD });
      return body.outcome === 'code_required' ? body.challenge : '';
    };
    const confirmed = codeAt(administrator.secret, timeStep(clock.now()));
    const spent = await call('signIn.verify', { challenge: await start(), code: confirmed });
    expect(spent.problem.code).toBe('invalid_code');

    const code = administrator.code();
    const answers = await Promise.all(
      (await Promise.all(Array.from({ length: 20 }, start))).map((challenge) =>
        call('signIn.verify', { challenge, code }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('S-06: what is not six digits is refused before anything is counted', async () => {
    const { call, administrator, deps } = await createTestApp();
    const { body } = await call('signIn.start', { username: 'admin', password: PASSWORD });
    const challenge = body.outcome === 'code_required' ? body.challenge : '';
    for (const code of ['', '12345', '1234567', ' 23456', '１２３４５６', '12345a', "1' or 1"]) {
      const { problem } = await call('signIn.verify', { challenge, code });
      expect(problem.code).toBe('invalid_code');
    }
    const user = await deps.db.kysely
      .selectFrom('users')
      .select('wrong_codes')
      .where('id', '=', administrator.id)
      .executeTakeFirstOrThrow();
    expect(user.wrong_codes).toBe(0);
  });
});
