import { createPrivateKey } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../support/certificate.ts';
import { gatehouse, serve } from '../../support/gatehouse.ts';
import { joinTls, readCertificateFile, readTlsKeyFile } from '../../../server/cli/tlsFiles.ts';

const own = makeCertificate('gatehouse.example');
const other = makeCertificate('other.example');
const protectedKey = (type: 'pkcs8' | 'sec1') =>
  createPrivateKey(own.key)
    .export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'a passphrase' })
    .toString();
const damaged = (pem: string) => pem.replace(/\n[\w+/]{20}/, '\nAAAAAAAAAAAAAAAAAAAA');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-tls-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function files(cert: string, key: string) {
  const paths = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  writeFileSync(paths.certFile, cert);
  writeFileSync(paths.keyFile, key);
  return paths;
}

const readTlsFiles = ({ certFile, keyFile }: ReturnType<typeof files>) =>
  joinTls(readCertificateFile(certFile), readTlsKeyFile(keyFile));

describe('TLS files', () => {
  it.each<[string, string, string, RegExp]>([
    ['a certificate that is not PEM', 'not one', own.key, /cert\.pem contains no certificate in PEM form/],
    ['the two swapped', own.key, own.cert, /cert\.pem contains no certificate in PEM form/],
    ['a key that is not PEM', own.cert, 'not one', /key\.pem contains no private key in PEM form/],
    ['a damaged certificate', damaged(own.cert), own.key, /certificate in .*cert\.pem is damaged/],
    ['a damaged key', own.cert, damaged(own.key), /key in .*key\.pem is damaged/],
    ['the key of another certificate', own.cert, other.key, /key\.pem does not belong to .*cert\.pem/],
    ['a key with a passphrase', own.cert, protectedKey('pkcs8'), /protected by a passphrase.*openssl pkey/],
    [
      'a key with a passphrase, in the older form',
      own.cert,
      protectedKey('sec1'),
      /protected by a passphrase.*openssl pkey/,
    ],
    [
      'a chain whose end is damaged',
      own.cert + damaged(other.cert),
      own.key,
      /TLS refuses the certificate in .*cert\.pem/,
    ],
  ])('%s: says what is wrong and what to do', (_name, cert, key, sentence) => {
    expect(() => readTlsFiles(files(cert, key))).toThrow(sentence);
  });

  it('a file that is missing, a folder or no file is named', () => {
    const paths = files(own.cert, own.key);
    const none = join(folder, 'none');
    expect(() => readTlsFiles({ ...paths, certFile: none })).toThrow(`The file ${none} does not exist.`);
    expect(() => readTlsFiles({ ...paths, keyFile: folder })).toThrow(`${folder} is a folder.`);
    expect(() => readTlsFiles({ ...paths, keyFile: '/dev/zero' })).toThrow('/dev/zero is not a PEM file.');
  });

  it('are told of in one line without a stack; nothing is made and the exit code is 2', async () => {
    const { certFile, keyFile } = files(own.cert, other.key);
    const data = join(folder, 'data');
    const named = ['--data', data, '--tls-cert', certFile, '--tls-key', keyFile];
    const { exitCode, stdout, stderr } = await gatehouse(['serve', ...named]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^--tls-key: The key in \S+key\.pem does not belong .*\n$/);
    expect(existsSync(data)).toBe(false);
  });

  it('that fit together serve TLS', async () => {
    const { certFile, keyFile } = files(own.cert, own.key);
    const server = await serve(['--data', folder, '--tls-cert', certFile, '--tls-key', keyFile]);
    const status = await new Promise((resolve, reject) => {
      const url = new URL('/health/live', server.address);
      const asked = request({ ...tlsAt(url), ca: own.cert, servername: 'gatehouse.example' }, (answer) => {
        resolve(answer.statusCode);
        answer.resume();
      });
      asked.on('error', reject).end();
    });
    expect([status, new URL(server.address).protocol]).toEqual([200, 'https:']);
    await server.stop();
  });
});

const tlsAt = ({ hostname, port, pathname }: URL) => ({
  hostname,
  port,
  path: pathname,
  agent: false as const,
});
