import { constantTimeEqual, sha256Hex } from '../crypto/hash.ts';

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Whether a header has the token of `--metrics-token-file`. Takes as long whatever of it is right. */
export function tokenMatches(authorization: string | undefined, token: string): boolean {
  const [, given = ''] = /^bearer ([\x21-\x7e]{1,4096})$/i.exec(authorization ?? '') ?? [];
  return constantTimeEqual(sha256Hex(given), sha256Hex(token));
}
