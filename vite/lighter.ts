/** What makes the web page light: it brings what it says of the API and of icons, and the server finds it compressed. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as icons from '@mdi/js';
import type { Plugin } from 'vite';

/** What is read of an operation of the contract. */
interface Operation {
  method: string;
  path: string;
  query?: { properties: object };
  body?: object;
  textBody?: string;
  download?: readonly string[];
  response?: object;
  byItself?: true;
}

interface Contract {
  operations: Record<string, Operation>;
  API_BASE: string;
  SESSION_HEADER: string;
  EVENTS_PATH: string;
}

const NAMED = /import\s*\{([^}]*)\}\s*from\s*['"]@mdi\/js['"];?/g;

/** The theme has no ripples (`renderer/app/themeComponents.ts`), and what draws them is part of every button. */
export function withoutRipples(): Plugin {
  return {
    name: 'gatehouse:without-ripples',
    enforce: 'pre',
    load: (id) => (id.endsWith('/ButtonBase/TouchRipple.mjs') ? 'export default () => null;' : null),
  };
}

/** Each icon stands where it is shown: `@mdi/js` is one module, so that the first screen would bring those of every other one. */
export function iconsInPlace(): Plugin {
  return {
    name: 'gatehouse:icons-in-place',
    enforce: 'pre',
    transform(code) {
      if (!code.includes('@mdi/js')) return null;
      const paths = new Map<string, unknown>(Object.entries(icons));
      const placed = code.replace(NAMED, (_, names: string) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean)
          .map((name) => `const ${name} = ${JSON.stringify(paths.get(name))};`)
          .join(''),
      );
      return { code: placed, map: null };
    },
  };
}

/**
 * The page asks the server and believes its answers, which were judged there: of an operation it needs method, path and the names of
 * what goes where, and neither its schemas nor what judges by them.
 */
export function operationsInShort(): Plugin {
  return {
    name: 'gatehouse:operations-in-short',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('/contract/operations.ts')) return null;
      const { operations, ...others } = (await import(pathToFileURL(id).href)) as Contract;
      const short = Object.entries(operations).map(([name, operation]) => [name, inShort(operation)]);
      const { API_BASE, SESSION_HEADER, EVENTS_PATH } = others;
      const texts = Object.entries({ API_BASE, SESSION_HEADER, EVENTS_PATH });
      return [
        `const operations = ${JSON.stringify(Object.fromEntries(short))};`,
        'export const operationOf = (name) => operations[name];',
        ...texts.map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`),
      ].join('\n');
    },
  };
}

function inShort({ method, path, query, body, textBody, download, response, byItself }: Operation) {
  const named = query && {
    properties: Object.fromEntries(Object.keys(query.properties).map((one) => [one, 0])),
  };
  return {
    method,
    path,
    query: named,
    body: body && 1,
    textBody,
    download: download && 1,
    response: response && 1,
    byItself,
  };
}

const WORTH_IT = /\.(js|css|svg|html)$/;

/** Beside each file one for browsers that take brotli, and one for those that take gzip: made once, as small as it gets. */
export function compressed(): Plugin {
  return {
    name: 'gatehouse:compressed',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!WORTH_IT.test(name)) continue;
        const file = join(dir, name);
        const content = readFileSync(file);
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}
