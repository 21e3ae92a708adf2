import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintsOf } from '../../../server/crypto/fingerprint.ts';
import { parseKeyring } from '../../../server/crypto/keyring.ts';
import { readConfigFile } from '../../../server/cli/configFile.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { start } from '../../support/gatehouse.ts';
import { runHere } from '../../support/runHere.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-toml-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}
const KEY = `1:${Buffer.alloc(32, 3).toString('base64url')}\n`;
const FINGERPRINT = fingerprintsOf(parseKeyring(KEY));

interface Said {
  file: string | null;
  options: { name: string; value: string | null; from: string; by: string | null }[];
}
async function inForce(args: string[], env: Record<string, string> = {}): Promise<Said> {
  const run = await runHere(['config', '--json', ...args], { env });
  expect([run.exitCode, run.stderr]).toEqual([0, '']);
  return JSON.parse(run.stdout) as Said;
}
const one = (said: Said, name: string) => said.options.find((option) => option.name === name);

describe('the configuration file', () => {
  it('says what the command line and the environment leave open; `config` says from where, and shows no secret', async () => {
    const config = file(
      'g.toml',
      [
        `data = "${join(folder, 'data')}"`,
        'port = 1234',
        'host = "127.0.0.2"',
        'trust_proxy = ["10.0.0.5", "192.168.7.0/24"]',
        'smtp_url = "smtps://me:hunter2@mail.example.org"',
        'mail_from = "from@file.example"',
      ].join('\n'),
    );
    const said = await inForce(['--config', config, '--port', '2345'], {
      GATEHOUSE_HOST: '127.0.0.3',
      GATEHOUSE_PORT: '3456',
      GATEHOUSE_KEY: KEY,
    });
    expect(said.file).toBe(config);
    expect(
      ['port', 'host', 'trust_proxy', 'smtp_url', 'key', 'log_level'].map((name) => one(said, name)),
    ).toEqual([
      { name: 'port', value: '2345', from: 'command line', by: '--port' },
      { name: 'host', value: '127.0.0.3', from: 'environment', by: 'GATEHOUSE_HOST' },
      { name: 'trust_proxy', value: '10.0.0.5,192.168.7.0/24', from: 'file', by: 'trust_proxy' },
      { name: 'smtp_url', value: 'smtps://me:…@mail.example.org', from: 'file', by: 'smtp_url' },
      { name: 'key', value: '…', from: 'environment', by: 'GATEHOUSE_KEY' },
      { name: 'log_level', value: 'info', from: 'default', by: null },
    ]);
    const read = await runHere(['config'], { env: { GATEHOUSE_CONFIG: config } });
    expect([read.exitCode, read.stdout]).toEqual([
      0,
      expect.stringMatching(/^mail_from +from@file\.example {2}\(mail_from\)$/m),
    ]);
    expect(read.stdout).not.toContain('hunter2');
    expect(readdirSync(folder)).toEqual(['g.toml']);
  });

  it.each([
    ['smpt_url = "x"', /^smpt_url \(.*g\.toml\): there is no such setting\. Did you mean smtp_url\?\n$/],
    ['banana = 1', /^banana \(.*g\.toml\): there is no such setting\. `gatehouse config`/],
    ['key = "1:x"', /^key \(.*\): there is no such setting\./],
    ['organisation = "X"', /^organisation \(.*\): there is no such setting/],
    ['port = 1.5', /^port \(.*\): it has to be a text in quotes, a whole number/],
    ['[smtp]\nurl = "x"', /^smtp \(.*\): there is no such setting/],
    ['port = 99999999', /^port: .*Example: 8470\n$/],
    ['smtp_url = "smtps://me:hunter2@@"', /^smtp_url: .*Example: /],
    ['smtp_url = "hunter2\n', /line 1, column \d+: this is not TOML/],
  ])('%j ends the start with its name, and nothing is made', async (text, said) => {
    const config = file('g.toml', `${text}\n`);
    const run = await runHere(
      ['serve', '--port', '0', '--data', join(folder, 'data'), '--config', config].filter(
        (word, at, all) => !(text.startsWith('port') && (word === '--port' || all[at - 1] === '--port')),
      ),
    );
    expect([run.exitCode, run.stderr]).toEqual([2, expect.stringMatching(said)]);
    expect(run.stderr).not.toContain('hunter2');
    expect(readdirSync(folder)).toEqual(['g.toml']);
  });

  it('that others can read may hold no secret, and one that is named has to be there', async () => {
    const open = file('g.toml', 'database_url = "postgres://me:hunter2@db/x"\n', 0o644);
    const run = await runHere(['keys', 'check', '--config', open]);
    expect([run.exitCode, run.stderr]).toEqual([
      2,
      expect.stringMatching(/can be read by others\. Run: chmod 600/),
    ]);
    const missing = await runHere(['keys', 'check', `--config=${join(folder, 'none')}`]);
    expect([missing.exitCode, missing.stderr]).toEqual([
      2,
      expect.stringMatching(/none can’t be read \(ENOENT\)/),
    ]);
  });

  it('a secret may lie in a file of its own, by variable and by key, but not in two places of one kind', async () => {
    const secret = file('smtp', 'smtps://me:hunter2@mail.example.org\n');
    const config = file('g.toml', `smtp_url_file = "${secret}"\n`);
    expect(one(await inForce(['--config', config]), 'smtp_url')).toEqual({
      name: 'smtp_url',
      value: 'smtps://me:…@mail.example.org',
      from: 'file',
      by: 'smtp_url_file',
    });
    const env = { GATEHOUSE_SMTP_URL_FILE: secret };
    expect(one(await inForce([], env), 'smtp_url')?.by).toBe('GATEHOUSE_SMTP_URL_FILE');
    const twice = await runHere(['config'], {
      env: { ...env, GATEHOUSE_SMTP_URL: 'smtp://mail.example.org' },
    });
    expect([twice.exitCode, twice.stderr]).toEqual([
      2,
      expect.stringMatching(/set twice.*GATEHOUSE_SMTP_URL_FILE/),
    ]);
    const none = await runHere(['config'], { env: { GATEHOUSE_SMTP_URL_FILE: join(folder, 'none') } });
    expect([none.exitCode, none.stderr]).toEqual([2, expect.stringMatching(/^GATEHOUSE_SMTP_URL_FILE: /)]);
  });

  it('the example in resources/ is one', () => {
    const example = join(import.meta.dirname, '..', '..', '..', 'resources', 'gatehouse.toml');
    const lines = readFileSync(example, 'utf8').split('\n');
    // What is commented out there is right, too.
    const all = file('all.toml', lines.map((line) => line.replace(/^# (?=[a-z_]+ = )/, '')).join('\n'));
    expect(readConfigFile(example)?.texts.size).toBeGreaterThan(5);
    expect(readConfigFile(all)?.texts.size).toBe(
      lines.filter((line) => /^(# )?[a-z_]+ = /.test(line)).length,
    );
  });
});

describe('the key', () => {
  it('comes from a command, from a file in the configuration, or from systemd', async () => {
    const path = file('gatehouse.key', KEY);
    const check = async (args: string[], env: Record<string, string> = {}) => {
      const run = await runHere(['keys', 'check', '--data', join(folder, 'none'), ...args], { env });
      return run.stdout;
    };
    expect(await check(['--key-command', `cat ${path}`])).toBe(
      `The key comes from the command of --key-command, fingerprint ${FINGERPRINT}.\n`,
    );
    const config = file('g.toml', `key_command = "cat ${path}"\n`);
    expect(await check(['--config', config])).toContain(FINGERPRINT);
    expect(await check([], { CREDENTIALS_DIRECTORY: folder })).toContain(FINGERPRINT);
    const both = await runHere(['keys', 'check', '--key-file', path], {
      env: { GATEHOUSE_KEY_COMMAND: `cat ${path}` },
    });
    expect([both.exitCode, both.stderr]).toEqual([
      2,
      expect.stringMatching(/given twice, by --key-file .* and by --key-command/),
    ]);
  });

  it('of a command that prints too much or fails is none, and nothing of what it printed is shown', async () => {
    for (const [command, why] of [
      ['yes hunter2', /65536 bytes/],
      ['echo hunter2; exit 7', /exit code 7/],
      ['echo hunter2', /A key must look like/],
    ] as const) {
      const run = await runHere(['keys', 'check', '--key-command', command]);
      expect([run.exitCode, run.stderr]).toEqual([2, expect.stringMatching(why)]);
      expect(run.stderr).not.toContain('hunter2');
    }
  });
});

describe('SIGHUP', () => {
  it('reads the certificate again; one that can’t be used is told, and the one of before stays', async () => {
    const [before, after] = [makeCertificate('localhost'), makeCertificate('localhost')];
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'cert-key.pem')];
    const put = (made: { cert: string; key: string }) => {
      writeFileSync(cert, made.cert);
      writeFileSync(key, made.key);
    };
    put(before);
    const child = start([
      'serve',
      '--port',
      '0',
      '--data',
      join(folder, 'data'),
      '--tls-cert',
      cert,
      '--tls-key',
      key,
    ]);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await expect.poll(() => printed).toMatch(/ready at https:\/\/127\.0\.0\.1:\d+/);
    const port = Number(/ready at https:\/\/127\.0\.0\.1:(\d+)/.exec(printed)?.[1]);
    const shown = async () => {
      const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
      await once(socket, 'secureConnect');
      const { fingerprint256 } = socket.getPeerCertificate();
      socket.destroy();
      return fingerprint256;
    };
    const first = await shown();
    writeFileSync(cert, 'nothing');
    child.kill('SIGHUP');
    await expect.poll(() => said).toMatch(/contains no certificate/);
    expect(await shown()).toBe(first);
    put(after);
    child.kill('SIGHUP');
    await expect.poll(() => said).toMatch(/certificate was read again/);
    expect(await shown()).not.toBe(first);
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(child.exitCode).toBe(0);
  });
});
