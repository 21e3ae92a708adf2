import { afterEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailUser } from '../../../server/domain/mail/enqueue.ts';
import { createMeasures } from '../../../server/measures.ts';
import { startServer } from '../../../server/main.ts';
import type { RunningServer } from '../../../server/main.ts';
import { DAY, HOUR } from '../../../server/time.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

/** The value of a line, by its name with labels as they are written. */
const valueIn = (text: string, series: string): number | undefined => {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};

describe('16.6: /metrics', () => {
  forEachDatabase(
    (open) => {
      it('counts answers by operation, and codes by what came of them', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo' });
        const before = await test.services.metrics.text();
        const started = await test.call('signIn.start', { username: 'jo', password: PASSWORD });
        if (started.body.outcome !== 'code_required') throw new Error(started.text);
        const { challenge } = started.body;
        await test.call('signIn.verify', { challenge, code: '000000' });
        expect((await test.call('signIn.verify', { challenge, code: jo.code() })).status).toBe(200);
        const after = await test.services.metrics.text();
        const more = (series: string) => (valueIn(after, series) ?? 0) - (valueIn(before, series) ?? 0);
        const verify = 'gatehouse_http_request_duration_seconds';
        expect(more(`${verify}_count{operation="signIn.verify",status="2xx"}`)).toBe(1);
        expect(more(`${verify}_count{operation="signIn.verify",status="4xx"}`)).toBe(1);
        expect(more(`${verify}_bucket{operation="signIn.verify",status="2xx",le="+Inf"}`)).toBe(1);
        expect(more('gatehouse_code_checks_total{outcome="right"}')).toBe(1);
        expect(more('gatehouse_code_checks_total{outcome="wrong"}')).toBe(1);
      });

      it('has the age of mails, requests and the log, freezes and attacks', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo', mfa: false });
        await test.deps.db.kysely.deleteFrom('outbox').execute();
        const mail = () =>
          test.deps.db.transaction((tx) =>
            mailUser(tx, test.deps, { userId: jo.id, kind: 'locked', at: test.clock.now() }),
          );
        await mail();
        test.clock.advance(HOUR);
        await mail();
        const text = await test.services.metrics.text();
        const value = (series: string) => valueIn(text, series);
        expect(value('gatehouse_mails{state="waiting"}')).toBe(2);
        expect(value('gatehouse_mail_oldest_age_seconds{state="waiting"}')).toBe(3600);
        expect(value('gatehouse_mails{state="failed"}')).toBe(0);
        expect(value('gatehouse_reset_requests{state="open"}')).toBe(0);
        expect(value('gatehouse_frozen{switch="resets"}')).toBe(0);
        expect(value('gatehouse_attacks_reported')).toBe(0);
        expect(value('gatehouse_audit_events')).toBeGreaterThan(0);
        expect(value('gatehouse_database_up')).toBe(1);
        expect(value('gatehouse_password_hashes{state="waiting"}')).toBe(0);
        expect(text).not.toContain('gatehouse_backup_age_seconds ');

        const token = await test.administrator.signIn({ stepUp: true });
        const frozen = await test.call('resetRequests.freeze', { reason: 'An attack.' }, { token });
        expect(frozen.status).toBe(200);
        await test.services.audit.checkpoint(test.clock.now());
        test.clock.advance(DAY);
        const later = await test.services.metrics.text();
        expect(valueIn(later, 'gatehouse_frozen{switch="resets"}')).toBe(1);
        expect(valueIn(later, 'gatehouse_audit_checkpoint_age_seconds')).toBe(86_400);
      });
    },
    ['SQLite in memory', 'PostgreSQL'],
  );

  it('S-52: names nobody', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo-canary' });
    await jo.signIn();
    await test.app.inject({ url: '/api/v1/CANARY?CANARY', headers: { host: 'localhost' } });
    expect(await test.services.metrics.text()).not.toMatch(/canary/i);
  });

  it('says that the database doesn’t answer, and what is known without it', async () => {
    const test = await createTestApp();
    const { db } = test.deps;
    const kysely = {
      selectFrom: () => {
        throw new Error('gone');
      },
    } as never;
    Object.assign(test.deps, { db: { ...db, kysely } });
    const { createMetricsService } = await import('../../../server/features/metrics/service.ts');
    const text = await createMetricsService(test.deps).text();
    expect(valueIn(text, 'gatehouse_database_up')).toBe(0);
    expect(text).toContain('gatehouse_uptime_seconds ');
    expect(text).not.toContain('gatehouse_mails');
  });
});

describe('a histogram', () => {
  it('counts an observation in every bucket that holds it, and escapes labels', () => {
    const { requests } = createMeasures();
    requests.observe(['a"b\\c\nd', '2xx'], 0.03);
    requests.observe(['a"b\\c\nd', '2xx'], 100);
    const text = requests.text();
    const labels = 'operation="a\\"b\\\\c\\nd",status="2xx"';
    expect(text).toContain(`_bucket{${labels},le="0.025"} 0\n`);
    expect(text).toContain(`_bucket{${labels},le="0.05"} 1\n`);
    expect(text).toContain(`_bucket{${labels},le="10"} 1\n`);
    expect(text).toContain(`_bucket{${labels},le="+Inf"} 2\n`);
    expect(text).toContain(`_sum{${labels}} 100.03\n`);
  });
});

describe('16.6: who reads /metrics', () => {
  const TOKEN = 'a-token-of-monitoring-0123456789';
  let server: RunningServer | undefined;
  let dataDir: string | undefined;
  afterEach(async () => {
    await server?.close();
    if (dataDir) rmSync(dataDir, { recursive: true, force: true });
    [server, dataDir] = [undefined, undefined];
  });

  async function start(options: { metricsPort?: number; metricsToken?: string }): Promise<RunningServer> {
    dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-metrics-'));
    server = await startServer({ dataDir, ...options });
    return server;
  }
  const ask = (address: string, authorization?: string, init: RequestInit = {}) =>
    fetch(`${address}/metrics`, { ...init, headers: authorization === undefined ? {} : { authorization } });

  it('whoever has the token, where there is one', async () => {
    const { address } = await start({ metricsToken: TOKEN });
    for (const wrong of [
      undefined,
      'Bearer',
      `Bearer ${TOKEN}x`,
      `Basic ${TOKEN}`,
      `Bearer ${TOKEN.slice(1)}`,
    ]) {
      const refused = await ask(address, wrong);
      expect(refused.status).toBe(401);
      expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(await refused.text()).not.toContain('gatehouse_');
    }
    const answer = await ask(address, `Bearer ${TOKEN}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  it('on a port of its own, and there nothing else', async () => {
    const { metricsAddress } = await start({ metricsPort: 0 });
    if (metricsAddress === null) throw new Error('There is no port of its own.');
    expect(await (await ask(metricsAddress)).text()).toMatch(/^gatehouse_uptime_seconds /m);
    expect((await fetch(`${metricsAddress}/api/v1/sign-in/options`)).status).toBe(404);
    expect((await ask(metricsAddress, undefined, { method: 'POST' })).status).toBe(405);
    const head = await ask(metricsAddress, undefined, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('there with the token, where both are given', async () => {
    const { metricsAddress } = await start({ metricsPort: 0, metricsToken: TOKEN });
    expect((await ask(metricsAddress ?? '')).status).toBe(401);
    expect((await ask(metricsAddress ?? '', `Bearer ${TOKEN}`)).status).toBe(200);
  });
});
