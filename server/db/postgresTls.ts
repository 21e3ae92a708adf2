import { sentence } from '../../contract/words/sentence.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';

/** How a connection is secured: `false` is in the clear. */
export type Security = false | ConnectionOptions;

/** What is tried on a host, in this order, for as long as the server refuses the way before (libpq, §34.19). */
export type PostgresTls = readonly [Security, ...Security[]];

const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

/**
 * `sslmode` and its files as libpq means them. `prefer` unless told; a root certificate makes `require` check it, as
 * there. Throws what `wrong` makes of a sentence.
 */
export function postgresTls(
  files: {
    mode: string | undefined;
    rootCert: string | undefined;
    cert: string | undefined;
    key: string | undefined;
  },
  wrong: (problem: Sentence) => Error,
): PostgresTls {
  const mode = files.mode || 'prefer';
  if (!MODES.includes(mode)) throw wrong(sentence('options', 'unknownSslmode', { known: MODES.join(', ') }));
  if (mode === 'disable') return [false];

  const read = (file: string, parameter: string): string => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      throw wrong(sentence('options', 'unreadableOf', { file, parameter }));
    }
  };
  const own: ConnectionOptions = {
    ...(files.cert ? { cert: read(files.cert, 'sslcert') } : {}),
    ...(files.key ? { key: read(files.key, 'sslkey') } : {}),
  };
  const unchecked: ConnectionOptions = { ...own, rejectUnauthorized: false };
  if (mode === 'allow') return [false, unchecked];
  if (mode === 'prefer') return [unchecked, false];

  const home = join(homedir(), '.postgresql', 'root.crt');
  const rootCert = files.rootCert || (existsSync(home) ? home : undefined);
  if (mode === 'require' && rootCert === undefined) return [unchecked];
  if (mode === 'verify-full') {
    // Without a file the system's: the name is checked, so that a public authority proves enough.
    const isSystem = rootCert === undefined || rootCert === 'system';
    return [{ ...own, ca: isSystem ? systemAuthorities() : read(rootCert, 'sslrootcert') }];
  }
  if (rootCert === undefined || rootCert === 'system') {
    throw wrong(sentence('options', 'anybodysCertificate', { mode }));
  }
  return [{ ...own, ca: read(rootCert, 'sslrootcert'), checkServerIdentity: () => undefined }];
}

/** Node's own list isn't the system's, to which organisations add their authority. */
const systemAuthorities = (): string[] => [...getCACertificates('default'), ...getCACertificates('system')];
