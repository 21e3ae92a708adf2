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
