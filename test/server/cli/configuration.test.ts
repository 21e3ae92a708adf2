import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textFault } from '../../../contract/text.ts';
import { SPECS } from '../../../server/cli/specs.ts';
import type { OptionName, Spec } from '../../../server/cli/specs.ts';
import { variableName } from '../../../server/cli/readOptions.ts';
import { runHere } from '../../support/runHere.ts';
import { oddValues, SECRET } from './oddValues.ts';

let folder = '';
let files = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-config-'));
  files = mkdtempSync(join(tmpdir(), 'gatehouse-files-'));
});
afterEach(() => {
  for (const path of [folder, files]) rmSync(path, { recursive: true, force: true });
});

const NAMES = Object.keys(SPECS) as OptionName[];
const specOf = (name: OptionName): Spec<unknown> => SPECS[name];
const flagOf = (name: OptionName) => specOf(name).flags?.split(' ')[0];

const INIT = { organisation: 'X', admin: 'x', adminEmail: 'x@example.org' };

/** A command that takes the option; what it needs besides is right, and its data would go into `folder`. */
function commandOf(name: OptionName): string[] {
  const place = name === 'data' ? [] : ['--data', join(folder, 'data')];
  if (name in INIT || name === 'adminName') {
    const rest = Object.entries(INIT).filter(([other]) => other !== name);
    return [
      'init',
      ...place,
      ...rest.flatMap(([other, value]) => [flagOf(other as OptionName) ?? '', value]),
    ];
  }
  if (name === 'country') return ['import-users', 'people.csv', ...place];
  if (name === 'users') return ['sample', ...place];
  if (name === 'writeKey') return ['restore', 'x.backup', ...place];
  if (name === 'publicKey') return ['audit', 'verify', 'export.jsonl', ...place];
  return ['serve', '--port', '0', ...(name === 'port' ? ['--host', '127.0.0.1'] : []), ...place];
}

/** What is wrong with how a value was refused; null where all is as it should be. */
async function faultOf(name: OptionName, value: string, by: 'option' | 'variable'): Promise<string | null> {
  const named = by === 'option' ? flagOf(name) : variableName(name);
  const command = commandOf(name).filter(
    (word, at, all) => !(name === 'port' && (word === '--port' || all[at - 1] === '--port')),
  );
  const run =
    by === 'option'
      ? await runHere([...command, `${named}=${value}`])
      : await runHere(command, { env: { [variableName(name)]: value } });
  const { exitCode, stdout, stderr } = run;
  const faults = [
    exitCode === 2 ? '' : `exit ${exitCode}`,
    stdout === '' ? '' : 'printed',
    stderr.startsWith(`${named}: `) || stderr.startsWith(`${flagOf(name)} (${variableName(name)}): `)
      ? ''
      : 'not named',
    /\n {4}at |node:|ERR_|Invalid URL/.test(stderr) ? 'raw' : '',
    stderr.includes(SECRET) ? 'shows a password' : '',
    textFault(stderr, 'text') === null ? '' : 'shows a control',
    specOf(name).example !== undefined && !/Example: |Name a folder/.test(stderr) ? 'no example' : '',
    readdirSync(folder).length === 0 ? '' : `left ${readdirSync(folder).join()}`,
  ].filter((fault) => fault !== '');
  return faults.length === 0 ? null : `${by} ${JSON.stringify(value)}: ${faults.join(', ')}: ${stderr}`;
}

describe('S-118: a value that can’t be right ends the start with its name, and nothing is made', () => {
  it.each(NAMES)('%s, of twenty odd ones', async (name) => {
    const values = oddValues(files)[name];
    expect(values.length).toBeGreaterThanOrEqual(20);
    const ways = [
      ...(specOf(name).flags === undefined ? [] : (['option'] as const)),
      ...(specOf(name).variable === false ? [] : (['variable'] as const)),
    ];
    const faults: (string | null)[] = [];
    for (const way of ways) {
      const given = way === 'option' ? ['', ...values] : values.filter((value) => !value.includes('\0'));
      for (const value of given) faults.push(await faultOf(name, value, way));
    }
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  it('all that is wrong is told at once, a line each', async () => {
    const run = await runHere(['serve', '--data', join(folder, 'data'), '--host', 'a..b'], {
      env: { GATEHOUSE_SMTP_URL: 'mail.example', GATEHOUSE_PORT: 'many', GATEHOUSE_LOG_LEVEL: 'no' },
    });
    expect(run.exitCode).toBe(2);
    expect(run.stderr.split('\n').map((line) => line.split(':')[0])).toEqual([
      'GATEHOUSE_LOG_LEVEL',
      '--host',
      'GATEHOUSE_PORT',
      'GATEHOUSE_SMTP_URL',
      '',
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<[OptionName, string[]]>([
    ['host', ['localhost', '::1']],
    ['publicUrl', ['https://[::1]:8443', 'https://münchen.example/', 'https://a_b.example.']],
    ['smtpUrl', ['SMTPS://mail.example', 'smtp://u%40x:p%3Aw@[::1]:25/?requireTLS=true']],
    ['trustProxy', ['loopback, 10.0.0.0/8,::ffff:10.0.0.1,fd00::/8,']],
    ['checkpointTo', ['syslog://127.0.0.1:9']],
    ['mailFrom', ["o'neil+ä@b"]],
    ['data', ['ünïcode/a b/c']],
  ])('a value of %s that is right, however odd, starts, and nothing answers 5xx', async (name, values) => {
    for (const [at, value] of values.entries()) {
      const data = name === 'data' ? join(folder, value) : join(folder, String(at));
      const asked: number[] = [];
      const run = await runHere(['serve', '--port', '0', '--data', data], {
        env: name === 'data' ? {} : { [variableName(name)]: value, GATEHOUSE_DATABASE_URL: '' },
        async whenReady(address) {
          for (const [path, host] of REQUESTS) asked.push(await statusOf(address, path, host));
        },
      });
      expect({ value, ...run }).toMatchObject({ value, exitCode: 0, stderr: '' });
      expect({ value, asked: asked.filter((status) => status >= 500 || status === 0) }).toEqual({
        value,
        asked: [],
      });
      expect(asked).toHaveLength(REQUESTS.length);
    }
  });
});

const REQUESTS: [string, string][] = [
  ['/health/ready', 'localhost'],
  ['/api/v1/settings', 'localhost'],
  ['/api/v1/me', 'gatehouse.example'],
  ['/api/v1/me', 'elsewhere.example'],
];

function statusOf(address: string, path: string, host: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  request(`${address}${path}`, { headers: { host } }, (answer) => {
    answer.resume();
    resolve(answer.statusCode ?? 0);
  })
    .once('error', reject)
    .end();
  return promise;
}
