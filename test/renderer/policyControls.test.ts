import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PolicyDocument } from '../../contract/operations/policy.ts';

const page = join(import.meta.dirname, '..', '..', 'renderer', 'features', 'policy');
/** The parts of the policy page that draw controls. */
const controls = globSync('{form,exemptions,rollOut}/**/*.tsx', { cwd: page })
  .map((file) => readFileSync(join(page, file), 'utf8'))
  .join('\n');

it.each(Object.keys(PolicyDocument.properties))('%s has its control on the policy page', (setting) => {
  expect(controls).toMatch(new RegExp(`\\b(?:draft|policy|document)\\.${setting}\\b|[{,] ${setting}\\b`));
});
