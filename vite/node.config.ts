/** What runs under Node inside Electron: the main process, and the server that it starts beside itself. */
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  root,
  logLevel: 'warn',
  publicDir: false,
  ssr: { target: 'node' },
  build: {
    ssr: true,
    outDir: 'out',
    emptyOutDir: false,
    target: 'node24',
    minify: true,
    rolldownOptions: {
      external: ['electron'],
      input: {
        'main/index': join(root, 'electron/main/index.ts'),
        'server/utility': join(root, 'electron/main/localServer/child.ts'),
      },
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
