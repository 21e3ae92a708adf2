import { describe, expect, it } from 'vitest';
import type { Db } from '../../../../server/db/connection.ts';
import { systemById } from '../../../../server/domain/systems/store.ts';
import { recordOutside } from '../../../../server/features/resetRequests/outside/record.ts';
import type { SeenThere } from '../../../../server/features/resetRequests/outside/record.ts';
import { forEachDatabase } from '../../../support/databases.ts';
import { personOfOld } from '../../../support/secondPerson.ts';
import { JOANNA, PHONE } from '../../../support/systems/keycloak.ts';
import { createSystemsWorld } from '../../systems/organisation.ts';

async function world(db?: Db) {
  const w = await createSystemsWorld(db);
  const { test } = w;
  const systemId = await w.connected();
  const jo = await test.person({ username: 'jo' });
  await w.linked(jo.id, systemId, JOANNA);
  const [omar, olga] = [await personOfOld(test, 'omar'), await personOfOld(test, 'olga')];
  const now = test.clock.now();
  /** Something that was done there by hand; answers its id. */
  async function found(rest: Partial<SeenThere> = {}): Promise<string> {
    const seen: SeenThere = {
      key: `k-${Math.random()}`,
      act: 'removed',
      accountId: JOANNA,
      accountName: null,
      factorId: PHONE,
      factor: null,
      notBefore: now,
      at: now,
      by: { id: 'eve-there', name: 'eve' },
      isOurs: false,
      address: '192.0.2.7',
      foundBy: 'log',
      ...rest,
    };
    const { db: database } = test.deps;
    await database.transaction(async (tx) => {
      const system = await systemById(tx, systemId);
      if (!system) throw new Error('It is not connected.');
      await recordOutside(tx, test.deps, system, [seen], test.clock.now());
    });
    const row = database.kysely.selectFrom('outside_acts').select('id').where('event_key', '=', seen.key);
    return (await row.executeTakeFirstOrThrow()).id;
  }
  const list = async (token: string, input = {}) =>
    (await test.call('resetRequests.outside', input, { token })).body;
  return { ...w, systemId, jo, omar, olga, found, list };
}

describe('S-113 outside the gate', () => {
  forEachDatabase((open) => {
    it('lists what was done: where, whose, by whom, when, how; and since when each system is watched', async () => {
      const w = await world(await open());
      const first = await w.found();
      w.test.clock.advance(1000);
      const second = await w.found({ act: 'added', accountId: 'nobody', by: null, foundBy: 'comparison' });
      await w.test.services.outsideWatch.look();
      const token = await w.omar.signIn();
      const page = await w.list(token);
      expect(page.items.map(({ id }) => id)).toEqual([second, first]);
      expect(page.items[1]).toMatchObject({
        system: 'Keycloak',
        act: 'removed',
        user: { id: w.jo.id },
        factor: { id: PHONE },
        by: { id: 'eve-there', name: 'eve', user: null },
        byOurs: false,
        foundBy: 'log',
        state: 'open',
        notes: [],
        mayAnswer: true,
      });
      expect(page.items[0]).toMatchObject({ user: null, account: 'nobody', by: null });
      expect(page.watched).toMatchObject([{ systemId: w.systemId, system: 'Keycloak', found: 2 }]);
      // The number of a system opens these very rows.
      const ofIt = await w.list(token, { systemId: w.systemId });
      expect(ofIt.items).toHaveLength(2);
      expect(ofIt.total.count).toBe(page.watched[0]?.found);
      const ofAnother = await w.list(token, { systemId: w.omar.id });
      expect(ofAnother).toMatchObject({ items: [], total: { count: 0 }, mailWaits: false });
      const half = await w.list(token, { limit: 1 });
      expect(half.total).toEqual({ count: 2, exact: true });
      const rest = await w.list(token, { limit: 1, cursor: half.nextCursor ?? '' });
      expect([...half.items, ...rest.items].map(({ id }) => id)).toEqual([second, first]);
    });

    it('an officer explains one, once; another one may still report it, and the officers are told', async () => {
      const w = await world(await open());
      const id = await w.found();
      const [omar, olga] = [await w.omar.signIn(), await w.olga.signIn()];
      const explain = (token: string) =>
        w.test.call(
          'resetRequests.explainOutside',
          { id, note: 'A broken phone, seen in person' },
          { token },
        );
      const explained = await explain(omar);
      expect(explained.body).toMatchObject({ state: 'explained', notes: [{ by: { id: w.omar.id } }] });
      expect((await explain(olga)).problem.code).toBe('already_decided');
      const report = (token: string) =>
        w.test.call('resetRequests.reportOutside', { id, note: 'Nobody saw that phone' }, { token });
      expect((await report(olga)).body).toMatchObject({
        state: 'reported',
        notes: [{ kind: 'explained' }, { kind: 'reported', note: 'Nobody saw that phone' }],
      });
      expect((await report(omar)).problem.code).toBe('already_decided');
      expect((await w.test.audit()).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['system.outside_explained', 'system.outside_reported']),
      );
      const told = (await w.test.mails()).filter(({ kind }) => kind === 'outside_reported');
      // Two who answer, one who agrees to links, and the first administrator.
      expect(told).toHaveLength(4);
      expect(told[0]?.text).toContain('Nobody saw that phone');
    });

    it('a break-glass act is explained by two, and of two at once who are one, one', async () => {
      const w = await world(await open());
      const id = await w.found();
      const [omar, olga] = [await w.omar.signIn(), await w.olga.signIn()];
      const explain = (token: string, breakGlass = true) =>
        w.test.call('resetRequests.explainOutside', { id, note: 'The gate was down', breakGlass }, { token });
      expect((await explain(omar)).body.state).toBe('half_explained');
      expect((await explain(omar)).problem.code).toBe('second_person_required');
      expect((await explain(omar, false)).problem.code).toBe('second_person_required');
      expect((await explain(olga)).body).toMatchObject({
        state: 'explained',
        notes: [{ by: { id: w.omar.id }, breakGlass: true }, { by: { id: w.olga.id } }],
      });
    });

    it('nobody answers for their own act: their own factor, their account there, or that account when it was done', async () => {
      const w = await world(await open());
      const [joanna] = w.keycloak.users;
      if (joanna) w.keycloak.users.push({ ...joanna, id: 'eve-there', username: 'eve' });
      await w.linked(w.omar.id, w.systemId, 'eve-there');
      const asAdministrator = await w.found();
      const token = await w.omar.signIn();
      const user = (await w.test.call('users.get', { id: w.omar.id }, { token })).body;
      const linkId = user.systems?.[0]?.link?.id ?? '';
      const answers = async (id: string) => [
        (await w.test.call('resetRequests.explainOutside', { id, note: 'Mine' }, { token })).problem.code,
        (await w.test.call('resetRequests.reportOutside', { id, note: 'Mine' }, { token })).problem.code,
      ];
      expect(await answers(asAdministrator)).toEqual(['own_account', 'own_account']);
      const own = await w.found({ accountId: 'eve-there', by: { id: 'x', name: 'x' } });
      expect(await answers(own)).toEqual(['own_account', 'own_account']);
      // A link that ends makes it nobody else's.
      const administrator = await w.administrator();
      await w.test.call('users.unlinkSystem', { id: w.omar.id, linkId }, { token: administrator });
      expect(await answers(asAdministrator)).toEqual(['own_account', 'own_account']);
      expect(await answers(own)).toEqual(['own_account', 'own_account']);
      expect((await w.list(token)).items.map(({ mayAnswer }) => mayAnswer)).toEqual([false, false]);
      const others = await w.list(await w.olga.signIn());
      expect(others.items.map(({ mayAnswer }) => mayAnswer)).toEqual([true, true]);
    });
  });

  it('staff read it, officers alone answer it, and what isn’t there is not found', async () => {
    const w = await world();
    const id = await w.found();
    const token = await (await w.test.person({ username: 'ada', roles: ['administrator'] })).signIn();
    expect((await w.list(token)).items).toMatchObject([{ id, mayAnswer: false }]);
    const answer = await w.test.call('resetRequests.explainOutside', { id, note: 'So' }, { token });
    expect(answer.problem.code).toBe('forbidden');
    const omar = await w.omar.signIn();
    const unknown = { id: w.jo.id, note: 'So' };
    expect((await w.test.call('resetRequests.reportOutside', unknown, { token: omar })).problem.code).toBe(
      'not_found',
    );
    const user = await w.jo.signIn();
    expect((await w.test.call('resetRequests.outside', {}, { token: user })).problem.code).toBe('forbidden');
  });
});
