import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyFile } from '../../../server/crypto/keyFile.ts';
import { systemRandom } from '../../../server/crypto/random.ts';
import { listeningUrl } from '../../../server/domain/settings/effective.ts';
import { refuseOpenPlainHttp, startServer } from '../../../server/main.ts';
import { forEachDatabase } from '../../support/databases.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-listen-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('S-65: off loopback', () => {
  const tls = { cert: 'a certificate', key: 'its key' };

  it('needs TLS of its own or a configured proxy', () => {
    for (const host of [
      '0.0.0.0',
      '::',
      '192.0.2.7',
      'gatehouse.example',
      'localhost.example',
      '127.0.0.1.example',
    ]) {
      expect(() => refuseOpenPlainHttp({ host, tls: null, trustProxy: [] })).toThrow(/in the clear/);
      expect(() => refuseOpenPlainHttp({ host, tls, trustProxy: [] })).not.toThrow();
      expect(() => refuseOpenPlainHttp({ host, tls: null, trustProxy: ['10.0.0.5'] })).not.toThrow();
    }
    for (const host of ['127.0.0.1', '127.8.9.10', 'localhost', '::1']) {
      expect(() => refuseOpenPlainHttp({ host, tls: null, trustProxy: [] })).not.toThrow();
    }
  });

  it('else the server does not start, and leaves nothing behind', async () => {
    await expect(startServer({ dataDir: join(dataDir, 'new'), host: '0.0.0.0' })).rejects.toThrow(
      /--tls-cert/,
    );
    const { readdirSync } = await import('node:fs');
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

describe('A server', () => {
  it.each([
    ['0.0.0.0', 'http://127.0.0.1:8470'],
    ['0', 'http://127.0.0.1:8470'],
    ['::', 'http://127.0.0.1:8470'],
    ['0:0:0:0:0:0:0:0', 'http://127.0.0.1:8470'],
    ['::1', 'http://[::1]:8470'],
    ['10.0.0.7', 'http://10.0.0.7:8470'],
    ['gatehouse.example', 'http://gatehouse.example:8470'],
  ])('that listens on %s is opened at %s', (host, url) => {
    expect(listeningUrl({ host, port: 8470, tls: null })).toBe(url);
  });

  it('listens where it says, answers that it is ready, and starts again on its own data', async () => {
    const first = await startServer({ dataDir });
    const ready = await fetch(`${first.address}/health/ready`);
    expect(await ready.json()).toEqual({ status: 'ok' });
    expect(first.setupToken).toMatch(/^[\w-]{43}$/);
    const metrics = await fetch(`${first.address}/metrics`);
    expect(await metrics.text()).toMatch(/^gatehouse_uptime_seconds [0-9.]+$/m);
    await first.close();
    const again = await startServer({ dataDir });
    expect((await fetch(`${again.address}/api/v1/health/live`)).status).toBe(200);
    await again.close();
  });

  forEachDatabase(
    (open) => {
      it('10.B2: that fails to start closes what it opened: its process ends, and is no server in which nothing listens', async () => {
        const db = await open('empty');
        const keyFile = join(dataDir, 'key');
        createKeyFile(keyFile, systemRandom);
        const place = { databaseUrl: db.url, keyFile };
        await expect(startServer({ ...place, trustProxy: ['localhost'] })).rejects.toThrow('invalid IP');
        const others = sql<{ count: number }>`
          select count(*) as count from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
        `;
        await expect.poll(async () => (await others.execute(db.kysely)).rows[0]?.count).toBe(0);
      });
    },
    ['PostgreSQL'],
  );
});
