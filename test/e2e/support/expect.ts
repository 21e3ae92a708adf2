import { expect as base, type Locator } from '@playwright/test';
import { translateOf } from './words.ts';

type Text = string | RegExp;

/** Playwright's, which knows what the page at hand speaks: texts are expected as the catalogue says them there. */
export const expect = base.extend({
  toHaveText: (locator: Locator, text: Text) =>
    asserted(() => base(locator).toHaveText(inSpeechOf(locator, text, true))),
  toContainText: (locator: Locator, text: Text) =>
    asserted(() => base(locator).toContainText(inSpeechOf(locator, text, false))),
});

function inSpeechOf(locator: Locator, text: Text, whole: boolean): Text {
  return translateOf(locator)?.(text, whole) ?? text;
}

async function asserted(check: () => Promise<void>) {
  try {
    await check();
    return { pass: true, message: () => 'It has that text.' };
  } catch (error) {
    return { pass: false, message: () => (error instanceof Error ? error.message : String(error)) };
  }
}
