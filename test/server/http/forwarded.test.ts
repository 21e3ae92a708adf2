import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { createTestApp, PASSWORD } from '../../support/app.ts';

const GATEWAY = '192.0.2.1';

async function behindGateway(trustProxy = [GATEWAY]) {
  const test = await createTestApp({ config: { trustProxy, addressLimit: 3 } });
  const options = async (chain: string) =>
    (
      await test.app.inject({
        url: '/api/v1/sign-in/options',
        remoteAddress: GATEWAY,
        headers: { host: 'localhost', 'x-forwarded-for': chain },
      })
    ).statusCode;
  return { test, options };
}

describe('S-106: behind a gateway', () => {
  it.each([
    ['IPv4 with ports', (port: number) => `203.0.113.9:${port}`],
    ['IPv6 with ports', (port: number) => `[2001:db8::9]:${port}`],
    ['IPv4 written as IPv6', (port: number) => `[::ffff:203.0.113.9]:${port}`],
    ['IPv6 with zones', (port: number) => `fe80::1%eth${port}`],
  ])('one client is one by its limit: %s', async (_name, client) => {
    const { options } = await behindGateway();
    for (const port of [40001, 40002, 40003]) expect(await options(client(port))).toBe(200);
    expect(await options(client(40004))).toBe(429);
  });

  it('a trusted proxy of the chain is known by its address, whatever port it came from', async () => {
    const { options } = await behindGateway([GATEWAY, '10.0.0.7']);
    for (const port of [1, 2, 3]) expect(await options(`203.0.113.${port}, 10.0.0.7:5000${port}`)).toBe(200);
    // All four are others: were the proxy the client, this one would be too much.
    expect(await options('203.0.113.4, 10.0.0.7:50004')).toBe(200);
  });

  it('a network is known again from another port: no reason for a higher tier', async () => {
    const test = await createTestApp({ config: { trustProxy: [GATEWAY] } });
    const jo = await test.person({ username: 'jo', mfa: false });
    const signIn = (chain: string) =>
      test.call(
        'signIn.start',
        { username: 'jo', password: PASSWORD },
        { address: GATEWAY, headers: { 'x-forwarded-for': chain } },
      );
    for (const port of [40001, 40002]) await signIn(`203.0.113.9:${port}`);
    const networks = await test.deps.db.kysely
      .selectFrom('seen_networks')
      .select('network_hash')
      .where('user_id', '=', jo.id)
      .execute();
    expect(networks).toHaveLength(1);
    const sessions = await test.deps.db.kysely
      .selectFrom('sessions')
      .select('address')
      .where('user_id', '=', jo.id)
      .execute();
    expect(sessions.map(({ address }) => address)).toEqual(['203.0.113.9', '203.0.113.9']);
  });
});

describe('10.D13: a forwarded header of a proxy that nobody named', () => {
  const ask = async (url: string, headers: Record<string, string>, trustProxy: string[] = []) => {
    const said: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void said.push(line) });
    const { app } = await createTestApp({ config: { trustProxy }, log });
    const statuses: number[] = [];
    for (const _ of [1, 2, 3]) {
      const answer = await app.inject({ url, headers: { host: 'localhost', ...headers } });
      statuses.push(answer.statusCode);
    }
    return { said, statuses };
  };

  it.each<Record<string, string>>([
    { 'x-forwarded-for': '203.0.113.9' },
    { forwarded: 'for=203.0.113.9' },
    { 'x-real-ip': '::1' },
  ])('is told of once: %j', async (headers) => {
    const { said, statuses } = await ask('/api/v1/sign-in/options', headers);
    expect(statuses).toEqual([200, 200, 200]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('GATEHOUSE_TRUST_PROXY=127.0.0.1');
  });

  it('is none where the proxy is named', async () => {
    const named = await ask('/api/v1/sign-in/options', { 'x-forwarded-for': '203.0.113.9' }, ['127.0.0.1']);
    expect(named.said).toEqual([]);
  });

  it('opens no metrics, whoever it names', async () => {
    for (const client of ['127.0.0.1', '203.0.113.9']) {
      expect((await ask('/metrics', { 'x-forwarded-for': client })).statuses).toEqual([403, 403, 403]);
    }
    expect((await ask('/metrics', {})).statuses).toEqual([200, 200, 200]);
  });
});
