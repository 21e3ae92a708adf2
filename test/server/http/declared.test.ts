import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import type { PublicContext } from '../../../server/context.ts';
import { refuse } from '../../../server/refusal.ts';
import { createTestApp } from '../../support/app.ts';

/** A handler with a code that its operation doesn't declare. */
const FROZEN = { 'setup.state': () => Promise.reject(refuse('frozen')) };
/** One with a code that it declares, by a status of its own. */
const TEAPOT = { 'signIn.moreTime': () => Promise.reject(refuse('challenge_expired', { status: 418 })) };

async function* someText() {
  yield '[]';
}

describe('an answer that its operation doesn’t declare', () => {
  it('fails the test that asked, by the names of both', async () => {
    const test = await createTestApp({ handlers: FROZEN });
    await expect(test.call('setup.state', {})).rejects.toThrow(
      'setup.state answered frozen, which its errors in the contract don’t name.',
    );
  });

  it('fails it also where the status is another', async () => {
    const test = await createTestApp({ handlers: TEAPOT });
    await expect(test.call('signIn.moreTime', { challenge: 'any' })).rejects.toThrow(
      'signIn.moreTime answered challenge_expired with 418.',
    );
  });

  it('10.E14: fails it also where all went well and the answer has another form', async () => {
    const asJson = {
      'users.export': (_input: unknown, { download }: PublicContext) => {
        download({ name: 'users.json', type: 'application/json' });
        return Promise.resolve(someText());
      },
    };
    const test = await createTestApp({ handlers: asJson });
    const token = await test.administrator.signIn();
    await expect(test.call('users.export', {}, { token })).rejects.toThrow(
      'users.export answered 200 with application/json, which the contract doesn’t name.',
    );
  });

  it('goes out unchanged where nobody tests, and the log says so', async () => {
    const lines: string[] = [];
    const log = pino(
      new Writable({
        write(line: Buffer, _encoding, done) {
          lines.push(line.toString());
          done();
        },
      }),
    );
    const { deps, services } = await createTestApp({ handlers: FROZEN });
    const app = await createApp({ ...deps, log }, { services, webShell: null });
    const response = await app.inject({ url: '/api/v1/setup', headers: { host: 'localhost' } });
    await app.close();
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([423, 'frozen']);
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toContain(
      'setup.state answered frozen, which its errors in the contract don’t name.',
    );
  });
});
