import { describe, expect, it } from 'vitest';
import type { DesktopState } from '../../contract/ipc.ts';
import { findServer } from '../../electron/main/api/findServer.ts';
import { problem } from '../../electron/main/api/problem.ts';
import { createDesktopOperations, type DesktopDeps } from '../../electron/main/desktop/operations.ts';
import { LOCAL, SAMPLE, type Profile } from '../../electron/main/desktop/profiles.ts';
import { describeState } from '../../electron/main/desktop/state.ts';
import { makeCertificate } from '../support/certificate.ts';
import { json, serve } from './support/server.ts';
import { english, say } from './support/words.ts';

function bench(over: Partial<DesktopDeps> = {}) {
  let profiles: Profile[] = [];
  let active: Profile | undefined;
  const did: string[] = [];
  const state = (): DesktopState =>
    describeState({
      profiles,
      active,
      server: { state: 'ready', address: 'http://127.0.0.1:4000' },
      appearance: 'system',
      platform: 'linux',
      version: '0.1.0',
      keychain: false,
      words: { say, write: english.write },
    });
  const run = createDesktopOperations({
    profiles: { all: () => profiles, keep: (next) => (profiles = next) },
    active: () => active,
    use: async (profile) => {
      active = profile;
      did.push(`use ${profile?.id ?? 'none'}`);
    },
    findServer: (input) => findServer(say, input),
    erase: async (profile) => void did.push(`erase ${profile.id}`),
    newId: () => `id-${profiles.length + 1}`,
    state,
    setAppearance: (appearance) => did.push(appearance),
    setLanguage: async (language) => void did.push(language),
    copySecret: async (text) => void did.push(`copy ${text}`),
    isAllowedLink: (url) => url.startsWith('https://authy.com'),
    openExternal: async (url) => void did.push(`open ${url}`),
    sso: {
      signIn: async (providerId) => ({ ok: true, data: providerId }),
      stepUp: async () => ({ ok: true, data: null }),
      test: async () => ({ ok: true, data: null }),
      cancel: () => void did.push('cancel sso'),
    },
    setBadge: (count) => did.push(`badge ${count}`),
    protectContent: (on) => did.push(`protect ${on}`),
    problem,
    say,
    ...over,
  });
  return { run, did, profiles: () => profiles };
}

const shown = (result: { ok: boolean; data?: unknown }) => result.data as DesktopState;

describe('profiles', () => {
  it('on this computer are there once, however often they are chosen', async () => {
    const { run, profiles } = bench();
    await run('chooseLocal', {});
    await run('openSample', {});
    const state = shown(await run('chooseLocal', {}));
    expect(profiles()).toEqual([SAMPLE, LOCAL]);
    expect(state.activeProfileId).toBe('local');
  });

  it('are forgotten with their session, and left first where they are in use', async () => {
    const { run, did, profiles } = bench();
    await run('openSample', {});
    await run('forgetProfile', { id: 'sample' });
    expect(did).toEqual(['use sample', 'use none', 'erase sample']);
    expect(profiles()).toEqual([]);
  });

  it('that are gone cannot be switched to', async () => {
    expect(await bench().run('switchProfile', { id: 'gone' })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  it('S-72: are shown without an address', async () => {
    const origin = await serve(json(200, { organisation: 'Northwind' }));
    const { run } = bench();
    const state = shown(await run('connect', { address: origin }));
    expect(state.profiles).toEqual([
      { id: 'id-1', kind: 'server', name: 'Northwind', host: new URL(origin).host },
    ]);
    await run('chooseLocal', {});
    expect(JSON.stringify(shown(await run('state', {})))).not.toMatch(/https?:\/\//);
  });

  it('of the same server keep their id, and so their session', async () => {
    const origin = await serve(json(200, { organisation: 'Northwind' }));
    const { run, profiles } = bench();
    await run('connect', { address: origin });
    await run('connect', { address: origin, name: 'Work' });
    expect(profiles()).toEqual([{ id: 'id-1', kind: 'server', name: 'Work', address: origin }]);
  });
});

describe('connecting says what is wrong, and keeps nothing', () => {
  const certificate = makeCertificate('localhost');
  it.each([
    [
      'an address that is none',
      { address: 'not an address' },
      { address: expect.stringContaining('not an address') },
    ],
    [
      'a certificate that is none',
      { address: 'localhost', ca: 'hello' },
      { ca: expect.stringContaining('not a certificate') },
    ],
    ['a pin that is none', { address: 'localhost', pin: 'abc' }, { pin: expect.stringContaining('sha256/') }],
  ])('with %s', async (_what, input, fields) => {
    const { run, profiles, did } = bench();
    expect(await run('connect', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', fields },
    });
    expect([profiles(), did]).toEqual([[], []]);
  });

  it('where the server is not trusted', async () => {
    const origin = await serve(json(200, { organisation: 'Northwind' }), certificate);
    const { run } = bench();
    expect(await run('connect', { address: origin })).toMatchObject({
      ok: false,
      error: { code: 'unreachable' },
    });
    expect(await run('connect', { address: origin, ca: certificate.cert })).toMatchObject({ ok: true });
  });
});

describe('the rest', () => {
  it('main is told which language the page is read in', async () => {
    const { run, did } = bench();
    expect(await run('setLanguage', { language: 'de' })).toMatchObject({ ok: true });
    expect(did).toEqual(['de']);
  });

  it('S-70: only links of the list are opened', async () => {
    const { run, did } = bench();
    expect(await run('openExternal', { url: 'https://authy.com/download' })).toMatchObject({ ok: true });
    expect(await run('openExternal', { url: 'https://evil.example' })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(did).toEqual(['open https://authy.com/download']);
  });

  it('S-80: a computer without a keychain is told of, for the key here and for the session elsewhere', async () => {
    const { run } = bench();
    expect(shown(await run('state', {})).warnings).toEqual([]);
    expect(shown(await run('chooseLocal', {})).warnings).toEqual([
      expect.stringContaining('the key that protects authenticators'),
    ]);
    const origin = await serve(json(200, { organisation: 'Northwind' }));
    expect(shown(await run('connect', { address: origin })).warnings).toEqual([
      expect.stringContaining('until Gatehouse is closed'),
    ]);
  });
});
