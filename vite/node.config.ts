/** What runs under Node: the main process, the server that it starts beside itself, and the program `gatehouse`. */
import { join } from 'node:path';
import { defineConfig, minifySync } from 'vite';
import type { Plugin } from 'vite';

const root = join(import.meta.dirname, '..');

/**
 * No comments, and no letter beyond ASCII: the source stays in memory for as long as the program runs, and one such letter doubles
 * what a file takes there. Names, lines and licences stay.
 */
function lean(): Plugin {
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

export default defineConfig({
  root,
  logLevel: 'warn',
  plugins: [lean()],
  publicDir: false,
  ssr: {
    target: 'node',
    // One file is read in a third of the time that finding hundreds takes.
    noExternal: true,
    // What reads files of its own package, or is native.
    external: ['electron', '@node-rs/argon2', '@fastify/static', '@fastify/swagger-ui', 'pg-native'],
  },
  build: {
    ssr: true,
    outDir: 'out',
    emptyOutDir: false,
    target: 'node24',
    // A stack trace in an operator's log has names.
    minify: false,
    rolldownOptions: {
      external: ['electron'],
      input: {
        'main/index': join(root, 'electron/main/index.ts'),
        'server/gatehouse': join(root, 'server/cli.ts'),
        'server/utility': join(root, 'electron/main/localServer/child.ts'),
      },
      output: {
        format: 'esm',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
});
