import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Locator, Page } from '@playwright/test';
import { LANGUAGES } from '../../../contract/words/languages.ts';
import type { Language } from '../../../contract/words/languages.ts';
import { readLong } from '../../../contract/words/pseudo.ts';
import { sayFrom } from '../../../contract/words/say.ts';
import type { Room } from '../../../contract/words/sentence.ts';

/** What a page speaks: a language, or English made long. */
export type Speech = Language | 'long';

type Values = Record<string, string | number>;
type Token = string | [name: string, type?: string, format?: unknown];

/** One way in which an English message can read, and what it takes to say the same again. */
interface Reading {
  room: Room;
  pattern: RegExp;
  /** The text with `…` for its placeholders. */
  plain: string;
  names: readonly (readonly [name: string, isNumber: boolean])[];
  chosen: Values;
  say(values: Values): string;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const withoutTags = (text: string) => text.replace(/<\/?\w+>/g, '');

/** All that an English message may read as: one for each of its plurals and selects. */
function variantsOf(
  tokens: readonly Token[],
): { parts: readonly (string | [string, boolean])[]; chosen: Values }[] {
  let variants: { parts: (string | [string, boolean])[]; chosen: Values }[] = [{ parts: [], chosen: {} }];
  for (const token of tokens) {
    if (typeof token === 'string') {
      variants = variants.map(({ parts, chosen }) => ({ parts: [...parts, token], chosen }));
      continue;
    }
    const [name, type, format] = token;
    if (type !== 'plural' && type !== 'select') {
      variants = variants.map(({ parts, chosen }) => ({
        parts: [...parts, [name, type === 'number']],
        chosen,
      }));
      continue;
    }
    const cases = Object.entries(format as Record<string, readonly Token[] | undefined>);
    variants = variants.flatMap(({ parts, chosen }) =>
      cases
        .filter(([key, inner]) => key !== 'offset' && inner !== undefined)
        .flatMap(([key, inner]) =>
          variantsOf((Array.isArray(inner) ? inner : [String(inner)]) as Token[]).map((nested) => ({
            parts: [
              ...parts,
              ...nested.parts.flatMap((part): (string | [string, boolean])[] =>
                typeof part === 'string' && type === 'plural' && part === '#' ? [[name, true]] : [part],
              ),
            ],
            chosen: { ...chosen, [name]: type === 'plural' ? numberOf(key) : key, ...nested.chosen },
          })),
        ),
    );
  }
  return variants;
}

/** Stands for a number that isn't known; no text has it. */
const SOME_NUMBER = 987_654_321;

const numberOf = (key: string): number =>
  /^=?\d+$/.test(key) ? Number(key.replace('=', '')) : key === 'one' ? 1 : SOME_NUMBER;

async function readingsFor(speech: Speech): Promise<readonly Reading[]> {
  const language = speech === 'long' ? 'en' : speech;
  const { locale } = LANGUAGES[language];
  const rooms = Object.keys(LANGUAGES.en.rooms) as Room[];
  const found = rooms.map(async (room): Promise<Reading[]> => {
    const english: Record<string, string> = await LANGUAGES.en.rooms[room]();
    const own: Record<string, string> = await LANGUAGES[language].rooms[room]();
    const t = sayFrom(locale, own, speech === 'long' ? readLong : undefined) as (
      key: string,
      values: Values,
    ) => string;
    return Object.entries(english).flatMap(([key, message]) =>
      variantsOf(compileMessage(message) as Token[]).map(({ parts, chosen }) => {
        const text = parts.map((part) => (typeof part === 'string' ? withoutTags(part) : part));
        return {
          room,
          pattern: new RegExp(
            `^${text.map((part) => (typeof part === 'string' ? escaped(part) : part[1] ? String.raw`([\d,]+)` : '(.+)')).join('')}$`,
            's',
          ),
          plain: text.map((part) => (typeof part === 'string' ? part : '…')).join(''),
          names: text.filter((part) => typeof part !== 'string'),
          chosen,
          say: (values) => withoutTags(t(key, values)),
        };
      }),
    );
  });
  return (await Promise.all(found)).flat();
}

/** What is said of a reading where its values are not known: a pattern with anything in their place. */
function anyOf({ names, chosen, say }: Reading): string {
  const values = names.map(([name, isNumber]) => [name, isNumber ? SOME_NUMBER : '…']);
  const said = say({ ...(Object.fromEntries(values) as Values), ...chosen });
  return escaped(said)
    .replace(/987\\?[.,]654\\?[.,]321/g, '…')
    .replaceAll('…', '.*');
}

/** The same pattern where a message may have a placeholder for its numbers. */
function withoutNumbers({ source, flags }: RegExp): RegExp {
  if (/\{\d/.test(source)) return new RegExp(source, flags);
  return new RegExp(
    source.replace(/\\d\+?|\\S\+|\d+/g, (number) => `(?:${number}|…)`),
    flags,
  );
}

/** Says what an English text says in the speech of a page, by the catalogue; text that isn't in it stays as it is. */
export type Translate = <T extends string | RegExp | undefined>(text: T, exact?: boolean) => T | RegExp;

async function translatorTo(speech: Speech): Promise<Translate> {
  const readings = await readingsFor(speech);
  const whole = (text: string): string[] =>
    readings.flatMap((reading) => {
      const match = reading.pattern.exec(text);
      // A message that is little but a placeholder reads as anything.
      if (!match || (reading.names.length > 0 && !/\p{L}{3}/u.test(reading.plain))) return [];
      const values = reading.names.map(([name, isNumber], index) => {
        const value = match[index + 1] ?? '';
        // A sentence may stand inside another.
        return [name, isNumber ? Number(value.replaceAll(',', '')) : (plainly(value) ?? value)];
      });
      return [escaped(reading.say({ ...reading.chosen, ...(Object.fromEntries(values) as Values) }))];
    });
  const plainly = (text: string): string | undefined => {
    const reading = readings.find(({ plain, names }) => names.length === 0 && plain === text);
    return reading?.say(reading.chosen);
  };
  const parts = (matches: (text: string) => boolean): string[] =>
    readings.filter(({ plain }) => matches(plain)).map(anyOf);
  return (text, exact) => {
    if (text === undefined) return text;
    if (text instanceof RegExp) {
      const asked = withoutNumbers(text);
      const found = parts((plain) => asked.test(plain));
      return found.length === 0 ? text : new RegExp([...new Set(found)].join('|'), 's');
    }
    const found = whole(text);
    if (found.length > 0) {
      const all = [...new Set(found)].join('|');
      return new RegExp(exact === true ? String.raw`^\s*(${all})\s*$` : all, 's');
    }
    if (exact === true) return text;
    const asked = text.toLowerCase();
    const counted = asked.replace(/\d+(,\d{3})*/g, '…');
    const some = parts((plain) => [asked, counted].some((part) => plain.toLowerCase().includes(part)));
    return some.length === 0 ? text : new RegExp([...new Set(some)].join('|'), 'is');
  };
}

/** Whether a text is English that the server answers with, one sentence or several. */
export async function saidByServer(): Promise<(text: string) => boolean> {
  const all = await readingsFor('en');
  const servers = all.filter(({ room }) => room.startsWith('answers/') || room === 'contradictions');
  const said = (text: string) => servers.some(({ pattern }) => pattern.test(text));
  return (text) => said(text) || text.split(/(?<=[.;]) /).every(said);
}

const translators = new Map<Speech, Promise<Translate>>();

function translator(speech: Speech): Promise<Translate> {
  const known = translators.get(speech) ?? translatorTo(speech);
  translators.set(speech, known);
  return known;
}

const BY_TEXT: ReadonlySet<PropertyKey> = new Set([
  'getByText',
  'getByLabel',
  'getByPlaceholder',
  'getByTitle',
  'getByAltText',
]);
type Options = { exact?: boolean; name?: string | RegExp; hasText?: string | RegExp };

/**
 * The page for a journey that is written in English: what it looks for by name or text is looked for as the catalogue says it in
 * the page's speech. So one journey shows that every language works.
 */
export async function speaking<T extends Page | Locator>(target: T, speech: Speech): Promise<T> {
  return speech === 'en' ? target : wrapped(target, await translator(speech));
}

const translates = new WeakMap<object, Translate>();

/** How the page behind a locator says things, where that isn't English. */
export const translateOf = (locator: Locator | Page): Translate | undefined => translates.get(locator);

function wrapped<T extends Page | Locator>(target: T, translate: Translate): T {
  // Its class has another name in the bundle.
  const isLocator = (value: unknown): value is Locator =>
    typeof value === 'object' && value !== null && 'getByRole' in value && 'filter' in value;
  const proxy = new Proxy(target, {
    get(of, property) {
      const member: unknown = Reflect.get(of, property, of);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        const answer: unknown = Reflect.apply(member, of, translatedCall(property, given, translate));
        return isLocator(answer) ? wrapped(answer, translate) : answer;
      };
    },
  });
  translates.set(proxy, translate);
  return proxy;
}

function translatedCall(property: PropertyKey, given: readonly unknown[], translate: Translate): unknown[] {
  const [first, options] = given as [unknown, Options | undefined];
  if (BY_TEXT.has(property)) return [translate(first as string | RegExp, options?.exact), options];
  if (property === 'getByRole')
    return [first, { ...options, name: translate(options?.name, options?.exact) }];
  if (property === 'filter' || property === 'locator') {
    const asked = (property === 'filter' ? first : options) as Options | undefined;
    if (asked?.hasText === undefined) return [...given];
    const translated = { ...asked, hasText: translate(asked.hasText) };
    return property === 'filter' ? [translated] : [first, translated];
  }
  return [...given];
}
