/** The preload: a sandboxed one can require electron and nothing else, so it is one CommonJS file. */
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  root,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: 'out/preload',
    emptyOutDir: true,
    target: 'chrome140',
    minify: true,
    rolldownOptions: {
      external: ['electron'],
      input: join(root, 'electron/preload/index.ts'),
      output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
    },
  },
});
