import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, languageFor } from '../../contract/words/languages.ts';
import { translated } from '../../contract/words/placeholders.ts';
import { sayFrom } from '../../contract/words/say.ts';
import type { Room } from '../../contract/words/sentence.ts';

const rooms = Object.keys(LANGUAGES.en.rooms) as Room[];
const tagsOf = (message: string) => [...message.matchAll(/<\/?\w+>/g)].map(([tag]) => tag).toSorted();

async function wordsOf(language: keyof typeof LANGUAGES, room: Room): Promise<Record<string, string>> {
  return LANGUAGES[language].rooms[room]();
}

describe.each(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])('the words of %s', (language) => {
  it.each(rooms)('are messages that can be said: %s', async (room) => {
    for (const [key, message] of Object.entries(await wordsOf(language, room))) {
      expect({ [key]: message }).not.toEqual({ [key]: '' });
      // What stands between two apostrophes would be said with its braces.
      expect({ [key]: message }).not.toEqual({ [key]: expect.stringMatching(/'[{}]/) });
      compileMessage(message);
    }
  });

  it.each(rooms)('have the elements of the English ones, in pairs: %s', async (room) => {
    const [english, own] = [await wordsOf('en', room), await wordsOf(language, room)];
    expect(Object.keys(own).toSorted()).toEqual(Object.keys(english).toSorted());
    for (const [key, message] of Object.entries(own)) {
      const tags = tagsOf(message);
      expect({ [key]: new Set(tags) }).toEqual({ [key]: new Set(tagsOf(english[key] ?? '')) });
      expect({ [key]: tags.filter((tag) => tag.startsWith('</')).length * 2 }).toEqual({
        [key]: tags.length,
      });
    }
  });
});

/** One spelling of each word, with what else it would be written as. */
const SPELLINGS: readonly (readonly [keyof typeof LANGUAGES, string, RegExp])[] = [
  ['en', 'e-mail', /(?<!\{|select, |claims |profile and |-)\bemails?\b(?!_| \{)/i],
  ['en', 'can’t', /\bcannot\b|\bcan not\b|can't/i],
  ['en', 'take, taken by', /\b(?:un)?claimed\b/i],
  ['en', 'Any tier', /\b(?:All tiers|Every tier)\b/],
  ['de', 'E-Mail', /\bEmails?\b|\beMail|\bE-mail/],
  ['de', 'Alle Stufen', /\bJede Stufe\b/],
];

it.each(SPELLINGS)('the words of %s write one thing in one way: %s', async (language, _, otherwise) => {
  const said = await Promise.all(rooms.map((room) => wordsOf(language, room)));
  const mails = JSON.stringify(await LANGUAGES[language].mails()).split('\\n');
  const all = [...said.flatMap((words) => Object.values(words)), ...mails];
  expect(all.filter((message) => otherwise.test(message))).toEqual([]);
});

describe('a message', () => {
  const english = {
    plain: 'Cancel',
    named: 'Hello {name}',
    waits: '{count, plural, one {# request waits} other {# requests wait}} for {name}',
    tone: '{kind, select, bad {Denied} other {Fine}}',
  } as const;

  it('is said with its values, numbers as the language writes them', () => {
    const t = sayFrom('en-GB', english);
    expect(t('plain')).toBe('Cancel');
    expect(t('waits', { count: 1, name: 'Ada' })).toBe('1 request waits for Ada');
    expect(t('waits', { count: 1204, name: 'Ada' })).toBe('1,204 requests wait for Ada');
    expect(sayFrom('de-DE', english)('waits', { count: 1204, name: '{x}' })).toBe(
      '1.204 requests wait for {x}',
    );
    expect(t('tone', { kind: 'bad' })).toBe('Denied');
  });

  it('is read once, however often it is said', () => {
    let read = 0;
    const t = sayFrom('en-GB', english, (message) => {
      read += 1;
      return compileMessage(message);
    });
    expect([t('named', { name: 'Ada' }), t('named', { name: 'Uma' })]).toEqual(['Hello Ada', 'Hello Uma']);
    expect(read).toBe(1);
  });

  it('in another language that does not fit the English one does not compile', () => {
    const into = translated<typeof english>();
    const { plain, named, waits, tone } = english;
    // @ts-expect-error a key is missing
    expect(into({ plain, named, waits })).toBeDefined();
    // @ts-expect-error a key is left over
    expect(into({ plain, named, waits, tone, more: 'Mehr' })).toBeDefined();
    // @ts-expect-error a placeholder is missing
    expect(into({ plain, named: 'Hallo', waits, tone })).toBeDefined();
    // @ts-expect-error there is no such placeholder
    expect(into({ plain: 'Hallo {name}', named, waits, tone })).toBeDefined();
    // @ts-expect-error a number is no text
    expect(into({ plain, named, waits: '{count} für {name}', tone })).toBeDefined();
    expect(into({ plain, named: '{name}!', waits: '{name}: {count, number}', tone })).toBeDefined();
  });

  it('that is asked for wrongly does not compile', () => {
    const t = sayFrom('en-GB', english);
    // @ts-expect-error there is no such key
    expect(t('unknown')).toBeDefined();
    // @ts-expect-error its placeholder is not given
    expect(t('named', {})).toBeDefined();
    // @ts-expect-error text for a number
    expect(t('waits', { count: '3', name: 'Ada' })).toBeDefined();
  });
});

describe('the language of a reader', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr', 'en-US'], 'en'],
    [['fr'], null],
    [['DE'], 'de'],
    [['constructor'], null],
    [[], null],
  ] as const)('of %j is %s', (tags, language) => {
    expect(languageFor(tags)).toBe(language);
  });
});
