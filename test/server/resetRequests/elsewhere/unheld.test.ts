import { describe, expect, it } from 'vitest';
import type { Db } from '../../../../server/db/connection.ts';
import { DEFAULT_POLICY } from '../../../../server/domain/policy/defaults.ts';
import { DAY, HOUR } from '../../../../server/time.ts';
import { forEachDatabase } from '../../../support/databases.ts';
import { voice } from '../../voice.ts';
import { codeOf } from '../desk.ts';
import { connect, link, openWorld } from './world.ts';

const SAID =
  'Policy allows no reset in Tokens: it can’t hold sign-in, and the password alone may lead in there until a new factor is set up. Leave it out of what goes.';

/** Jo has an account in a system that can't hold it, too. */
async function linked(db: Db) {
  const w = await openWorld(db);
  const tokens = await connect(w.desk, 'Tokens', 'http://127.0.0.1:9', 'privacyidea');
  await link(w.desk, w.jo, tokens);
  const approveOf = async (id: string) => (await w.desk.view(id, w.ana)).decision.approve;
  /** What goes: all here and in Keycloak, nothing in the other. */
  async function leaveOut(id: string): Promise<void> {
    const { version } = await w.desk.view(id, w.priya);
    const targets = [
      { systemId: null, factorIds: null },
      { systemId: w.systemId, factorIds: null },
    ];
    const act = { id, actor: w.priya, voice, now: w.desk.clock.now(), version, targets };
    await w.desk.resets.chooseTargets(act);
  }
  return { ...w, tokens, approveOf, leaveOut };
}

describe('S-112 a reset in a system that can’t hold sign-in', () => {
  forEachDatabase((open) => {
    it('is approved as long as policy says nothing of it', async () => {
      const w = await linked(await open());
      const id = await w.verified();
      expect(await w.approveOf(id)).toMatchObject({ allowed: true });
      await w.desk.approve(id, w.ana);
      expect((await w.desk.view(id, w.ana)).state).toBe('executing');
    });

    it('is refused with one sentence where policy forbids it, also before the evidence is there, and goes on without that system', async () => {
      const w = await linked(await open());
      await w.desk.policy({ holdRequired: true });
      const { id } = await w.desk.ask(w.jo, { reason: 'broken' });
      expect(await w.approveOf(id)).toEqual({ allowed: false, code: 'system_cannot_hold', sentence: SAID });
      expect(await w.verified()).toBe(id);
      expect(await codeOf(w.desk.approve(id, w.ana))).toBe('system_cannot_hold');
      await w.leaveOut(id);
      await w.desk.approve(id, w.ana);
      await w.effects.carryOutDue();
      expect(await w.stand(id)).toMatchObject({ state: 'completed', there: 'done' });
      expect((await w.desk.view(id, w.ana)).targets.map(({ systemId }) => systemId)).not.toContain(w.tokens);
    });

    it('goes back to the queue where policy forbids it while the hold runs', async () => {
      const w = await linked(await open());
      const held = { ...DEFAULT_POLICY.tiers.standard, holdHours: 24 };
      // Its evidence still counts when the hold ends: nothing else sends it back.
      const evidenceMinutes = { ...DEFAULT_POLICY.evidenceMinutes, request_code: 2880, call_back: 2880 };
      const policy = {
        tiers: { ...DEFAULT_POLICY.tiers, standard: held },
        evidenceMinutes: { ...evidenceMinutes, in_person: 2880 },
      };
      await w.desk.policy(policy);
      const id = await w.verified();
      await w.desk.approve(id, w.ana);
      await w.desk.policy({ ...policy, holdRequired: true });
      w.desk.clock.advance(DAY + HOUR);
      await w.desk.resets.runDue(w.desk.clock.now());
      expect(await w.desk.actions()).toContain('reset_request.sent_back');
      expect(await w.stand(id)).toMatchObject({ state: 'verified', there: 'planned' });
      expect(await w.approveOf(id)).toMatchObject({ code: 'system_cannot_hold' });
    });

    it('is not carried out directly either: the record waits, and whoever would approve it is told', async () => {
      const w = await linked(await open());
      await w.desk.policy({ holdRequired: true });
      const direct = { userId: w.jo.userId, reason: 'broken', note: 'At the desk.', actor: w.ana } as const;
      const checks = [
        { kind: 'in_person', outcome: 'pass' },
        { kind: 'call_back', outcome: 'pass' },
      ] as const;
      const act = { ...direct, checks, now: w.desk.clock.now(), voice };
      const { id, state } = await w.desk.resets.directReset(act);
      expect(state).toBe('verified');
      expect(await codeOf(w.desk.approve(id, w.omar))).toBe('system_cannot_hold');
    });
  });
});
