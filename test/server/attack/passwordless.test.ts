import { describe, expect, it } from 'vitest';
import { bindHeld } from '../../../server/features/resetRequests/elsewhere/heldStore.ts';
import { MINUTE } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { voice } from '../voice.ts';
import { openWorld } from '../resetRequests/elsewhere/world.ts';

describe('S-112 a passkey that lets in without a password', () => {
  forEachDatabase((open) => {
    it('guards no password: what is left with it alone is held, and it is no new factor', async () => {
      const w = await openWorld(await open());
      const { desk, priya, ana, keycloak } = w;
      keycloak.account.credentials = keycloak.account.credentials.filter(({ id }) => id !== 'key-1');
      keycloak.account.credentials.push({ id: 'key-2', type: 'webauthn-passwordless', createdDate: 1 });
      const id = await w.verified();
      const { version } = await desk.view(id, priya);
      const targets = [{ systemId: w.systemId, factorIds: ['otp-1'] }];
      await desk.resets.chooseTargets({ id, actor: priya, voice, now: desk.clock.now(), version, targets });
      await desk.approve(id, ana);
      await w.effects.carryOutDue();
      expect(keycloak.done).toEqual(['hold', 'remove otp-1', 'log out']);
      expect(keycloak.account.enabled).toBe(false);
      // Open for set-up, and nothing came: held again.
      keycloak.account.enabled = true;
      const open30 = { state: 'open' as const, next_at: desk.clock.now() };
      await desk.deps.db.transaction(async (tx) => {
        await tx.updateTable('held_accounts').set(open30).execute();
        await bindHeld(tx, desk.deps.keys);
      });
      desk.clock.advance(31 * MINUTE);
      await w.effects.carryOutDue();
      expect(keycloak.account.enabled).toBe(false);
    });
  });
});
