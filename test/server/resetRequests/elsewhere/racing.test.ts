import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { vetoToken } from '../../../../server/domain/mail/vetoToken.ts';
import { MINUTE } from '../../../../server/time.ts';
import { TWO_SERVERS, forEachDatabase } from '../../../support/databases.ts';
import { codeOf } from '../desk.ts';
import { openWorld } from './world.ts';
import type { World } from './world.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const ALL = ['hold', 'remove otp-1', 'remove key-1', 'log out'];
const isRemovalOf = (id: string) => (asked: { method: string; path: string }) =>
  asked.method === 'DELETE' && asked.path.endsWith(`/${id}`);

const veto = ({ desk }: World, id: string) =>
  desk.resets.veto({ token: vetoToken(desk.deps.keys, id), now: desk.clock.now() });

const freezing = ({ desk, omar }: World) => ({
  reason: 'An attack.',
  switches: ['resets' as const],
  actor: { ...omar, sessionId: 'omar' },
  now: desk.clock.now(),
});

/** Something else happens while a system is about to answer, once: the system does what it was asked for, or not. */
function meanwhile(
  { keycloak }: World,
  when: (asked: { method: string; path: string }) => boolean,
  act: () => Promise<unknown>,
): void {
  keycloak.before = async (asked) => {
    if (!when(asked)) return false;
    keycloak.before = null;
    await act();
    return false;
  };
}

describe('S-111 stopping what is not sent', () => {
  forEachDatabase((open) => {
    it('this wasn’t me before anything was sent: no system hears of it', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      await veto(w, id);
      await w.effects.carryOutDue();
      expect(w.keycloak.server.asked).toEqual([]);
      expect(await w.stand(id)).toMatchObject({
        state: 'vetoed',
        there: 'failed',
        sentence: 'It was stopped before anything was sent there.',
      });
      expect([await w.held(w.jo), (await w.desk.user(w.jo)).mfa_state]).toEqual([1, 'on']);
    });

    it('this wasn’t me while a removal is under way: that one is listed as gone, and nothing more is sent', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      meanwhile(w, isRemovalOf('otp-1'), () => veto(w, id));
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toEqual(['hold', 'remove otp-1']);
      const { state, there, sentence, system } = await w.stand(id);
      expect([state, there, sentence]).toEqual([
        'vetoed',
        'failed',
        'It was stopped when some of it was gone already.',
      ]);
      expect(system?.factors.map(({ id: factorId, goneAt }) => [factorId, goneAt !== null])).toEqual([
        ['otp-1', true],
        ['key-1', false],
      ]);
      expect(await w.held(w.jo)).toBe(1);
      w.desk.clock.advance(60 * MINUTE);
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toHaveLength(2);
      expect(await codeOf(w.retry(id))).toBe('already_decided');
    });

    it('this wasn’t me, and the worker that had sent is gone: another reads what is gone, and only reads', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      w.keycloak.before = (asked, _response, act) => {
        if (asked.method !== 'DELETE') return false;
        act();
        return true;
      };
      await w.effects.carryOutDue();
      await veto(w, id);
      w.keycloak.before = null;
      w.keycloak.server.asked.splice(0);
      await w.effects.carryOutDue();
      expect(w.keycloak.server.asked.map(({ method, path }) => [method, path.split('/').at(-1)])).toEqual([
        ['POST', 'token'],
        ['GET', 'credentials'],
      ]);
      const { system } = await w.stand(id);
      expect(system?.factors.map(({ goneAt }) => goneAt !== null)).toEqual([true, false]);
    });

    it('a freeze between two things stops the second, and the rest goes on once it ends', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      meanwhile(
        w,
        ({ method }) => method === 'PUT',
        () => w.desk.resets.freeze(freezing(w)),
      );
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toEqual(['hold']);
      expect(await w.stand(id)).toMatchObject({ state: 'executing', there: 'sent' });
      expect(await codeOf(w.retry(id))).toBe('frozen');
      w.keycloak.server.asked.splice(0);
      await w.effects.carryOutDue();
      expect(w.keycloak.server.asked).toEqual([]);
      await w.desk.resets.unfreeze(freezing(w));
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toEqual(ALL);
      expect((await w.stand(id)).state).toBe('completed');
    });

    it('a freeze after the read-back keeps what is here, and sends nothing again after it', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      meanwhile(
        w,
        ({ path }) => path.endsWith('/sessions'),
        () => w.desk.resets.freeze(freezing(w)),
      );
      await w.effects.carryOutDue();
      expect(await w.stand(id)).toMatchObject({ state: 'executing', there: 'done' });
      expect(await w.held(w.jo)).toBe(1);
      await w.desk.resets.unfreeze(freezing(w));
      w.keycloak.server.asked.splice(0);
      await w.effects.carryOutDue();
      expect(w.keycloak.server.asked).toEqual([]);
      expect([(await w.stand(id)).state, await w.held(w.jo)]).toEqual(['completed', 0]);
    });

    it('a valid code meanwhile pauses it until the user says whose it is', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      const whose = { userId: w.jo.userId, now: w.desk.clock.now() };
      meanwhile(
        w,
        ({ method }) => method === 'PUT',
        () => w.desk.deps.db.transaction((tx) => w.desk.resets.pauseOnValidCode(tx, whose)),
      );
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toEqual(['hold']);
      expect((await w.stand(id)).state).toBe('executing');
      await w.desk.resets.answerReset({
        ...(await w.desk.session(w.jo)),
        mine: true,
        now: w.desk.clock.now(),
      });
      await w.effects.carryOutDue();
      expect((await w.stand(id)).state).toBe('completed');
    });

    it('who asked can no longer cancel it, nobody denies it, and it never expires; suspending its person breaks it off', async () => {
      const w = await openWorld(await open());
      const id = await w.executing();
      const now = w.desk.clock.now();
      const own = { ...(await w.desk.session(w.jo)), now };
      expect(await codeOf(w.desk.resets.cancelOwn(own))).toBe('already_executing');
      expect(await codeOf(w.desk.deny(id, w.ana))).toBe('already_executing');
      w.desk.clock.advance(60 * 24 * 60 * MINUTE);
      await w.desk.resets.runDue(w.desk.clock.now());
      expect((await w.stand(id)).state).toBe('executing');
      const by = { id: w.ana.userId, name: w.ana.name };
      await w.desk.deps.db.transaction((tx) =>
        w.desk.resets.cancelForSuspension(tx, w.jo.userId, by, w.desk.clock.now()),
      );
      await w.effects.carryOutDue();
      expect(w.keycloak.done).toEqual([]);
      expect(await w.stand(id)).toMatchObject({ state: 'cancelled', there: 'failed' });
    });
  });
});

describe('S-111 more than one server', () => {
  forEachDatabase((open, kind) => {
    it('at once do each thing once', async () => {
      const db = await open();
      const w = await openWorld(db);
      const others = [w.effects, w.serverOn(db.another()), w.serverOn(db.another())];
      const id = await w.executing();
      await Promise.all(others.map((server) => server.carryOutDue()));
      await Promise.all(others.map((server) => server.carryOutDue()));
      expect(w.keycloak.done).toEqual(ALL);
      const removals = w.keycloak.server.asked.filter(({ method }) => method === 'DELETE');
      expect(removals).toHaveLength(2);
      expect((await w.stand(id)).state).toBe('completed');
      const actions = await w.desk.actions();
      expect(actions.filter((action) => action === 'reset_request.completed')).toHaveLength(1);
    });

    it('kill -9 between the effect and its read-back: another server takes over, and completes it once', async () => {
      const db = await open();
      const w = await openWorld(db);
      const id = await w.executing();
      const { promise: reading, resolve } = Promise.withResolvers<void>();
      let isRead = false;
      w.keycloak.before = ({ method, path }) => {
        if (method !== 'GET' || !path.endsWith('/credentials') || w.keycloak.done.length < 4) return false;
        resolve();
        // Its worker is killed before it hears the answer.
        const held = !isRead;
        isRead = true;
        return held;
      };
      const child = fork(join(import.meta.dirname, 'workerChild.ts'), [JSON.stringify(db.options)], {
        execArgv: [],
      });
      children.push(child);
      const ended = once(child, 'exit');
      await reading;
      child.kill('SIGKILL');
      await ended;
      expect(w.keycloak.done).toEqual(ALL);
      expect(await w.stand(id)).toMatchObject({ state: 'executing', there: 'sent' });
      expect(await w.held(w.jo)).toBe(1);
      // As long as its lease lasts nobody else goes on.
      const other = w.serverOn(db.another());
      await other.carryOutDue();
      expect((await w.stand(id)).state).toBe('executing');
      w.desk.clock.advance(3 * MINUTE);
      await other.carryOutDue();
      expect(w.keycloak.done.filter((act) => act.startsWith('remove'))).toEqual([
        'remove otp-1',
        'remove key-1',
      ]);
      expect(await w.stand(id)).toMatchObject({ state: 'completed', there: 'done' });
      expect(await w.held(w.jo)).toBe(0);
    });

    it('a veto that races with sending: what is gone is listed, what is not is never sent after it', async () => {
      const db = await open();
      for (let round = 0; round < (kind === 'PostgreSQL' ? 4 : 8); round += 1) {
        const w = await openWorld(round === 0 ? db : await open());
        const id = await w.executing();
        const server = w.serverOn(w.desk.deps.db);
        let vetoedAfter = -1;
        const vetoing = async () => {
          // A little later each round, by what was done there.
          for (let turn = 0; turn < round * 12; turn += 1) await new Promise(setImmediate);
          await veto(w, id);
          vetoedAfter = w.keycloak.done.length;
        };
        await Promise.all([server.carryOutDue(), codeOf(vetoing())]);
        await server.carryOutDue();
        const { state, system } = await w.stand(id);
        if (state === 'completed') continue;
        expect(state).toBe('vetoed');
        // What was on its way as the veto came may have arrived; nothing else.
        expect(w.keycloak.done.length).toBeLessThanOrEqual(vetoedAfter + 1);
        const left = w.keycloak.account.credentials.map((factor) => factor.id);
        for (const factor of system?.factors ?? [])
          expect([factor.id, factor.goneAt !== null]).toEqual([factor.id, !left.includes(factor.id)]);
        expect(await w.held(w.jo)).toBe(1);
      }
    });
  }, TWO_SERVERS);
});
