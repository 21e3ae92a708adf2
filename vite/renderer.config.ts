/** The page, once for each shell: the mode (`web` or `desktop`) names its entry and its folder below out/renderer. */
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { compressed, iconsInPlace, operationsInShort } from './lighter.ts';

const root = join(import.meta.dirname, '..', 'renderer');

/** Both shells look for index.html, whichever page it was made of. */
function namePageIndex(page: string): Plugin {
  return {
    name: 'gatehouse:name-page-index',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const html = bundle[page];
      if (html) html.fileName = 'index.html';
    },
  };
}

export default defineConfig(({ mode }) => {
  const page = `index.${mode}.html`;
  return {
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      react(),
      namePageIndex(page),
      iconsInPlace(),
      ...(mode === 'web' ? [operationsInShort(), compressed()] : []),
    ],
    build: {
      outDir: join(root, '..', 'out', 'renderer', mode),
      emptyOutDir: true,
      target: 'baseline-widely-available',
      minify: true,
      // SECURITY: the content security policy allows no data: scripts or fonts, so nothing is inlined.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { input: join(root, page) },
    },
  };
});
