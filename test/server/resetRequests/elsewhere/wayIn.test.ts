import { describe, expect, it } from 'vitest';
import {
  matchActivationCode,
  spendActivationCode,
} from '../../../../server/domain/authenticators/activationStore.ts';
import { vetoToken } from '../../../../server/domain/mail/vetoToken.ts';
import { MINUTE } from '../../../../server/time.ts';
import { json } from '../../../support/systemServer.ts';
import { forEachDatabase } from '../../../support/databases.ts';
import { openWorld } from './world.ts';
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
    const match = await matchActivationCode(tx, { userId: jo.userId, typed, now });
    return match.id !== null && spendActivationCode(tx, match.id, now);
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
      w.desk.clock.advance(31 * MINUTE);
      await w.effects.carryOutDue();
      expect([w.keycloak.account.enabled, (await accessOf(w, id))?.state]).toEqual([true, 'set_up']);
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
  });
});
