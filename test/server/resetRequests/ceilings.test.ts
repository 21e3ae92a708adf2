import { expect, test } from 'vitest';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { uuidv7 } from '../../../server/crypto/random.ts';
import { readOrganisation } from '../../../server/domain/settings/store.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import { nth } from '../../support/nth.ts';
import { voice } from '../voice.ts';
import { codeOf, openStaffedDesk } from './desk.ts';
import type { Actor } from './desk.ts';
import { startOtherServer } from './otherServer.ts';

type Staffed = Awaited<ReturnType<typeof openStaffedDesk>>;

const NONE = { hour: null, day: null };
const set = (ceilings: Partial<PolicyDocument['ceilings']>): Pick<PolicyDocument, 'ceilings'> => ({
  ceilings: { ...DEFAULT_POLICY.ceilings, ...ceilings },
});

/** A request that one approval resets, of the nth person; `by` verified it. */
async function ready(desk: Staffed, index: number, by: Actor = desk.priya): Promise<string> {
  const user = await desk.person(nth('user', index), { phone: '+442079460041' });
  const { id, code } = await desk.ask(user);
  await desk.check(id, by, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await desk.check(id, by, { kind: 'in_person', outcome: 'pass' });
  return id;
}

async function resetSome(desk: Staffed, count: number, { from = 0, by = desk.ana } = {}): Promise<void> {
  for (let index = from; index < from + count; index += 1) await desk.approve(await ready(desk, index), by);
}

const direct = async (desk: Staffed, name: string, actor: Actor) =>
  desk.resets.directReset({
    userId: (await desk.person(name, { phone: '+442079460041' })).userId,
    reason: 'broken',
    note: 'A new phone.',
    checks: [
      { kind: 'in_person', outcome: 'pass' },
      { kind: 'call_back', outcome: 'pass' },
    ],
    actor,
    now: desk.clock.now(),
    voice,
  });

const states = async (desk: Staffed, state: 'completed' | 'verified') => {
  const rows = await desk.deps.db.kysely
    .selectFrom('reset_requests')
    .select('id')
    .where('state', '=', state)
    .execute();
  return rows.length;
};

const frozen = async (desk: Staffed) => (await readOrganisation(desk.deps.db.kysely))?.frozen_at !== null;

forEachDatabase((open) => {
  test('S-115 above the ceiling the approval is refused, and all resets are frozen with it; officers hear of it once', async () => {
    const desk = await openStaffedDesk({ db: await open() });
    await desk.policy(set({ decider: { hour: 2, day: null } }));
    await resetSome(desk, 2);
    const [third, fourth] = [await ready(desk, 2), await ready(desk, 3)];
    await expect(desk.approve(third, desk.ana)).rejects.toMatchObject({
      code: 'frozen',
      message:
        'With one more, Ana would have decided 3 resets within an hour; the ceiling is 2. That froze all resets, until a security officer unfreezes them.',
    });
    expect(await frozen(desk)).toBe(true);
    expect(await states(desk, 'completed')).toBe(2);
    // Somebody else's, too.
    expect(await codeOf(desk.approve(fourth, desk.omar))).toBe('frozen');
    expect((await desk.actions()).filter((action) => action === 'resets.ceiling_passed')).toHaveLength(1);
    const mails = (await desk.mails()).filter(({ kind }) => kind === 'resets_frozen_above');
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['ana@example.org', 'omar@example.org']);
    expect(mails[0]?.text).toContain(
      'With one more, Ana would have decided 3 resets within an hour; the ceiling is 2.',
    );
  });

  test('S-115 counts who verified, whoever approves', async () => {
    const desk = await openStaffedDesk({ db: await open() });
    await desk.policy(set({ agent: { hour: null, day: 2 } }));
    await resetSome(desk, 1);
    desk.clock.advance(3 * HOUR);
    await resetSome(desk, 1, { from: 1, by: desk.omar });
    desk.clock.advance(3 * HOUR);
    const lee = await desk.person('lee', { roles: ['help_desk'] });
    await desk.approve(await ready(desk, 2, lee), desk.ana);
    await expect(desk.approve(await ready(desk, 3), desk.omar)).rejects.toThrow(
      'With one more, Priya would have verified 3 resets within 24 hours; the ceiling is 2.',
    );
  });

  test('S-115 a direct reset above it leaves nothing but the freeze', async () => {
    const desk = await openStaffedDesk({ db: await open() });
    await desk.policy(set({ all: { hour: 1, day: null } }));
    // A second person decides the direct one.
    await direct(desk, 'sam', desk.ana).then(({ id }) => desk.approve(id, desk.omar));
    const before = await desk.deps.db.kysely.selectFrom('reset_requests').select('id').execute();
    const standard = DEFAULT_POLICY.tiers.standard;
    const anyone = {
      ...DEFAULT_POLICY.tiers,
      elevated: { ...standard, recipe: { ...standard.recipe, requestCode: false } },
    };
    await desk.policy({ ...set({ all: { hour: 1, day: null } }), tiers: anyone });
    await expect(direct(desk, 'kim', desk.ana)).rejects.toThrow(
      'With one more, there would be 2 resets within an hour; the ceiling is 1.',
    );
    expect(await frozen(desk)).toBe(true);
    expect(await desk.deps.db.kysely.selectFrom('reset_requests').select('id').execute()).toEqual(before);
  });

  test('S-115 resets in their hold and in connected systems count; those that were stopped don’t', async () => {
    const desk = await openStaffedDesk({ db: await open() });
    const standard = { ...DEFAULT_POLICY.tiers.standard, holdHours: 24 };
    const tiers = { ...DEFAULT_POLICY.tiers, standard };
    await desk.policy({ ...set({ all: { hour: 2, day: null } }), tiers });
    const [one, two, three] = [await ready(desk, 0), await ready(desk, 1), await ready(desk, 2)];
    await desk.approve(one, desk.ana);
    await desk.approve(two, desk.ana);
    const act = { id: one, reason: 'A mistake.', suspectedAttack: false, actor: desk.omar, voice };
    await desk.resets.stopHold({ ...act, now: desk.clock.now() });
    await desk.approve(three, desk.ana);
    expect(await codeOf(desk.approve(await ready(desk, 3), desk.ana))).toBe('frozen');
  });

  test('S-115 once an officer has unfrozen them, the count begins anew; after a freeze by hand it doesn’t', async () => {
    const desk = await openStaffedDesk({ db: await open() });
    await desk.policy(set({ decider: { hour: 2, day: null } }));
    await resetSome(desk, 1);
    const by = { reason: 'Calls.', switches: ['resets'] as const, actor: desk.omar };
    await desk.resets.freeze({ ...by, now: desk.clock.now() });
    await desk.resets.unfreeze({ ...by, now: desk.clock.now() });
    desk.clock.advance(MINUTE);
    await resetSome(desk, 1, { from: 1 });
    const next = await ready(desk, 2);
    expect(await codeOf(desk.approve(next, desk.ana))).toBe('frozen');
    await desk.resets.unfreeze({ ...by, now: desk.clock.now() });
    desk.clock.advance(MINUTE);
    await desk.approve(next, desk.ana);
    await resetSome(desk, 1, { from: 3 });
    expect(await codeOf(desk.approve(await ready(desk, 4), desk.ana))).toBe('frozen');
  });

  test('S-115 whoever passed a ceiling ends no freeze that it made, where there is another officer', async () => {
    const desk = await openStaffedDesk({ db: await open() });
    const eve = await desk.person('eve', { roles: ['administrator', 'security_officer'] });
    await desk.policy(set({ decider: { hour: 1, day: null } }));
    await resetSome(desk, 1, { by: eve });
    expect(await codeOf(desk.approve(await ready(desk, 1), eve))).toBe('frozen');
    const end = (actor: Actor) => {
      const by = { reason: 'Calls.', switches: ['resets'] as const, actor };
      return desk.resets.unfreeze({ ...by, now: desk.clock.now() });
    };
    expect(await codeOf(end(eve))).toBe('second_person_required');
    expect(await frozen(desk)).toBe(true);
    await end(desk.omar);
    expect(await frozen(desk)).toBe(false);
    desk.clock.advance(MINUTE);
    await resetSome(desk, 1, { from: 2, by: eve });
    expect(await codeOf(desk.approve(await ready(desk, 3), eve))).toBe('frozen');
    // Alone, there is nobody else to look.
    const omar = desk.deps.db.kysely.updateTable('users').where('id', '=', desk.omar.userId);
    await omar.set({ status: 'suspended' }).execute();
    await end(eve);
    expect(await frozen(desk)).toBe(false);
  });

  test('S-115 a busy Monday: thirty people get new phones from one desk in a working day, and nothing freezes', async () => {
    const desk = await openStaffedDesk({ db: await open() });
    for (let hour = 0; hour < 6; hour += 1) {
      await resetSome(desk, 5, { from: hour * 5 });
      desk.clock.advance(HOUR);
    }
    expect(await states(desk, 'completed')).toBe(30);
  });

  test('S-115 one desk account that was taken over gets no further than the floor of an hour, however it warms it up before', async () => {
    const desk = await openStaffedDesk({ db: await open() });
    // Three busy weeks, which make nothing usual.
    for (let week = 1; week <= 3; week += 1)
      for (let index = 0; index < 14; index += 1)
        await desk.deps.db.kysely
          .insertInto('reset_requests')
          .values(past(desk, desk.jo, desk.clock.now() - week * 7 * DAY))
          .execute();
    await resetSome(desk, 15);
    expect(await codeOf(desk.approve(await ready(desk, 15), desk.ana))).toBe('frozen');
    expect(await states(desk, 'completed')).toBe(15 + 3 * 14);
    const { ceilings } = await desk.resets.ceilings(desk.clock.now());
    expect(ceilings[0]).toEqual({
      scope: 'agent',
      window: 'hour',
      usual: 0,
      ceiling: 15,
      isSet: false,
      count: 15,
      person: { id: desk.priya.userId, username: 'priya', name: 'Priya' },
    });
  });

  test('S-115 what is usual makes the ceiling: twice the busiest day of most weeks', async () => {
    const desk = await openStaffedDesk({ db: await open() });
    for (let week = 1; week <= 5; week += 1)
      for (let index = 0; index < 50; index += 1)
        await desk.deps.db.kysely
          .insertInto('reset_requests')
          .values(past(desk, desk.jo, desk.clock.now() - week * 7 * DAY))
          .execute();
    const { ceilings } = await desk.resets.ceilings(desk.clock.now());
    expect(ceilings.filter(({ scope }) => scope === 'all')).toMatchObject([
      { window: 'hour', usual: 50, ceiling: 100, count: 0, person: null },
      { window: 'day', usual: 50, ceiling: 100 },
    ]);
    expect(ceilings[0]).toMatchObject({ scope: 'agent', usual: 0, ceiling: 15 });
  });
});

/** A reset that was decided then. */
function past(desk: Staffed, user: Actor, at: number) {
  return {
    id: uuidv7(at, desk.deps.random),
    user_id: user.userId,
    state: 'completed' as const,
    pending: 0,
    tier: 'standard' as const,
    reasons: '[]',
    source: 'sign_in' as const,
    staff_note: '',
    code_wrong_tries: 0,
    opened_at: at,
    expires_at: at + DAY,
    decided_by: desk.ana.userId,
    decided_at: at,
    suspected_attack: 0,
    ended_at: at,
    version: 1,
  };
}

forEachDatabase((open) => {
  test(
    'S-115 of approvals at once on two servers no more pass than the ceiling allows',
    { timeout: 0 },
    async () => {
      const db = await open();
      const desk = await openStaffedDesk({ db });
      const server = await startOtherServer(db.options);
      try {
        await desk.policy(set({ all: { hour: 3, day: null }, agent: NONE }));
        const ids: string[] = [];
        for (let index = 0; index < 8; index += 1) ids.push(await ready(desk, index));
        const now = desk.clock.now();
        const codes = await Promise.all(
          ids.map((id, index) => {
            const act = { id, note: null, actor: index % 2 ? desk.ana : desk.omar, now, voice };
            return codeOf((index % 2 ? desk.resets : server.resets).approve(act));
          }),
        );
        expect(codes.toSorted()).toEqual([
          'done',
          'done',
          'done',
          'frozen',
          'frozen',
          'frozen',
          'frozen',
          'frozen',
        ]);
        expect(await states(desk, 'completed')).toBe(3);
        expect((await desk.actions()).filter((action) => action === 'resets.ceiling_passed')).toHaveLength(1);
      } finally {
        await server.stop();
      }
    },
  );
}, TWO_SERVERS);
