import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { Failure } from '../failure.ts';

export interface TlsFiles {
  certFile: string;
  keyFile: string;
}

/** Reads what TLS needs. Throws a `Failure` for files that it can't work with: what is wrong and what to do. */
export function readTlsFiles({ certFile, keyFile }: TlsFiles): { cert: string; key: string } {
  const cert = read(certFile, '--tls-cert');
  const key = read(keyFile, '--tls-key');
  const certificate = parseCertificate(cert, certFile);
  if (!certificate.checkPrivateKey(parseKey(key, keyFile))) {
    throw new Failure(
      `The key in ${keyFile} does not belong to the certificate in ${certFile}. Give the key that the certificate was made for; in a chain the server’s own certificate comes first.`,
    );
  }
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    throw new Failure(
      `TLS refuses the certificate in ${certFile} (${reasonOf(error)}). Check that its whole chain is in the file, undamaged, and that its key is EC, or RSA of 2048 bits or more.`,
    );
  }
  return { cert, key };
}

function read(file: string, option: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (code === 'ENOENT') {
      throw new Failure(`There is no file ${file}. Check the path that ${option} names.`);
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new Failure(`The file ${file} may not be read. Let the account that runs the server read it.`);
    }
    if (code === 'EISDIR') throw new Failure(`${file} is a folder. Name the file itself with ${option}.`);
    throw new Failure(`The file ${file} cannot be read (${reasonOf(error)}). Check what ${option} names.`);
  }
}

function parseCertificate(text: string, file: string): X509Certificate {
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new Failure(
      `${file} holds no certificate in PEM form. Give one that begins with -----BEGIN CERTIFICATE-----.`,
    );
  }
  try {
    return new X509Certificate(text);
  } catch {
    throw new Failure(`The certificate in ${file} is damaged. Copy it once more from where it was issued.`);
  }
}

function parseKey(text: string, file: string): KeyObject {
  // PKCS #8, and the older form that says so in a header.
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(text)) {
    throw new Failure(
      `The key in ${file} is protected by a passphrase, and nobody is there to type it when the server starts. Write it without one (openssl pkey -in ${file} -out NEW), readable by the server’s account only.`,
    );
  }
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    throw new Failure(
      `${file} holds no private key in PEM form. Give one that begins with -----BEGIN PRIVATE KEY-----.`,
    );
  }
  try {
    return createPrivateKey(text);
  } catch {
    throw new Failure(`The key in ${file} is damaged. Copy it once more from where it was made.`);
  }
}

/** OpenSSL's own few words, where it has some. */
function reasonOf(error: unknown): string {
  const reason: unknown = error instanceof Error ? Reflect.get(error, 'reason') : undefined;
  if (typeof reason === 'string') return reason;
  return error instanceof Error ? error.message : 'no reason given';
}
