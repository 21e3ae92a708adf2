import { expect, type Page } from '@playwright/test';
import type { World } from './world.ts';

/** A refusal or an outage, which the page shows in words; Chromium notes each as an error of its own. */
const REFUSAL = /^Failed to load resource: the server responded with a status of (4\d\d|503) /;

export interface Watch {
  /** No uncaught error, nothing that the content security policy refused, no complaint in the console. */
  mustBeClean(server?: Pick<World, 'printed'>): void;
}

/** Listens to a page from now on. */
export function watch(page: Page): Watch {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !REFUSAL.test(message.text())) complaints.push(message.text());
  });
  return {
    mustBeClean: (server) =>
      expect(
        complaints,
        `errors in the page’s console; the server printed:\n${server?.printed() ?? ''}`,
      ).toEqual([]),
  };
}
