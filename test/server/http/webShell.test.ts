import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { createTestApp } from '../../support/app.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-shell-'));
  writeFileSync(join(folder, 'index.html'), '<title>Gatehouse</title>');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the console', () => {
  it('answers HEAD as GET, without a body, at each of its pages and nowhere else', async () => {
    const { deps, services } = await createTestApp();
    const app = await createApp(deps, { services, webShell: folder });
    const ask = (method: 'GET' | 'HEAD', url: string) =>
      app.inject({ method, url, headers: { host: 'localhost' } });
    for (const url of ['/', '/users', '/index.html', '/none.png', '/api/v1/nothing']) {
      const [got, head] = [await ask('GET', url), await ask('HEAD', url)];
      expect([url, head.statusCode, head.headers['content-type'], head.body]).toEqual([
        url,
        got.statusCode,
        got.headers['content-type'],
        '',
      ]);
    }
    expect((await ask('HEAD', '/')).statusCode).toBe(200);
    await app.close();
  });
});
