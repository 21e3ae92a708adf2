/** The page, once for each shell: the mode (`web` or `desktop`) names its entry and its folder below out/renderer. */
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { compressed, iconsInPlace, operationsInShort, withoutRipples } from './lighter.ts';
import { createReach } from './reached.ts';
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

const needs = createReach();
const ENTRIES = ['web', 'desktop'].map((shell) => join(root, `main.${shell}.tsx`));
const SIGN_IN = [join(root, 'features', 'signIn', 'SignInPage.tsx')];
const FIRST_PAGE = [
  join(root, 'app', 'frame', 'Frame.tsx'),
  join(root, 'features', 'dashboard', 'DashboardPage.tsx'),
];

/**
 * What every page waits for with what the form and the first page share, and what only one of the two needs: a file each. Left
 * alone they would be ninety, of which each is compressed without knowing the others (a tenth more) and asked for by itself.
 */
const GROUPS: Rolldown.CodeSplittingGroup[] = [
  // `start` awaits pieces that are made of these (English made long, lines from the right): inside of it they would wait for each other.
  { name: 'ground', test: /node_modules[\\/]stylis[\\/]|words[\\/]readMessage\.ts$/, priority: 4 },
  {
    name: (id, graph) =>
      needs(id, ENTRIES, graph) || (needs(id, SIGN_IN, graph) && needs(id, FIRST_PAGE, graph))
        ? 'start'
        : null,
    priority: 3,
  },
  { name: 'first', test: (id) => FIRST_PAGE.includes(id), priority: 1 },
  {
    // Fields are other pages' too: what sign-in says isn't to be waited for there.
    name: (id, graph) => (needs(id, SIGN_IN, graph) && !/features[\\/]signIn[\\/]/.test(id) ? 'form' : null),
    priority: 0,
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
        output: { codeSplitting: { groups: GROUPS } },
      },
    },
  };
});
