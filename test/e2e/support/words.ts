import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Locator, Page } from '@playwright/test';
import { LANGUAGES } from '../../../contract/words/languages.ts';
import type { Language } from '../../../contract/words/languages.ts';
import { pseudoCompile } from '../../../contract/words/pseudo.ts';
import { sayFrom } from '../../../contract/words/say.ts';
import type { Room } from '../../../contract/words/sentence.ts';

/** What a page speaks: a language, or English made long. */
export type Speech = Language | 'long';

type Values = Record<string, string | number>;
type Token = string | [name: string, type?: string, format?: unknown];

/** One way in which an English message can read, and what it takes to say the same again. */
interface Reading {
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

const numberOf = (key: string): number =>
  key.startsWith('=') ? Number(key.slice(1)) : key === 'one' ? 1 : 2;

async function readingsFor(speech: Speech): Promise<readonly Reading[]> {
  const language = speech === 'long' ? 'en' : speech;
  const { locale } = LANGUAGES[language];
  const rooms = Object.keys(LANGUAGES.en.rooms) as Room[];
  const found = rooms.map(async (room): Promise<Reading[]> => {
    const english: Record<string, string> = await LANGUAGES.en.rooms[room]();
    const own: Record<string, string> = await LANGUAGES[language].rooms[room]();
    const t = sayFrom(locale, own, speech === 'long' ? pseudoCompile : undefined) as (
      key: string,
      values: Values,
    ) => string;
    return Object.entries(english).flatMap(([key, message]) =>
      variantsOf(compileMessage(message) as Token[]).map(({ parts, chosen }) => {
        const text = parts.map((part) => (typeof part === 'string' ? withoutTags(part) : part));
        return {
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
  const values = Object.fromEntries(names.map(([name]) => [name, chosen[name] ?? '…']));
  return escaped(say({ ...values, ...chosen })).replaceAll('…', '.*');
}

/** Says what an English text says in the speech of a page, by the catalogue; text that isn't in it stays as it is. */
export type Translate = <T extends string | RegExp | undefined>(text: T, exact?: boolean) => T | RegExp;

async function translatorTo(speech: Speech): Promise<Translate> {
  const readings = await readingsFor(speech);
  const whole = (text: string): string[] =>
    readings.flatMap((reading) => {
      const match = reading.pattern.exec(text);
      // A message that is nothing but a placeholder reads as anything.
      if (!match || reading.plain.replaceAll('…', '').trim() === '') return [];
      const values = reading.names.map(([name, isNumber], index) => {
        const value = match[index + 1] ?? '';
        return [name, isNumber ? Number(value.replaceAll(',', '')) : value];
      });
      return [escaped(reading.say({ ...reading.chosen, ...(Object.fromEntries(values) as Values) }))];
    });
  const parts = (matches: (text: string) => boolean): string[] =>
    readings.filter(({ plain }) => matches(plain)).map(anyOf);
  return (text, exact) => {
    if (text === undefined) return text;
    if (text instanceof RegExp) {
      const found = parts((plain) => text.test(plain));
      return found.length === 0 ? text : new RegExp([...new Set(found)].join('|'), 's');
    }
    const found = whole(text);
    if (found.length > 0) {
      const all = [...new Set(found)].join('|');
      return new RegExp(exact === true ? String.raw`^\s*(${all})\s*$` : all, 's');
    }
    if (exact === true) return text;
    const some = parts((plain) => plain.toLowerCase().includes(text.toLowerCase()));
    return some.length === 0 ? text : new RegExp([...new Set(some)].join('|'), 'is');
  };
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
export const translateOf = (locator: Locator): Translate | undefined => translates.get(locator);

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
