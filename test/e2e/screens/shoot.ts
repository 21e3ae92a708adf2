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

/** The page of the address is there, nothing on it is loading, and nothing is about to say that it is. */
export async function settled(page: Page): Promise<void> {
  let wasThere = false;
  // What had to be waited for may bring more.
  while (!wasThere) {
    await quiet(page);
    wasThere = (await title(page).isVisible()) && (await onItsWay(page).count()) === 0;
    await there(page);
  }
  // What was shown last may have brought a face that nothing had before.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** The page of the address is there, and all that it asked for; what that brings may be about to ask for more. */
async function there(page: Page): Promise<void> {
  await expect(title(page)).toBeVisible();
  await expect(onItsWay(page)).toHaveCount(0);
}

/** Every page has one, and none before its code is there. */
const title = (page: Page) => page.locator('h1:visible').first();

/** What says that something comes: the page of another address, an answer. */
const onItsWay = (page: Page) =>
  page.locator('[aria-busy=true], .MuiSkeleton-root').or(page.getByRole('status', { name: 'Loading' }));

/** Nothing changes any more, whatever it shows: for what is meant to be loading. */
export async function quiet(page: Page): Promise<void> {
  // Where the last click was, something may lie now that says more under the pointer.
  await page.mouse.move(0, 0);
  await page.evaluate(unchangedFor, QUIET_MS);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Longer than the 150 ms after which what loads shows that it does. */
const QUIET_MS = 250;

/** Runs in the page: resolves once the document has not changed for so long, and nothing that was begun waits for the processor. */
function unchangedFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    let changes = 0;
    let timer: ReturnType<typeof setTimeout>;
    const begin = () => {
      timer = setTimeout(() => {
        const before = changes;
        // On a busy machine the time may be over before the page has done what it was asked for.
        void scheduler.postTask(
          () => {
            if (changes > before) return;
            observer.disconnect();
            resolve();
          },
          { priority: 'background' },
        );
      }, milliseconds);
    };
    const observer = new MutationObserver(() => {
      changes += 1;
      clearTimeout(timer);
      begin();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    begin();
  });
}

export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
