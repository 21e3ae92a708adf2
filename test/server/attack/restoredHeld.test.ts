import { describe, expect, it } from 'vitest';
import { HELD } from '../../../server/domain/systems/macs.ts';
import { beginEpoch } from '../../../server/features/backup/epoch.ts';
import { DAY, MINUTE } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { openWorld } from '../resetRequests/elsewhere/world.ts';
import type { World } from '../resetRequests/elsewhere/world.ts';

/** An account that a reset holds, in a copy of the database that is put back while that was its state. */
async function restored(w: World, state: 'held' | 'opening' | 'closing'): Promise<string> {
  const { deps, clock } = w.desk;
  const id = await w.executing();
  await w.effects.carryOutDue();
  const row = await deps.db.kysely.selectFrom('held_accounts').selectAll().executeTakeFirstOrThrow();
  const mac = HELD.of(deps.keys, { ...row, state });
  await deps.db.kysely.updateTable('held_accounts').set({ state, mac }).execute();
  clock.advance(60 * MINUTE);
  const head = { sequence: 1, hash: 'there' };
  const beginning = {
    asOf: clock.now(),
    head,
    replaced: null,
    since: null,
    replayed: null,
    now: clock.now(),
  };
  await deps.db.transaction((tx) => beginEpoch(tx, deps, beginning));
  return id;
}

const accessOf = async (w: World, id: string) => (await w.stand(id)).system?.access;

describe('S-81 a copy of the database that was put back', () => {
  forEachDatabase((open) => {
    it('S-112 opens no account that it was about to open when it was made', async () => {
      const w = await openWorld(await open());
      await restored(w, 'opening');
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
    });

    it('says of an account that was held what opens it now, and a new reset does', async () => {
      const w = await openWorld(await open());
      const id = await restored(w, 'held');
      expect(await accessOf(w, id)).toMatchObject({
        state: 'held',
        sentence: expect.stringMatching(
          /no activation code of that reset opens it any more\. A new reset does/,
        ),
      });
      w.desk.clock.advance(2 * DAY);
      await w.desk.deps.db.kysely
        .updateTable('users')
        .set({ mfa_state: 'on', setup_due: 0 })
        .where('id', '=', w.jo.userId)
        .execute();
      const next = await w.executing();
      await w.effects.carryOutDue();
      expect(await accessOf(w, next)).toMatchObject({ state: 'held', sentence: null });
    });

    it('empties no account a second time: what its owner set up since stays, and the officers look', async () => {
      const w = await openWorld(await open());
      const id = await restored(w, 'closing');
      w.keycloak.account.credentials.push({ id: 'otp-since', type: 'otp', createdDate: 2 });
      w.keycloak.done.length = 0;
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toEqual([]);
      expect(await accessOf(w, id)).toMatchObject({
        state: 'held',
        sentence: expect.stringMatching(/Look at it in Keycloak/),
      });
      const told = await w.desk.deps.db.kysely
        .selectFrom('outbox')
        .select('to_address')
        .where('kind', '=', 'effect_failed')
        .execute();
      expect(told).toEqual([{ to_address: 'omar@example.org' }]);
    });
  });
});
