import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { WrongValue } from '../config/wrongValue.ts';
import { WrongUse } from '../failure.ts';

interface CertificateFile {
  file: string;
  pem: string;
  certificate: X509Certificate;
}

interface KeyFile {
  file: string;
  pem: string;
  key: KeyObject;
}

/** Chains have some certificates; anything larger is something else. */
const LARGEST_BYTES = 1_048_576;

/** Reads `--tls-cert`. Throws `WrongValue` for a file that it can't work with: what is wrong and what to do. */
export function readCertificateFile(file: string): CertificateFile {
  const pem = read(file);
  return { file, pem, certificate: parseCertificate(pem, file) };
}

/** The same of `--tls-key`. */
export function readTlsKeyFile(file: string): KeyFile {
  const pem = read(file);
  return { file, pem, key: parseKey(pem, file) };
}

/** What TLS needs of both. Throws `WrongUse` where they don't fit together. */
export function joinTls(cert: CertificateFile, key: KeyFile): { cert: string; key: string } {
  if (!cert.certificate.checkPrivateKey(key.key)) {
    throw new WrongUse(
      `--tls-key: The key in ${key.file} does not belong to the certificate in ${cert.file}. Give the key that the certificate was made for; in a chain the server’s own certificate comes first.`,
    );
  }
  const pair = { cert: cert.pem, key: key.pem };
  try {
    createSecureContext(pair);
  } catch (error) {
    throw new WrongUse(
      `--tls-cert: TLS refuses the certificate in ${cert.file} (${reasonOf(error)}). Check that its whole chain is in the file, undamaged, and that its key is EC, or RSA of 2048 bits or more.`,
    );
  }
  return pair;
}

function read(file: string): string {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new WrongValue(`${file} is a folder. Name the file itself.`);
    if (!stats.isFile() || stats.size > LARGEST_BYTES) throw new WrongValue(`${file} is no PEM file.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof WrongValue) throw error;
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (code === 'ENOENT') throw new WrongValue(`There is no file ${file}. Check its path.`);
    if (code === 'EACCES' || code === 'EPERM') {
      throw new WrongValue(`The file ${file} may not be read. Let the account that runs the server read it.`);
    }
    throw new WrongValue(`The file ${file} cannot be read (${String(code)}).`, { cause: error });
  }
}

function parseCertificate(text: string, file: string): X509Certificate {
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new WrongValue(
      `${file} holds no certificate in PEM form. Give one that begins with -----BEGIN CERTIFICATE-----.`,
    );
  }
  try {
    return new X509Certificate(text);
  } catch {
    throw new WrongValue(
      `The certificate in ${file} is damaged. Copy it once more from where it was issued.`,
    );
  }
}

function parseKey(text: string, file: string): KeyObject {
  // PKCS #8, and the older form that says so in a header.
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(text)) {
    throw new WrongValue(
      `The key in ${file} is protected by a passphrase, and nobody is there to type it when the server starts. Write it without one (openssl pkey -in ${file} -out NEW), readable by the server’s account only.`,
    );
  }
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    throw new WrongValue(
      `${file} holds no private key in PEM form. Give one that begins with -----BEGIN PRIVATE KEY-----.`,
    );
  }
  try {
    return createPrivateKey(text);
  } catch {
    throw new WrongValue(`The key in ${file} is damaged. Copy it once more from where it was made.`);
  }
}

/** OpenSSL's own few words, where it has some. */
function reasonOf(error: unknown): string {
  const reason: unknown = error instanceof Error ? Reflect.get(error, 'reason') : undefined;
  if (typeof reason === 'string') return reason;
  return error instanceof Error ? error.message : 'no reason given';
}
