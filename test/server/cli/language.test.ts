import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runHere } from '../../support/runHere.ts';

/** The environment of whoever runs the tests says nothing here. */
const NEUTRAL = { LC_ALL: '', LC_MESSAGES: '', LANG: '' };

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'gatehouse-language-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const ENGLISH = 'There is no key there yet, and no database. A server creates both when it first starts.\n';
const GERMAN =
  'Dort gibt es noch keinen Schlüssel und keine Datenbank. Ein Server legt beides beim ersten Start an.\n';

async function say(env: Record<string, string>, ...more: string[]) {
  const data = ['--data', folder()];
  return runHere(['keys', 'check', ...data, ...more], { env: { ...NEUTRAL, ...env } });
}

it.each([
  [{ LANG: 'de_DE.UTF-8' }, GERMAN],
  [{ LANG: 'de' }, GERMAN],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'de_AT.UTF-8@euro' }, GERMAN],
  [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'de_DE', LC_ALL: 'C.UTF-8' }, ENGLISH],
  [{ LANG: 'C' }, ENGLISH],
  [{ LANG: 'POSIX' }, ENGLISH],
  [{ LANG: 'tlh_KL.UTF-8' }, ENGLISH],
  [{}, ENGLISH],
])('a command speaks as the environment %j says', async (env, sentence) => {
  expect(await say(env)).toEqual({ exitCode: 1, stdout: '', stderr: sentence });
});

it('--language goes before the environment, wherever it stands', async () => {
  expect((await say({ LANG: 'en_GB' }, '--language', 'de')).stderr).toBe(GERMAN);
  expect((await say({ LANG: 'de_DE' }, '--language=en')).stderr).toBe(ENGLISH);
  const first = await runHere(['--language', 'de', 'keys', 'check', '--data', folder()], { env: NEUTRAL });
  expect(first.stderr).toBe(GERMAN);
});

it('a language that there is none of is refused in one sentence, as wrong use', async () => {
  expect(await say({}, '--language', 'tlh')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: '--language: “tlh” is not available. Available: en, de.\n',
  });
  expect((await say({ LANG: 'de_DE' }, '--language')).stderr).toBe(
    '--language: Die Sprache „“ gibt es hier nicht; es gibt en, de.\n',
  );
});

it('what is made, and what is refused by it, is said in German; the key file and the log are the same', async () => {
  const data = folder();
  const env = { ...NEUTRAL, LANG: 'de_DE.UTF-8' };
  const init = [
    'init',
    '--data',
    data,
    '--organisation',
    'Fjord',
    '--admin',
    'ada',
    '--admin-email',
    'ada@example.org',
  ];
  const made = await runHere(init, { env, input: 'correct-horse-battery-staple' });
  expect([made.exitCode, made.stdout]).toEqual([
    0,
    'Fjord ist bereit. Melden Sie sich als ada an und richten Sie sofort die Multi-Faktor-Authentifizierung ein.\n',
  ]);
  const again = await runHere(init, { env, input: 'correct-horse-battery-staple' });
  expect(again.stderr).toBe('Dieser Server hat schon seine Organisation.\n');
  const verified = await runHere(['audit', 'verify', '--data', data], { env });
  expect(verified.stdout).toMatch(/^\d+ Ereignisse, alle in Ordnung\.\n/);
  const key = await runHere(['audit', 'key', '--data', data], { env });
  expect(key.stdout).toMatch(/^1:[\w-]+\n$/);
});

it('the line that programs wait for is the same in every language', async () => {
  const env = { ...NEUTRAL, LANG: 'de_DE.UTF-8' };
  const served = await runHere(['serve', '--data', folder(), '--port', '0'], { env });
  expect(served.stdout).toMatch(
    /^Dieser Server hat noch keine Organisation\..*\nGatehouse is ready at http:/,
  );
});

it('what is wrong with options is said in German, each in its line, with exit code 2', async () => {
  const env = { ...NEUTRAL, LANG: 'de_DE.UTF-8' };
  const options = ['--port', '99999', '--smtp-url', 'smtp://', '--database-url', 'mysql://x'];
  expect(await runHere(['serve', '--data', folder(), ...options], { env })).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: [
      '--database-url: Die Adresse der Datenbank ist nicht verwendbar. Sie muss mit postgres:// beginnen. Beispiel: postgres://gatehouse:password@db.example.org:5432/gatehouse',
      '--port: Ein Port ist eine Zahl von 0 bis 65535. Beispiel: 8470',
      '--smtp-url: Die Adresse nennt keinen Host. Beispiel: smtps://user:password@mail.example.org:465',
      '',
    ].join('\n'),
  });
});

it('help is said in German, with its headings', async () => {
  const help = await runHere(['keys', 'check', '--help', '--language', 'de'], { env: NEUTRAL });
  expect(help.exitCode).toBe(0);
  expect(help.stdout).toMatch(/^Aufruf: gatehouse keys check \[options\]\n/);
  expect(help.stdout.replaceAll(/\s+/g, ' ')).toContain('Ordner der Datenbank und des Schlüssels');
  expect(help.stdout).toContain('\nOptionen:\n');
  expect(help.stdout).toContain('\nNur als Variable:\n');
});

it('what is wrong with the key is said in German, also inside an option', async () => {
  const env = { ...NEUTRAL, LANG: 'de_DE.UTF-8' };
  const none = await runHere(['serve', '--port', '0', '--database-url', 'postgres://127.0.0.1/x'], { env });
  expect([none.exitCode, none.stderr]).toEqual([
    2,
    'Mit PostgreSQL muss der Schlüssel angegeben sein, weil alle Server einer Datenbank denselben brauchen: --key-file DATEI (GATEHOUSE_KEY_FILE) oder der Schlüssel selbst in GATEHOUSE_KEY. `gatehouse keys create DATEI` legt einen an.\n',
  ]);
  const odd = await runHere(['keys', 'check', '--data', folder()], { env: { ...env, GATEHOUSE_KEY: '1:x' } });
  expect([odd.exitCode, odd.stderr]).toEqual([
    2,
    'GATEHOUSE_KEY: Der Schlüssel ist nicht verwendbar. Ein Schlüssel sieht aus wie 1:… mit 43 Zeichen base64url.\n',
  ]);
  const file = join(folder(), 'key');
  await runHere(['keys', 'create', file], { env });
  const found = await runHere(['keys', 'check', '--data', folder(), '--key-file', file], { env });
  expect(found.stdout).toMatch(/^Der Schlüssel kommt aus der Datei .*\/key, Fingerabdruck /);
});

it.each([
  [
    ['serve', '--prot', '1'],
    "error: unknown option '--prot'\n(Did you mean --port?)",
    "Fehler: Eine Option '--prot' gibt es nicht.\n(Meinten Sie --port?)",
  ],
  [
    ['serve', '--port'],
    "error: option '--port <port>' argument missing",
    "Fehler: Bei '--port <port>' fehlt der Wert.",
  ],
  [['recover'], "error: missing required argument 'username'", "Fehler: Das Argument 'username' fehlt."],
  [
    ['init'],
    "error: required option '--organisation <name>' not specified",
    "Fehler: Die Angabe '--organisation <name>' fehlt.",
  ],
  [
    ['serve', 'a', 'b'],
    "error: too many arguments for 'serve'. Expected 0 arguments but got 2: a, b.",
    "Fehler: zu viele Argumente für 'serve'. Keines wird erwartet, angegeben sind 2: a, b.",
  ],
])(
  'the command line %j is refused in English and in German, with exit code 2',
  async (args, english, german) => {
    const inEnglish = await runHere(args, { env: NEUTRAL });
    expect(inEnglish).toMatchObject({
      exitCode: 2,
      stderr: `${english}\n\`gatehouse help COMMAND\` shows how to use it.\n`,
    });
    const inGerman = await runHere(args, { env: { ...NEUTRAL, LANG: 'de_DE' } });
    expect(inGerman).toMatchObject({
      exitCode: 2,
      stderr: `${german}\n\`gatehouse help BEFEHL\` zeigt, wie er verwendet wird.\n`,
    });
  },
);
