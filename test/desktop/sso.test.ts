import { afterEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../contract/define.ts';
import type { Result } from '../../contract/errors.ts';
import { problem } from '../../electron/main/api/problem.ts';
import { listenOnLoopback, type Loopback } from '../../electron/main/desktop/loopback.ts';
import { createDesktopSso } from '../../electron/main/desktop/sso.ts';
import { say } from './support/words.ts';

const opened: Loopback[] = [];
afterEach(() => {
  for (const loopback of opened.splice(0)) loopback.close();
});

async function listen(): Promise<Loopback> {
  const loopback = await listenOnLoopback({ language: () => 'en', say });
  opened.push(loopback);
  return loopback;
}

const browse = (port: number, path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers });

/** The app with a server that begins and completes, and a browser that the test plays. */
function bench({ url = 'https://login.example.org/auth?state=the-state' }: { url?: string } = {}) {
  const calls: { path: string; input: Record<string, unknown> }[] = [];
  const browsed: string[] = [];
  let profile = 'northwind';
  let shown = 0;
  let patience: (() => void) | undefined;
  const begun = Promise.withResolvers<number>();
  const sso = createDesktopSso({
    connection: {
      profile: () => ({
        id: profile,
        kind: 'server',
        name: 'Northwind',
        address: 'https://gatehouse.example',
      }),
      call(operation: Operation, input: Record<string, unknown>): Promise<Result<unknown>> {
        calls.push({ path: operation.path, input });
        const isBegin = !operation.path.endsWith('/complete');
        return Promise.resolve({
          ok: true,
          data: isBegin ? { flow: 'the-flow', url } : { outcome: 'signed_in' },
        });
      },
    },
    listen,
    openExternal: async (address) => {
      browsed.push(address);
      begun.resolve(Number(calls.at(-1)?.input['loopbackPort']));
    },
    after: (_ms, act) => {
      patience = act;
      return { cancel: () => undefined };
    },
    show: () => (shown += 1),
    problem,
    say,
  });
  return {
    sso,
    calls,
    browsed,
    port: () => begun.promise,
    shown: () => shown,
    wearOut: () => patience?.(),
    switchTo: (id: string) => (profile = id),
  };
}

const PROVIDER = '0190f000-0000-7000-8000-000000000001';

describe('S-17: sign-in at a provider from the desktop', () => {
  it('opens the system’s browser, takes the answer on loopback, and completes in the main process', async () => {
    const { sso, calls, browsed, port, shown } = bench();
    const result = sso.signIn(PROVIDER);
    const answered = await browse(await port(), '/callback?code=the-code&state=the-state');
    expect(await answered.text()).toContain('You can close this window.');
    expect(answered.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(await result).toEqual({ ok: true, data: { outcome: 'signed_in' } });
    expect(browsed).toEqual(['https://login.example.org/auth?state=the-state']);
    expect(calls).toEqual([
      { path: '/sign-in/sso', input: { providerId: PROVIDER, loopbackPort: await port() } },
      {
        path: '/sign-in/sso/complete',
        input: { flow: 'the-flow', parameters: 'code=the-code&state=the-state' },
      },
    ]);
    expect(shown()).toBe(1);
  });

  it('is answered once: the port is closed after', async () => {
    const { sso, port } = bench();
    const result = sso.signIn(PROVIDER);
    await browse(await port(), '/callback?code=1&state=the-state');
    await result;
    await expect(browse(await port(), '/callback?code=2&state=the-state')).rejects.toThrow('fetch failed');
  });

  it('passes over what other pages and programs on this computer send', async () => {
    const { sso, calls, port } = bench();
    const result = sso.signIn(PROVIDER);
    const at = await port();
    expect((await browse(at, '/callback?code=evil&state=guessed')).status).toBe(404);
    expect((await browse(at, '/other?code=evil&state=the-state')).status).toBe(404);
    const rebound = await fetch(`http://localhost:${at}/callback?code=evil&state=the-state`).catch(
      () => null,
    );
    expect(rebound?.status ?? 404).toBe(404);
    await browse(at, '/callback?code=good&state=the-state');
    await result;
    expect(calls.at(-1)?.input['parameters']).toBe('code=good&state=the-state');
  });

  it.each([
    'http://login.example.org/auth?state=x',
    'file:///bin/sh?state=x',
    'ms-msdt:/id?state=x',
    'https://someone@login.example.org/?state=x',
  ])('opens no %s', async (url) => {
    const { sso, browsed } = bench({ url });
    expect(await sso.signIn(PROVIDER)).toMatchObject({ ok: false, error: { code: 'sso_failed' } });
    expect(browsed).toEqual([]);
  });

  it('ends when the person cancels, when it takes too long, and when another one begins', async () => {
    for (const end of ['cancel', 'wearOut', 'again'] as const) {
      const { sso, port, wearOut } = bench();
      const result = sso.signIn(PROVIDER);
      await port();
      if (end === 'cancel') sso.cancel();
      if (end === 'wearOut') wearOut();
      if (end === 'again') void sso.stepUp();
      expect(await result).toMatchObject({ ok: false, error: { code: 'sso_flow_ended' } });
      sso.cancel();
    }
  });

  it('tells no other server the flow, where one was chosen meanwhile', async () => {
    const { sso, calls, port, switchTo } = bench();
    const result = sso.signIn(PROVIDER);
    const at = await port();
    switchTo('elsewhere');
    await browse(at, '/callback?code=1&state=the-state');
    expect(await result).toMatchObject({ ok: false, error: { code: 'sso_flow_ended' } });
    expect(calls).toHaveLength(1);
  });
});
