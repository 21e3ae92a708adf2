import { expect, test } from 'vitest';
import { createSystemsWorld } from '../systems/organisation.ts';

test('S-114 an account that is named otherwise than its person hides behind no number of others in a file', async () => {
  const world = await createSystemsWorld();
  const system = await world.connected();
  const names = Array.from({ length: 30 }, (_, index) => `kim${index}`);
  const rows = names.map((name) => `${name},${name}@example.org,${name},${name}`);
  rows.splice(20, 0, 'puppet,puppet@example.org,Puppet,the.president');
  const content = ['username,email,name,account', ...rows].join('\n');
  const input = { content, dryRun: false, system };
  const { body } = await world.test.call('users.import', input, { token: await world.administrator() });
  expect(body.pendingLinks?.summary).toMatch(/names: Puppet \(the\.president\), kim/);
});
