import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Settings } from '../../electron/main/config/settings.ts';
import { createTokens } from '../../electron/main/config/tokens.ts';
import { loadKeyring } from '../../electron/main/localServer/keyring.ts';
import { parseKeyring } from '../../server/crypto/keyring.ts';

const keychain = (available: boolean, secret = 1) => ({
  available: () => available,
  seal: (text: string) => Buffer.from([secret, ...Buffer.from(text).map((byte) => byte ^ 0x5a)]),
  open: (sealed: Buffer) => {
    if (sealed[0] !== secret) throw new Error('sealed by another');
    return Buffer.from(sealed.subarray(1).map((byte) => byte ^ 0x5a)).toString();
  },
});

function settings() {
  const kept: Pick<Settings, 'sealedTokens'> = { sealedTokens: {} };
  return {
    kept,
    get: <K extends keyof Settings>(key: K) => ({ ...kept })[key as 'sealedTokens'] as Settings[K],
    set: <K extends keyof Settings>(_key: K, value: Settings[K]) =>
      void Object.assign(kept, { sealedTokens: value }),
  };
}

describe('S-72: a token', () => {
  it('is kept sealed, and is there after a restart', () => {
    const store = settings();
    createTokens(store, keychain(true)).set('p1', 'tok-secret');
    expect(JSON.stringify(store.kept)).not.toContain('tok-secret');
    expect(createTokens(store, keychain(true)).get('p1')).toBe('tok-secret');
  });

  it('is kept in memory alone where there is no keychain', () => {
    const store = settings();
    const tokens = createTokens(store, keychain(false));
    tokens.set('p1', 'tok-secret');
    expect(tokens.get('p1')).toBe('tok-secret');
    expect(store.kept.sealedTokens).toEqual({});
    expect(createTokens(store, keychain(false)).get('p1')).toBeUndefined();
  });

  it('goes from both when it is cleared', () => {
    const store = settings();
    const tokens = createTokens(store, keychain(true));
    tokens.set('p1', 'tok-secret');
    tokens.clear('p1');
    expect(tokens.get('p1')).toBeUndefined();
    expect(store.kept.sealedTokens).toEqual({});
  });

  it('that another keychain sealed is forgotten', () => {
    const store = settings();
    createTokens(store, keychain(true, 1)).set('p1', 'tok-secret');
    expect(createTokens(store, keychain(true, 2)).get('p1')).toBeUndefined();
    expect(store.kept.sealedTokens).toEqual({});
  });
});

describe('S-80: the key of a server on this computer', () => {
  let path: string;
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-keys-'));
    path = join(folder, 'keys', 'local');
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  });
  const files = () => readdirSync(join(path, '..'));

  it('lies sealed where there is a keychain, and is one that the server takes', () => {
    const first = loadKeyring(path, keychain(true));
    expect(first.sealed).toBe(true);
    expect(parseKeyring(first.text).keys.get(1)).toHaveLength(32);
    expect(files()).toEqual(['local.sealed']);
    expect(readFileSync(`${path}.sealed`, 'utf8')).not.toContain(first.text.slice(0, 20));
    expect(loadKeyring(path, keychain(true))).toEqual(first);
  });

  it('lies in a file of mode 0600 where there is none, and that is told', () => {
    const first = loadKeyring(path, keychain(false));
    expect(first.sealed).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(loadKeyring(path, keychain(false))).toEqual(first);
  });

  it('moves into the keychain once there is one', () => {
    const { text } = loadKeyring(path, keychain(false));
    expect(loadKeyring(path, keychain(true))).toEqual({ text, sealed: true });
    expect(files()).toEqual(['local.sealed']);
  });

  it('is never replaced where the keychain does not open it', () => {
    const first = loadKeyring(path, keychain(true, 1));
    expect(() => loadKeyring(path, keychain(true, 2))).toThrow('Unlock the keychain');
    expect(loadKeyring(path, keychain(true, 1))).toEqual(first);
  });
});
