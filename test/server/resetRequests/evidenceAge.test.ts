import { expect, test } from 'vitest';
import { CHECK_KINDS } from '../../../contract/checks.ts';
import type { CheckKind } from '../../../contract/operations/resetRequests.ts';
import { HOUR, MINUTE } from '../../../server/time.ts';
import type { Db } from '../../../server/db/connection.ts';
import { insertCheck } from '../../../server/features/resetRequests/checkStore.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { codeOf, openStaffedDesk } from './desk.ts';

const { tiers, evidenceMinutes } = DEFAULT_POLICY;
const SECOND = 1000;

/** Jo's request, without a request code; `pass` brings a check on record as of now, whoever makes that kind. */
async function office(db?: Db) {
  const desk = await openStaffedDesk({ db });
  const { id } = await desk.ask(desk.jo, { reason: 'broken' });
  await desk.deps.db.kysely.updateTable('reset_requests').set({ code_hash: null }).execute();
  return {
    ...desk,
    id,
    pass: (kind: CheckKind) =>
      desk.deps.db.transaction((tx) =>
        insertCheck(tx, desk.deps, {
          requestId: id,
          kind,
          outcome: 'pass',
          byId: desk.priya.userId,
          at: desk.clock.now(),
        }),
      ),
    /** Policy asks for this one check alone, by two deciders or one, and holds so long. */
    only: (kind: CheckKind, deciders: 'anyone' | 'two', holdHours: number) => {
      const recipe = {
        ...tiers.standard.recipe,
        kinds: [kind],
        count: 1,
        requestCode: false,
      };
      return desk.policy({ tiers: { ...tiers, standard: { recipe, deciders, holdHours } } });
    },
  };
}
const lifeOf = (kind: CheckKind) => evidenceMinutes[kind] * MINUTE;
/** The request code has a switch of its own, among checks that a recipe counts. */
const COUNTED = CHECK_KINDS.filter((kind) => kind !== 'request_code');

forEachDatabase(
  (open) => {
    test.each(COUNTED)('S-101 %s counts a second before its end, and not a second after it', async (kind) => {
      const d = await office(await open());
      await d.only(kind, 'anyone', 0);
      await d.pass(kind);
      d.clock.advance(lifeOf(kind) + SECOND);
      const refused = d.approve(d.id, d.ana);
      await expect(refused).rejects.toMatchObject({
        code: 'recipe_not_met',
        message: expect.stringContaining('Too old to count, make it again: '),
      });
      const [old] = (await d.view(d.id, d.ana)).checks;
      expect(old).toMatchObject({ kind, outcome: 'pass', voidBecause: 'too_old' });
      await d.pass(kind);
      d.clock.advance(lifeOf(kind) - SECOND);
      const until = new Date(d.clock.now() + SECOND).toISOString();
      expect((await d.view(d.id, d.ana)).checks[1]).toMatchObject({ voidBecause: null, countsUntil: until });
      expect(await codeOf(d.approve(d.id, d.ana))).toBe('done');
      expect(await d.user(d.jo)).toMatchObject({ mfa_state: 'off' });
    });

    test('S-101 each approval of two counts the evidence at its own moment', async () => {
      const d = await office(await open());
      await d.only('in_person', 'two', 0);
      await d.pass('in_person');
      await d.approve(d.id, d.ana);
      d.clock.advance(24 * HOUR + SECOND);
      expect(await codeOf(d.approve(d.id, d.omar))).toBe('recipe_not_met');
      await d.pass('in_person');
      d.clock.advance(24 * HOUR - SECOND);
      expect(await codeOf(d.approve(d.id, d.omar))).toBe('done');
      expect(await d.user(d.jo)).toMatchObject({ mfa_state: 'off' });
    });

    test('S-101 through the hold it stays counted, also where policy shortens its minutes meanwhile', async () => {
      const d = await office(await open());
      await d.only('call_back', 'anyone', 48);
      await d.pass('call_back');
      d.clock.advance(HOUR - SECOND);
      await d.approve(d.id, d.ana);
      d.clock.advance(HOUR);
      const recipe = { ...tiers.standard.recipe, kinds: ['call_back' as const], requestCode: false };
      await d.policy({
        tiers: { ...tiers, standard: { recipe, deciders: 'anyone', holdHours: 48 } },
        evidenceMinutes: { ...evidenceMinutes, call_back: 5 },
      });
      const view = await d.view(d.id, d.ana);
      expect(view).toMatchObject({ recipe: { met: true }, checks: [{ voidBecause: null }] });
      const { items } = await d.resets.list({ state: 'approved' }, d.clock.now());
      expect(items[0]).toMatchObject({ checksPassed: 1, checksNeeded: 1 });
      d.clock.advance(48 * HOUR);
      await d.resets.runDue(d.clock.now());
      expect(await d.user(d.jo)).toMatchObject({ mfa_state: 'off' });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);

test('S-101 the request code counts for an hour, and the queue counts it no more after that', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
  const { id, code } = await d.ask(jo, { reason: 'broken' });
  const readOut = { kind: 'request_code', outcome: 'pass', requestCode: code } as const;
  await d.check(id, priya, readOut);
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  d.clock.advance(HOUR + SECOND);
  await expect(d.approve(id, ana)).rejects.toMatchObject({
    code: 'recipe_not_met',
    message: 'Still missing: the request code. Too old to count, make it again: the request code.',
  });
  const { items } = await d.resets.list({ state: 'pending' }, d.clock.now());
  expect(items[0]).toMatchObject({ checksPassed: 1, checksNeeded: 2 });
  await d.check(id, priya, readOut);
  d.clock.advance(HOUR - SECOND);
  expect(await codeOf(d.approve(id, ana))).toBe('done');
});
