import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Problem } from '../../../contract/errors.ts';
import type { GatehouseBridge } from '../../../contract/ipc.ts';

/** One run of the built app, in a folder of its own. */
export interface Desktop {
  app: ElectronApplication;
  page: Page;
  userData: string;
}

/** What a test gets of `{ok:true,data}` or `{ok:false,error}`: one of the two. */
export interface Answer {
  ok: boolean;
  data?: unknown;
  error?: Problem;
}

export async function launch(userData: string, ...words: string[]): Promise<Desktop> {
  const app = await _electron.launch({
    args: [`--user-data-dir=${userData}`, '.', ...words],
    env: definedEnvironment(),
  });
  const page = await app.firstWindow();
  // The window begins on a blank page that has loaded already.
  await page.waitForURL(/gatehouse/, { waitUntil: 'load' });
  return { app, page, userData };
}

/** From the first screen of a new app to the sign-in screen of a server. */
export async function connectTo(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: /^On a server/ }).click();
  await page.getByLabel('Server address').fill(address);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'gatehouse-desktop-'));

/** Asks through `window.gatehouse`, as the page does. */
export function ask(
  page: Page,
  kind: 'call' | 'desktop',
  operation: string,
  input: unknown = {},
): Promise<Answer> {
  return page.evaluate(
    ([channel, name, given]) =>
      (window as Window & { gatehouse?: GatehouseBridge }).gatehouse?.[channel](
        name,
        given,
      ) as Promise<Answer>,
    [kind, operation, input] as const,
  );
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
