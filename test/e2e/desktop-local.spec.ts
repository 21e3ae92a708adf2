/** "On this computer": the bundled server in its utility process, with its own data and key. */
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { DesktopState } from '../../contract/ipc.ts';
import { ask, emptyFolder, launch, type Desktop } from './support/desktop.ts';

const ADMIN = {
  organisation: 'Northwind',
  username: 'mia',
  name: 'Mia Berg',
  email: 'mia@example.org',
  password: 'quiet harbour 1974 lantern',
};

const userData = emptyFolder();
let desktop: Desktop;
let secret: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  desktop = await launch(userData);
});
test.afterAll(async () => {
  await desktop.app.close();
  rmSync(userData, { recursive: true, force: true });
});

const call = async <T>(operation: string, input: unknown = {}) => {
  const answer = await ask(desktop.page, 'call', operation, input);
  expect(answer, operation).toMatchObject({ ok: true });
  return answer.data as T;
};
const state = async () => (await ask(desktop.page, 'desktop', 'state')).data as DesktopState;
const ready = () => expect.poll(async () => (await state()).localServer.state).toBe('ready');

/** RFC 6238 with the defaults of every authenticator app; `ahead` in time steps. */
function codeOf(base32: string, ahead = 0): string {
  const bits = [...base32]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('starts by itself, and S-64: set-up needs no token from the person', async () => {
  await ask(desktop.page, 'desktop', 'chooseLocal');
  expect(await call('setup.state')).toMatchObject({ state: 'empty' });
  const { challenge } = await call<{ challenge: string }>('setup.createOrganisation', ADMIN);
  const enrolment = await call<{ enrolmentId: string; secret: string }>('signIn.beginEnrolment', {
    challenge,
  });
  secret = enrolment.secret;
  await call('signIn.confirmEnrolment', {
    challenge,
    enrolmentId: enrolment.enrolmentId,
    code: codeOf(secret),
  });
  expect(await call('me.get')).toMatchObject({
    user: { username: 'mia' },
    organisation: { kind: 'local' },
    mfa: { state: 'on' },
  });
});

test('S-80: the key lies outside the database: in the keychain, or in a private file and the person is told', async () => {
  const files = readdirSync(join(userData, 'keys'));
  const { warnings } = await state();
  if (files.includes('local.sealed')) {
    expect([files, warnings]).toEqual([['local.sealed'], []]);
  } else {
    expect(files).toEqual(['local']);
    expect(statSync(join(userData, 'keys', 'local')).mode & 0o777).toBe(0o600);
    expect(warnings).toEqual([expect.stringContaining('no keychain')]);
  }
  expect(readdirSync(join(userData, 'local')).filter((name) => /key/i.test(name))).toEqual([]);
});

test('S-72: no token lies on the disk in the open', async () => {
  const settings = JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8')) as {
    sealedTokens: Record<string, string>;
  };
  const sealed = Object.keys(settings.sealedTokens);
  expect(sealed).toEqual((await state()).warnings.length > 0 ? [] : ['local']);
});

test('comes back by itself when it dies, with the session that was', async () => {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const own = new RegExp(
    `^\\s*(\\d+)\\s+${desktop.app.process().pid ?? 0}\\s.*(utility\\.js|NodeService)`,
    'm',
  ).exec(processes);
  process.kill(Number(own?.[1]), 'SIGKILL');
  await expect.poll(async () => (await state()).localServer.message).toContain('starting again');
  await ready();
  expect(await call('me.get')).toMatchObject({ user: { username: 'mia' } });
});

test('is there after a restart: its profile, its place, its key', async () => {
  await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1000, height: 700 }),
  );
  await desktop.app.close();
  expect(existsSync(join(userData, 'local', 'gatehouse.db'))).toBe(true);

  desktop = await launch(userData);
  const bounds = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  );
  expect(bounds).toEqual({ x: 40, y: 30, width: 1000, height: 700 });
  expect(await state()).toMatchObject({ activeProfileId: 'local' });
  const { challenge } = await call<{ challenge: string }>('signIn.start', {
    username: ADMIN.username,
    password: ADMIN.password,
  });
  // The key opens what was sealed before, or the code could not be right.
  expect(await call('signIn.verify', { challenge, code: codeOf(secret, 1) })).toMatchObject({
    outcome: 'signed_in',
  });
});
