import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatehouse, serve } from '../support/gatehouse.ts';
import type { Serving } from '../support/gatehouse.ts';
import { callServer } from '../support/httpClient.ts';
import { foundAndSignIn } from './support/book.ts';
import { createCluster, ownFolder } from './support/cluster.ts';
import type { Cluster } from './support/cluster.ts';

const FULL = 'The disk of the database is full, so nothing can be saved.';
const WAIT = { timeout: 40_000, interval: 200 };

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-full-'));
const disk = join(folder, 'disk');
const ballast = join(disk, 'ballast');

/** A disk of its own of 60 MB, where this machine lets us make one. */
function mounted(): boolean {
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const canMount = mounted();

function fill(): void {
  for (const size of [1_048_576, 4096]) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }
}

describe.skipIf(!canMount)(
  `S-91 PostgreSQL's tablespace is full, on a disk of its own${canMount ? '' : ' (no disk can be mounted here)'}`,
  { timeout: 180_000 },
  () => {
    let cluster: Cluster;
    let server: Serving;
    let token = '';
    let args: string[] = [];
    let people = 0;
    const made = new Set(['ada']);

    beforeAll(async () => {
      // PostgreSQL runs as another user.
      chmodSync(folder, 0o755);
      cluster = await createCluster(join(folder, 'cluster'));
      ownFolder(join(disk, 'space'));
      await cluster.ask(`create tablespace small location '${join(disk, 'space')}'`);
      await cluster.ask('alter database gatehouse set tablespace small');
      const keyFile = join(folder, 'key');
      await gatehouse(['keys', 'create', keyFile]);
      args = ['--database-url', cluster.url(), '--key-file', keyFile];
      token = await foundAndSignIn(args, {}, async () => {
        server = await serve([...args, '--address-limit', '100000']);
        return server.address;
      });
    }, 120_000);

    afterAll(async () => {
      await server.stop();
      cluster.remove();
      execFileSync('umount', ['-l', disk]);
      rmSync(folder, { recursive: true, force: true });
    }, 60_000);

    async function addSomebody() {
      const username = `full${(people += 1)}`;
      const person = { username, name: username, email: `${username}@example.org` };
      const answer = await callServer(server.address, 'users.create', person, token);
      if (answer.status === 200) made.add(username);
      return answer;
    }
    async function ready(): Promise<{ status: number; detail: string }> {
      const answer = await fetch(`${server.address}/health/ready`);
      const body = (await answer.json()) as { detail?: string };
      return { status: answer.status, detail: body.detail ?? '' };
    }
    const trouble = async () => (await callServer(server.address, 'me.get', {}, token)).body.trouble;

    it('what is saved is refused with one sentence, and people can read', async () => {
      expect((await addSomebody()).status).toBe(200);
      fill();
      await expect.poll(async () => (await addSomebody()).status, WAIT).toBe(503);
      const refused = await addSomebody();
      expect([refused.status, refused.problem.code]).toEqual([503, 'unavailable']);
      expect(refused.problem.detail.startsWith(FULL)).toBe(true);
      expect((await callServer(server.address, 'users.list', { limit: 100 }, token)).status).toBe(200);
    });

    it('and it stays not ready, also where what it has room for could still be written', async () => {
      expect(await trouble()).toBe(FULL);
      const until = performance.now() + 10_000;
      await expect
        .poll(
          async () => {
            const { status, detail } = await ready();
            expect([status, detail.startsWith(FULL)]).toEqual([503, true]);
            return performance.now() > until;
          },
          { timeout: 20_000, interval: 300 },
        )
        .toBe(true);
      expect(await trouble()).toBe(FULL);
    });

    it('with room again it goes on by itself, and nothing acknowledged is lost', async () => {
      rmSync(ballast);
      await expect.poll(async () => (await ready()).status, WAIT).toBe(200);
      expect((await addSomebody()).status).toBe(200);
      expect(await trouble()).toBeUndefined();
      const { body } = await callServer(server.address, 'users.list', { limit: 200 }, token);
      expect(new Set(body.items.map(({ username }) => username))).toEqual(made);
      expect((await gatehouse(['audit', 'verify', ...args])).exitCode).toBe(0);
    });
  },
);
