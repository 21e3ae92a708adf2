import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { environment, found } from '../bench/support/organisation.ts';
import type { Organisation } from '../bench/support/organisation.ts';
import { CA, nameOf, SECRET, startBatches } from '../server/audit/siem/receivers.ts';
import { gatehouse, serve, start } from '../support/gatehouse.ts';
import type { Serving } from '../support/gatehouse.ts';
import { compare, keepBook } from './support/book.ts';
import { checkCodes, notAsInTheBook, signIns } from './support/codes.ts';
import { createPatroni, missingForPatroni } from './support/patroni.ts';
import type { Member, Patroni } from './support/patroni.ts';

/** Right again so long after that was possible. */
const WITHIN_MS = 10_000;
const PEOPLE = 2_000;
const SIGN_INS = 6_000;
const PATIENCE = { timeout: 120_000, interval: 100 };

const canRun = missingForPatroni.length === 0;
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-patroni-'));
const keyFile = join(folder, 'key');
const caFile = join(folder, 'ca.pem');
let patroni: Patroni;
let organisation: Organisation;
let args: string[] = [];
const challenges: Awaited<ReturnType<Organisation['challenges']>>[] = [];

/** Backups, one after the other, for as long as it runs. */
function keepBackingUp(prefix: string) {
  const made: { file: string; begunAt: number; endedAt: number; exitCode: number | null; said: string }[] =
    [];
  const until = new AbortController();
  const working = (async () => {
    while (!until.signal.aborted) {
      const file = join(folder, `${prefix}${made.length}.backup`);
      const begunAt = performance.now();
      const { exitCode, stderr } = await gatehouse(['backup', file, ...args]);
      made.push({ file, begunAt, endedAt: performance.now(), exitCode, said: stderr.trim() });
    }
  })();
  return {
    made,
    async stop() {
      until.abort();
      await working;
    },
  };
}

/** `keys rotate`, once it seals; answers how it ends. */
async function rotating(): Promise<Promise<{ exitCode: number | null; said: string }>[]> {
  const newest = async () =>
    (await patroni.ask<{ version: number }>('select max(version)::int as version from database_keys'))[0]
      ?.version ?? 0;
  const before = await newest();
  const child = start(['keys', 'rotate', ...args]);
  const closed = once(child, 'close');
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const isSealing = async () => {
    const by = `select 1 from authenticators where sealed_secret like 'v1.${before + 1}.%' limit 1`;
    return (await patroni.ask(by)).length;
  };
  await expect.poll(isSealing, { timeout: 30_000, interval: 20 }).toBe(1);
  // In a list, so that who waits for this doesn't wait for its end.
  return [closed.then(() => ({ exitCode: child.exitCode, said }))];
}

/** Answers how many milliseconds after a change could be made again all was right: codes, changes, the SIEM. */
async function through(
  round: number,
  fault: (leader: Member) => Promise<void>,
  back: (was: Member) => void,
): Promise<number> {
  const receiver = await startBatches();
  const siem = {
    GATEHOUSE_SIEM_HTTPS: receiver.url,
    GATEHOUSE_SIEM_SECRET: SECRET,
    GATEHOUSE_SIEM_CA: caFile,
  };
  const servers: Serving[] = [];
  for (const _ of [1, 2]) servers.push(await serve([...args, '--address-limit', '1000000'], siem));
  for (const server of servers) onTestFinished(() => server.kill());
  const addresses = servers.map(({ address }) => address);

  const before = await signIns(patroni.ask);
  const codes = checkCodes(() => addresses, organisation, challenges[round] ?? []);
  const people = keepBook(addresses[1] ?? '', organisation.administrator, `patroni${round}x`);
  const backups = keepBackingUp(`round${round}-`);
  await expect.poll(() => codes.taken.size > 20 && people.acknowledged.size > 20, PATIENCE).toBe(true);
  const [rotation] = await rotating();
  const leader = await patroni.leader();
  const brokeAt = performance.now();
  await fault(leader);
  const possible = await patroni.possible(leader);
  const takenBefore = receiver.taken().length;
  const forwarding = async () => {
    await expect.poll(() => receiver.taken().length, PATIENCE).toBeGreaterThan(takenBefore);
    return performance.now() - possible;
  };
  const forwarded = forwarding();
  const again = await codes.sendAgain();
  const times = await Promise.all([codes.rightAgain(possible), people.rightAgain(possible), forwarded]);
  const rotated = await rotation;
  // The one of before comes back under the same load.
  back(leader);
  await patroni.whole();
  const backAt = performance.now();
  await Promise.all([codes.rightAgain(backAt), people.rightAgain(backAt)]);
  await Promise.all([codes.stop(), people.stop(), backups.stop()]);
  process.stdout.write(
    `    a new leader after ${seconds(possible - brokeAt)} s; codes, changes and SIEM right again ${times.map(seconds).join(', ')} s later; ` +
      `${codes.taken.size} signed in, ${codes.failed()} failed; ${people.acknowledged.size} added, ${people.failed()} failed; ` +
      `${again.sent} codes sent again; ${backups.made.length} backups, of which failed: ${backups.made.filter(({ exitCode }) => exitCode !== 0).length}\n`,
  );

  expect(again.takenTwice).toBe(0);
  expect(again.sent).toBeGreaterThan(0);
  expect(codes.refused).toEqual([]);
  expect(await compare(patroni, people)).toEqual({ lost: [], doubled: [] });
  expect(people.lostAtOnce).toEqual([]);
  const after = await signIns(patroni.ask);
  expect(notAsInTheBook(codes, before, after)).toEqual([]);

  expect(rotated?.exitCode).toBe(0);
  for (const { file, exitCode, said, begunAt, endedAt } of backups.made) {
    if (begunAt > possible) expect([exitCode, said]).toEqual([0, '']);
    if (exitCode !== 0) expect(said).toMatch(/^[^\n]+\.$/);
    expect(existsSync(file)).toBe(exitCode === 0 || said.includes(`${file} is whole`));
    if (existsSync(file)) {
      const verified = await gatehouse(['verify-backup', file, '--key-file', keyFile]);
      expect([verified.exitCode, verified.stderr]).toEqual([0, '']);
    }
    // Nobody waited for a leader that didn't come back.
    if (exitCode !== 0) expect(endedAt).toBeLessThan(possible + WITHIN_MS);
  }

  const [head] = await patroni.ask<{ sequence: number }>('select sequence::int from audit_head');
  const sequences = () => {
    const events = receiver.taken().filter(({ message }) => message !== 'audit.checkpoint');
    return [...new Set(events.map(nameOf))].map(Number);
  };
  await expect.poll(() => sequences().at(-1), PATIENCE).toBe(head?.sequence);
  const [first = 0] = sequences();
  const all = Array.from({ length: (head?.sequence ?? 0) - first + 1 }, (_, index) => first + index);
  expect(sequences()).toEqual(all);
  expect(first).toBe(round === 0 ? 1 : sentTo + 1);
  sentTo = head?.sequence ?? 0;
  for (const server of servers) expect(await server.stop()).toBe(0);
  const verified = await gatehouse(['audit', 'verify', ...args]);
  expect([verified.exitCode, verified.stderr]).toEqual([0, '']);
  return Math.max(...times);
}
let sentTo = 0;

const seconds = (ms: number) => (ms / 1000).toFixed(1);

describe.skipIf(!canRun)(
  `S-90, 16: three PostgreSQL under Patroni, the address names all three${canRun ? '' : ` (not here: ${missingForPatroni.join(', ')})`}`,
  { timeout: 400_000 },
  () => {
    beforeAll(async () => {
      // PostgreSQL runs as another user.
      chmodSync(folder, 0o755);
      writeFileSync(caFile, CA);
      writeFileSync(keyFile, `${environment.GATEHOUSE_KEY}\n`, { mode: 0o600 });
      patroni = await createPatroni(join(folder, 'patroni'));
      const url = patroni.url();
      args = ['--database-url', url, '--key-file', keyFile];
      organisation = await found(PEOPLE, { url }, ['--database-url', url]);
      // Before the key is rotated, which binds them anew.
      for (const _ of [0, 1]) challenges.push(await organisation.challenges(SIGN_INS));
    }, 180_000);

    afterAll(async () => {
      await organisation?.close();
      await patroni?.remove();
      rmSync(folder, { recursive: true, force: true });
    }, 60_000);

    it('the leader is killed while backup, rotation and forwarding run: right again, nothing lost, doubled or missing', async () => {
      const ms = await through(
        0,
        (leader) => leader.kill(),
        (was) => was.start(),
      );
      expect(ms).toBeLessThan(WITHIN_MS);
    });

    it('the leader is frozen meanwhile, and comes back', async () => {
      const ms = await through(
        1,
        (leader) => Promise.resolve(leader.freeze()),
        (was) => was.thaw(),
      );
      expect(ms).toBeLessThan(WITHIN_MS);
    });
  },
);
