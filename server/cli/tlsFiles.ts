import { sentence } from '../../contract/words/sentence.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
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

/** A key that mails are signed with: RSA of 2048 bits or more (RFC 8301 §3.2), whose signatures every receiver knows. */
export function readDkimKeyFile(file: string): string {
  const { pem, key } = readTlsKeyFile(file);
  const bits = key.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? 0) : 0;
  if (bits < 2048) throw new WrongValue(sentence('options', 'notDkimKey', { file }));
  return pem;
}

/** What TLS needs of both. Throws `WrongUse` where they don't fit together. */
export function joinTls(cert: CertificateFile, key: KeyFile): { cert: string; key: string } {
  if (!cert.certificate.checkPrivateKey(key.key)) {
    throw new WrongUse(sentence('options', 'otherKey', { key: key.file, cert: cert.file }));
  }
  const pair = { cert: cert.pem, key: key.pem };
  try {
    createSecureContext(pair);
  } catch (error) {
    throw new WrongUse(sentence('options', 'tlsRefuses', { cert: cert.file, reason: reasonOf(error) }));
  }
  return pair;
}

function read(file: string): string {
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new WrongValue(sentence('options', 'isFolder', { file }));
    if (!stats.isFile() || stats.size > LARGEST_BYTES)
      throw new WrongValue(sentence('options', 'notPem', { file }));
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof WrongValue) throw error;
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (code === 'ENOENT') throw new WrongValue(sentence('options', 'noFile', { file }));
    if (code === 'EACCES' || code === 'EPERM') {
      throw new WrongValue(sentence('options', 'notAllowed', { file }));
    }
    throw new WrongValue(sentence('options', 'unreadableFor', { file, code: String(code) }), {
      cause: error,
    });
  }
}

function parseCertificate(text: string, file: string): X509Certificate {
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new WrongValue(sentence('options', 'noCertificate', { file }));
  }
  try {
    return new X509Certificate(text);
  } catch {
    throw new WrongValue(sentence('options', 'damagedCertificate', { file }));
  }
}

function parseKey(text: string, file: string): KeyObject {
  // PKCS #8, and the older form that says so in a header.
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(text)) {
    throw new WrongValue(sentence('options', 'passphrase', { file }));
  }
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    throw new WrongValue(sentence('options', 'noPrivateKey', { file }));
  }
  try {
    return createPrivateKey(text);
  } catch {
    throw new WrongValue(sentence('options', 'damagedKey', { file }));
  }
}

/** OpenSSL's own few words, where it has some. */
function reasonOf(error: unknown): string | Sentence {
  const reason: unknown = error instanceof Error ? Reflect.get(error, 'reason') : undefined;
  if (typeof reason === 'string') return reason;
  return error instanceof Error ? error.message : sentence('options', 'noReasonGiven');
}
