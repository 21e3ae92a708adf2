/** Which scripts a page asked for until somebody could type, and which only then. */
import type { Page } from '@playwright/test';

const STOOD = 'a password can be typed';

/** Has the page note the frame in which a field for a password first stands; before it is opened. */
export async function noteForm(page: Page): Promise<void> {
  await page.addInitScript((name) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('input[type=password]')) return;
      observer.disconnect();
      requestAnimationFrame(() => performance.mark(name));
    });
    observer.observe(document, { childList: true, subtree: true });
  }, STOOD);
}

/** The paths of the scripts that were asked for so far: what the form waited for, and what was fetched ahead once it stood. */
export const scriptsUntilForm = (page: Page): Promise<{ before: string[]; after: string[] }> =>
  page.evaluate(async (name) => {
    const noted = () => performance.getEntriesByName(name)[0]?.startTime;
    // The field may be found a frame before it is noted.
    while (noted() === undefined) await new Promise(requestAnimationFrame);
    const stood = noted() ?? 0;
    const scripts = performance
      .getEntriesByType('resource')
      .map((entry) => ({ path: new URL(entry.name).pathname, at: entry.startTime }))
      .filter(({ path }) => path.endsWith('.js'));
    const paths = (isBefore: boolean) => [
      ...new Set(scripts.filter(({ at }) => at <= stood === isBefore).map(({ path }) => path)),
    ];
    return { before: paths(true), after: paths(false) };
  }, STOOD);
