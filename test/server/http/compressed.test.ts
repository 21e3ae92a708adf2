import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, request } from 'node:http';
import type { IncomingMessage, RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../../server/app.ts';
import { createTestApp } from '../../support/app.ts';

const SCRIPT = 'export const gate = "between two towers";\n'.repeat(200);
const PAGE = '<title>Gatehouse</title>';
const AT = '/assets/index-abc.js';

let folder = '';
let app: FastifyInstance;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-compressed-'));
  mkdirSync(join(folder, 'assets'));
  keep('index.html', PAGE);
  keep('assets/index-abc.js', SCRIPT);
  // What is compressed already lies there alone.
  writeFileSync(join(folder, 'assets', 'inter-abc.woff2'), 'a face');
  const { deps, services } = await createTestApp();
  app = await createApp(deps, { services, webShell: folder });
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

function keep(name: string, text: string): void {
  const file = join(folder, name);
  writeFileSync(file, text);
  writeFileSync(`${file}.br`, brotliCompressSync(text));
  writeFileSync(`${file}.gz`, gzipSync(text));
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Over the network, as it comes: nothing is unpacked on the way. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = app.server.address() as AddressInfo;
  const options: RequestOptions = {
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: { host: 'localhost', ...headers },
  };
  return new Promise((resolve, reject) => {
    const asked = (method === 'GET' ? get : request)(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

const plain = (body: Buffer) => body.toString();
const FOREVER = 'public, max-age=31536000, immutable';

describe('what the build compressed', () => {
  it.each([
    ['br, gzip, deflate', 'br', (body: Buffer) => plain(brotliDecompressSync(body))],
    ['gzip', 'gzip', (body: Buffer) => plain(gunzipSync(body))],
    ['br;q=0, gzip;q=0.5', 'gzip', (body: Buffer) => plain(gunzipSync(body))],
    ['identity', undefined, plain],
    ['', undefined, plain],
  ])('is sent to a browser that takes %j as %s, and unpacks to the same', async (taken, encoding, unpack) => {
    const { status, headers, body } = await ask(AT, taken === '' ? {} : { 'accept-encoding': taken });
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(headers['cache-control']).toBe(FOREVER);
    // A cache in between keeps one for each kind of browser.
    expect(headers.vary).toMatch(/accept-encoding/i);
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(unpack(body)).toBe(SCRIPT);
  });

  it('is not sent again to whoever has it: 304 by its own ETag, for each encoding', async () => {
    const tags = new Set<string>();
    for (const taken of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': taken };
      const etag = (await ask(AT, headers)).headers.etag ?? '';
      tags.add(etag);
      const again = await ask(AT, { ...headers, 'if-none-match': etag });
      expect([taken, again.status, again.body.length, again.headers.etag]).toEqual([taken, 304, 0, etag]);
      expect(again.headers.vary).toMatch(/accept-encoding/i);
    }
    expect(tags.size).toBe(3);
  });

  it('answers HEAD as GET, without a body', async () => {
    for (const taken of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': taken };
      const [got, head] = [await ask(AT, headers), await ask(AT, headers, 'HEAD')];
      const named = ({ status, headers: { etag, vary, ...rest } }: Answer) => [
        status,
        etag,
        vary,
        rest['content-encoding'],
        rest['content-length'],
        rest['content-type'],
      ];
      expect(named(head)).toEqual(named(got));
      expect(head.body.length).toBe(0);
    }
  });

  it('has no address of its own, and what was not compressed goes as it is', async () => {
    expect((await ask(`${AT}.br`)).status).toBe(404);
    expect((await ask(`${AT}.gz`)).status).toBe(404);
    const face = await ask('/assets/inter-abc.woff2', { 'accept-encoding': 'br, gzip' });
    expect([face.status, face.headers['content-encoding'], plain(face.body)]).toEqual([
      200,
      undefined,
      'a face',
    ]);
  });

  it('holds for the page, too, which is asked for anew each time', async () => {
    const { headers, body } = await ask('/users', { 'accept-encoding': 'br' });
    expect(headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'no-cache' });
    expect(plain(brotliDecompressSync(body))).toBe(PAGE);
  });
});
