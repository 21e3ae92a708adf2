import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { foundAndSignIn } from '../../operators/support/book.ts';
import { gatehouse, serve } from '../../support/gatehouse.ts';
import type { Serving } from '../../support/gatehouse.ts';
import { callServer } from '../../support/httpClient.ts';
import { nth } from '../../support/nth.ts';

const WAIT = { timeout: 30_000, interval: 200 };
const MEGABYTE = 1024 * 1024;

/** A disk of its own, where this machine lets us make one. */
function smallDisk(folder: string, megabytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const unmount = (folder: string) => void execFileSync('umount', ['-l', folder]);

const probe = mkdtempSync(join(tmpdir(), 'gatehouse-disk-'));
const canMount = smallDisk(probe, 1);
if (canMount) unmount(probe);
rmSync(probe, { recursive: true });

function folderFor(what: string): string {
  const folder = mkdtempSync(join(tmpdir(), `gatehouse-${what}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function organisation(args: string[]): Promise<{ server: Serving; token: string }> {
  const started = Promise.withResolvers<Serving>();
  const token = await foundAndSignIn(args, {}, async () => {
    started.resolve(await serve([...args, '--address-limit', '100000']));
    return (await started.promise).address;
  });
  const server = await started.promise;
  onTestFinished(() => server.kill());
  return { server, token };
}

async function ready({ address }: Serving): Promise<[status: number, detail: string]> {
  const answer = await fetch(`${address}/health/ready`);
  const body = (await answer.json()) as { detail?: string };
  return [answer.status, body.detail ?? ''];
}

let people = 0;
async function addSomebody({ address }: Serving, token: string) {
  const username = nth('person', (people += 1));
  const person = { username, name: username, email: `${username}@example.org` };
  return { username, ...(await callServer(address, 'users.create', person, token)) };
}

/** Through a fault: refused with that sentence, told of, not lost, and well again by itself. Answers how the server ended. */
async function through(
  { server, token, args }: { server: Serving; token: string; args: string[] },
  { sentence, begin, end }: { sentence: string; begin: () => void; end: () => void },
): Promise<number | null> {
  const made = new Set([(await addSomebody(server, token)).username]);
  begin();
  await expect
    .poll(async () => {
      const answer = await addSomebody(server, token);
      if (answer.status === 200) made.add(answer.username);
      return answer.status;
    }, WAIT)
    .toBe(503);
  const refused = await addSomebody(server, token);
  expect([refused.status, refused.problem.code]).toEqual([503, 'unavailable']);
  expect(refused.problem.detail.startsWith(sentence)).toBe(true);
  const [status, detail] = await ready(server);
  expect([status, detail.startsWith(sentence)]).toEqual([503, true]);
  const me = await callServer(server.address, 'me.get', {}, token);
  expect([me.status, me.body.trouble]).toEqual([200, sentence]);
  expect((await callServer(server.address, 'users.list', { limit: 100 }, token)).status).toBe(200);

  end();
  await expect.poll(async () => (await ready(server))[0], WAIT).toBe(200);
  const added = await addSomebody(server, token);
  expect(added.status).toBe(200);
  made.add(added.username);
  expect((await callServer(server.address, 'me.get', {}, token)).body.trouble).toBeUndefined();
  const { body } = await callServer(server.address, 'users.list', { limit: 100 }, token);
  expect(new Set(body.items.map(({ username }) => username))).toEqual(new Set([...made, 'ada']));
  expect((await gatehouse(['audit', 'verify', ...args])).exitCode).toBe(0);
  return server.stop();
}

it.skipIf(!canMount)(
  `S-91 a full disk, of a server that runs${canMount ? '' : ' (no disk can be mounted here)'}`,
  { timeout: 120_000 },
  async () => {
    const folder = folderFor('full');
    smallDisk(folder, 24);
    onTestFinished(() => unmount(folder));
    const args = ['--data', join(folder, 'data')];
    const ballast = join(folder, 'ballast');
    const ended = await through(
      { ...(await organisation(args)), args },
      {
        sentence: 'The disk of the database is full, so nothing can be saved.',
        begin() {
          try {
            for (;;) writeFileSync(ballast, Buffer.alloc(MEGABYTE / 16), { flag: 'a' });
          } catch (error) {
            expect(error).toMatchObject({ code: 'ENOSPC' });
          }
        },
        end: () => rmSync(ballast),
      },
    );
    expect(ended).toBe(0);
  },
);

it('S-91 a disk that fails at every write, of a server that runs', { timeout: 120_000 }, async () => {
  const args = ['--data', folderFor('failing')];
  const { server, token } = await organisation(args);
  // No file may become longer, nor be written where it has bytes already.
  const limit = (bytes: string) =>
    execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}:unlimited`]);
  const ended = await through(
    { server, token, args },
    {
      sentence: 'The disk of the database reports errors, so nothing can be saved.',
      begin: () => limit('1'),
      end: () => limit('unlimited'),
    },
  );
  expect(ended).toBe(0);
});
