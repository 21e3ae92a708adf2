import { FIRST_LANGUAGE, LANGUAGES, isLanguage, languageFor } from '../../contract/words/languages.ts';
import type { Language } from '../../contract/words/languages.ts';

/** What is kept in this browser: what the person who signed in last chose, what was chosen at the sign-in, and the organisation's. */
const KEPT = {
  own: 'gatehouse.language',
  here: 'gatehouse.language.here',
  organisation: 'gatehouse.language.organisation',
} as const;

/**
 * The language of this page for as long as it lives: what the reader chose, else what their system says, else the
 * organisation's. Another one loads the page anew, so that every module can say its words from the start.
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
  return (
    keptTag('own') ??
    keptTag('here') ??
    languageFor(navigator.languages) ??
    keptTag('organisation') ??
    FIRST_LANGUAGE
  );
}

function keptTag(whose: keyof typeof KEPT): Language | null {
  const tag = localStorage.getItem(KEPT[whose]);
  return tag !== null && isLanguage(tag) ? tag : null;
}

function keep(whose: keyof typeof KEPT, tag: Language | null): void {
  if (tag === null) localStorage.removeItem(KEPT[whose]);
  else localStorage.setItem(KEPT[whose], tag);
}

/** At most once a change: what is kept is all that the page reads when it is loaded. */
function loadAnew(): void {
  if (readLanguage() !== language) location.reload();
}

/** Brings the page into the language of the person who is signed in; null where they chose none. */
export function followOwn(own: Language | null): void {
  keep('own', own);
  loadAnew();
}

/** The organisation's language is read by whoever chose none, where their system names none that there is. */
export function followOrganisation(tag: Language): void {
  keep('organisation', tag);
  loadAnew();
}

/** What a person who is signed in has just chosen for themselves; null: as their system says. */
export function chooseOwn(own: Language | null): void {
  keep('here', null);
  followOwn(own);
}

/** What was chosen before anybody signed in: for this browser, until somebody signs in who chose for themselves. */
export function chooseHere(tag: Language): void {
  keep('own', null);
  keep('here', tag);
  loadAnew();
}
