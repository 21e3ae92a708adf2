import { defineConfig } from '@playwright/test';
import base from '../../../playwright.config.ts';

/** Records what the gallery is answered. */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../../../out/gallery-failed',
  workers: 1,
  projects: [{ name: 'record', testMatch: 'record.ts' }],
});
