import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A browser that keeps things and speaks languages. Each load of the page reads its language anew. */
function browser(languages: readonly string[]) {
  const kept = new Map<string, string>();
  let loads = 0;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal('navigator', { languages });
  vi.stubGlobal('location', { reload: () => (loads += 1) });
  return {
    /** How often the page was loaded anew. */
    loads: () => loads,
    load: async () => {
      vi.resetModules();
      return import('../../renderer/language/current.ts');
    },
  };
}

beforeEach(() => void vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

describe('the language of the page', () => {
  it('is the first of the browser’s that there is', async () => {
    expect((await browser(['fr-FR', 'de-AT', 'en']).load()).language).toBe('de');
    expect((await browser(['fr-FR']).load()).language).toBe('en');
  });

  it('is what the person chose, whatever the browser says', async () => {
    const { load, loads } = browser(['en-GB']);
    (await load()).followOwn('de');
    expect(loads()).toBe(1);
    const page = await load();
    expect([page.language, page.locale]).toEqual(['de', 'de-DE']);
  });

  it('loads the page anew once, and not again for the same answer', async () => {
    const { load, loads } = browser(['en-GB']);
    (await load()).followOwn('de');
    const page = await load();
    page.followOwn('de');
    page.followOrganisation('en');
    expect(loads()).toBe(1);
  });

  it('goes back to the browser’s where the next person chose none', async () => {
    const { load, loads } = browser(['en-GB']);
    (await load()).followOwn('de');
    (await load()).followOwn(null);
    expect(loads()).toBe(2);
    expect((await load()).language).toBe('en');
  });

  it('chosen at the sign-in stays for whoever chose none, and gives way to who did', async () => {
    const { load } = browser(['en-GB']);
    (await load()).chooseHere('de');
    (await load()).followOwn(null);
    expect((await load()).language).toBe('de');
    (await load()).followOwn('en');
    expect((await load()).language).toBe('en');
  });

  it('chosen at the sign-in gives way to a choice in the settings', async () => {
    const { load } = browser(['en-GB']);
    (await load()).chooseHere('de');
    (await load()).chooseOwn(null);
    expect((await load()).language).toBe('en');
  });

  it('is the organisation’s only where the browser names none that there is', async () => {
    const german = browser(['fr-FR']);
    (await german.load()).followOrganisation('de');
    expect(german.loads()).toBe(1);
    (await german.load()).followOwn(null);
    expect(german.loads()).toBe(1);
    expect((await german.load()).language).toBe('de');
    const english = browser(['en-GB']);
    (await english.load()).followOrganisation('de');
    expect(english.loads()).toBe(0);
  });
});

describe('what is found by its letters', () => {
  it('begins with them or has a word that does, whatever the capitals and accents', async () => {
    const { beginsIn } = await import('../../renderer/language/intl.ts');
    expect(beginsIn('Prüfprotokoll', 'pruf')).toBe(true);
    expect(beginsIn('Reset requests', 'REQ')).toBe(true);
    expect(beginsIn('Reset requests', 'quest')).toBe(false);
  });
});
