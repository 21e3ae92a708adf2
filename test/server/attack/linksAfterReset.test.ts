import { expect, it } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { bindWithoutMfa } from '../../support/bind.ts';
import type { TestPerson } from '../../support/app.ts';
import { changeIn } from '../../support/secondPerson.ts';
import { createSsoWorld } from '../sso/world.ts';
import type { SsoWorld } from '../sso/world.ts';

/** A reset as it should be: two people, and what they saw. */
async function reset({ test, administrator, second }: SsoWorld, { id: userId }: TestPerson): Promise<void> {
  const token = await administrator();
  const opened = await test.call('resetRequests.open', { userId, reason: 'broken', note: '' }, { token });
  const { id } = opened.body;
  for (const kind of ['in_person', 'photo_id_video'] as const)
    await test.call('resetRequests.recordCheck', { id, kind, outcome: 'pass' }, { token });
  const agreed = { token: await second.signIn({ stepUp: true }) };
  const answer = await test.call('resetRequests.approve', { id }, agreed);
  expect(answer.body.state).toBe('completed');
}

forEachDatabase(
  (open) => {
    it('8.A1: who was reset is not entered by a new link or an address before they set up MFA anew', async () => {
      const world = await createSsoWorld(await open());
      try {
        const { test } = world;
        const contoso = await world.provider();
        const byMail = await world.provider({ linkByEmail: true });
        const jo = await test.person({ username: 'jo' });
        // From before she had MFA; nobody has given a code by it.
        const ina = await test.person({ username: 'ina', mfa: false });
        const early = { id: ina.id, providerId: contoso, subject: 'mallory-as-ina' };
        await world.agreed(await test.call('users.linkSso', early, { token: await world.administrator() }));
        const { db, keys } = test.deps;
        await db.transaction(async (tx) => {
          await tx.updateTable('users').set({ setup_due: 1 }).where('id', '=', ina.id).execute();
          await bindWithoutMfa(tx, keys);
        });
        test.clock.advance(40 * DAY);
        await reset(world, jo);

        const link = { id: jo.id, providerId: contoso, subject: 'mallory' };
        const answer = await test.call('users.linkSso', link, { token: await world.administrator() });
        const alone = await world.signIn(contoso, { subject: 'mallory' });
        const mail = { email: 'jo@example.org', emailVerified: true };
        const byAddress = await world.signIn(byMail, { subject: 'idp-admin', ...mail });
        const asIna = await world.signIn(contoso, { subject: 'mallory-as-ina' });
        expect([alone, byAddress, asIna].map(({ status, problem: { code } }) => [status, code])).toEqual([
          [403, 'sso_not_linked'],
          [403, 'sso_not_linked'],
          [403, 'sso_not_linked'],
        ]);
        expect(byAddress.problem.detail).toContain('set up MFA');
        changeIn(answer);
        // Nor where a colleague agrees to it: there is no code that could prove it yet.
        await world.agreed(answer);
        expect((await world.signIn(contoso, { subject: 'mallory' })).problem.code).toBe('sso_not_linked');
        const refused = (await test.audit()).filter(({ action }) => action === 'sso.refused');
        expect(refused.map(({ targetId, data }) => [targetId, data['why']])).toEqual([
          [jo.id, 'setup_due'],
          [ina.id, 'setup_due'],
          [jo.id, 'setup_due'],
        ]);
      } finally {
        await world.close();
      }
    });

    it('8.A1: who was reset signs in by the link that they have proven', async () => {
      const world = await createSsoWorld(await open());
      try {
        const contoso = await world.provider();
        const jo = await world.test.person({ username: 'jo' });
        const link = { id: jo.id, providerId: contoso, subject: 'jo' };
        await world.agreed(
          await world.test.call('users.linkSso', link, { token: await world.administrator() }),
        );
        await world.signInWithCode(jo, contoso, { subject: 'jo' });
        await reset(world, jo);
        expect((await world.signIn(contoso, { subject: 'jo' })).body.outcome).toBe('signed_in');
      } finally {
        await world.close();
      }
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
