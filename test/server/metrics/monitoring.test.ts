import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTestApp } from '../../support/app.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'monitoring');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const NAME = /\b(?:gatehouse|process|nodejs)_[a-z0-9_]+\b/g;

/** Only on PostgreSQL, with a replica, or once there is a backup. */
const SOMETIMES = [
  'gatehouse_database_connections',
  'gatehouse_database_waiting',
  'gatehouse_replica_lag_seconds',
  'gatehouse_replica_used',
  'gatehouse_list_queries_total',
  'gatehouse_backup_age_seconds',
];

async function exported(): Promise<Set<string>> {
  const siem = { syslog: 'syslog+tls://siem.example', https: null, ca: null, identity: null };
  const test = await createTestApp({ config: { siem } });
  const jo = await test.person({ username: 'jo' });
  await jo.signIn();
  await test.services.audit.checkpoint(test.clock.now());
  const text = await test.services.metrics.text();
  const names = [...text.matchAll(/^([a-z_0-9]+)(?:\{| )/gm)].map(([, name = '']) => name);
  return new Set([...names, ...SOMETIMES]);
}

it.each(['alerts.yml', 'dashboard.json'])(
  '16.6: %s asks for nothing that the server doesn’t have',
  async (file) => {
    const names = await exported();
    const asked = [...new Set(read(file).match(NAME))].filter((name) => name !== 'gatehouse_rules');
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  },
);

it('16.6: the dashboard shows everything that the server has', async () => {
  const names = [...(await exported())].map((name) => name.replace(/_(bucket|sum|count)$/, ''));
  const dashboard = read('dashboard.json');
  expect([...new Set(names)].filter((name) => !dashboard.includes(name))).toEqual([]);
});

const promtool = spawnSync('promtool', ['--version']).status === 0;
const without = promtool ? '' : ' (skipped: there is no promtool; it is in Debian’s prometheus)';
it.skipIf(!promtool)(`16.6: promtool takes the alert rules${without}`, () => {
  const { status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', join(folder, 'alerts.yml')], {
    encoding: 'utf8',
  });
  expect([status, stderr, stdout.includes('SUCCESS')]).toEqual([0, '', true]);
});

it.skipIf(!promtool)(`16.6: promtool takes what /metrics answers${without}`, async () => {
  const test = await createTestApp();
  const input = await test.services.metrics.text();
  const { stderr, status } = spawnSync('promtool', ['check', 'metrics'], { input, encoding: 'utf8' });
  // 3 is its advice on style.
  expect([status === 3 ? 0 : status, stderr.match(/error/i)]).toEqual([0, null]);
});
