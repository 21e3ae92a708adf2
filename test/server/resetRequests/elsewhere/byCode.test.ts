import { describe, expect, it } from 'vitest';
import { vetoToken } from '../../../../server/domain/mail/vetoToken.ts';
import { bindPassword } from '../../../../server/domain/people/macs.ts';
import { createJudgePassword } from '../../../../server/domain/sessions/judgePassword.ts';
import { createLostDevice } from '../../../../server/features/signIn/lostDevice.ts';
import { createAfterRightPassword } from '../../../../server/features/signIn/password.ts';
import { MINUTE } from '../../../../server/time.ts';
import { PASSWORD } from '../../../support/app.ts';
import { bindWithoutMfa } from '../../../support/bind.ts';
import { json } from '../../../support/systemServer.ts';
import { forEachDatabase } from '../../../support/databases.ts';
import type { OpenDatabase } from '../../../support/databases.ts';
import { voice } from '../../voice.ts';
import { openWorld } from './world.ts';
import type { World } from './world.ts';

/** Jo's, as it is stored. */
const passwordOf = async ({ desk: { deps }, jo }: World) =>
  bindPassword(deps.keys, jo.userId, await deps.passwords.hash(PASSWORD));

/** What was set above stands as a server would have written it. */
const asWritten = ({ desk: { deps } }: World) => deps.db.transaction((tx) => bindWithoutMfa(tx, deps.keys));

/** Jo has MFA in Keycloak alone, and signs in here by a password. */
async function openElsewhereOnly(open: OpenDatabase, columns: { mfa_state?: 'on' } = {}) {
  const w = await openWorld(await open());
  const { desk, jo } = w;
  const { kysely } = desk.deps.db;
  const stored = await passwordOf(w);
  const user = kysely.updateTable('users').where('id', '=', jo.userId);
  await user.set({ ...stored, mfa_state: 'off', mfa_since: null, ...columns }).execute();
  if (columns.mfa_state !== 'on')
    await kysely.deleteFrom('authenticators').where('user_id', '=', jo.userId).execute();
  await asWritten(w);
  const afterRight = createAfterRightPassword(desk.deps, createJudgePassword(desk.deps));
  const lostDevice = createLostDevice(desk.deps, { afterRight, held: desk.resets.held });
  /** At `/lost-device`; answers what opens, or the code of the refusal. */
  async function give(activationCode: string, password = PASSWORD): Promise<unknown> {
    const ctx = { now: desk.clock.now(), address: '192.0.2.1', userAgent: 'Firefox' };
    const given = lostDevice.open({ username: 'jo', password, activationCode }, ctx);
    return given.then(
      ({ systems }) => systems,
      ({ code }: { code: string }) => code,
    );
  }
  async function mailed(): Promise<string> {
    const mail = (await desk.mails()).findLast(({ kind }) => kind === 'way_back_in');
    return /\b[A-Z0-9]{4}(?:-[A-Z0-9]{4})+\b/.exec(mail?.text ?? '')?.[0] ?? '';
  }
  async function reset(): Promise<string> {
    const id = await w.executing();
    await w.effects.carryOutDue();
    desk.clock.advance(MINUTE);
    return id;
  }
  const kinds = async () => (await desk.mails()).map(({ kind }) => kind);
  return { ...w, give, mailed, reset, kinds };
}

const accessOf = async (w: World, id: string) => (await w.stand(id)).system?.access?.state;

describe('S-112 whose MFA is only in a connected system', () => {
  forEachDatabase((open) => {
    it('is mailed an activation code, and giving it with the password opens the held account', async () => {
      const w = await openElsewhereOnly(open);
      const id = await w.reset();
      expect([(await w.stand(id)).state, await accessOf(w, id)]).toEqual(['completed', 'held']);
      expect((await w.kinds()).filter((kind) => kind.startsWith('reset_done'))).toEqual([
        'reset_done_elsewhere',
      ]);
      expect(await w.give(await w.mailed(), 'wrong-wrong-wrong')).toBe('invalid_credentials');
      expect(await w.give('ABCD-EFGH-JKMN-PQRS')).toBe('invalid_activation_code');
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
      expect(await w.give(await w.mailed())).toEqual(['Keycloak']);
      await w.effects.carryOutDue();
      expect(w.keycloak.account).toMatchObject({ enabled: true, requiredActions: ['CONFIGURE_TOTP'] });
      expect(await w.desk.actions()).toContain('activation_code.given');
      expect((await w.desk.view(id, w.ana)).activation?.state).toBe('used');
    });

    it('half an hour without a new factor: the code opens nothing more, and another one that a decider sends does', async () => {
      const w = await openElsewhereOnly(open);
      const id = await w.reset();
      const first = await w.mailed();
      await w.give(first);
      await w.effects.carryOutDue();
      const send = () => w.desk.resets.sendActivation({ id, actor: w.ana, now: w.desk.clock.now(), voice });
      await expect(send()).rejects.toMatchObject({ code: 'check_not_possible' });
      w.desk.clock.advance(31 * MINUTE);
      await w.effects.carryOutDue();
      expect([w.keycloak.account.enabled, await accessOf(w, id)]).toEqual([false, 'held']);
      expect(await w.give(first)).toBe('invalid_activation_code');
      await send();
      expect(await w.give(await w.mailed())).toEqual(['Keycloak']);
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(true);
    });

    it('a mailbox that proves nothing gets no code: one is handed over in person, and opens it', async () => {
      const w = await openElsewhereOnly(open);
      const id = await w.executing();
      await w.desk.deps.db.kysely
        .updateTable('users')
        .set({ password_mailed_at: w.desk.clock.now() })
        .where('id', '=', w.jo.userId)
        .execute();
      await w.effects.carryOutDue();
      w.desk.clock.advance(MINUTE);
      expect(await w.kinds()).toContain('way_back_in_in_person');
      expect(await w.mailed()).toBe('');
      const { activationCode } = await w.desk.resets.handOver({
        id,
        actor: w.omar,
        now: w.desk.clock.now(),
      });
      expect(await w.give(activationCode)).toEqual(['Keycloak']);
    });

    it('this wasn’t me ends the code, and no later one is given for what that reset held', async () => {
      const w = await openElsewhereOnly(open);
      const id = await w.reset();
      const code = await w.mailed();
      await w.desk.resets.veto({ token: vetoToken(w.desk.deps.keys, id), now: w.desk.clock.now() });
      await w.desk.deps.db.kysely
        .updateTable('users')
        .set({ ...(await passwordOf(w)), setup_due: 0 })
        .where('id', '=', w.jo.userId)
        .execute();
      await asWritten(w);
      await w.effects.carryOutDue();
      expect(await w.give(code)).toBe('check_not_possible');
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
    });

    it('while setups are frozen the code is not looked at, and stays good', async () => {
      const w = await openElsewhereOnly(open);
      await w.reset();
      const frost = {
        reason: 'An attack.',
        switches: ['setups' as const],
        actor: { ...w.omar, sessionId: 'omar' },
        now: w.desk.clock.now(),
      };
      await w.desk.resets.freeze(frost);
      expect(await w.give(await w.mailed())).toBe('frozen');
      await w.desk.resets.unfreeze(frost);
      expect(await w.give(await w.mailed())).toEqual(['Keycloak']);
    });

    it('S-34 of one code given twice at once, one opens', async () => {
      const w = await openElsewhereOnly(open);
      await w.reset();
      const code = await w.mailed();
      const given = await Promise.all([w.give(code), w.give(code)]);
      expect(given.filter((answer) => Array.isArray(answer))).toHaveLength(1);
    });

    it('wrong codes are slowed and told of as they are at a setup here', async () => {
      const w = await openElsewhereOnly(open);
      await w.reset();
      const answers: unknown[] = [];
      for (let n = 1; n <= 4; n += 1) answers.push(await w.give('ABCD-EFGH-JKMN-PQRS'));
      expect(answers).toEqual([
        'invalid_activation_code',
        'invalid_activation_code',
        'too_many_attempts',
        'too_many_attempts',
      ]);
      expect(await w.kinds()).toContain('wrong_activation_code');
      w.desk.clock.advance(MINUTE);
      expect(await w.give(await w.mailed())).toEqual(['Keycloak']);
    });

    it('an account that its administrator had disabled before stays so: no code is made, and it says why', async () => {
      const w = await openElsewhereOnly(open);
      w.keycloak.account.enabled = false;
      const id = await w.reset();
      expect((await w.stand(id)).system?.access).toEqual({
        state: 'held',
        until: null,
        sentence:
          'It was disabled in Keycloak before the reset, and stays so: no activation code opens it. Whoever looks after Keycloak can enable it.',
      });
      expect(await w.kinds()).not.toContain('way_back_in');
      expect(await w.give('ABCD-EFGH-JKMN-PQRS')).toBe('check_not_possible');
      const send = w.desk.resets.sendActivation({ id, actor: w.ana, now: w.desk.clock.now(), voice });
      await expect(send).rejects.toMatchObject({ code: 'check_not_possible' });
    });

    it('nor does a code that is used for the setup here open it', async () => {
      const w = await openElsewhereOnly(open, { mfa_state: 'on' });
      w.keycloak.account.enabled = false;
      await w.reset();
      await w.desk.deps.db.kysely
        .updateTable('activation_codes')
        .set({ used_at: w.desk.clock.now() })
        .execute();
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
    });

    it('what this reset disabled itself, in an attempt that then failed, is opened by the code', async () => {
      const w = await openElsewhereOnly(open);
      w.keycloak.before = ({ method }, response) => {
        if (method !== 'DELETE') return false;
        json(response, 503);
        return true;
      };
      await w.executing();
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(false);
      w.keycloak.before = null;
      w.desk.clock.advance(5 * MINUTE);
      await w.effects.carryOutDue();
      w.desk.clock.advance(MINUTE);
      expect(await w.give(await w.mailed())).toEqual(['Keycloak']);
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(true);
    });

    it('what another reset still holds isn’t taken for disabled by an administrator', async () => {
      const w = await openElsewhereOnly(open);
      await w.reset();
      w.keycloak.account.credentials.push({ id: 'otp-9', type: 'otp', createdDate: 9 });
      await w.reset();
      expect(w.keycloak.account.enabled).toBe(false);
      expect((await w.kinds()).filter((kind) => kind === 'way_back_in')).toHaveLength(2);
      expect(await w.give(await w.mailed())).toEqual(['Keycloak']);
      await w.effects.carryOutDue();
      expect(w.keycloak.account.enabled).toBe(true);
    });

    it('who has to set up here, too, gives the code there: that opens both', async () => {
      const w = await openElsewhereOnly(open, { mfa_state: 'on' });
      await w.reset();
      expect(await w.kinds()).toContain('reset_done');
      expect(await w.kinds()).not.toContain('way_back_in');
      expect(await w.give('ABCD-EFGH-JKMN-PQRS')).toBe('check_not_possible');
    });
  });
});
