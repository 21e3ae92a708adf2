import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { MACHINE } from '../../../../server/features/resetRequests/rules/machine.ts';
import { GUARDS } from '../../../../server/features/resetRequests/rules/guards.ts';

const PATH = '../../../../docs/reset-machine.md';

function document(): string {
  const transitions = MACHINE.map(
    ({ event, by, from, to, guards }) =>
      `| \`${event}\` | ${by} | ${from.map((state) => `\`${state}\``).join(', ')} | ${to} | ${guards.map((name) => `\`${name}\``).join(', ')} |`,
  );
  const guards = Object.entries(GUARDS).map(
    ([name, { rule, code }]) => `| \`${name}\` | ${rule} | \`${code}\` |`,
  );
  return [
    '# The reset machine',
    '',
    'Made from `server/features/resetRequests/rules/machine.ts`, which is what the server asks; a test compares the two',
    '(`npx vitest run test/server/resetRequests/rules/machineDocument.test.ts --update` rewrites it).',
    '',
    'Guards answer in the order in which they stand; the first that refuses is the answer.',
    '',
    '| event | by | from | to | guards |',
    '| --- | --- | --- | --- | --- |',
    ...transitions,
    '',
    '## Guards',
    '',
    '| guard | holds where | else |',
    '| --- | --- | --- |',
    ...guards,
    '',
  ].join('\n');
}

test('docs/reset-machine.md says what the machine does', async () => {
  const options = await resolveConfig('docs/reset-machine.md');
  await expect(await format(document(), { ...options, parser: 'markdown' })).toMatchFileSnapshot(PATH);
});
