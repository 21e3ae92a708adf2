import { expect, it } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { personOfOld } from '../../support/secondPerson.ts';
import { actions, aloneWorld, asked, linkToken, providers } from './world.ts';

const ROUNDS = 5;

const statusesOf = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

forEachDatabase((open) => {
  it('S-114 of two who agree at once, one does', async () => {
    const test = await aloneWorld(await open());
    const [olga, omar] = [await personOfOld(test, 'olga'), await personOfOld(test, 'omar')];
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await asked(test, { name: `Contoso ${round}` });
      const tokens = [await olga.signIn({ stepUp: true }), await omar.signIn({ stepUp: true })];
      const answers = await Promise.all(
        tokens.map((token) => test.call('pendingChanges.approve', { id }, { token })),
      );
      expect(statusesOf(answers)).toEqual([200, 409]);
    }
    expect(await providers(test)).toHaveLength(ROUNDS);
    expect((await actions(test)).filter((action) => action.endsWith('took_effect'))).toHaveLength(ROUNDS);
  });

  it('S-114 what was withdrawn never takes effect, whoever agrees at the same time', async () => {
    const test = await aloneWorld(await open());
    const [olga, omar] = [await personOfOld(test, 'olga'), await personOfOld(test, 'omar')];
    for (let round = 0; round < ROUNDS; round += 1) {
      const name = `Contoso ${round}`;
      const id = await asked(test, { name });
      const [agrees, withdraws] = [await olga.signIn({ stepUp: true }), await omar.signIn()];
      const withdraw = () => test.call('pendingChanges.withdraw', { id }, { token: withdraws });
      const approve = () => test.call('pendingChanges.approve', { id }, { token: agrees });
      const [agreed, withdrawn] =
        round % 2 === 0
          ? await Promise.all([approve(), withdraw()])
          : await Promise.all([withdraw(), approve()]).then(([one, two]) => [two, one] as const);
      expect(statusesOf([agreed, withdrawn])).toEqual([200, 409]);
      expect((await providers(test)).includes(name)).toBe(agreed.status === 200);
    }
  });

  it('S-114 of its date and the link that withdraws it at once, one has it', async () => {
    const test = await aloneWorld(await open());
    await asked(test);
    const token = await linkToken(test);
    test.clock.advance(7 * DAY);
    const [withdrawn] = await Promise.all([
      test.call('pendingChanges.withdrawByLink', { token }),
      test.services.pendingChanges.runDue(test.clock.now()),
      test.services.pendingChanges.runDue(test.clock.now()),
    ]);
    const log = await actions(test);
    expect(log.filter((action) => action !== 'pending_change.proposed')).toHaveLength(1);
    expect(await providers(test)).toHaveLength(withdrawn.status === 204 ? 0 : 1);
  });
});
