/** The gallery of what `renderer/ui` has, and of every screen: two pages that any static server can serve. */
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const checkout = join(import.meta.dirname, '..');
const root = join(checkout, 'renderer', 'gallery');

export default defineConfig({
  root,
  base: './',
  logLevel: 'warn',
  publicDir: false,
  plugins: [react()],
  server: { fs: { allow: [checkout] } },
  build: {
    outDir: join(checkout, 'out', 'gallery'),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: [join(root, 'index.html'), join(root, 'stage.html')] },
  },
});
