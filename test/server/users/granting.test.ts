import { expect, it } from 'vitest';
import { ROLES } from '../../../contract/permissions.ts';
import { createTestApp } from '../../support/app.ts';

it('S-42: of every pair of roles administrators alone give and take them, under a step-up, never to themselves', async () => {
  const test = await createTestApp();
  const { call } = test;
  const jo = await test.person({ username: 'jo', mfa: false });
  for (const role of ROLES) {
    const roles = role === 'user' ? [] : [role];
    const giver = await test.person({ username: `giver_${role}`, roles });
    const token = await giver.signIn();
    const stepped = await giver.signIn({ stepUp: true });
    for (const given of ROLES) {
      if (given === 'user') continue;
      const give = (to: string, by: string) =>
        call('users.update', { id: to, roles: [given] }, { token: by });
      const code = async (answer: ReturnType<typeof give>) => (await answer).problem?.code ?? 'done';
      const may = role === 'administrator';
      expect([role, given, await code(give(jo.id, token))]).toEqual([
        role,
        given,
        may ? 'step_up_required' : 'forbidden',
      ]);
      expect([role, given, (await give(jo.id, stepped)).status]).toEqual([role, given, may ? 200 : 403]);
      if (given === role) continue;
      const own = await give(giver.id, stepped);
      expect([role, given, own.problem.code]).toEqual([role, given, may ? 'own_account' : 'forbidden']);
    }
  }
});
