/** What runs under Node: the main process, the server that it starts beside itself, and the program `gatehouse`. */
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { askedForByName, catalogueAtOnce, lean, withoutGlob } from './serverInShort.ts';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  root,
  logLevel: 'warn',
  plugins: [withoutGlob(), catalogueAtOnce(), askedForByName(), lean()],
  publicDir: false,
  ssr: {
    target: 'node',
    // One file is read in a third of the time that finding hundreds takes.
    noExternal: true,
    // What reads files of its own package, or is native.
    external: ['electron', '@node-rs/argon2', '@fastify/swagger-ui', 'pg-native'],
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
