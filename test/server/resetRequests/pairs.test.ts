import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { openDesk } from './desk.ts';

test('two who keep approving what the other verified are flagged to officers, once in 30 days', async () => {
  const desk = await openDesk();
  const ana = await desk.person('ana', { roles: ['administrator'] });
  const lee = await desk.person('lee', { roles: ['administrator'] });
  await desk.person('omar', { roles: ['security_officer'] });
  let number = 0;
  const resetOne = async (verifier: typeof ana, decider: typeof ana) => {
    number += 1;
    const user = await desk.person(`user${number}`);
    const { id, code } = await desk.ask(user);
    await desk.check(id, verifier, { kind: 'request_code', outcome: 'pass', requestCode: code });
    await desk.check(id, verifier, { kind: 'in_person', outcome: 'pass' });
    expect(await desk.approve(id, decider)).toMatchObject({ state: 'completed' });
  };
  const flags = async () => (await desk.mails()).filter(({ kind }) => kind === 'approval_pair');

  for (let times = 0; times < 3; times += 1) await resetOne(ana, lee);
  await resetOne(lee, ana);
  await resetOne(lee, ana);
  expect(await flags()).toHaveLength(0);
  await resetOne(lee, ana);
  expect((await flags()).map(({ to }) => to)).toEqual(['omar@example.org']);
  expect((await flags())[0]?.text).toContain('approved 6 reset requests');
  await resetOne(ana, lee);
  expect(await flags()).toHaveLength(1);
  // Verifying and deciding alone, where policy lets one do so, makes no pair.
  await resetOne(ana, ana);

  desk.clock.advance(31 * DAY);
  for (let times = 0; times < 3; times += 1) {
    await resetOne(ana, lee);
    await resetOne(lee, ana);
  }
  expect(await flags()).toHaveLength(2);
});
