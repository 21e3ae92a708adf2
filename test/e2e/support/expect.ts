import { expect as base, type Locator, type Page } from '@playwright/test';
import { translateOf } from './words.ts';

type Text = string | RegExp;

/** Playwright's, which knows what the page at hand speaks: texts are expected as the catalogue says them there. */
export const expect = base.extend({
  toHaveText: (locator: Locator, text: Text | readonly Text[]) =>
    asserted(() =>
      base(locator).toHaveText(
        Array.isArray(text)
          ? text.map((one: Text) => inSpeechOf(locator, one, true))
          : inSpeechOf(locator, text as Text, true),
      ),
    ),
  toContainText: (locator: Locator, text: Text | readonly Text[], options?: { timeout?: number }) =>
    asserted(() =>
      base(locator).toContainText(
        Array.isArray(text)
          ? text.map((one: Text) => inSpeechOf(locator, one, false))
          : inSpeechOf(locator, text as Text, false),
        options,
      ),
    ),
  toHaveTitle: (page: Page, text: string) => asserted(() => base(page).toHaveTitle(titleIn(page, text))),
});

/** The page's name, then the organisation's. */
function titleIn(page: Page, title: string): RegExp {
  const parts = title.split(' · ').map((part) => inSpeechOf(page, part, false));
  return new RegExp(parts.map((part) => (part instanceof RegExp ? part.source : part)).join(' · '));
}

function inSpeechOf(target: Locator | Page, text: Text, whole: boolean): Text {
  return translateOf(target)?.(text, whole) ?? text;
}

async function asserted(check: () => Promise<void>) {
  try {
    await check();
    return { pass: true, message: () => 'It has that text.' };
  } catch (error) {
    return { pass: false, message: () => (error instanceof Error ? error.message : String(error)) };
  }
}
