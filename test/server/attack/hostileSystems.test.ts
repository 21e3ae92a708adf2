import { describe, expect, it } from 'vitest';
import { forEachDatabase } from '../../support/databases.ts';
import { openWorld } from '../resetRequests/elsewhere/world.ts';

const HALF_A_LETTER = '\ud800';

describe('S-116 a connected system that means harm', () => {
  forEachDatabase((open) => {
    it('an id that is no text stops its own effect, and no other work', async () => {
      const w = await openWorld(await open());
      w.keycloak.account.credentials.push({ id: HALF_A_LETTER, type: 'otp', createdDate: 1 });
      const id = await w.executing();
      await w.effects.carryOutDue();
      expect(await w.stand(id)).toMatchObject({
        state: 'executing',
        there: 'failed',
        sentence: 'Keycloak named something that is no part of an address, so it was not asked.',
      });
    });

    it('a name that is no text is removed, read back and told like any other', async () => {
      const w = await openWorld(await open());
      const labels = {
        'otp-2': `Phone ${HALF_A_LETTER}`,
        'otp-3': 'Phone \u0000',
        'otp-4': 'Phone\n\nCall us',
      };
      for (const [name, userLabel] of Object.entries(labels))
        w.keycloak.account.credentials.push({ id: name, type: 'otp', userLabel, createdDate: 1 });
      const id = await w.executing();
      await w.effects.carryOutDue();
      expect(await w.stand(id)).toMatchObject({ state: 'completed', there: 'done' });
      const mail = (await w.desk.mails()).find(({ kind }) => kind === 'reset_done_elsewhere');
      expect(mail?.text).toContain('Phone Call us');
    });

    it('S-107 a factor’s name with a turned direction is shown with its marks', async () => {
      const w = await openWorld(await open());
      w.keycloak.account.credentials.push({
        id: 'otp-9',
        type: 'otp',
        userLabel: 'enohP\u202e',
        createdDate: 1,
      });
      const id = await w.executing();
      await w.effects.carryOutDue();
      const { system } = await w.stand(id);
      expect(system?.factors.map(({ name }) => name)).toContain('enohP[U+202E]');
      const mail = (await w.desk.mails()).find(({ kind }) => kind === 'reset_done_elsewhere');
      expect(mail?.text).toContain('enohP[U+202E]');
    });

    it('S-80 a secret that can’t be opened stops what is done in its system, and no other work', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      await w.desk.deps.db.kysely.updateTable('systems').set({ sealed_secret: 'v1.1.x.y' }).execute();
      await w.effects.carryOutDue();
      expect(await w.stand(id)).toMatchObject({ state: 'executing', there: 'failed' });
    });
  });
});

describe('S-80 a system whose row was altered', () => {
  forEachDatabase((open) => {
    it('sends its secret to no other address than the one that it was given for', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      const thief = await openWorld();
      await w.desk.deps.db.kysely.updateTable('systems').set({ url: thief.keycloak.server.url }).execute();
      await w.effects.carryOutDue().catch(() => undefined);
      expect(thief.keycloak.server.asked).toEqual([]);
      expect(await w.stand(id)).toMatchObject({ state: 'executing', there: 'failed' });
    });

    it.each([
      ['its realm', { realm: 'another' }],
      ['its client', { client_id: 'another' }],
      ['what kind it is', { kind: 'authentik' as const }],
      ['since when it is there', { changed_at: 1 }],
    ])('S-120 does nothing there once somebody altered %s, and says why', async (_what, change) => {
      const w = await openWorld(await open());
      const id = await w.executing();
      w.keycloak.server.asked.length = 0;
      await w.desk.deps.db.kysely.updateTable('systems').set(change).execute();
      await w.effects.carryOutDue();
      expect(w.keycloak.server.asked).toEqual([]);
      expect(await w.stand(id)).toMatchObject({
        state: 'executing',
        there: 'failed',
        sentence: expect.stringMatching(/^What is on record of Keycloak was altered in the database/),
      });
    });
  });
});
