import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { words } from '../../contract/words/en/shared.ts';

const page = readFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'systems', 'when-the-gate-is-down.md'),
  'utf8',
).replaceAll(/\s+/g, ' ');
/** What the console shows of it, less what it is called there. */
const SAID = Object.entries(words).filter(
  ([key]) => key.startsWith('gateDown') && !/(Title|System|Mail|Show|Hide)$/.test(key),
);

it('issue 14.11 the console tells officers what docs/systems/when-the-gate-is-down.md does', () => {
  expect(SAID).toHaveLength(8);
  for (const [, sentence] of SAID) expect(page).toContain(sentence);
});
