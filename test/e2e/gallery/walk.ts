import type { Page } from '@playwright/test';

/** Shows a story on the stage, without another load, and waits until it is there. */
export async function showStory(page: Page, path: string, how = ''): Promise<void> {
  await page.evaluate(
    ([wanted = '', query = '']) =>
      new Promise<void>((resolve) => {
        const root = document.documentElement;
        const isThere = () => root.dataset['story'] === wanted;
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(root, { attributeFilter: ['data-story'] });
        location.hash = `#${wanted.replace(/\/$/, '')}${query}`;
        if (isThere()) resolve();
      }),
    [path, how],
  );
}

/** Every story with each of its states, in the order of the list: what the gallery itself says that it has. */
export async function everyStory(page: Page): Promise<string[]> {
  return page.evaluate(() => JSON.parse(document.documentElement.dataset['stories'] ?? '[]') as string[]);
}
