import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

const documents = ['README.md', 'CHANGELOG.md', 'SECURITY.md', ...globSync('docs/**/*.md', { cwd: root })];
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** What a document says in a given form, for example the targets of its links. */
function mentions(document: string, pattern: RegExp): string[] {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

describe('docs/screenshots', () => {
  it('keeps the pictures that a document shows, and no other', () => {
    const kept = globSync('docs/screenshots/*/*.png', { cwd: root }).map((path) =>
      path.replaceAll('\\', '/'),
    );
    const shown = documents.flatMap((document) =>
      mentions(document, /\]\(([^)]+\.png)\)/g).map((target) => join(dirname(document), target)),
    );
    expect(kept.toSorted()).toEqual([...new Set(shown.map((path) => path.replaceAll('\\', '/')))].toSorted());
  });
});

describe.each(documents)('%s', (document) => {
  it('links to files that exist', () => {
    const targets = mentions(document, /\]\((?!https?:|#)([^)#]+)/g);
    const missing = targets.filter((target) => !existsSync(join(root, dirname(document), target)));
    expect(missing).toEqual([]);
  });

  it('names npm scripts that exist', () => {
    const missing = mentions(document, /npm run ([\w:-]+)/g).filter((name) => !(name in scripts));
    expect(missing).toEqual([]);
  });
});

describe('the changelog', () => {
  it('has what was added below whom it serves, each entry once', () => {
    const [, added = ''] =
      /\n### Added\n([^]*?)\n### /.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')) ?? [];
    const [flat = '', ...groups] = added.split(/^#### .+$/m);
    expect(flat.trim(), 'entries above the first ####').toBe('');
    expect(groups.length).toBeGreaterThan(1);
    const entries = groups.flatMap((group) => group.split('\n').filter((line) => line.startsWith('- ')));
    expect(entries.filter((entry, index) => entries.indexOf(entry) !== index)).toEqual([]);
  });
});
