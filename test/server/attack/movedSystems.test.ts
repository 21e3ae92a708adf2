import { describe, expect, it } from 'vitest';
import { removeSystemLinks } from '../../../server/domain/systems/linkStore.ts';
import { bindSystems } from '../../../server/domain/systems/store.ts';
import { sealSystemSecret } from '../../../server/domain/systems/secret.ts';
import { HOUR, MINUTE } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { startKeycloakLike } from '../resetRequests/elsewhere/keycloakLike.ts';
import { link, openWorld } from '../resetRequests/elsewhere/world.ts';
import type { World } from '../resetRequests/elsewhere/world.ts';

/** What a change of its address does, once a second person agreed. */
async function move({ desk: { deps, clock }, systemId: id }: World, url: string): Promise<void> {
  clock.advance(MINUTE);
  await deps.db.transaction(async (tx) => {
    const sealed_secret = sealSystemSecret(deps, { id, url }, 'secret');
    await tx
      .updateTable('systems')
      .set({ url, sealed_secret, changed_at: clock.now() })
      .where('id', '=', id)
      .execute();
    await bindSystems(tx, deps.keys);
    await removeSystemLinks(tx, id);
  });
}

describe('S-111 a system that is somewhere else meanwhile', () => {
  forEachDatabase((open) => {
    it('nothing is asked there for an account of before, and nothing completes by its answers', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      const elsewhere = await startKeycloakLike();
      await move(w, elsewhere.server.url);
      for (let times = 0; times < 3; times += 1) {
        await w.effects.carryOutDue();
        w.desk.clock.advance(HOUR);
      }
      expect(elsewhere.server.asked).toEqual([]);
      expect(await w.stand(id)).toMatchObject({ state: 'executing', there: 'failed' });
      expect(await w.held(w.jo)).toBe(1);
    });

    it('a link that was taken away while it is carried out: that account may be somebody else’s', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      await w.desk.deps.db.transaction((tx) => removeSystemLinks(tx, w.systemId));
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toEqual([]);
      expect(await w.stand(id)).toMatchObject({ state: 'executing', there: 'failed' });
      // Linked anew, by two people: somebody has it tried again.
      await link(w.desk, w.jo, w.systemId);
      await w.retry(id);
      await w.effects.carryOutDue();
      expect((await w.stand(id)).state).toBe('completed');
    });

    it('S-112 an account that was held is opened and closed nowhere else', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      await w.effects.carryOutDue();
      const elsewhere = await startKeycloakLike();
      await move(w, elsewhere.server.url);
      await w.desk.deps.db.kysely
        .updateTable('held_accounts')
        .set({ state: 'closing' })
        .where('request_id', '=', id)
        .execute();
      await w.effects.carryOutDue();
      expect(elsewhere.done).toEqual([]);
    });
  });
});
