import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PolicyDocument, Recipe, SessionLimits, TierRule } from '../../contract/operations/policy.ts';

/** What a setting of several parts is made of: each has its own control. */
const PARTS = { 'a recipe': Recipe, 'a tier': TierRule, 'the sessions of some': SessionLimits };
const page = join(import.meta.dirname, '..', '..', 'renderer', 'features', 'policy');
/** The parts of the policy page that draw controls. */
const controls = globSync('{form,exemptions,rollOut}/**/*.tsx', { cwd: page })
  .map((file) => readFileSync(join(page, file), 'utf8'))
  .join('\n');

it.each(Object.keys(PolicyDocument.properties))('%s has its control on the policy page', (setting) => {
  expect(controls).toMatch(new RegExp(`\\b(?:draft|policy|document)\\.${setting}\\b|[{,] ${setting}\\b`));
});

it.each(
  Object.entries(PARTS).flatMap(([of, { properties }]) => Object.keys(properties).map((part) => [of, part])),
)('of %s, %s has its control', (_, part) => {
  // Set by name, or by a row that is called by it.
  expect(controls).toMatch(new RegExp(`\\bset\\w*\\([^;]*\\{ ${part}\\b|\\(\\{ ${part}\\b|'${part}',`));
});
