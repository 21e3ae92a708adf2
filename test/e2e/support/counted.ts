import type { Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';

/** What a journey costs somebody. */
export interface Cost {
  /** Places in which something is done: pages, steps of one, dialogs. */
  steps: number;
  clicks: number;
  /** Fields that are typed into or chosen from; codes count, files are chosen by a click. */
  fields: number;
}

/** Acts on a page, counted: by these alone a journey is walked whose length must not grow. */
export interface Walk {
  click(what: Locator): Promise<void>;
  fill(field: Locator, text: string): Promise<void>;
  choose(field: Locator, option: string): Promise<void>;
  /** Opens the browser's own dialog, and takes a file there. */
  file(opener: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
  cost(): Cost;
}

export function walk(page: Page): Walk {
  const cost: Cost = { steps: 0, clicks: 0, fields: 0 };
  let last: string | undefined;
  /** Where somebody acts, as they would name it. */
  const arrive = async (where: Locator): Promise<void> => {
    await expect(where).toBeVisible();
    const here = await page.evaluate(() => {
      const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1);
      const within = dialog ?? document;
      const words = within.querySelector(dialog ? 'h2' : 'h1')?.textContent ?? '';
      return [words, within.querySelector('[aria-current=step]')?.textContent ?? ''].join(' ');
    });
    if (here !== last) cost.steps += 1;
    last = here;
  };
  return {
    async click(what) {
      await arrive(what);
      cost.clicks += 1;
      await what.click();
    },
    async fill(field, text) {
      await arrive(field);
      cost.fields += 1;
      await field.fill(text);
    },
    async choose(field, option) {
      await arrive(field);
      cost.fields += 1;
      await field.selectOption(option);
    },
    async file(opener, file) {
      await arrive(opener);
      cost.clicks += 1;
      const chooser = page.waitForEvent('filechooser');
      await opener.click();
      await (await chooser).setFiles(file);
    },
    cost: () => cost,
  };
}

/** None of them longer than it was. */
export function atMost(walked: Walk, { steps, clicks, fields }: Cost): void {
  const cost = walked.cost();
  const told = `${cost.steps} steps, ${cost.clicks} clicks, ${cost.fields} fields`;
  expect(cost.steps <= steps && cost.clicks <= clicks && cost.fields <= fields, told).toBe(true);
}
