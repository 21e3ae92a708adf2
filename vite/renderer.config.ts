/** The page, once for each shell: the mode (`web` or `desktop`) names its entry and its folder below out/renderer. */
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { compressed, iconsInPlace, operationsInShort, withoutRipples } from './lighter.ts';
import { wordsRead } from './words.ts';

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

/**
 * What the form waits for, and what the first page after it brings besides: a file each. Left alone they would be ninety, of which each is
 * compressed without knowing the others (a tenth more) and asked for by itself.
 */
const FIRST = [
  // `start` awaits pieces that are made of these (English made long, lines from the right): inside of it they would wait for each other.
  { name: 'ground', test: /node_modules[\\/]stylis[\\/]|words[\\/]readMessage\.ts$/, priority: 3 },
  { name: 'start', tags: ['$initial' as const], priority: 2 },
  {
    name: 'first',
    test: /renderer[\\/](app[\\/]frame[\\/]Frame|features[\\/]dashboard[\\/]DashboardPage)\.tsx$/,
    priority: 1,
  },
];

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
      withoutRipples(),
      ...(mode === 'web' ? [operationsInShort(), wordsRead(), compressed()] : []),
    ],
    build: {
      outDir: join(root, '..', 'out', 'renderer', mode),
      emptyOutDir: true,
      target: 'baseline-widely-available',
      minify: true,
      // SECURITY: the content security policy allows no data: scripts or fonts, so nothing is inlined.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: join(root, page),
        output: { codeSplitting: { groups: FIRST } },
      },
    },
  };
});
