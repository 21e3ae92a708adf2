/**
 * Whether a server answers while it imports: `node test/bench/liveDuringImport.ts 100000`. On SQLite; prints one line of JSON,
 * milliseconds. Ask one server for /health/live every 10 ms, one question after another, from another process than the server's.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { API_BASE } from '../../contract/operations.ts';
import { foundAndSignIn } from '../operators/support/book.ts';
import { serve } from '../support/gatehouse.ts';

const rows = Number(process.argv[2] ?? 100_000);
const data = mkdtempSync(join(tmpdir(), 'gatehouse-import-'));
const HEADER = 'username,email,name,department,role,phone,mobile,manager';

const person = (n: number) =>
  `u${n},u${n}@example.org,Person ${n},Department ${n % 50},user,+4416329${String(n).padStart(6, '0')},,`;

const env = { GATEHOUSE_ADDRESS_LIMIT: '1000000' };
const running: { server?: Awaited<ReturnType<typeof serve>> } = {};
const token = await foundAndSignIn(['--data', data], env, async () => {
  running.server = await serve(['--data', data], env);
  return running.server.address;
});
const { server } = running;
if (!server) throw new Error('The server did not start.');

const startedAt = performance.now();
const progress = { over: false };
const importing = fetch(`${server.address}${API_BASE}/users/import`, {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
  body: [HEADER, ...Array.from({ length: rows }, (_, n) => person(n))].join('\r\n'),
}).then(async (response) => {
  progress.over = true;
  return { status: response.status, body: (await response.json()) as { imported?: number } };
});
const took: number[] = [];
while (!progress.over) {
  const askedAt = performance.now();
  await (await fetch(`${server.address}/health/live`)).text();
  took.push(performance.now() - askedAt);
  await wait(10);
}
const { status, body } = await importing;
took.sort((a, b) => a - b);
const at = (share: number) => Math.round(took[Math.floor(took.length * share)] ?? 0);
console.log(
  JSON.stringify({
    rows,
    status,
    imported: body.imported,
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
    asked: took.length,
    p50: at(0.5),
    p99: at(0.99),
    max: Math.round(took.at(-1) ?? 0),
    over100: took.filter((ms) => ms >= 100).length,
  }),
);
await server.stop();
rmSync(data, { recursive: true, force: true });
