import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const rows = readFileSync(join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (S-\d{2,3})\s*\|.*\|(.*)\|$/.exec(line))
  .filter((row) => row !== null);

it('every item of docs/security.md is named by the tests that it says prove it', () => {
  expect(rows.length).toBeGreaterThan(40);
  for (const [, item = '', cell = ''] of rows) {
    const files = [...cell.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
    expect([item, files.length > 0]).toEqual([item, true]);
    for (const file of files) {
      expect([item, file, existsSync(join(root, file))]).toEqual([item, file, true]);
      expect([item, file, readFileSync(join(root, file), 'utf8').includes(item)]).toEqual([item, file, true]);
    }
  }
});
