import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWebTransport } from '../../renderer/transport/web.ts';

const transport = createWebTransport();

/** Answers the next request, and keeps it for a look. */
function answer(status: number, body?: unknown) {
  const json = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(new Response(json, { status })));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

describe('the web transport', () => {
  it('parts the flat input into path, query and body', async () => {
    const fetch = answer(200, { savedAt: '2026-11-24T10:42:00Z' });
    const id = '0190f000-0000-7000-8000-000000000001';
    await transport.call('resetRequests.saveNote', { id, note: 'called at 10:32' });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe(`/api/v1/reset-requests/${id}/note`);
    expect(init).toMatchObject({
      method: 'PUT',
      body: JSON.stringify({ note: 'called at 10:32' }),
      credentials: 'same-origin',
    });
  });

  it('leaves out the filters that are not set', async () => {
    const fetch = answer(200, { items: [], nextCursor: null, total: { count: 0, exact: true } });
    await transport.call('users.list', { search: 'jo park', state: undefined });
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/v1/users?search=jo+park');
  });

  it('sends a CSV as it is', async () => {
    const fetch = answer(200, { imported: 0, skipped: 0, rows: [] });
    await transport.call('users.import', { dryRun: true, content: 'username,email\n' });
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      headers: { 'content-type': 'text/csv' },
      body: 'username,email\n',
    });
  });

  it('asks for the language of the page', async () => {
    const fetch = answer(200, null);
    await transport.call('me.get', {});
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ headers: { 'accept-language': 'en' } });
  });

  it('says which session a page was drawn in, and of a page without one nothing', async () => {
    const fetch = answer(200, null);
    await transport.drawnIn('s-1').call('users.list', {});
    await transport.call('me.get', {});
    const sent = fetch.mock.calls.map(([, init]) => new Headers(init?.headers).get('gatehouse-session'));
    expect(sent).toEqual(['s-1', null]);
  });

  it('hands on what the server refused', async () => {
    answer(403, { status: 403, code: 'own_account', title: 'No.', detail: 'Ask a colleague.' });
    const result = await transport.call('users.unlock', { id: 'x' });
    expect(result).toMatchObject({ ok: false, error: { code: 'own_account', detail: 'Ask a colleague.' } });
  });

  it('says so in a sentence where a proxy answered, or nobody', async () => {
    answer(502, '<html>Bad gateway</html>');
    expect(await transport.call('me.get', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await transport.call('me.get', {})).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });
});
