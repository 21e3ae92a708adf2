import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../../server/time.ts';
import { json } from '../../../support/systemServer.ts';
import { forEachDatabase } from '../../../support/databases.ts';
import { voice } from '../../voice.ts';
import { codeOf } from '../desk.ts';
import { openWorld } from './world.ts';

const isRemoval = (method: string) => method === 'DELETE';

describe('S-111 a reset in a connected system', () => {
  forEachDatabase((open) => {
    it('is carried out there first: hold, each factor, sessions, read-back; what is here goes last', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      expect(await w.stand(id)).toMatchObject({ state: 'executing', there: 'planned' });
      // Nothing has happened yet, anywhere.
      expect([w.keycloak.done, await w.held(w.jo), (await w.desk.user(w.jo)).mfa_state]).toEqual([
        [],
        1,
        'reset_pending',
      ]);
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toEqual(['hold', 'remove otp-1', 'remove key-1', 'log out']);
      expect(w.keycloak.account).toMatchObject({ enabled: false, sessions: 0 });
      const stand = await w.stand(id);
      expect(stand).toMatchObject({ state: 'completed', there: 'done', sentence: null });
      expect(stand.system).toMatchObject({
        name: 'Keycloak',
        account: 'jo',
        holds: true,
        sessions: 'ended',
        factors: [
          { id: 'otp-1', kind: 'app', name: 'Work phone', createdAt: '2026-01-05T00:00:00.000Z' },
          { id: 'key-1', kind: 'passkey', name: 'Key' },
        ],
      });
      expect(stand.system?.factors.every(({ goneAt }) => goneAt !== null)).toBe(true);
      expect(await w.held(w.jo)).toBe(0);
      expect(await w.desk.user(w.jo)).toMatchObject({ mfa_state: 'off', setup_due: 1 });
      const actions = await w.desk.actions();
      expect(actions.slice(actions.indexOf('reset_request.executing'))).toEqual([
        'reset_request.executing',
        'reset_request.effect_done',
        'reset_request.completed',
        'mfa.reset',
        'activation_code.issued',
      ]);
      const mails = (await w.desk.mails()).filter(({ kind }) => kind.startsWith('reset_done'));
      expect(mails.map(({ kind }) => kind).toSorted()).toEqual(['reset_done', 'reset_done_elsewhere']);
      expect(mails.find(({ kind }) => kind === 'reset_done_elsewhere')?.text).toMatch(
        /in Keycloak[^]*Work phone[^]*Key/,
      );
    });

    it('what was counted there before is to be read again', async () => {
      const w = await openWorld(await open());
      await w.counted();
      const id = await w.executing();
      expect(await w.counts()).toBe(1);
      await w.effects.carryOutDue();
      expect([(await w.stand(id)).state, await w.counts()]).toEqual(['completed', 0]);
    });

    it('a success that isn’t: nothing is done but what the read-back says, and after five lies somebody has to look', async () => {
      const w = await openWorld(await open());
      w.keycloak.before = ({ method }, response) => {
        if (!isRemoval(method)) return false;
        json(response, 204);
        return true;
      };
      const id = await w.executing();
      for (let tries = 1; tries <= 5; tries += 1) {
        await w.effects.carryOutDue();
        expect(await w.stand(id)).toMatchObject({
          state: 'executing',
          there: tries < 5 ? 'sent' : 'failed',
          sentence: 'Keycloak said that it was done, and it is not: Work phone reads as before.',
        });
        w.desk.clock.advance(HOUR);
      }
      expect(await w.held(w.jo)).toBe(1);
      await w.effects.carryOutDue();
      expect(w.keycloak.server.asked.filter(({ method }) => isRemoval(method))).toHaveLength(10);
      // It no longer lies: somebody has it tried again.
      w.keycloak.before = null;
      expect(await codeOf(w.retry(id, w.priya))).toBe('forbidden');
      await w.retry(id);
      await w.effects.carryOutDue();
      expect(await w.stand(id)).toMatchObject({ state: 'completed', there: 'done', sentence: null });
      expect((await w.desk.actions()).filter((action) => action.startsWith('reset_request.e'))).toEqual([
        'reset_request.executing',
        // Said once, however often.
        'reset_request.effect_failed',
        'reset_request.effect_done',
      ]);
      expect(await w.desk.actions()).toContain('reset_request.retried');
    });

    it('an answer that comes too late: it is done there, read back, and nothing is removed twice', async () => {
      const w = await openWorld(await open());
      const waiting: (() => void)[] = [];
      w.keycloak.before = ({ method }, _response, act) => {
        if (!isRemoval(method) || waiting.length > 0) return false;
        act();
        // Never answered.
        waiting.push(() => undefined);
        return true;
      };
      const id = await w.executing();
      await w.effects.carryOutDue();
      expect(await w.stand(id)).toMatchObject({
        state: 'executing',
        there: 'sent',
        sentence: 'Keycloak took too long to answer.',
      });
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toEqual(['hold', 'remove otp-1']);
      w.desk.clock.advance(MINUTE);
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toEqual(['hold', 'remove otp-1', 'remove key-1', 'log out']);
      expect(await w.stand(id)).toMatchObject({ state: 'completed', there: 'done' });
    });

    it('a right that was taken away is named, nothing is marked done, and it waits for somebody', async () => {
      const w = await openWorld(await open());
      w.keycloak.before = ({ method }, response) => {
        if (!isRemoval(method)) return false;
        json(response, 403, { error: 'unknown_error' });
        return true;
      };
      const id = await w.executing();
      await w.effects.carryOutDue();
      expect(await w.stand(id)).toMatchObject({
        state: 'executing',
        there: 'failed',
        sentence: 'Keycloak answers 403: the client lost manage-users. Give it that right again.',
      });
      w.keycloak.before = null;
      w.desk.clock.advance(24 * HOUR);
      await w.effects.carryOutDue();
      expect((await w.stand(id)).state).toBe('executing');
      // Held since before the first removal: no password alone gets in meanwhile (S-112).
      expect(w.keycloak.done).toEqual(['hold']);
      await w.retry(id);
      await w.effects.carryOutDue();
      expect((await w.stand(id)).state).toBe('completed');
    });

    it('nobody there: it is tried again by itself once the network is back, once', async () => {
      const w = await openWorld(await open());
      w.keycloak.before = (_asked, response) => {
        response.destroy();
        return true;
      };
      const id = await w.executing();
      await w.effects.carryOutDue();
      const stand = await w.stand(id);
      expect(stand).toMatchObject({ state: 'executing', there: 'planned' });
      expect(stand.sentence).toMatch(/^Keycloak can’t be reached/);
      expect(stand.system?.triesAgainAt).toBe('2026-11-24T10:00:30.000Z');
      await w.effects.carryOutDue();
      w.keycloak.before = null;
      w.desk.clock.advance(MINUTE);
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toEqual(['hold', 'remove otp-1', 'remove key-1', 'log out']);
      expect((await w.stand(id)).state).toBe('completed');
    });
  });
});

describe('S-111 what goes there', () => {
  it('is what staff named, and what is left keeps the account open; of what is here nothing, unless it is named', async () => {
    const w = await openWorld();
    const id = await w.verified();
    const choose = async (factorIds: string[] | null, systemId: string | null = w.systemId) =>
      w.desk.resets.chooseTargets({
        id,
        version: (await w.desk.view(id, w.priya)).version,
        targets: [{ systemId, factorIds }],
        actor: w.priya,
        now: w.desk.clock.now(),
        voice,
      });
    expect((await w.desk.view(id, w.ana)).targets).toMatchObject([
      { systemId: null },
      { systemId: w.systemId, factorIds: null, state: 'planned', system: { name: 'Keycloak' } },
    ]);
    // A name that nobody has would be gone from the beginning.
    expect(await codeOf(choose(['otp-2']))).toBe('not_found');
    expect(await codeOf(choose(['otp-1'], w.jo.userId))).toBe('not_found');
    const narrowed = await choose(['otp-1']);
    expect(narrowed.targets).toMatchObject([
      { systemId: null, factorIds: [] },
      { systemId: w.systemId, factorIds: ['otp-1'] },
    ]);
    await w.desk.approve(id, w.ana);
    expect(await codeOf(choose(null))).toBe('already_executing');
    await w.effects.carryOutDue();
    // The key stays, so that no password alone leads in.
    expect(w.keycloak.done).toEqual(['remove otp-1', 'log out']);
    expect(w.keycloak.account.enabled).toBe(true);
    expect((await w.stand(id)).state).toBe('completed');
    expect([await w.held(w.jo), (await w.desk.user(w.jo)).mfa_state]).toEqual([1, 'on']);
  });

  it('everything again where all is named, here and there', async () => {
    const w = await openWorld();
    const id = await w.verified();
    const choose = async (targets: { systemId: string | null; factorIds: string[] | null }[]) =>
      w.desk.resets.chooseTargets({
        id,
        version: (await w.desk.view(id, w.priya)).version,
        targets,
        actor: w.priya,
        now: w.desk.clock.now(),
        voice,
      });
    await choose([{ systemId: w.systemId, factorIds: ['key-1'] }]);
    // A system that isn't named is shown, and nothing goes there.
    const here = await choose([{ systemId: null, factorIds: null }]);
    expect(here.targets.at(1)).toMatchObject({ systemId: w.systemId, factorIds: [] });
    const all = await choose([
      { systemId: null, factorIds: null },
      { systemId: w.systemId, factorIds: null },
    ]);
    expect(all.targets).toMatchObject([{ factorIds: [expect.any(String)] }, { factorIds: null }]);
    const stored = w.desk.deps.db.kysely.selectFrom('reset_requests').select('targets').where('id', '=', id);
    expect(await stored.executeTakeFirst()).toEqual({ targets: null });
  });

  it('of somebody whose MFA is only there: they ask, it is removed there, and nothing is here to set up', async () => {
    const w = await openWorld();
    await w.desk.deps.db.kysely.deleteFrom('authenticators').where('user_id', '=', w.jo.userId).execute();
    await w.desk.deps.db.kysely
      .updateTable('users')
      .set({ mfa_state: 'off' })
      .where('id', '=', w.jo.userId)
      .execute();
    const id = await w.executing();
    await w.effects.carryOutDue();
    expect((await w.stand(id)).state).toBe('completed');
    expect(w.keycloak.done).toContain('remove otp-1');
    expect(await w.desk.actions()).not.toContain('mfa.reset');
    const [nobody] = [await w.desk.person('kim', { mfa_state: 'off' })];
    expect(await codeOf(w.desk.ask(nobody))).toBe('mfa_not_on');
  });

  it('nothing there any more is done without holding the account', async () => {
    const w = await openWorld();
    w.keycloak.account.credentials = [];
    const id = await w.executing();
    await w.effects.carryOutDue();
    expect(w.keycloak.done).toEqual([]);
    expect(await w.stand(id)).toMatchObject({ state: 'completed', system: { factors: [], sessions: null } });
    expect((await w.desk.mails()).map(({ kind }) => kind)).not.toContain('reset_done_elsewhere');
  });

  it('a factor that comes while it executes goes, too, where all go', async () => {
    const w = await openWorld();
    w.keycloak.before = ({ method }, _response, act) => {
      if (!isRemoval(method)) return false;
      w.keycloak.before = null;
      w.keycloak.account.credentials.push({ id: 'new-1', type: 'otp', createdDate: 2 });
      act();
      return false;
    };
    const id = await w.executing();
    await w.effects.carryOutDue();
    expect((await w.stand(id)).state).toBe('executing');
    w.desk.clock.advance(MINUTE);
    await w.effects.carryOutDue();
    expect(w.keycloak.account.credentials.map(({ type }) => type)).toEqual(['password']);
    expect((await w.stand(id)).state).toBe('completed');
  });
});
