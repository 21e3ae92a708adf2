import { sentence } from '../../../contract/words/sentence.ts';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createKeyFile, isOpenToOthers, loadKeys, makeKeys } from '../../../server/crypto/keyFile.ts';
import { fingerprintOf, fingerprintsOf } from '../../../server/crypto/fingerprint.ts';
import { formatKeyring, parseKeyring } from '../../../server/crypto/keyring.ts';
import { systemRandom } from '../../../server/crypto/random.ts';
import { WrongUse } from '../../../server/failure.ts';
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
    expect(loadKeys({ dataDir })).toBeNull();
    expect(readdirSync(dataDir)).toEqual([]);
    const made = makeKeys(dataDir, random);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(made.keys.keys.get(1)).toHaveLength(32);
    expect(makeKeys(dataDir, random)).toEqual(made);
    expect(loadKeys({ dataDir })).toEqual({
      keys: made.keys,
      source: sentence('opening', 'fromFile', { path: keyFile }),
      file: keyFile,
    });
  });

  test.each([0o640, 0o604, 0o660])('that others can read (%o) is refused with what to do', (mode) => {
    makeKeys(dataDir, random);
    // Root's own is another case: below.
    if (process.getuid?.() === 0) chownSync(keyFile, 1234, 1234);
    chmodSync(keyFile, mode);
    expect(() => loadKeys({ dataDir })).toThrow(`can be read by others. Run: chmod 600 ${keyFile}`);
  });

  test.each([
    [0o600, 0, false],
    [0o640, 0, false],
    [0o440, 0, false],
    [0o644, 0, true],
    [0o660, 0, true],
    [0o600, 1000, false],
    [0o400, 1000, false],
    [0o640, 1000, true],
  ])('10.A1: of mode %o and the account %i is open to others: %j', (mode, uid, open) => {
    expect(isOpenToOthers({ mode: 0o100_000 | mode, uid })).toBe(open);
  });

  test('that is missing beside a database is not made anew', () => {
    writeFileSync(join(dataDir, 'gatehouse.db'), '');
    expect(() => loadKeys({ dataDir })).toThrow(/missing, but there is a database/);
    expect(existsSync(keyFile)).toBe(false);
  });

  test('holds several versions, the highest being current', () => {
    writeFileSync(keyFile, formatKeyring(keyringOf(1, 2)), { mode: 0o600 });
    expect(loadKeys({ dataDir })?.keys).toEqual(keyringOf(1, 2));
  });

  test('named by its path must exist, and the refusal says what makes one', () => {
    expect(() => loadKeys({ file: keyFile, dataDir })).toThrow(`gatehouse keys create ${keyFile}`);
    writeFileSync(keyFile, formatKeyring(keyringOf(3)), { mode: 0o600 });
    expect(loadKeys({ file: keyFile, dataDir: null })?.keys.current).toBe(3);
  });

  test('that is a folder, no regular file or far too long is refused by its name', () => {
    expect(() => loadKeys({ file: dataDir, dataDir })).toThrow(`${dataDir} is a folder, not a key file.`);
    expect(() => loadKeys({ file: '/dev/zero', dataDir })).toThrow('/dev/zero is not a key file.');
    writeFileSync(keyFile, '#'.repeat(100_000), { mode: 0o600 });
    expect(() => loadKeys({ file: keyFile, dataDir })).toThrow(`${keyFile} is not a key file.`);
    expect(() => loadKeys({ file: join(keyFile, 'below'), dataDir })).toThrow(/below/);
  });

  test('whose content is damaged is refused without showing it', () => {
    const damaged = formatKeyring(keyringOf(1)).replace(/A{4}$/m, '');
    writeFileSync(keyFile, damaged.slice(0, -5), { mode: 0o600 });
    expect(() => loadKeys({ dataDir })).toThrow(/can’t be used\. A key must look like/);
    expect(() => loadKeys({ dataDir })).not.toThrow(/AQEB/);
  });

  test('10.A1: that is asked for where there is one already is left as it is', () => {
    const made = createKeyFile(keyFile, random);
    const text = readFileSync(keyFile, 'utf8');
    expect(made && fingerprintsOf(made)).toMatch(/^([0-9a-f]{4}-){3}[0-9a-f]{4}$/);
    expect(createKeyFile(keyFile, random)).toBeNull();
    expect(readFileSync(keyFile, 'utf8')).toBe(text);
    expect(() => createKeyFile(join(dataDir, 'none', 'key'), random)).toThrow(/can’t be created \(ENOENT\)/);
  });
});

describe('keys from the environment', () => {
  const env = '1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE, 2:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI';

  test('are read without any file', () => {
    expect(loadKeys({ env, dataDir })).toEqual({ keys: keyringOf(1, 2), source: 'GATEHOUSE_KEY' });
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test('10.A1: beside a named file are two keys: neither is taken', () => {
    makeKeys(dataDir, random);
    expect(() => loadKeys({ env, file: keyFile, dataDir })).toThrow(WrongUse);
    expect(() => loadKeys({ env, file: keyFile, dataDir })).toThrow(/given twice.*GATEHOUSE_KEY.*--key-file/);
  });

  test('10.A1: on PostgreSQL, where neither is named, none is made', () => {
    expect(() => loadKeys({ dataDir: null })).toThrow(WrongUse);
    expect(() => loadKeys({ dataDir: null })).toThrow(/--key-file.*`gatehouse keys create FILE` creates one/);
  });

  test.each([
    ['', 'No key was found'],
    ['# only a comment', 'No key was found'],
    ['1:short', 'must look like'],
    ['0:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE', 'must look like'],
    [`1:${'A'.repeat(43)} 1:${'B'.repeat(43)}`, 'appears twice'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => parseKeyring(text)).toThrow(message);
    expect(() => loadKeys({ env: text, dataDir })).toThrow(/^The key can’t be used\. /);
  });
});

describe('a fingerprint', () => {
  test('is the same each time, another for each key, and nothing of the key', () => {
    const keys = keyringOf(1, 2);
    expect(fingerprintOf(keys, 1)).toBe(fingerprintOf(keyringOf(1), 1));
    expect(fingerprintOf(keys, 1)).not.toBe(fingerprintOf(keys, 2));
    expect(fingerprintsOf(keys)).toBe(`1: ${fingerprintOf(keys, 1)}, 2: ${fingerprintOf(keys, 2)}`);
    expect(Buffer.from(keys.keys.get(1) ?? []).toString('hex')).not.toContain(
      fingerprintOf(keys, 1).slice(0, 4),
    );
  });
});
