import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/permissions.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { PASSWORD, createTestApp } from '../../support/app.ts';
import type { Answer, TestApp, TestPerson } from '../../support/app.ts';

interface World {
  test: TestApp;
  jo: TestPerson;
  /** Of the session in which jo acts. */
  own: string;
  /** Of the administrator, under a step-up. */
  admin: string;
}

const NEW_PASSWORD = 'seven-blue-otters-waltz';

async function move({ test, jo, own }: World): Promise<Answer<unknown>> {
  const { body } = await test.call('me.beginEnrolment', { code: jo.code() }, { token: own });
  test.clock.advance(30_000);
  const code = codeAt(body.secret, timeStep(test.clock.now()));
  return test.call('me.confirmEnrolment', { enrolmentId: body.enrolmentId, code }, { token: own });
}

async function mailedLink({ test }: World): Promise<Answer<unknown>> {
  await test.call('password.forgot', { username: 'jo' });
  await test.services.passwordLinks.settled();
  const link = (await test.mails()).findLast(({ kind }) => kind === 'password_link');
  const token = /#([\w-]+)/.exec(link?.text ?? '')?.[1] ?? '';
  return test.call('password.confirm', { token, password: NEW_PASSWORD });
}

async function resetByStaff({ test, admin: token }: World): Promise<Answer<unknown>> {
  const started = await test.call('signIn.start', { username: 'jo', password: PASSWORD });
  const challenge = started.body.outcome === 'code_required' ? started.body.challenge : '';
  const { body } = await test.call('signIn.requestReset', { challenge, reason: 'broken' });
  const check = { id: body.requestId, outcome: 'pass' } as const;
  const { requestCode } = body;
  await test.call('resetRequests.recordCheck', { ...check, kind: 'request_code', requestCode }, { token });
  await test.call('resetRequests.recordCheck', { ...check, kind: 'in_person' }, { token });
  return test.call('resetRequests.approve', { id: body.requestId }, { token });
}

/** What changes, the event that says so, how it is done, and the roles that it takes. */
const ACTS: readonly [string, string, (world: World) => Promise<Answer<unknown>>, roles?: Role[]][] = [
  ['moving to a new phone', 'mfa.moved', move],
  [
    'disabling MFA',
    'mfa.disabled',
    ({ test, jo, own }) => test.call('me.disable', { code: jo.code() }, { token: own }),
  ],
  ['a reset by staff', 'mfa.reset', resetByStaff],
  [
    'a new password',
    'password.changed',
    ({ test, jo, own }) =>
      test.call(
        'me.password',
        { current: PASSWORD, password: NEW_PASSWORD, code: jo.code() },
        { token: own },
      ),
  ],
  ['a new password by a mailed link', 'password.set_by_link', mailedLink],
  [
    'a role that is given',
    'role.granted',
    ({ test, jo, admin }) => test.call('users.update', { id: jo.id, roles: ['auditor'] }, { token: admin }),
  ],
  [
    'a role that is taken',
    'role.revoked',
    ({ test, jo, admin }) => test.call('users.update', { id: jo.id, roles: [] }, { token: admin }),
    ['auditor'],
  ],
  [
    'suspension',
    'user.suspended',
    ({ test, jo, admin }) => test.call('users.update', { id: jo.id, status: 'suspended' }, { token: admin }),
  ],
];

describe('S-13: the user’s other sessions end in the same transaction as', () => {
  it.each(ACTS)('%s', async (_, action, act, roles = []) => {
    const test = await createTestApp();
    await test.setPolicy({ automaticReset: true });
    const jo = await test.person({ username: 'jo', roles });
    const other = await jo.signIn();
    const world = {
      test,
      jo,
      own: await jo.signIn(),
      admin: await test.administrator.signIn({ stepUp: true }),
    };
    const { kysely } = test.deps.db;
    const status = async () => (await test.call('me.get', {}, { token: other })).status;
    const happened = async () => (await test.audit()).filter((event) => event.action === action).length;

    // Where the sessions can't be ended, the change isn't made either.
    await sql`create trigger stay before delete on sessions
      begin select raise(abort, 'sessions stay'); end`.execute(kysely);
    expect((await act(world)).status).toBeGreaterThanOrEqual(500);
    await sql`drop trigger stay`.execute(kysely);
    expect([await happened(), await status()]).toEqual([0, 200]);

    test.clock.advance(60_000);
    expect((await act(world)).status).toBeLessThan(300);
    expect([await happened(), await status()]).toEqual([1, 401]);
  });
});
