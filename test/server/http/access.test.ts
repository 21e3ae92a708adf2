import { beforeAll, describe, expect, it } from 'vitest';
import { API_BASE, OPERATION_NAMES, operationOf } from '../../../contract/operations.ts';
import type { OperationName } from '../../../contract/operations.ts';
import { ROLES, ROLE_PERMISSIONS } from '../../../contract/permissions.ts';
import type { Role } from '../../../contract/permissions.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

const ID = '01936a5e-0000-7000-8000-000000000000';

/** A request without a body or with an empty one: what decides about access comes before it is read. */
function bare({ app }: TestApp, name: OperationName, headers: Record<string, string>) {
  const { method, path } = operationOf(name);
  return app.inject({
    method,
    url: API_BASE + path.replace(/\{\w+\}/g, ID),
    headers: { host: 'localhost', ...headers },
  });
}

const guarded = OPERATION_NAMES.filter((name) => operationOf(name).access !== 'public');
const publicOnes = OPERATION_NAMES.filter((name) => operationOf(name).access === 'public');

describe('S-60: deny by default', () => {
  it('the contract has operations of both kinds, and few are public', () => {
    expect(guarded.length).toBeGreaterThan(40);
    expect(
      publicOnes.every((name) =>
        /^(setup|signIn|password|resetRequests|mail|sso|pendingChanges|identityChecks)\./.test(name),
      ),
    ).toBe(true);
  });

  it('without a session every operation that is not public answers 401', async () => {
    const test = await createTestApp();
    for (const name of guarded) {
      const response = await bare(test, name, {});
      expect([name, response.statusCode, response.json<{ code: string }>().code]).toEqual([
        name,
        401,
        'not_signed_in',
      ]);
      expect(response.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('S-10: with a challenge in the place of a token every one of them answers 401', async () => {
    const test = await createTestApp();
    const { body } = await test.call('signIn.start', { username: 'admin', password: PASSWORD });
    const challenge = body.outcome === 'code_required' ? body.challenge : '';
    expect(challenge).not.toBe('');
    for (const name of guarded) {
      const asBearer = await bare(test, name, { authorization: `Bearer ${challenge}` });
      const asCookie = await bare(test, name, {
        cookie: `__Host-gatehouse=${challenge}`,
        origin: 'http://localhost',
      });
      expect([name, asBearer.statusCode, asCookie.statusCode]).toEqual([name, 401, 401]);
    }
  });

  describe('role × operation', () => {
    let test: TestApp;
    const tokens = new Map<Role, string>();

    beforeAll(async () => {
      test = await createTestApp({ keep: true });
      for (const role of ROLES) {
        const person = await test.person({ username: `the_${role}`, roles: role === 'user' ? [] : [role] });
        tokens.set(role, await person.signIn());
      }
      return () => test.close();
    });

    it.each(ROLES)('%s is let through to exactly what the table of permissions says', async (role) => {
      for (const name of guarded) {
        const { access } = operationOf(name);
        if (name === 'signIn.signOut') continue;
        const allowed =
          access === 'session' || (access !== 'public' && ROLE_PERMISSIONS[role].includes(access));
        const response = await bare(test, name, { authorization: `Bearer ${tokens.get(role)}` });
        const { code } = response.statusCode >= 400 ? response.json<{ code: string }>() : { code: '' };
        expect([name, response.statusCode >= 500 ? response.body : '']).toEqual([name, '']);
        expect([name, code === 'forbidden']).toEqual([name, !allowed]);
      }
    });

    it('asks for a step-up before it reads anything, where the contract says so', async () => {
      const asking = guarded.filter((name) => operationOf(name).stepUp);
      expect(asking.length).toBeGreaterThan(5);
      for (const name of asking) {
        const { access } = operationOf(name);
        const role = ROLES.find((r) => access === 'session' || ROLE_PERMISSIONS[r].includes(access as never));
        const response = await bare(test, name, { authorization: `Bearer ${tokens.get(role ?? 'user')}` });
        expect([name, response.json<{ code: string }>().code]).toEqual([name, 'step_up_required']);
      }
    });
  });
});

describe('S-40: a session that policy has blocked since', () => {
  it('reaches its own setup and sign-out, nothing else', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo', mfa: false });
    const token = await jo.signIn();
    expect((await test.call('me.sessions', {}, { token })).status).toBe(200);
    await test.setPolicy({ required: { scope: 'everyone', roles: [], departments: [] }, graceDays: 0 });
    for (const name of guarded) {
      if (operationOf(name).whileBlocked) continue;
      const response = await bare(test, name, { authorization: `Bearer ${token}` });
      expect([name, response.json<{ code: string }>().code]).toEqual([name, 'setup_first']);
    }
    expect((await test.call('me.get', {}, { token })).body.mfa.blocked).toBe(true);
    expect((await test.call('me.beginEnrolment', {}, { token })).status).toBe(200);
    expect((await test.call('signIn.signOut', {}, { token })).status).toBe(204);
  });
});
