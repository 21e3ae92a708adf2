import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadKeyring } from '../../../server/crypto/keyFile.ts';
import { formatKeyring, parseKeyring } from '../../../server/crypto/keyring.ts';
import { systemRandom } from '../../../server/crypto/random.ts';
import { keyringOf } from './keys.ts';

const random = systemRandom;
let dataDir = '';
let keyFile = '';

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-keys-'));
  keyFile = join(dataDir, 'gatehouse.key');
});

afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

describe('the key file', () => {
  test('is made once, for its owner alone, and read from then on', () => {
    const made = loadKeyring({ dataDir, random });
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(made.keys.get(1)).toHaveLength(32);
    expect(loadKeyring({ dataDir, random })).toEqual(made);
  });

  test.each([0o640, 0o604, 0o660])('that others can read (%o) is refused with what to do', (mode) => {
    loadKeyring({ dataDir, random });
    chmodSync(keyFile, mode);
    expect(() => loadKeyring({ dataDir, random })).toThrow(
      `can be read by others. Run: chmod 600 ${keyFile}`,
    );
  });

  test('that is missing beside a database is not made anew', () => {
    writeFileSync(join(dataDir, 'gatehouse.db'), '');
    expect(() => loadKeyring({ dataDir, random })).toThrow(/missing, but there is a database/);
    expect(existsSync(keyFile)).toBe(false);
  });

  test('holds several versions, the highest being current', () => {
    writeFileSync(keyFile, formatKeyring(keyringOf(1, 2)), { mode: 0o600 });
    expect(loadKeyring({ dataDir, random })).toEqual(keyringOf(1, 2));
  });

  test('named by its path must exist', () => {
    expect(() => loadKeyring({ file: keyFile, dataDir, random })).toThrow(/doesn't exist/);
    writeFileSync(keyFile, formatKeyring(keyringOf(3)), { mode: 0o600 });
    expect(loadKeyring({ file: keyFile, random }).current).toBe(3);
  });

  test('whose content is damaged is refused without showing it', () => {
    const damaged = formatKeyring(keyringOf(1)).replace(/A{4}$/m, '');
    writeFileSync(keyFile, damaged.slice(0, -5), { mode: 0o600 });
    expect(() => loadKeyring({ dataDir, random })).toThrow(/can't be used\. A key must look like/);
    expect(() => loadKeyring({ dataDir, random })).not.toThrow(/AQEB/);
  });
});

describe('keys from the environment', () => {
  test('go before files, and make none', () => {
    const env =
      '1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE, 2:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI';
    expect(loadKeyring({ env, dataDir, random })).toEqual(keyringOf(1, 2));
    expect(existsSync(keyFile)).toBe(false);
  });

  test.each([
    ['', 'No key was found'],
    ['# only a comment', 'No key was found'],
    ['1:short', 'must look like'],
    ['0:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE', 'must look like'],
    [`1:${'A'.repeat(43)} 1:${'B'.repeat(43)}`, 'is there twice'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => parseKeyring(text)).toThrow(message);
  });

  test('an empty variable counts as none', () => {
    loadKeyring({ env: '  ', dataDir, random });
    expect(readFileSync(keyFile, 'utf8')).toMatch(/^1:/m);
    expect(() => loadKeyring({ random })).toThrow(/No key is named/);
  });
});
