import { defineConfig } from '@playwright/test';
import base from '../../../playwright.config.ts';

/** Takes pictures of every screen into out/screenshots, which `npm run screenshots` compares. */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../../out/screenshots-failed',
  timeout: 600_000,
  projects: [
    { name: 'web', testMatch: ['web.shots.ts', 'gallery.shots.ts'] },
    { name: 'desktop', testMatch: 'desktop.shots.ts' },
  ],
});
