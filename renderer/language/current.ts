import { FIRST_LANGUAGE, LANGUAGES, isLanguage, languageFor } from '../../contract/words/languages.ts';
import type { Language } from '../../contract/words/languages.ts';

const KEPT = 'gatehouse.language';

/**
 * The language of this page for as long as it lives: what the reader chose here last, else what their system says. Another
 * choice loads the page anew, so that every module can say its words from the start.
 */
export const language: Language = readLanguage();

/** How this page writes numbers, dates and lists (BCP 47). */
export const { locale } = LANGUAGES[language];

/** For whoever tests a layout: English that is `long`, or a page that is `mirrored` as a right-to-left language has it. */
export const trial = readTrial();

/** Which way lines run. */
export const direction = trial === 'mirrored' ? 'rtl' : 'ltr';

function readTrial(): 'long' | 'mirrored' | null {
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem('gatehouse.trial');
  return kept === 'long' || kept === 'mirrored' ? kept : null;
}

function readLanguage(): Language {
  if (typeof localStorage === 'undefined') return FIRST_LANGUAGE;
  const kept = localStorage.getItem(KEPT);
  if (kept !== null && isLanguage(kept)) return kept;
  return languageFor(navigator.languages) ?? FIRST_LANGUAGE;
}

/**
 * Brings the page into the reader's language.
 *
 * @param own what the person chose; null: as their system says, else `fallback`
 * @param fallback the organisation's language
 */
export function followLanguage(own: string | null, fallback: string | null): void {
  const wanted = own ?? languageFor(navigator.languages) ?? fallback;
  if (wanted === null || !isLanguage(wanted)) return;
  if (own === null && languageFor(navigator.languages) !== null) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, wanted);
  if (wanted !== language) location.reload();
}
