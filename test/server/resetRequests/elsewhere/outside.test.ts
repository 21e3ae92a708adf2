import { describe, expect, it } from 'vitest';
import { createSystems } from '../../../../server/domain/systems/access.ts';
import { createOutsideWatch } from '../../../../server/features/resetRequests/outside/watch.ts';
import { SYSTEM_MODULES } from '../../../../server/features/systems/kinds/index.ts';
import type { Db } from '../../../../server/db/connection.ts';
import { DAY, HOUR, MINUTE } from '../../../../server/time.ts';
import { TEST_KEYS } from '../../../support/schemaImage.ts';
import { forEachDatabase } from '../../../support/databases.ts';
import { startLemonLdap } from '../../../support/systems/lemonldap.ts';
import { JOANNA, startOkta } from '../../../support/systems/okta.ts';
import { json } from '../../../support/systemServer.ts';
import { connect, link, openWorld } from './world.ts';

const EVE = 'eve-there';

async function watched(db?: Db) {
  const w = await openWorld(db);
  const watch = createOutsideWatch({
    ...w.desk.deps,
    systems: createSystems(TEST_KEYS, SYSTEM_MODULES, { longestMs: 5000 }),
  });
  /** A minute later somebody looks. */
  const look = async () => {
    w.desk.clock.advance(MINUTE);
    await watch.look();
  };
  const rows = () =>
    w.desk.deps.db.kysely
      .selectFrom('outside_acts')
      .selectAll()
      .orderBy('found_at')
      .orderBy('at')
      .orderBy('act', 'desc')
      .execute();
  const mails = async () =>
    (await w.desk.mails()).filter(({ kind }) => ['changed_outside', 'factor_changed_outside'].includes(kind));
  await watch.look();
  return { ...w, watch, look, rows, mails };
}

describe('S-113 what is done to factors without a request here', () => {
  forEachDatabase((open) => {
    it('a removal by an administrator there: a row, an audit event, a mail to the officers and one to the person, once', async () => {
      const w = await watched(await open());
      const at = w.desk.clock.now();
      w.keycloak.byHand('otp-1', EVE);
      await w.look();
      await w.look();
      const found = await w.rows();
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({
        system_id: w.systemId,
        act: 'removed',
        external_id: 'f-jo',
        external_name: 'jo',
        user_id: w.jo.userId,
        factor_id: 'otp-1',
        by_id: EVE,
        by_name: 'eve',
        by_ours: 0,
        address: '192.0.2.7',
        found_by: 'log',
        at,
        state: 'open',
      });
      expect((await w.desk.actions()).filter((action) => action === 'system.changed_outside')).toHaveLength(
        1,
      );
      const mails = await w.mails();
      expect(mails.map(({ kind, to }) => `${kind} ${to.split('@')[0]}`).toSorted()).toEqual([
        'changed_outside omar',
        'factor_changed_outside jo',
      ]);
      for (const { text } of mails) expect(text).toMatch(/Keycloak[^]*by eve/);
    });

    it('what a reset here removed is explained; with the same secret and no request it isn’t', async () => {
      const w = await watched(await open());
      await w.executing();
      await w.effects.carryOutDue();
      expect(w.keycloak.events.map(({ resourcePath }) => resourcePath)).toHaveLength(2);
      await w.look();
      expect(await w.rows()).toEqual([]);
      // A factor of Jo's that no request named.
      w.keycloak.byHand('otp-2', 'service-account-of-gatehouse');
      await w.look();
      expect(await w.rows()).toMatchObject([{ factor_id: 'otp-2', by_ours: 1 }]);
    });

    it('somebody else’s removal of what a request was about to remove is not explained by it', async () => {
      const w = await watched(await open());
      await w.executing();
      w.keycloak.byHand('otp-1', EVE);
      await w.effects.carryOutDue();
      await w.look();
      expect(await w.rows()).toMatchObject([{ factor_id: 'otp-1', by_id: EVE }]);
    });

    it('clocks off by five minutes and entries late by an hour are found, each once; the past isn’t', async () => {
      const w = await watched(await open());
      const begun = w.desk.clock.now();
      w.keycloak.byHand('long-before', EVE, begun - HOUR);
      w.keycloak.byHand('behind', EVE, begun - 4 * MINUTE);
      await w.look();
      w.keycloak.byHand('ahead', EVE, w.desk.clock.now() + 5 * MINUTE);
      await w.look();
      for (let minutes = 0; minutes < 90; minutes += 10) {
        w.desk.clock.advance(9 * MINUTE);
        await w.look();
      }
      w.keycloak.byHand('late', EVE, w.desk.clock.now() - HOUR);
      await w.look();
      await w.look();
      expect((await w.rows()).map(({ factor_id }) => factor_id)).toEqual(['behind', 'ahead', 'late']);
    });

    it('the first read after a pause catches up, and what couldn’t be read is said', async () => {
      const w = await watched(await open());
      w.keycloak.before = (_asked, response) => {
        json(response, 503);
        return true;
      };
      await w.look();
      const said = await w.desk.deps.db.kysely.selectFrom('system_watches').select('sentence').execute();
      expect(said[0]?.sentence).toContain('answersStatus');
      w.keycloak.byHand('otp-1', EVE, w.desk.clock.now());
      w.desk.clock.advance(3 * DAY);
      w.keycloak.before = null;
      await w.look();
      expect(await w.rows()).toMatchObject([{ factor_id: 'otp-1' }]);
    });

    it('of two servers that look at once one does', async () => {
      const w = await watched(await open());
      w.keycloak.byHand('otp-1', EVE);
      w.desk.clock.advance(MINUTE);
      await Promise.all([w.watch.look(), w.watch.look()]);
      expect(await w.rows()).toHaveLength(1);
      expect(await w.mails()).toHaveLength(2);
    });
  });

  it('more than one read takes is gone on with, and nothing of it is passed over', async () => {
    const w = await watched();
    const begun = w.desk.clock.now();
    const OTHERS = 10_000;
    for (let n = 0; n < OTHERS; n += 1)
      w.keycloak.events.push({
        time: begun + n,
        operationType: 'ACTION',
        resourceType: 'USER',
        resourcePath: `users/u-${n}/reset-password`,
        authDetails: { realmId: 'r', clientId: 'c', userId: EVE, ipAddress: '192.0.2.7' },
      });
    w.keycloak.byHand('otp-1', EVE, begun + OTHERS + 1);
    await w.look();
    expect(await w.rows()).toEqual([]);
    await w.look();
    expect(await w.rows()).toMatchObject([{ factor_id: 'otp-1' }]);
  });

  it('an answer that no Keycloak gives is believed in nothing (S-116)', async () => {
    const w = await watched();
    w.keycloak.before = ({ path }, response) => {
      if (!path.endsWith('/admin-events')) return false;
      json(response, 200, [{ time: 'yesterday', resourcePath: 'users/f-jo/credentials/otp-1' }]);
      return true;
    };
    await w.look();
    expect(await w.rows()).toEqual([]);
    const [watch] = await w.desk.deps.db.kysely.selectFrom('system_watches').selectAll().execute();
    expect(watch?.sentence).toContain('oddAnswer');
    expect(watch?.read_to).toBeLessThan(w.desk.clock.now());
  });

  it('a label, a password’s reset and another account are told apart; an account of nobody here is a row, too', async () => {
    const w = await watched();
    const [at, details] = [
      w.desk.clock.now(),
      { realmId: 'r', clientId: 'c', userId: EVE, ipAddress: '::1' },
    ];
    const event = (resourcePath: string, operationType = 'ACTION') =>
      w.keycloak.events.push({
        time: at,
        operationType,
        resourceType: 'USER',
        resourcePath,
        authDetails: details,
      });
    event('users/f-jo/credentials/otp-1/userLabel', 'UPDATE');
    event('users/f-jo/credentials/otp-1/moveToFirst');
    event('users/f-jo/reset-password');
    event('users/somebody/credentials/otp-9');
    await w.look();
    expect(await w.rows()).toMatchObject([{ external_id: 'somebody', user_id: null, factor_id: 'otp-9' }]);
    expect((await w.mails()).map(({ kind }) => kind)).toEqual(['changed_outside']);
  });

  it('a system without a log is compared: when, and not by whom; the first look finds nothing', async () => {
    const w = await watched();
    const ldap = await startLemonLdap();
    ldap.basic = null;
    const systemId = await connect(w.desk, 'LemonLDAP', ldap.url, 'lemonldap');
    ldap.devices.set('f-jo', ldap.devices.get('jo') ?? []);
    await link(w.desk, w.jo, systemId);
    await w.look();
    const before = w.desk.clock.now();
    const [, key] = ldap.devices.get('f-jo') ?? [];
    ldap.devices.set('f-jo', [{ id: 'bmV3', type: 'TOTP', name: 'Another' }, ...(key ? [key] : [])]);
    await w.look();
    await w.look();
    expect(await w.rows()).toMatchObject([
      { act: 'removed', factor_name: 'Phone ü', factor_kind: 'app', not_before: before, by_id: null },
      {
        act: 'added',
        factor_name: 'Another',
        at: before + MINUTE,
        user_id: w.jo.userId,
        found_by: 'comparison',
      },
    ]);
    // No list of a link that is gone stays.
    await w.desk.deps.db.kysely.deleteFrom('system_links').execute();
    await w.look();
    expect(await w.desk.deps.db.kysely.selectFrom('system_snapshots').selectAll().execute()).toEqual([]);
  });

  it('in a log that does not name the factor is kept with whose and by whom, once', async () => {
    const w = await watched();
    const okta = await startOkta();
    okta.token = 'secret';
    await connect(w.desk, 'Okta', okta.server.url, 'okta');
    await w.look();
    okta.events = [
      {
        uuid: 'one',
        published: new Date(w.desk.clock.now()).toISOString(),
        eventType: 'user.mfa.factor.deactivate',
        outcome: { result: 'SUCCESS' },
        actor: { id: '00uada', alternateId: 'ada' },
        target: [{ id: JOANNA, type: 'User', alternateId: 'joanna' }],
      },
    ];
    await w.look();
    await w.look();
    expect(await w.rows()).toMatchObject([
      {
        act: 'removed',
        factor_id: '',
        external_id: JOANNA,
        external_name: 'joanna',
        by_name: 'ada',
        by_ours: 0,
      },
    ]);
  });

  it('without a connected system nothing is asked and nothing is kept', async () => {
    const w = await watched();
    await w.desk.deps.db.kysely.updateTable('systems').set({ removed_at: 1 }).execute();
    const asked = w.keycloak.server.asked.length;
    await w.look();
    expect(w.keycloak.server.asked).toHaveLength(asked);
  });

  it('two systems: one that can’t be reached keeps nobody from reading the other', async () => {
    const w = await watched();
    const other = await connect(w.desk, 'Gone', 'http://127.0.0.1:9');
    await link(w.desk, w.jo, other);
    w.keycloak.byHand('otp-1', EVE);
    await w.look();
    expect(await w.rows()).toMatchObject([{ system_id: w.systemId }]);
  });
});
