import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHAIN_START } from '../../server/crypto/canonicalJson.ts';
import { openDatabase } from '../../server/db/connection.ts';
import { makeCertificate } from '../support/certificate.ts';
import { serve } from '../support/gatehouse.ts';
import type { Serving } from '../support/gatehouse.ts';
import { foundAndSignIn, keepBook } from './support/book.ts';
import { freePort } from './support/cluster.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-rsyslog-'));
const OPERATING = join(import.meta.dirname, '..', '..', 'docs', 'operating.md');
const certificate = makeCertificate('localhost');
const written = join(folder, 'gatehouse.jsonl');
const data = join(folder, 'data');
const PATIENCE = { timeout: 120_000, interval: 200 };
let port = 0;
let running: ChildProcess | undefined;

/** Debian's rsyslog with what docs/operating.md says for it: the block is read from there. */
async function startRsyslog(): Promise<void> {
  const block = /```rsyslog\n([\s\S]*?)```/.exec(readFileSync(OPERATING, 'utf8'))?.[1] ?? '';
  const config = block
    .replaceAll('/etc/rsyslog.d/', `${folder}/`)
    .replace('/var/log/gatehouse.jsonl', written)
    .replace('port="6514"', `port="${port}"`);
  const file = join(folder, 'rsyslog.conf');
  writeFileSync(file, config);
  running = spawn('/usr/sbin/rsyslogd', ['-n', '-f', file, '-i', join(folder, 'pid')], { stdio: 'ignore' });
  while (!(await isListening()));
}

async function isListening(): Promise<boolean> {
  const socket = connect({ host: 'localhost', port, ca: certificate.cert });
  return new Promise<boolean>((resolve) => {
    socket.once('secureConnect', () => resolve(true)).once('error', () => resolve(false));
  }).finally(() => socket.destroy());
}

async function killRsyslog(): Promise<void> {
  running?.kill('SIGKILL');
  if (running) await once(running, 'close');
  rmSync(join(folder, 'pid'), { force: true });
}

interface Line {
  message: string;
  metadata: { sequence: number; uid: string };
  raw_data: string;
}

/** Every line begins with it. */
const BEGINNING = '{"category_uid":3,';

/** What rsyslog has written; a line that a kill cut off has the next one behind it. */
function lines(): Line[] {
  if (!existsSync(written)) return [];
  return readFileSync(written, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line.slice(line.lastIndexOf(BEGINNING))) as Line);
}

async function headOf(): Promise<number> {
  const db = openDatabase({ dataDir: data });
  const head = await db.kysely.selectFrom('audit_head').select('sequence').executeTakeFirstOrThrow();
  await db.close();
  return head.sequence;
}

beforeAll(async () => {
  writeFileSync(join(folder, 'ca.pem'), certificate.cert);
  writeFileSync(join(folder, 'cert.pem'), certificate.cert);
  writeFileSync(join(folder, 'key.pem'), certificate.key);
  port = await freePort();
});

afterAll(async () => {
  await killRsyslog();
  rmSync(folder, { recursive: true, force: true });
});

it(
  '16.7: rsyslog has every event, in order, however often it and the server are killed',
  { timeout: 600_000 },
  async () => {
    const args = ['--data', data];
    const env = {
      GATEHOUSE_SIEM_SYSLOG: `syslog+tls://localhost:${port}`,
      GATEHOUSE_SIEM_CA: join(folder, 'ca.pem'),
    };
    let server: Serving | undefined;
    const start = async () => {
      server = await serve([...args, '--address-limit', '100000'], env);
      return server.address;
    };
    await startRsyslog();
    const token = await foundAndSignIn(args, {}, start);
    let acknowledged = 0;
    for (const round of [1, 2, 3, 4]) {
      const book = keepBook(server?.address ?? '', token, `round${round}x`);
      const before = lines().length;
      await expect.poll(() => lines().length > before && book.acknowledged.size >= 40, PATIENCE).toBe(true);
      await killRsyslog();
      const atDeath = book.acknowledged.size;
      await expect.poll(() => book.acknowledged.size >= atDeath + 40, PATIENCE).toBe(true);
      await book.stop();
      acknowledged += book.acknowledged.size;
      if (round % 2 === 0) {
        await server?.kill();
        await start();
      }
      await startRsyslog();
    }
    const head = await headOf();
    expect(head).toBeGreaterThan(acknowledged);
    const has = () => new Set(lines().map(({ metadata }) => metadata.sequence));
    await expect.poll(() => has().has(head), PATIENCE).toBe(true);
    await server?.stop();

    const events = new Map<string, Line>();
    for (const line of lines()) if (line.message !== 'audit.checkpoint') events.set(line.metadata.uid, line);
    const inOrder = [...events.values()].map(({ metadata }) => metadata.sequence);
    expect(inOrder).toEqual(Array.from({ length: inOrder.length }, (_, index) => index + 1));
    let previous = CHAIN_START;
    for (const { raw_data } of events.values()) {
      const original = JSON.parse(raw_data) as { previousHash: string; hash: string };
      expect(original.previousHash).toBe(previous);
      previous = original.hash;
    }
  },
);
