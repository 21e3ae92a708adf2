import { describe, expect, it } from 'vitest';
import type { AuditAction } from '../../../contract/auditActions.ts';
import { nothingTaken, noteTaken, replay } from '../../../server/features/backup/replay.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { openWorld } from '../resetRequests/elsewhere/world.ts';

describe('S-81 a restore with the log of what came later gives a thief nothing back', () => {
  forEachDatabase((open) => {
    async function restored(action: AuditAction, data: Record<string, unknown>, isAbout = true) {
      const w = await openWorld(await open());
      const { deps, clock } = w.desk;
      const users = deps.db.kysely.updateTable('users').set({ password_hash: 'a-hash' });
      await users.where('id', '=', w.jo.userId).execute();
      const taken = nothingTaken();
      const at = clock.now();
      const targetId = isAbout ? w.jo.userId : null;
      noteTaken(taken, { sequence: 1, at, action, actorId: w.omar.userId, targetId, data });
      await deps.db.transaction((tx) => replay(tx, deps, taken, at));
      const jo = await deps.db.kysely.selectFrom('users').selectAll().where('id', '=', w.jo.userId).execute();
      const linked = await deps.db.kysely.selectFrom('system_links').select('id').execute();
      const systems = await deps.db.kysely
        .selectFrom('systems')
        .select(['removed_at', 'sealed_secret'])
        .execute();
      const organisation = await deps.db.kysely.selectFrom('organisation').selectAll().executeTakeFirst();
      return {
        organisation,
        omar: w.omar,
        jo: jo[0],
        factors: await w.held(w.jo),
        linked: linked.length,
        system: systems[0],
      };
    }

    it('the authenticator that this wasn’t me removed, and the password that it ended', async () => {
      const { jo, factors } = await restored('reset_request.vetoed', { requestId: 'r', afterReset: true });
      expect([factors, jo?.password_hash, jo?.setup_due]).toEqual([0, null, 1]);
    });

    it('the password that this wasn’t me ended before the reset, with the authenticator of its owner kept', async () => {
      const { jo, factors } = await restored('reset_request.vetoed', { requestId: 'r' });
      expect([factors, jo?.password_hash]).toEqual([1, null]);
    });

    it('the password that this wasn’t me ended for an authenticator that was stopped', async () => {
      const { jo } = await restored('mfa.authenticator_resumed', { authenticator: 'Phone' });
      expect(jo?.password_hash).toBe(null);
    });

    it('the password that somebody else knew, of which its owner was asked for a new one', async () => {
      const { jo, factors } = await restored('password.asked_anew', { count: 1 });
      expect([factors, jo?.password_hash]).toEqual([1, null]);
    });

    it('nor does it let resets go on that somebody stopped', async () => {
      const data = { reason: 'An attack.', switches: ['resets', 'setups'] };
      const { organisation, omar } = await restored('resets.frozen', data, false);
      expect(organisation).toMatchObject({
        frozen_by: omar.userId,
        freeze_reason: 'An attack.',
        freeze_session: null,
        setups_frozen_by: omar.userId,
        passwords_frozen_at: null,
      });
      expect(organisation?.frozen_at).not.toBe(null);
    });

    it('a link with an account elsewhere, and a system with its secret', async () => {
      expect(await restored('system.unlinked', { system: 'Keycloak', externalId: 'f-jo' })).toMatchObject({
        linked: 0,
      });
      const removed = await restored('system.removed', { system: 'Keycloak', links: 1 }, false);
      expect(removed).toMatchObject({ linked: 0, system: { sealed_secret: null } });
      expect(removed.system?.removed_at).not.toBe(null);
    });
  });
});
