import { expect, type Page } from '@playwright/test';

/** Does something with the screen that is there now; each has a name of its own. */
export type Shoot = (name: string) => Promise<void>;

/** Goes to a page as a link would, and waits until everything there is there. Works without an address bar too. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const { idx = 0 } = (window.history.state ?? {}) as { idx?: number };
    window.history.pushState({ idx: idx + 1, key: to, usr: null }, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await settled(page);
}

/** Nothing is loading, and nothing is about to say that it is. */
export async function settled(page: Page): Promise<void> {
  await quiet(page);
  await expect(page.locator('main, h1').first()).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await expect(page.locator('[aria-busy=true], .MuiSkeleton-root')).toHaveCount(0);
  // What was shown last may have brought a face that nothing had before.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Nothing changes any more, whatever it shows: for what is meant to be loading. */
export async function quiet(page: Page): Promise<void> {
  // Where the last click was, something may lie now that says more under the pointer.
  await page.mouse.move(0, 0);
  await page.evaluate(unchangedFor, QUIET_MS);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Longer than the 150 ms after which what loads shows that it does. */
const QUIET_MS = 250;

/** Runs in the page: resolves once the document has not changed for so long. */
function unchangedFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      resolve();
    };
    let timer = setTimeout(done, milliseconds);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, milliseconds);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
