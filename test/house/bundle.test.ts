import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askedForByName } from '../../vite/serverInShort.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a source prints once it is built as the server is. */
async function printed(source: string): Promise<string> {
  const entry = join(folder, 'entry.ts');
  writeFileSync(entry, source);
  await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    plugins: [askedForByName()],
    build: {
      ssr: true,
      outDir: join(folder, 'out'),
      rolldownOptions: { input: entry, output: { format: 'esm', entryFileNames: 'built.mjs' } },
    },
  });
  return execFileSync(process.execPath, [join(folder, 'out', 'built.mjs')], { encoding: 'utf8' }).trim();
}

const LOADED = `process.moduleLoadList.filter((one) => /undici/.test(one)).length`;

describe('the bundle of the server', () => {
  it.each([
    [
      'names',
      `import { createServer as listen, STATUS_CODES } from 'node:http';\nconsole.log(typeof listen, STATUS_CODES[404], ${LOADED});`,
    ],
    [
      'the whole',
      `import * as http from 'node:http';\nconsole.log(typeof http.createServer, http.STATUS_CODES[404], ${LOADED});`,
    ],
    [
      'the default',
      `import http from 'node:http';\nconsole.log(typeof http.createServer, http.STATUS_CODES[404], ${LOADED});`,
    ],
  ])('asks Node for HTTP by %s, without the WebSocket that comes with an import', async (_, source) => {
    expect(await printed(source)).toBe('function Not Found 0');
  });
});
