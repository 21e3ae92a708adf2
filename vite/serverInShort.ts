/** What makes the server start in a moment and keep little: less to read, and nothing of Node's that it doesn't use. */
import { minifySync } from 'vite';
import type { Plugin } from 'vite';

/**
 * No comments, and no letter beyond ASCII: the source stays in memory for as long as the program runs, and one such letter doubles
 * what a file takes there. Names, lines and licences stay.
 */
export function lean(): Plugin {
  return {
    name: 'gatehouse:lean',
    // After all else: whoever prints the code again writes the letters out.
    generateBundle(_options, bundle) {
      const codegen = { removeWhitespace: false, asciiOnly: true, legalComments: 'inline' } as const;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const options = { module: true, compress: false, mangle: false, codegen };
        const { code, errors } = minifySync(chunk.fileName, chunk.code, options);
        if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
        // What is left stands in licences: names of people.
        chunk.code = code.replace(
          /[\u0080-\uffff]/g,
          (letter) => `\\u{${letter.charCodeAt(0).toString(16)}}`,
        );
      }
    },
  };
}

const IMPORTED = /^import (?:\{([^}]*)\}|\* as (\S+)|(\S+)) from "(node:(?:http|process))";$/gm;

/**
 * An `import` of one of Node's own modules asks for each of its exports, and of `node:http` and `node:process` some are made when they
 * are asked for: a WebSocket with all that `fetch` needs, and the standard input. That is 13 MB and a tenth of a start, for nothing.
 */
export function askedForByName(): Plugin {
  return {
    name: 'gatehouse:asked-for-by-name',
    renderChunk: (code) => ({
      code: code.replace(
        IMPORTED,
        (_, names: string | undefined, all: string | undefined, main: string, from: string) => {
          const bound = names === undefined ? (all ?? main) : `{${names.replace(/ as /g, ': ')}}`;
          return `const ${bound} = process.getBuiltinModule("${from}");`;
        },
      ),
      map: null,
    }),
  };
}

const LOADED = /\(await import\('(\.\/[\w/]+\.ts)'\)\)\.(\w+)/g;

/** Every sentence of each language, which a browser loads room by room, is read at each start here: without eighty files. */
export function catalogueAtOnce(): Plugin {
  return {
    name: 'gatehouse:catalogue-at-once',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/contract\/words\/\w+\/index\.ts$/.test(id)) return null;
      const imports: string[] = [];
      const placed = code.replace(LOADED, (_, from: string, name: string) => {
        const local = `room${imports.length}`;
        imports.push(`import { ${name} as ${local} } from '${from}';`);
        return local;
      });
      return { code: imports.join('') + placed, map: null };
    },
  };
}

const NO_GLOB = '\0no-glob';

/** By it @fastify/static looks for the files that it serves by itself, which it doesn't here (server/http/static.ts). */
export function withoutGlob(): Plugin {
  return {
    name: 'gatehouse:without-glob',
    enforce: 'pre',
    resolveId: (source) => (source === 'glob' ? NO_GLOB : null),
    load: (id) => (id === NO_GLOB ? 'export const glob = null;' : null),
  };
}
