import { describe, expect, it } from 'vitest';
import { startServer } from '../../../server/main.ts';
import type { ServerOptions } from '../../../server/opening.ts';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';

const FIRST = {
  organisation: 'Northwind',
  username: 'ada',
  name: 'Ada Admin',
  email: 'ada@example.org',
  password: 'a river of small lanterns',
};
const KEY = Buffer.alloc(32, 9).toString('base64url');

forEachDatabase((open) => {
  it('10.C10 two servers on an empty database print one set-up link, good on both, once', async () => {
    const db = await open('empty');
    const { url: databaseUrl, dataDir } = db.options;
    const options: ServerOptions = { databaseUrl, dataDir, keyEnv: `1:${KEY}` };
    const servers = await Promise.all([startServer(options), startServer(options)]);
    const [first, second] = servers;
    expect(first.setupToken).toMatch(/^[\w-]{43}$/);
    expect(second.setupToken).toBe(first.setupToken);
    const stored = await db.kysely.selectFrom('setup_links').selectAll().execute();
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(first.setupToken);

    const setUp = async ({ address }: { address: string }, token: string | null) => {
      const body = JSON.stringify({ ...FIRST, token });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${address}/api/v1/setup`, { method: 'POST', headers, body })).status;
    };
    expect(await setUp(first, 'guessed')).toBe(403);
    expect(await setUp(second, first.setupToken)).toBe(200);
    expect(await setUp(first, first.setupToken)).toBe(409);
    expect(await db.kysely.selectFrom('setup_links').selectAll().execute()).toEqual([]);
    for (const server of servers) await server.close();
  });
}, TWO_SERVERS);

describe('10.C10 the sample is offered on this machine only', () => {
  const TOKEN = 'printed-when-the-server-started';
  it.each<[string, Record<string, string>, string, string[]]>([
    ['through a proxy here that nobody named', { 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1', []],
    ['through a proxy here that is named', { 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1', ['127.0.0.1']],
    ['by the public name', { host: 'gatehouse.example' }, '127.0.0.1', []],
    ['from another machine', {}, '192.0.2.7', []],
  ])('not %s', async (_how, headers, address, trustProxy) => {
    const { call } = await createTestApp({ empty: true, config: { setupToken: TOKEN, trustProxy } });
    const options = { headers, address };
    expect((await call('setup.state', {}, options)).body).toEqual({ state: 'empty', sampleOffered: false });
    expect((await call('setup.openSample', { token: TOKEN }, options)).problem.code).toBe('forbidden');
  });
});
