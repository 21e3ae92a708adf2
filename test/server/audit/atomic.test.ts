import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { PASSWORD, createTestApp } from '../../support/app.ts';
import type { Answer, TestApp } from '../../support/app.ts';
import { dumpDatabase } from '../../support/everything.ts';

interface People {
  /** Session tokens. */
  admin: string;
  maria: string;
  mariasCode: () => string;
}

type Act = (test: TestApp, people: People) => Promise<Answer<unknown>>;

const id = async ({ deps }: TestApp, username: string) =>
  (
    await deps.db.kysely
      .selectFrom('users')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
  ).id;

/** Acts of each feature that write to the log. */
const ACTS: readonly [string, Act][] = [
  [
    'creating a user',
    ({ call }, { admin: token }) =>
      call('users.create', { username: 'new', name: 'New', email: 'new@example.org', roles: [] }, { token }),
  ],
  [
    'changing settings',
    ({ call }, { admin: token }) =>
      call('settings.update', { organisation: 'Other', mailFrom: 'other@example.org' }, { token }),
  ],
  [
    'changing the policy',
    async ({ call }, { admin: token }) => {
      const { version } = (await call('policy.get', {}, { token })).body;
      const changed = { ...DEFAULT_POLICY, graceDays: DEFAULT_POLICY.graceDays + 1 };
      return call('policy.update', { ...changed, version, reason: 'More time.' }, { token });
    },
  ],
  [
    'opening a request for a caller',
    async (test, { admin: token }) =>
      test.call(
        'resetRequests.open',
        { userId: await id(test, 'maria'), reason: 'broken', note: '' },
        { token },
      ),
  ],
  [
    'freezing resets',
    ({ call }, { admin: token }) => call('resetRequests.freeze', { reason: 'Attack' }, { token }),
  ],
  ['exporting the log', ({ call }, { admin: token }) => call('audit.export', {}, { token })],
  [
    'disabling MFA',
    ({ call }, { maria: token, mariasCode }) => call('me.disable', { code: mariasCode() }, { token }),
  ],
  [
    'changing the password',
    ({ call }, { maria: token, mariasCode }) =>
      call(
        'me.password',
        { current: PASSWORD, password: 'another long one indeed', code: mariasCode() },
        { token },
      ),
  ],
  ['signing out everywhere', ({ call }, { maria: token }) => call('me.endSessions', {}, { token })],
];

describe('S-50: where the audit event cannot be written, nothing is', () => {
  it.each(ACTS)('%s', async (_name, act) => {
    const test = await createTestApp();
    const maria = await test.person({ username: 'maria' });
    await maria.signIn();
    const people: People = {
      admin: await test.administrator.signIn({ stepUp: true }),
      maria: await maria.signIn(),
      mariasCode: maria.code,
    };
    await sql`create trigger refuse before insert on audit_events
      begin select raise(abort, 'no more events'); end`.execute(test.deps.db.kysely);

    const before = await withoutVisits(test);
    const answer = await act(test, people);
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(answer.text).not.toContain('no more events');
    expect(await withoutVisits(test)).toEqual(before);

    await sql`drop trigger refuse`.execute(test.deps.db.kysely);
    expect((await act(test, people)).status).toBeLessThan(300);
  });
});

/** All that is stored, but for when sessions were last seen, and for the try that is counted before a password is looked at. */
async function withoutVisits({ deps }: TestApp) {
  const { sessions = [], ...rest } = await dumpDatabase(deps.db);
  return {
    ...rest,
    password_throttles: [],
    sessions: sessions.map((session) => ({ ...Object(session), last_seen_at: 0 }) as object),
  };
}
