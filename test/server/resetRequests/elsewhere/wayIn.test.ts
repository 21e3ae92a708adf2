import { describe, expect, it } from 'vitest';
import {
  matchActivationCode,
  spendActivationCode,
} from '../../../../server/domain/authenticators/activationStore.ts';
import { vetoToken } from '../../../../server/domain/mail/vetoToken.ts';
import { MINUTE } from '../../../../server/time.ts';
import { json } from '../../../support/systemServer.ts';
import { forEachDatabase } from '../../../support/databases.ts';
import { bindSystems } from '../../../../server/domain/systems/store.ts';
import { removeSystemLinks } from '../../../../server/domain/systems/linkStore.ts';
import { startKeycloakLike } from './keycloakLike.ts';
import { connect, link, openWorld } from './world.ts';
import type { World } from './world.ts';

async function reset(w: World): Promise<string> {
  const id = await w.executing();
  await w.effects.carryOutDue();
  return id;
}

/** The owner sets up here by the code of the mail. */
async function useCode({ desk, jo }: World): Promise<boolean> {
  const mail = (await desk.mails()).findLast(({ kind }) => kind === 'reset_done');
  const typed = /\b[A-Z0-9]{4}(?:-[A-Z0-9]{4})+\b/.exec(mail?.text ?? '')?.[0] ?? '';
  return desk.deps.db.transaction(async (tx) => {
    const now = desk.clock.now();
    const match = await matchActivationCode(tx, desk.deps.keys, { userId: jo.userId, typed, now });
    return (
      match.id !== null && spendActivationCode(tx, desk.deps.keys, { userId: jo.userId, id: match.id, now })
    );
  });
}

const accessOf = async (w: World, id: string) => (await w.stand(id)).system?.access;
const veto = ({ desk }: World, id: string) =>
  desk.resets.veto({ token: vetoToken(desk.deps.keys, id), now: desk.clock.now() });

describe('S-112 the way back into an account that was held', () => {
  forEachDatabase((open) => {
    it('nobody gets in by the password alone; the activation code opens set-up, and a new factor ends it', async () => {
      const w = await openWorld(await open());
      const id = await reset(w);
      w.desk.clock.advance(60 * MINUTE);
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
      expect(await accessOf(w, id)).toEqual({ state: 'held', until: null, sentence: null });
      expect(await useCode(w)).toBe(true);
      await w.effects.carryOutDue();
      expect(w.keycloak.account).toMatchObject({ enabled: true, requiredActions: ['CONFIGURE_TOTP'] });
      expect(await accessOf(w, id)).toMatchObject({ state: 'open', until: '2026-11-24T11:30:00.000Z' });
      w.keycloak.account.credentials.push({ id: 'otp-2', type: 'otp', createdDate: 2 });
      await w.counted();
      w.desk.clock.advance(31 * MINUTE);
      await w.effects.carryOutDue();
      expect([w.keycloak.account.enabled, (await accessOf(w, id))?.state]).toEqual([true, 'set_up']);
      // Whether they have MFA there is read again.
      expect(await w.counts()).toBe(0);
      expect((await w.desk.actions()).filter((action) => action.includes('.access_'))).toEqual([
        'reset_request.access_opened',
        'reset_request.access_set_up',
      ]);
    });

    it('half an hour without a new factor holds it again, and the code that was used opens nothing any more', async () => {
      const w = await openWorld(await open());
      const id = await reset(w);
      w.desk.clock.advance(MINUTE);
      await useCode(w);
      await w.effects.carryOutDue();
      w.desk.clock.advance(29 * MINUTE);
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(true);
      w.desk.clock.advance(2 * MINUTE);
      await w.effects.carryOutDue();
      await w.effects.carryOutDue();
      expect([w.keycloak.account.enabled, (await accessOf(w, id))?.state]).toEqual([false, 'held']);
    });

    it('this wasn’t me later holds it, removes what was added since, and ends sessions; no code opens it then', async () => {
      const w = await openWorld(await open());
      const id = await reset(w);
      w.desk.clock.advance(MINUTE);
      await useCode(w);
      await w.effects.carryOutDue();
      w.keycloak.account.credentials.push({ id: 'thief-1', type: 'otp', createdDate: 2 });
      w.keycloak.account.sessions = 1;
      await veto(w, id);
      await w.effects.carryOutDue();
      expect(w.keycloak.account).toMatchObject({ enabled: false, sessions: 0 });
      expect(w.keycloak.account.credentials.map(({ type }) => type)).toEqual(['password']);
      expect((await accessOf(w, id))?.state).toBe('held');
      w.desk.clock.advance(60 * MINUTE);
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
    });

    it('this wasn’t me while it is being opened: it is held again at once', async () => {
      const w = await openWorld(await open());
      const id = await reset(w);
      w.desk.clock.advance(MINUTE);
      await useCode(w);
      w.keycloak.before = async ({ method }) => {
        if (method !== 'PUT') return false;
        w.keycloak.before = null;
        await veto(w, id);
        return false;
      };
      await w.effects.carryOutDue();
      await w.effects.carryOutDue();
      expect([w.keycloak.account.enabled, (await accessOf(w, id))?.state]).toEqual([false, 'held']);
    });

    it('a freeze of setups keeps it held, and a system that is away is asked again until it is', async () => {
      const w = await openWorld(await open());
      const id = await reset(w);
      w.desk.clock.advance(MINUTE);
      await useCode(w);
      const frost = {
        reason: 'An attack.',
        switches: ['setups' as const],
        actor: { ...w.omar, sessionId: 'omar' },
        now: w.desk.clock.now(),
      };
      await w.desk.resets.freeze(frost);
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
      await w.desk.resets.unfreeze(frost);
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(true);
      w.keycloak.before = (_asked, response) => {
        json(response, 503);
        return true;
      };
      w.desk.clock.advance(31 * MINUTE);
      await w.effects.carryOutDue();
      expect((await accessOf(w, id))?.sentence).toBe('Keycloak answers 503.');
      w.keycloak.before = null;
      w.desk.clock.advance(MINUTE);
      await w.effects.carryOutDue();
      expect([w.keycloak.account.enabled, (await accessOf(w, id))?.state]).toEqual([false, 'held']);
    });

    it('an account whose reset was stopped between hold and read-back is on record as held: the next reset opens it', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      w.keycloak.before = async ({ method }) => {
        if (method !== 'PUT') return false;
        w.keycloak.before = null;
        await veto(w, id);
        return false;
      };
      await w.effects.carryOutDue();
      await w.effects.carryOutDue();
      expect([w.keycloak.account.enabled, (await accessOf(w, id))?.state]).toEqual([false, 'held']);
      expect((await w.stand(id)).state).toBe('vetoed');
      w.desk.clock.advance(25 * 60 * MINUTE);
      await reset(w);
      w.desk.clock.advance(MINUTE);
      expect(await useCode(w)).toBe(true);
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(true);
    });

    it('what somebody opened there by hand is over: no more codes are made for it, and none opens it', async () => {
      const w = await openWorld(await open());
      const id = await reset(w);
      w.keycloak.account.enabled = true;
      w.desk.clock.advance(61 * MINUTE);
      await w.effects.carryOutDue();
      expect(await accessOf(w, id)).toMatchObject({
        state: 'set_up',
        sentence: expect.stringMatching(/^It was opened in Keycloak by somebody there/),
      });
      await useCode(w);
      await w.effects.carryOutDue();
      expect(w.keycloak.account.requiredActions).toEqual([]);
    });

    it('nor does the first code where nobody had looked yet', async () => {
      const w = await openWorld(await open());
      const id = await reset(w);
      w.keycloak.account.enabled = true;
      w.desk.clock.advance(MINUTE);
      await useCode(w);
      await w.effects.carryOutDue();
      expect([w.keycloak.account.requiredActions, (await accessOf(w, id))?.state]).toEqual([[], 'set_up']);
    });

    it('a system that is slow keeps no other from closing again', async () => {
      const w = await openWorld(await open());
      const other = await startKeycloakLike();
      await link(w.desk, w.jo, await connect(w.desk, 'Other', other.server.url));
      const id = await reset(w);
      w.desk.clock.advance(MINUTE);
      await useCode(w);
      await w.effects.carryOutDue();
      expect([w.keycloak.account.enabled, other.account.enabled]).toEqual([true, true]);
      w.desk.clock.advance(31 * MINUTE);
      const asked = Promise.withResolvers<void>();
      const answers = Promise.withResolvers<void>();
      // It is asked first.
      const slow = w.keycloak;
      let wasGivenUp = false;
      slow.before = async (_asked, response) => {
        response.once('close', () => (wasGivenUp = true));
        asked.resolve();
        await answers.promise;
        return false;
      };
      const round = w.effects.carryOutDue();
      await asked.promise;
      await expect.poll(() => other.account.enabled).toBe(false);
      expect(wasGivenUp).toBe(false);
      answers.resolve();
      await round;
      expect((await w.stand(id)).state).toBe('completed');
    });

    it('an account that nobody is linked to any more is looked after for a day, then the officers are told', async () => {
      const w = await openWorld(await open());
      await reset(w);
      w.desk.clock.advance(MINUTE);
      await useCode(w);
      await w.effects.carryOutDue();
      await w.desk.deps.db.transaction((tx) => removeSystemLinks(tx, w.systemId));
      await w.desk.deps.db.kysely
        .updateTable('systems')
        .set({ changed_at: w.desk.clock.now() + 1 })
        .execute();
      await w.desk.deps.db.transaction((tx) => bindSystems(tx, w.desk.deps.keys));
      const told = async () => (await w.desk.mails()).filter(({ kind }) => kind === 'effect_failed').length;
      for (let hours = 0; hours < 30; hours += 1) {
        w.desk.clock.advance(61 * MINUTE);
        await w.effects.carryOutDue();
        if (hours === 20) expect(await told()).toBe(0);
      }
      expect(await told()).toBe(1);
    });
  });
});
