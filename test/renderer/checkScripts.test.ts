import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS, LANGUAGES } from '../../contract/words/languages.ts';
import { sayFrom } from '../../contract/words/say.ts';

/** What a request is about, in every language: the person who is called has to know it without being told. */
const THE_REQUEST = /reset|mfa|multi|authenti|code|zurück|anfrage/i;

describe.each(LANGUAGE_TAGS)('what the agent says in %s', (language) => {
  it('on a call back gives nothing away of the request', async () => {
    const words = await LANGUAGES[language].rooms.resetRequests();
    const said = sayFrom(LANGUAGES[language].locale, words)('callSay', { organisation: 'Northwind' });
    expect(said).toContain('Northwind');
    expect(said).not.toMatch(THE_REQUEST);
  });
});
