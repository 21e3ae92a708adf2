import { describe, expect, it } from 'vitest';
import { factorsElsewhere } from '../../../server/domain/systems/readFactors.ts';
import { HOUR, MINUTE } from '../../../server/time.ts';
import { bindRows } from '../../../server/boundRows.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { codeOf } from '../resetRequests/desk.ts';
import { openWorld } from '../resetRequests/elsewhere/world.ts';
import type { World } from '../resetRequests/elsewhere/world.ts';

const OTHERS = 'eve-there';
/** Each security officer, once. */
const OFFICER = ['omar@example.org'];

/** What Keycloak was asked about an account that isn't Jo's. */
const askedOfOthers = ({ keycloak }: World) =>
  keycloak.server.asked.filter(({ path }) => path.includes(OTHERS));
const officersMails = async ({ desk }: World, kind: string) =>
  (await desk.mails()).filter((mail) => mail.kind === kind).map(({ to }) => to);
const ofWorld = ({ desk }: World) => desk.deps.db.kysely;

describe('S-80 whoever writes to the database', () => {
  it('aims no reset at another account by a link: nothing is asked there, and the officers hear of it once', async () => {
    const w = await openWorld();
    await ofWorld(w).updateTable('system_links').set({ external_id: OTHERS }).execute();
    const id = await w.executing();
    await w.effects.carryOutDue();
    expect(await w.stand(id)).toMatchObject({
      state: 'executing',
      there: 'failed',
      sentence: expect.stringMatching(/^The link with Keycloak was altered in the database and not by/),
    });
    await w.retry(id);
    await w.effects.carryOutDue();
    const { deps, clock } = w.desk;
    const asked = { userId: w.jo.userId, now: clock.now() };
    const { held, unavailable } = await factorsElsewhere(deps.db.kysely, deps.systems, asked);
    expect([held, unavailable.map(({ said }) => said.key)]).toEqual([[], ['linkAltered']]);
    expect([askedOfOthers(w), w.keycloak.done]).toEqual([[], []]);
    expect(await officersMails(w, 'effect_failed')).toEqual(OFFICER);
  });

  it.each([
    ['whose account it is', { external_id: OTHERS }],
    ['that it was done', { state: 'done', done_at: 1 } as const],
    ['that it was the only one', { together: 2 }],
  ])('changes nothing by an effect (%s): its request ends', async (_what, change) => {
    const w = await openWorld();
    const id = await w.executing();
    await ofWorld(w).updateTable('reset_effects').set(change).execute();
    await w.effects.carryOutDue();
    await w.effects.carryOutDue();
    expect(await w.stand(id)).toMatchObject({ state: 'cancelled' });
    expect([askedOfOthers(w), w.keycloak.done, await w.held(w.jo)]).toEqual([[], [], 1]);
    expect(await officersMails(w, 'request_altered')).toEqual(OFFICER);
  });

  it('completes no request by taking its effects away', async () => {
    const w = await openWorld();
    const id = await w.executing();
    await ofWorld(w).deleteFrom('reset_effects').execute();
    await w.effects.carryOutDue();
    expect(await w.stand(id)).toMatchObject({ state: 'cancelled' });
    expect(await w.held(w.jo)).toBe(1);
  });

  it('has nothing removed that nobody chose: a request whose targets were altered can’t be approved, and ends', async () => {
    const w = await openWorld();
    const { clock, resets } = w.desk;
    const id = await w.verified();
    const targets = JSON.stringify({ all: false, ids: [], systems: [] });
    await ofWorld(w).updateTable('reset_requests').set({ targets }).where('id', '=', id).execute();
    expect(await codeOf(w.desk.approve(id, w.ana))).toBe('check_not_possible');
    await resets.runDue(clock.now());
    expect((await w.stand(id)).state).toBe('cancelled');
    expect(await officersMails(w, 'request_altered')).toEqual(OFFICER);
  });

  it('nor while it is carried out', async () => {
    const w = await openWorld();
    const id = await w.executing();
    const targets = JSON.stringify({
      all: true,
      ids: [],
      systems: [{ systemId: w.systemId, factorIds: ['nothing'] }],
    });
    await ofWorld(w).updateTable('reset_requests').set({ targets }).where('id', '=', id).execute();
    await w.effects.carryOutDue();
    expect((await w.stand(id)).state).toBe('cancelled');
    expect(w.keycloak.done).toEqual([]);
  });

  forEachDatabase((open) => {
    it.each([
      ['that it is to be opened', { state: 'opening' } as const],
      ['whose account it is', { external_id: OTHERS, state: 'closing' } as const],
    ])(
      'S-112 opens and holds no account by a row of one (%s); the officers hear of it once',
      async (_what, change) => {
        const w = await openWorld(await open());
        await w.executing();
        await w.effects.carryOutDue();
        await ofWorld(w).updateTable('held_accounts').set(change).execute();
        w.keycloak.done.length = 0;
        for (const pause of [MINUTE, 2 * HOUR]) {
          w.desk.clock.advance(pause);
          await w.effects.carryOutDue();
        }
        expect([askedOfOthers(w), w.keycloak.done, w.keycloak.account.enabled]).toEqual([[], [], false]);
        expect(await officersMails(w, 'effect_failed')).toEqual(OFFICER);
      },
    );

    it('S-112 opens no account by a code that only stands as used', async () => {
      const w = await openWorld(await open());
      await w.executing();
      await w.effects.carryOutDue();
      const used = { used_at: w.desk.clock.now() + MINUTE };
      await ofWorld(w).updateTable('activation_codes').set(used).execute();
      w.desk.clock.advance(2 * MINUTE);
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
      expect(await officersMails(w, 'effect_failed')).toEqual(OFFICER);
    });

    it('what was there before rows were bound is bound by the step that does it, and by no later opening', async () => {
      const w = await openWorld(await open());
      const { db, keys } = w.desk.deps;
      const id = await w.executing();
      await ofWorld(w).updateTable('system_links').set({ mac: null }).execute();
      await ofWorld(w).updateTable('reset_effects').set({ mac: null, together: 1 }).execute();
      await ofWorld(w).updateTable('reset_requests').set({ targets_mac: null }).execute();
      await db.transaction((tx) => bindRows(tx, keys, ['0030-outside-acts', '0031-bound-rows']));
      await w.effects.carryOutDue();
      expect((await w.stand(id)).state).toBe('completed');
      await ofWorld(w).updateTable('held_accounts').set({ mac: null }).execute();
      await ofWorld(w).updateTable('activation_codes').set({ used_at: w.desk.clock.now() }).execute();
      await db.transaction((tx) => bindRows(tx, keys, []));
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
    });
  });
});
