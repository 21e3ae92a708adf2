import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../../server/cli/run.ts';
import { gatehouse, serve, start } from '../../support/gatehouse.ts';
import { runHere } from '../../support/runHere.ts';
import { INIT } from '../../support/initArgs.ts';

const PASSWORD = 'a river of small lanterns';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const init = (input = PASSWORD, extra: string[] = []) =>
  gatehouse([...INIT, '--data', folder, ...extra], { input: `${input}\n` });

async function signIn(address: string, username: string, password: string): Promise<unknown> {
  const answer = await fetch(`${address}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  return answer.json();
}

describe('how it is called', () => {
  it.each([
    [[]],
    [['dance']],
    [['init', '--organisation', 'X']],
    [['init', '--organisation', 'X', '--admin', 'two words', '--admin-email', 'x@example.org']],
    [['init', '--organisation', 'X', '--admin', 'x', '--admin-email', 'nowhere']],
    // S-107
    [['init', '--organisation', 'X\u200b', '--admin', 'x', '--admin-email', 'x@example.org']],
    [['init', '--organisation', 'X', '--admin', 'x\u200b', '--admin-email', 'x@example.org']],
    [['init', '--organisation', 'X', '--admin', 'x', '--admin-email', 'x\u200b@example.org']],
    [['serve', '--public-url', 'https://x\u200b.example.org']],
    [['serve', '--port', 'many']],
    [['serve', '--tls-cert', 'only.pem']],
    [['sample', '--users', '-3']],
    [['recover', 'ada\u001b[31m']],
    [['audit', 'verify', 'a', 'b']],
  ])('%j is wrong use: exit code 2', async (args) => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const complained = vi.spyOn(console, 'error').mockReturnValue();
    expect(await run(args)).toBe(2);
    expect(said.mock.calls.length + complained.mock.calls.length).toBeGreaterThan(0);
  });

  it.each([
    'dance',
    'dance --help',
    '--help dance',
    'help dance',
    'dance serve --help',
    'audit dance --help',
    'audit help dance',
  ])('%s names no command: one sentence, exit code 2, and no help as if all were well', async (line) => {
    const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const complained = vi.spyOn(console, 'error').mockReturnValue();
    expect(await run(line.split(' '))).toBe(2);
    expect(complained.mock.calls).toEqual([
      [expect.stringMatching(/^There is no command “dance”\. .+ help/)],
    ]);
    expect([...printed.mock.calls, ...said.mock.calls]).toEqual([]);
  });

  it.each(['--help', 'help', 'help serve', 'audit --help', 'audit help verify', 'serve -h'])(
    '%s is help',
    async (line) => {
      const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      expect(await run(line.split(' '))).toBe(0);
      expect(printed).toHaveBeenCalled();
    },
  );

  it.each(['serve', 'init', 'import-users', 'sample', 'recover', 'audit verify'])(
    '%s has help',
    async (name) => {
      const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      expect(await run([...name.split(' '), '--help'])).toBe(0);
      const help = printed.mock.calls.map(([text]) => String(text)).join('');
      expect(help).toContain(`gatehouse ${name}`);
      expect(help).toContain('--data');
    },
  );
});

describe('gatehouse', { timeout: 120_000 }, () => {
  it('10.B2: a host that nothing is known of is told as that, before any question of TLS', async () => {
    for (const given of [
      { args: ['--host', 'banana.invalid'], named: '--host' },
      { env: { GATEHOUSE_HOST: 'banana.invalid' }, named: 'GATEHOUSE_HOST' },
    ]) {
      const told = await runHere(['serve', '--data', join(folder, 'data'), ...(given.args ?? [])], given);
      expect(told).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: `${given.named}: “banana.invalid” is neither an address nor a name for which this machine finds one. Example: 0.0.0.0\n`,
      });
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('S-65: does not serve plain HTTP to the network', async () => {
    const { exitCode, stderr } = await gatehouse(['serve', '--data', folder, '--host', '0.0.0.0']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^.*--tls-cert.*GATEHOUSE_TRUST_PROXY.*\n$/);
  });

  it('makes an organisation once, whose administrator sets up MFA at the first sign-in', async () => {
    const weak = await init('short');
    expect([weak.exitCode, weak.stderr]).toEqual([1, expect.stringMatching(/at least 12 characters/)]);
    expect((await init()).exitCode).toBe(0);
    const again = await init();
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringMatching(/already/)]);

    const server = await serve(['--data', folder]);
    expect(server.printed()).not.toContain('/setup#');
    expect(await signIn(server.address, 'ada', PASSWORD)).toMatchObject({
      outcome: 'setup_required',
      activationRequired: false,
    });
    expect(await server.stop()).toBe(0);
    const verified = await gatehouse(['audit', 'verify'], { env: { GATEHOUSE_DATA: folder } });
    expect([verified.exitCode, verified.stdout]).toEqual([0, expect.stringMatching(/^[1-9]\d* events/)]);
  });

  it('S-64: an empty server prints the link that sets it up', async () => {
    const server = await serve(['--data', folder]);
    const [, address, token] = /(http:\S+)\/setup#([\w-]{43})/.exec(server.printed()) ?? [];
    expect(address).toBe(server.address);
    const answer = await fetch(`${server.address}/api/v1/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        token,
        organisation: 'Northwind',
        username: 'ada',
        name: 'Ada',
        email: 'ada@example.org',
        password: PASSWORD,
      }),
    });
    expect(answer.status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  it('on every address of the machine, the link names one that a browser can open', async () => {
    const listening = ['--data', folder, '--host', '0.0.0.0', '--trust-proxy', '10.0.0.5'];
    const server = await serve(listening);
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(server.printed()).toContain(`${server.address}/setup#`);
    expect(server.printed()).toMatch(/this machine.*another machine.*--public-url \(GATEHOUSE_PUBLIC_URL\)/);
    expect((await fetch(`${server.address}/health/live`)).status).toBe(200);
    await server.stop();

    const named = await serve([...listening, '--public-url', 'https://gatehouse.example']);
    expect(named.printed()).toContain('https://gatehouse.example/setup#');
    expect(named.printed()).not.toContain('--public-url');
    await named.stop();
  });

  it('imports with one password for trials, and lists the rows that it leaves out', async () => {
    await init();
    const file = join(folder, 'people.csv');
    writeFileSync(
      file,
      'username,email,name,department,role,phone,mobile,manager\n' +
        'jo,jo@example.org,Jo,Sales,user,,,ada\nbad,nowhere,Bad,,,,,\n',
    );
    const args = ['import-users', file, '--data', folder];
    const dry = await gatehouse([...args, '--dry-run']);
    expect(dry).toMatchObject({ exitCode: 0, stdout: '1 can be imported, 1 can’t.\n' });
    expect(dry.stderr).toMatch(/^line 3: “nowhere” is not an e-mail address\.\n$/);

    const done = await gatehouse([...args, '--initial-password-stdin'], { input: PASSWORD });
    expect(done).toMatchObject({ exitCode: 0, stdout: '1 imported, 1 left out.\n' });
    // Next month's file: who is there is changed as it says, each change told of, in the language of whoever runs it.
    writeFileSync(file, 'username,email,name,department\njo,jo@example.org,Jo,Finance\nbad,nowhere,Bad,\n');
    const again = await gatehouse([...args, '--language', 'de']);
    expect(again).toMatchObject({
      exitCode: 0,
      stdout: '0 importiert, 1 ausgelassen.\nVon denen, die schon da waren: 1 geändert, 0 unverändert.\n',
    });
    expect(again.stderr).toBe(
      'Zeile 3: „nowhere“ ist keine E-Mail-Adresse.\nZeile 2, ändert: Abteilung: aus „Sales“ wird „Finance“.\n',
    );
    // The same problem of many rows is one, and named fields are left out.
    const people = Array.from({ length: 30 }, (_, n) => `p${n},p${n}@example.org,P,${'D'.repeat(101)}`);
    writeFileSync(file, ['username,email,name,department', ...people].join('\n'));
    const many = await gatehouse([...args, '--dry-run']);
    expect(many.stderr).toMatch(
      /^Department is longer than 100 characters: 30 rows\n(line \d+: .*\n){20}all 30 lines: 2-31\n/,
    );
    const left = await gatehouse([...args, '--dry-run', '--leave-out', 'department']);
    expect(left.stdout).toBe('30 can be imported, 0 can’t.\n');
    const unknown = await gatehouse([...args, '--dry-run', '--leave-out', 'email']);
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      2,
      expect.stringMatching(/Choose from these fields/),
    ]);
    expect((await gatehouse(['import-users', join(folder, 'none.csv'), '--data', folder])).exitCode).toBe(1);

    const server = await serve(['--data', folder]);
    expect(await signIn(server.address, 'jo', PASSWORD)).toMatchObject({ outcome: 'signed_in' });
    await server.stop();
  });

  it.each([[['recover', 'ada']], [['audit', 'verify']]])(
    '%j says of a mistyped folder that nothing is there, and makes none',
    async (args) => {
      const mistyped = join(folder, 'mistyped');
      const answer = await gatehouse([...args, '--data', mistyped]);
      expect(answer.exitCode).toBe(1);
      expect(answer.stderr).toContain(`There is no organisation in the folder ${mistyped}.`);
      expect(existsSync(mistyped)).toBe(false);
    },
  );

  it('verifies no audit log of an organisation that was never made', async () => {
    const answer = await gatehouse(['audit', 'verify', '--data', folder]);
    expect([answer.exitCode, answer.stderr]).toEqual([1, expect.stringMatching(/no organisation/)]);
  });

  it('S-41: recovers an administrator with an activation code', async () => {
    await init();
    expect((await gatehouse(['recover', 'nobody', '--data', folder])).exitCode).toBe(1);
    const unlocked = await gatehouse(['recover', 'ada', '--unlock', '--data', folder]);
    expect([unlocked.exitCode, unlocked.stderr]).toEqual([1, expect.stringMatching(/not locked/)]);
    const recovered = await gatehouse(['recover', 'ada', '--data', folder]);
    expect(recovered.exitCode).toBe(0);
    expect(recovered.stdout).toMatch(/^ {4}([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/m);
    const verified = await gatehouse(['audit', 'verify', '--data', folder]);
    expect(verified.exitCode).toBe(0);
  });

  it('S-51: `audit verify EXPORT` demands the public key that `audit key` prints', async () => {
    await init();
    const key = await gatehouse(['audit', 'key', '--data', folder]);
    expect([key.exitCode, key.stdout]).toEqual([0, expect.stringMatching(/^1:[\w-]{50,}\n$/)]);
    const [exported, keyFile] = [join(folder, 'export.jsonl'), join(folder, 'audit.pub')];
    writeFileSync(exported, '{}\n');
    writeFileSync(keyFile, key.stdout);
    const without = await gatehouse(['audit', 'verify', exported]);
    expect([without.exitCode, without.stderr]).toEqual([2, expect.stringMatching(/--public-key FILE/)]);
    const wrong = await gatehouse(['audit', 'verify', exported, '--public-key', exported]);
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringMatching(/contains no public key/)]);
    const read = await gatehouse(['audit', 'verify', exported, '--public-key', keyFile]);
    expect([read.exitCode, read.stderr]).toEqual([
      1,
      expect.stringMatching(/not an export of the audit log/),
    ]);
  });

  it('10.B2: `audit verify` of what is no export names the file, whatever it is', async () => {
    await init();
    const key = join(folder, 'audit.pub');
    writeFileSync(key, (await runHere(['audit', 'key', '--data', folder])).stdout);
    const garbage = join(folder, 'garbage');
    writeFileSync(garbage, randomBytes(50_000));
    for (const file of [folder, garbage, '/dev/zero', join(folder, 'none'), join(garbage, 'below')]) {
      const told = await runHere(['audit', 'verify', file, '--public-key', key]);
      expect(told).toMatchObject({ exitCode: 1, stdout: '' });
      expect(told.stderr).toMatch(/^[^\n]+\n$/);
      expect(told.stderr).toContain(file);
      expect(told.stderr).not.toMatch(/EISDIR|ENOENT|ENOTDIR/);
    }
  });

  it('10.B2: an address that is taken, or not of this machine, ends the start before anything is made', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const data = join(folder, 'data');
    const taken = await gatehouse(['serve', '--data', data, '--port', String(port)]);
    expect([taken.exitCode, taken.stderr]).toEqual([1, expect.stringMatching(/in use.*--port/)]);
    const sample = await gatehouse(['sample', '--port', String(port)], { env: { TMPDIR: folder } });
    expect([sample.exitCode, sample.stdout]).toEqual([1, '']);
    other.close();
    const foreign = await gatehouse([
      'serve',
      '--data',
      data,
      '--host',
      '192.0.2.7',
      '--trust-proxy',
      '10.0.0.5',
    ]);
    expect([foreign.exitCode, foreign.stderr]).toEqual([1, expect.stringMatching(/192\.0\.2\.7.*--host/)]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('10.B2: a database that does not answer is named by its option, and the process ends', async () => {
    const key = join(folder, 'key');
    await runHere(['keys', 'create', key]);
    const env = {
      GATEHOUSE_DATABASE_URL: 'postgres://me:CANARY@127.0.0.1:1/gatehouse',
      GATEHOUSE_KEY_FILE: key,
    };
    for (const command of [
      ['serve', '--port', '0'],
      ['keys', 'check'],
    ]) {
      const told = await gatehouse(command, { env });
      expect(told.exitCode).toBe(1);
      expect(told.stderr).toMatch(/^.*GATEHOUSE_DATABASE_URL.*\n$/);
      expect(told.stderr).not.toContain('CANARY');
    }
  });

  it('10.B2: a data folder whose database is none is named, and so is what is no file of people', async () => {
    const key = join(folder, 'key');
    await runHere(['keys', 'create', key]);
    writeFileSync(
      join(folder, 'gatehouse.db'),
      'no such thing, but long enough to be read as a database '.repeat(90),
    );
    const broken = await runHere(['serve', '--port', '0', '--data', folder, '--key-file', key]);
    expect([broken.exitCode, broken.stderr]).toEqual([1, expect.stringMatching(/^.*GATEHOUSE_DATA.*\n$/)]);
    const people = await runHere(['import-users', folder, '--data', folder]);
    expect([people.exitCode, people.stderr]).toEqual([
      1,
      `The file ${folder} can’t be read. Name a CSV file that this account may read.\n`,
    ]);
  });

  it('nobody reads on what it prints, as with `| head`: no error is told', async () => {
    const child = start(['serve', '--help']);
    child.stdout?.destroy();
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    await once(child, 'close');
    expect([child.exitCode, stderr]).toEqual([0, '']);
  });

  it('an empty server prints one address, the one that sets it up', async () => {
    const server = await serve(['--data', folder]);
    expect(server.printed().match(/http:\S+/g)).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/setup#\S+$/),
    ]);
    await server.stop();
  });

  it('10.B3: a sample that is ended before it is ready leaves nothing', async () => {
    const child = start(['sample', '--users', '20000', '--port', '0'], { TMPDIR: folder });
    const printed: string[] = [];
    child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    while (readdirSync(folder).length === 0) await setImmediate();
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(printed).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
