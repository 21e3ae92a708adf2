import { describe, expect, it } from 'vitest';
import { endAll } from '../../../server/features/backup/epochStore.ts';
import { keepSentence } from '../../../server/domain/pendingChanges/keptSentence.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import { MINUTE } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { openWorld } from '../resetRequests/elsewhere/world.ts';

describe('S-81 a copy of the database that was put back', () => {
  forEachDatabase((open) => {
    it('S-112 opens no account that it was about to open when it was made', async () => {
      const w = await openWorld(await open());
      const { deps, clock } = w.desk;
      await w.executing();
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
      await deps.db.kysely.updateTable('held_accounts').set({ state: 'opening' }).execute();
      clock.advance(60 * MINUTE);
      const effect = keepSentence(sentence('backup', 'overByRestore'));
      const epoch = { now: clock.now(), step: 1, because: 'restored', effect };
      await deps.db.transaction((tx) => endAll(tx, epoch));
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
    });
  });
});
