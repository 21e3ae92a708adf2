import { expect, test } from 'vitest';
import { sentence } from '../../../contract/words/sentence.ts';
import type { ResetRequest } from '../../../contract/operations/resetRequests.ts';
import type { Db } from '../../../server/db/connection.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { HOUR } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { voiceOf } from '../../../server/words.ts';
import { openStaffedDesk } from './desk.ts';

const { tiers } = DEFAULT_POLICY;

/** Jo's request with everything that standard asks for. */
async function verified(db: Db, holdHours = 0) {
  const desk = await openStaffedDesk({ db });
  await desk.policy({ tiers: { ...tiers, standard: { ...tiers.standard, holdHours } } });
  const { id, code } = await desk.ask(desk.jo, { reason: 'broken' });
  await desk.check(id, desk.priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await desk.check(id, desk.priya, { kind: 'in_person', outcome: 'pass' });
  return { ...desk, id };
}
type Office = Awaited<ReturnType<typeof verified>>;

/** What everybody who asks is told of Jo's request, by where they ask. */
async function told({ id, jo, ana, view, resets, clock }: Office) {
  const now = clock.now();
  const page = await view(id, ana);
  const row = (await resets.list({ state: 'pending' }, now)).items.find((one) => one.id === id);
  const own = (await resets.ownRequest(jo.userId, now)).request;
  const waiting = (await resets.waiting(now)).find((one) => one.id === id);
  const filtered: string[] = [];
  for (const state of ['open', 'verified'] as const) {
    const { items, total } = await resets.list({ state }, now);
    expect(total.count).toBe(items.length);
    if (items.some((one) => one.id === id)) filtered.push(state);
  }
  return { page, states: [page.state, row?.state, own?.state, waiting?.state, ...filtered], row };
}

/** What happens behind a request that is stored as verified, with nobody acting on it. */
const BEHIND: Record<string, (office: Office) => unknown> = {
  'its evidence grows too old': ({ clock }) => clock.advance(HOUR),
  'a contact changes': ({ changed, jo }) => changed(jo, 'email', 0),
  'policy asks for more': ({ policy }) => {
    const recipe = { ...tiers.standard.recipe, count: 2 };
    return policy({ tiers: { ...tiers, standard: { ...tiers.standard, recipe } } });
  },
};

const chipOf = ({ state, recipe }: Pick<ResetRequest, 'state' | 'recipe'>) => [state, recipe.met];

forEachDatabase(
  (open) => {
    test.each(Object.entries(BEHIND))(
      '12.1 where %s, no page, list, filter or count says Verified any more',
      async (_, happens) => {
        const office = await verified(await open());
        const before = await told(office);
        expect(new Set(before.states)).toEqual(new Set(['verified']));
        expect(chipOf(before.page)).toEqual(['verified', true]);
        await happens(office);
        const after = await told(office);
        expect(new Set(after.states)).toEqual(new Set(['open']));
        expect(chipOf(after.page)).toEqual(['open', false]);
        expect(after.row?.checksPassed).toBeLessThan(after.row?.checksNeeded ?? 0);
      },
    );

    test.each(Object.entries(BEHIND).slice(1))(
      '12.1 where %s in a hold, the request goes back within a round, and the staff who get notices are told',
      async (_, happens) => {
        const office = await verified(await open(), 24);
        const { id, ana, clock, resets } = office;
        await office.approve(id, ana);
        await resets.runDue(clock.now());
        expect(chipOf(await office.view(id, ana))).toEqual(['approved', true]);
        const notices = async () =>
          (await office.mails()).filter(({ kind }) => kind === 'new_request').length;
        const before = await notices();
        await happens(office);
        await resets.runDue(clock.now());
        const page = await office.view(id, ana);
        expect(chipOf(page)).toEqual(['open', false]);
        expect(page).toMatchObject({ approvals: [], holdEndsAt: null });
        expect(await office.actions()).toContain('reset_request.sent_back');
        expect(await notices()).toBeGreaterThan(before);
        await resets.runDue(clock.now());
        expect(
          (await office.actions()).filter((action) => action === 'reset_request.sent_back'),
        ).toHaveLength(1);
      },
    );

    test('what was missing when a request went back is kept as codes, and read in the language of the reader', async () => {
      const office = await verified(await open(), 24);
      const { id, ana, clock, resets } = office;
      await office.approve(id, ana);
      await BEHIND['policy asks for more']?.(office);
      await resets.runDue(clock.now());
      const event = await office.deps.db.kysely
        .selectFrom('audit_events')
        .select('data')
        .where('action', '=', 'reset_request.sent_back')
        .executeTakeFirstOrThrow();
      expect(JSON.parse(event.data)).toMatchObject({ missing: { steps: [{ step: 'checks', left: 1 }] } });
      const read = async (language: string) => {
        const { history } = await resets.view({ id, actor: ana, now: clock.now(), voice: voiceOf(language) });
        return history.find(({ action }) => action === 'reset_request.sent_back')?.data['missing'];
      };
      expect(await read('en')).toMatch(/^Still missing: one of /);
      const photo = sentence('answers/resetRequests', 'check', { kind: 'photo_id_video' });
      expect(await read('en')).toContain(voiceOf('en').write(photo));
      expect(await read('de')).toContain(voiceOf('de').write(photo));
    });

    test('12.1 a request whose evidence suffices again is shown as verified, and listed so by tier, too', async () => {
      const office = await verified(await open());
      const { id, policy, resets, clock } = office;
      const recipe = { ...tiers.standard.recipe, count: 2 };
      await policy({ tiers: { ...tiers, standard: { ...tiers.standard, recipe } } });
      await office.check(id, office.priya, { kind: 'photo_id_video', outcome: 'no_answer' });
      expect(new Set((await told(office)).states)).toEqual(new Set(['open']));
      await policy({ tiers });
      expect(new Set((await told(office)).states)).toEqual(new Set(['verified']));
      const listed = async (state: 'open' | 'verified') =>
        (await resets.list({ state, tier: 'standard' }, clock.now())).total.count;
      expect([await listed('verified'), await listed('open')]).toEqual([1, 0]);
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
