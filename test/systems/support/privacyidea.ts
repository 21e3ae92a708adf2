import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, keptFolder, needPrograms, output, startProgram } from './programs.ts';
import type { RealSystem } from './real.ts';

const VERSION = '3.14';
const POLICY = ['tokenlist', 'delete', 'disable', 'auditlog', 'userlist'];

/** privacyIDEA as PyPI has it, in a virtual environment, on SQLite. */
export async function startRealPrivacyIdea(): Promise<RealSystem> {
  needPrograms('python3');
  const kept = keptFolder(`privacyidea-${VERSION}`);
  const bin = (name: string) => join(kept, 'bin', name);
  if (!existsSync(bin('pi-manage')) || !existsSync(bin('gunicorn'))) {
    const why = 'PyPI could not give privacyIDEA';
    await output('python3', ['-m', 'venv', kept], { why });
    await output(bin('pip'), ['install', '-q', `privacyidea==${VERSION}`, 'gunicorn'], { why });
  }
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-privacyidea-'));
  const inFolder = (name: string) => join(folder, name);
  writeFileSync(
    inFolder('users'),
    'joanna:x:1001:1001:Joanna Doe,,,,joanna@example.org:/home/joanna:/bin/sh\n',
  );
  writeFileSync(
    inFolder('pi.cfg'),
    [
      "SUPERUSER_REALM = ['super']",
      `SQLALCHEMY_DATABASE_URI = 'sqlite:///${inFolder('pi.db')}'`,
      "SECRET_KEY = 'of a test'",
      "PI_PEPPER = 'of a test'",
      `PI_ENCFILE = '${inFolder('enckey')}'`,
      `PI_AUDIT_KEY_PRIVATE = '${inFolder('private.pem')}'`,
      `PI_AUDIT_KEY_PUBLIC = '${inFolder('public.pem')}'`,
      `PI_LOGFILE = '${inFolder('pi.log')}'`,
      '',
    ].join('\n'),
  );
  const made = `from privacyidea.app import create_app\napplication = create_app(config_name='production', config_file='${inFolder('pi.cfg')}', silent=True)\n`;
  writeFileSync(inFolder('wsgi.py'), made);
  const env = { PRIVACYIDEA_CONFIGFILE: inFolder('pi.cfg') };
  const manage = (...args: string[]) => output(bin('pi-manage'), args, { env });
  await manage('setup', 'create_enckey');
  await manage('setup', 'create_audit_keys');
  await manage('setup', 'create_tables');
  await manage('admin', 'add', 'boss', '-p', 'boss-password', '-e', 'boss@example.org');
  await manage('admin', 'add', 'gatehouse', '-p', 'gatehouse-password', '-e', 'gatehouse@example.org');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = await startProgram(
    [
      bin('gunicorn'),
      '--chdir',
      folder,
      '-w',
      '1',
      '--threads',
      '4',
      '-b',
      `127.0.0.1:${port}`,
      'wsgi:application',
    ],
    { address: `${url}/`, env },
  );
  const stop = async () => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return await prepared(url, inFolder('users'), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepared(url: string, users: string, stop: () => Promise<void>): Promise<RealSystem> {
  const post = async (path: string, body: unknown, token = '') => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: token },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { result: { value: { token: string } } };
  };
  const signedIn = await post('/auth', { username: 'boss', password: 'boss-password' });
  const { token } = signedIn.result.value;
  const policy = (adminuser: string, action: string) =>
    post(`/policy/${adminuser}`, { scope: 'admin', action, adminuser, active: true }, token);
  await post('/resolver/local', { type: 'passwdresolver', fileName: users }, token);
  await post('/realm/staff', { resolvers: 'local' }, token);
  const app = { type: 'totp', user: 'joanna', realm: 'staff', genkey: 1, description: 'Phone' };
  await post('/token/init', app, token);
  await policy('boss', '*');
  await policy('gatehouse', POLICY.join(', '));
  return {
    kind: 'privacyidea',
    name: `privacyIDEA ${VERSION}`,
    url,
    realm: 'staff',
    clientId: 'gatehouse',
    secret: 'gatehouse-password',
    externalId: 'joanna',
    username: 'joanna',
    email: null,
    rights: {
      name: 'delete',
      take: async () =>
        void (await policy('gatehouse', POLICY.filter((right) => right !== 'delete').join(', '))),
      give: async () => void (await policy('gatehouse', POLICY.join(', '))),
    },
    signIn: null,
    stop,
  };
}
