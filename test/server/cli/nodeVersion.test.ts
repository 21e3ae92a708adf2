import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { nodeRefusal } from '../../../server/cli/nodeVersion.ts';

test('an older Node.js is refused in a sentence that says which one is needed', () => {
  for (const version of ['18.20.8', '20.19.2', '22.21.9', '23.11.0', '24.14.1', '25.2.0'])
    expect(nodeRefusal(version)).toBe(
      `Gatehouse needs Node.js 22.22, 24.15 or 26 and later; this is ${version}. Install one of these and start again.`,
    );
  for (const version of ['22.22.2', '24.15.0', '24.21.0', '26.0.0', '27.1.0'])
    expect(nodeRefusal(version)).toBeNull();
  expect(packageJson.engines.node).toBe('^22.22.2 || ^24.15.0 || >=26.0.0');
});
