import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerFromVite, devPolicy, readDevPage } from '../../electron/main/window/devPage.ts';
import { CONTENT_SECURITY_POLICY } from '../../electron/main/window/headers.ts';

/** Stands in for vite: says what it was asked for. */
const vite = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/javascript' });
  response.end(`${request.url} ${request.headers.accept}`);
});
let address: string;
beforeEach(async () => {
  vite.listen(0, '127.0.0.1');
  await once(vite, 'listening');
  address = `http://127.0.0.1:${(vite.address() as AddressInfo).port}`;
});
afterEach(() => vite.close());

describe('the page while somebody changes it', () => {
  it('is vite’s, at the app’s own address', async () => {
    const request = new Request('app://gatehouse/app/App.tsx?t=1', { headers: { accept: 'text/css' } });
    const answer = await answerFromVite({ address, nonce: 'abc' }, request);
    expect(await answer.text()).toBe('/app/App.tsx?t=1 text/css');
    expect(answer.headers.get('content-type')).toBe('text/javascript');
    expect(answer.headers.get('content-security-policy')).toBe(devPolicy({ address, nonce: 'abc' }));
  });

  it('of another origin is not asked for', async () => {
    const answer = await answerFromVite({ address, nonce: 'abc' }, new Request('app://elsewhere/'));
    expect(answer.status).toBe(404);
  });

  it('keeps the app’s policy but for a nonce and the socket of vite', () => {
    const policy = devPolicy({ address: 'http://127.0.0.1:5', nonce: 'abc' });
    expect(policy.replaceAll(" 'nonce-abc'", '').replace('ws://127.0.0.1:5', "'none'")).toBe(
      CONTENT_SECURITY_POLICY,
    );
    expect(policy).toContain("script-src 'self' 'nonce-abc'");
    expect(policy).toContain('connect-src ws://127.0.0.1:5;');
  });

  it('is there only where npm run dev said so', () => {
    expect(readDevPage({})).toBeUndefined();
    expect(readDevPage({ GATEHOUSE_DEV_PAGE: address, GATEHOUSE_DEV_NONCE: 'abc' })).toEqual({
      address,
      nonce: 'abc',
    });
  });
});
