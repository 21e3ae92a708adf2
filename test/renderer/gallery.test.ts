import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readView, START, writeView } from '../../renderer/gallery/address.ts';
import { words as german } from '../../renderer/gallery/words/de.ts';
import { words as english } from '../../renderer/gallery/words/en.ts';

const renderer = join(import.meta.dirname, '..', '..', 'renderer');
const COMPONENT = /^export (?:function|const) ([A-Z]\w*[a-z]\w*)/gm;

/** The components that a file of `renderer/ui` hands out; none where it is no piece. */
function componentsOf(file: string): string[] {
  return [...readFileSync(join(renderer, 'ui', file), 'utf8').matchAll(COMPONENT)].map(
    ([, name = '']) => name,
  );
}

const pieces = globSync('*.tsx', { cwd: join(renderer, 'ui') }).filter(
  (file) => componentsOf(file).length > 0,
);
const shown = globSync('*.tsx', { cwd: join(renderer, 'gallery', 'pieces') });

describe('the gallery', () => {
  it('knows what a piece is', () => {
    expect(pieces.length).toBeGreaterThan(40);
    expect(componentsOf('states.tsx')).toEqual(['EmptyState', 'ErrorState', 'LoadingRows', 'Loaded']);
    expect(pieces).not.toContain('useTypedDay.tsx');
  });

  it.each(pieces)('shows %s, and all that it hands out', (file) => {
    expect(
      shown,
      `write renderer/gallery/pieces/${file}: it shows the states of renderer/ui/${file}`,
    ).toContain(file);
    const story = readFileSync(join(renderer, 'gallery', 'pieces', file), 'utf8');
    expect(componentsOf(file).filter((name) => !story.includes(`<${name}`))).toEqual([]);
  });

  it('shows nothing that is gone', () => {
    expect(shown.filter((file) => !pieces.includes(file)).map((file) => basename(file))).toEqual([]);
  });

  it('says its examples in German, each in other words unless a name or a number says it all', () => {
    const same = Object.entries(english).filter(
      ([key, text]) => german[key as keyof typeof english] === text,
    );
    expect(same.map(([key]) => key)).toEqual(['pixels', 'percent', 'mono', 'longName', 'name', 'mfa']);
  });
});

describe('an address of the gallery', () => {
  it('leads back to the same view', () => {
    const view = {
      ...START,
      story: 'pieces/Banner',
      state: 'longText',
      theme: 'dark',
      speech: 'mirrored',
    } as const;
    expect(writeView(view)).toBe('#pieces/Banner/longText?theme=dark&language=mirrored');
    expect(readView(writeView(view))).toEqual(view);
  });

  it.each(['', '#', '#pieces', '#groups/forms?theme=pink&width=12&size=9000&language=xx'])(
    'that makes no sense (%s) opens the start',
    (hash) => {
      expect(readView(hash)).toEqual(START);
    },
  );
});
