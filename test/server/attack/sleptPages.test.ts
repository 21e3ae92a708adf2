import { describe, expect, it } from 'vitest';
import { API_BASE, OPERATION_NAMES, operationOf, SESSION_HEADER } from '../../../contract/operations.ts';
import { createTestApp } from '../../support/app.ts';

const ID = '01936a5e-0000-7000-8000-000000000000';
const guarded = OPERATION_NAMES.filter((name) => operationOf(name).access !== 'public');

/** Two people at one computer: a page was drawn for the first, and the browser has the session of the second by now. */
async function twoAtOneComputer() {
  const test = await createTestApp();
  const priya = await test.person({ username: 'priya', roles: ['help_desk'] });
  const first = (await test.call('me.get', {}, { token: await priya.signIn() })).body;
  const token = await test.administrator.signIn({ stepUp: true });
  const second = (await test.call('me.get', {}, { token })).body;
  const ask = (name: (typeof guarded)[number], drawnIn: string | undefined) => {
    const { method, path } = operationOf(name);
    return test.app.inject({
      method,
      url: API_BASE + path.replace(/\{\w+\}/g, ID),
      headers: {
        host: 'localhost',
        origin: 'http://localhost',
        cookie: `__Host-gatehouse=${token}`,
        ...(drawnIn !== undefined && { [SESSION_HEADER]: drawnIn }),
      },
    });
  };
  return { test, token, ask, drawn: { first: first?.session.id, second: second?.session.id } };
}

describe('S-12: a page that slept while another person signed in', () => {
  it('does nothing, and reads nothing, in the session of the next', async () => {
    const { test, token, ask, drawn } = await twoAtOneComputer();
    const before = await test.audit();
    for (const name of guarded) {
      const answer = await ask(name, drawn.first);
      expect([name, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
        name,
        403,
        'other_session',
      ]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(await test.audit()).toEqual(before);
    expect((await test.call('me.get', {}, { token })).status).toBe(200);
  });

  it('does all of it in its own', async () => {
    const { ask, drawn } = await twoAtOneComputer();
    for (const drawnIn of [drawn.second, undefined])
      expect((await ask('users.list', drawnIn)).statusCode).toBe(200);
    expect((await ask('signIn.signOut', drawn.second)).statusCode).toBe(204);
  });

  it('a program that names no session is asked for none', async () => {
    const { test, token } = await twoAtOneComputer();
    expect((await test.call('users.list', {}, { token })).status).toBe(200);
  });
});
