/** What a language costs whoever signs in: its words are loaded before the first screen shows (docs/decisions/0066-words.md). */
import { gzipSync } from 'node:zlib';
import { expect, type Response } from '@playwright/test';
import { LANGUAGES, LANGUAGE_TAGS, type Language } from '../../contract/words/languages.ts';
import { noteForm, scriptsUntilForm } from '../support/scriptsUntil.ts';
import { webTest } from './support/fixtures.ts';

/** Read beforehand they take a ninth more than as ICU writes them, and spare what reads ICU: 7 kB (`vite/words.ts`). */
const MOST = 17_000;

for (const language of LANGUAGE_TAGS) {
  const { name, locale } = LANGUAGES[language];
  webTest(`${name}: less than 17 kB of words before the sign-in screen`, async ({ browser, world }) => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    const answers = new Map<string, Response>();
    page.on('response', (answer) => answers.set(new URL(answer.url()).pathname, answer));
    await noteForm(page);
    await page.goto(world.address);
    await expect(page.locator('input[type=password]')).toBeVisible();
    const { before } = await scriptsUntilForm(page);
    const scripts = await Promise.all(before.map(async (path) => (await answers.get(path)?.text()) ?? ''));
    const messages = await messagesOf(language);
    const words = scripts.filter((script) => areWords(script, messages));
    const weights = words.map((script) => gzipSync(script).length);
    await context.close();
    expect(weights.length).toBeGreaterThan(1);
    expect(weights.reduce((sum, weight) => sum + weight)).toBeLessThan(MOST);
  });
}

async function messagesOf(language: Language): Promise<string[]> {
  const rooms = await Promise.all(Object.values(LANGUAGES[language].rooms).map((load) => load()));
  return rooms.flatMap((messages) => Object.values(messages));
}

/** A program may well say one of them, too. */
function areWords(script: string, messages: readonly string[]): boolean {
  const said = messages.filter((message) => message.length > 10 && script.includes(message));
  return said.join('').length > script.length / 3;
}
