import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { scratch } from './scripts/lib/scratch.mjs';
import { findProgram } from './scripts/lib/shell.mjs';

// For workers, browsers and servers alike, as in vitest.config.ts.
process.env['TMPDIR'] = scratch();
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'out', 'compiled');

/** Debian's Chromium where it is installed, without a window's machinery if that can be had; elsewhere the one that Playwright brings. */
const executablePath = ['chromium-headless-shell', 'chromium', 'chromium-browser']
  .map(findProgram)
  .find((path) => path !== undefined);

/** Chromium refuses to run sandboxed as root. The pages here are our own, on loopback. */
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Only what hangs runs into them: a machine that is shared may be several times slower than this one.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  // More than there are cores: a journey waits for the next code, or for a mail, half of its time.
  workers: 3,
  forbidOnly: true,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Frames of a transition cost as much as the page: the desktop's journeys are with motion, those in a browser without.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 60_000,
    // A trace of everything costs as much as the tests do; --retries 1 takes one of what fails.
    trace: 'on-first-retry',
    launchOptions: {
      args: [...args, '--disable-background-networking', '--disable-component-update'],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    // First: each of its files is one after the other, and the many small journeys fill the end.
    { name: 'desktop', testMatch: '**/desktop-*.spec.ts' },
    { name: 'web', testMatch: '**/*.spec.ts', testIgnore: '**/desktop-*.spec.ts' },
  ],
});
