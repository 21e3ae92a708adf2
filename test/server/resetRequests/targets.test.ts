import { expect, it } from 'vitest';
import { uuidv7 } from '../../../server/crypto/random.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { whatGoes } from '../../../server/features/resetRequests/rules/targets.ts';
import { vetoToken } from '../../../server/domain/mail/vetoToken.ts';
import { DAY } from '../../../server/time.ts';
import { voice } from '../voice.ts';
import { codeOf, openStaffedDesk } from './desk.ts';
import type { Actor, Desk } from './desk.ts';

/** One more authenticator of that person; answers its id. */
async function another({ deps, clock }: Desk, { userId }: Actor, name: string): Promise<string> {
  const id = uuidv7(clock.now() + 1, deps.random);
  await deps.db.kysely
    .insertInto('authenticators')
    .values({
      id,
      user_id: userId,
      name,
      status: 'active',
      sealed_secret: 'never opened here',
      last_step: 0,
      wrong_tries: 0,
      created_at: clock.now(),
      confirmed_at: clock.now(),
    })
    .execute();
  return id;
}

const heldBy = async ({ deps }: Desk, { userId }: Actor) =>
  deps.db.kysely
    .selectFrom('authenticators')
    .select(['id', 'stopped_at'])
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute();
const idsOf = async (d: Desk, actor: Actor) => (await heldBy(d, actor)).map(({ id }) => id);

async function office() {
  const { jo, priya, ana, omar, ...desk } = await openStaffedDesk();
  const [phone = ''] = await idsOf(desk, jo);
  const tablet = await another(desk, jo, 'Tablet');
  const { id, code } = await desk.ask(jo);
  const choose = async (ids: string[], actor = priya, version?: number) =>
    desk.resets.chooseTargets({
      id,
      actor,
      voice,
      now: desk.clock.now(),
      version: version ?? (await desk.view(id, priya)).version,
      targets: [{ systemId: null, factorIds: ids }],
    });
  const verify = async () => {
    await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
    await desk.check(id, priya, { kind: 'in_person', outcome: 'pass' });
    await desk.check(id, priya, { kind: 'photo_id_video', outcome: 'pass' });
  };
  return { desk, jo, priya, ana, omar, id, phone, tablet, choose, verify };
}

it('what goes: all, unless some are named and a usable one stays', () => {
  const held = [
    { id: 'phone', stopped_at: null },
    { id: 'tablet', stopped_at: null },
    { id: 'old', stopped_at: 1 },
  ];
  const named = (...ids: string[]) => ({ all: false, ids });
  const everything = { all: true, ids: ['phone', 'tablet', 'old'] };
  expect(whatGoes(null, held)).toEqual(everything);
  expect(whatGoes({ all: true, ids: ['phone'] }, held)).toEqual(everything);
  expect(whatGoes(named('phone'), held)).toEqual(named('phone'));
  expect(whatGoes(named('phone', 'old'), held)).toEqual(named('phone', 'old'));
  // Only a stopped one would stay: they could neither sign in nor set up.
  expect(whatGoes(named('phone', 'tablet'), held)).toEqual(everything);
  expect(whatGoes(named('gone'), held)).toEqual(named());
});

it('a reset removes all until staff name some; then those alone, and MFA stays on without an activation code', async () => {
  const { desk, jo, ana, id, phone, tablet, choose, verify } = await office();
  expect((await desk.view(id, ana)).targets).toEqual([
    { systemId: null, factorIds: [phone, tablet], state: 'planned', sentence: null, system: null },
  ]);
  const narrowed = await choose([phone]);
  expect(narrowed.targets).toMatchObject([{ factorIds: [phone], state: 'planned' }]);
  await verify();
  const done = await desk.approve(id, ana);
  expect(done).toMatchObject({
    state: 'completed',
    targets: [{ systemId: null, factorIds: [phone], state: 'done', sentence: null }],
    activation: null,
  });
  expect(await idsOf(desk, jo)).toEqual([tablet]);
  expect(await desk.user(jo)).toMatchObject({ mfa_state: 'on', setup_due: 0 });
  const mails = (await desk.mails()).map(({ kind }) => kind);
  expect(mails).toContain('reset_done_named');
  expect(mails).not.toContain('reset_done');
  const actions = await desk.actions();
  expect(actions).toContain('mfa.authenticator_reset');
  expect(actions).not.toContain('mfa.reset');
  expect(await codeOf(desk.resets.handOver({ id, actor: ana, now: desk.clock.now() }))).toBe(
    'check_not_possible',
  );
});

it('named ones are all where nothing usable would stay, also if that is so only at the end of the hold', async () => {
  const { desk, jo, priya, ana, id, phone, tablet, choose, verify } = await office();
  const { standard } = DEFAULT_POLICY.tiers;
  await desk.policy({ tiers: { ...DEFAULT_POLICY.tiers, standard: { ...standard, holdHours: 24 } } });
  expect((await choose([phone, tablet])).targets).toMatchObject([{ factorIds: [phone, tablet] }]);
  await choose([phone]);
  await verify();
  await desk.approve(id, ana);
  const stop = { id, factorIds: [tablet], actor: priya, now: desk.clock.now(), voice };
  await desk.resets.stopAuthenticators(stop);
  desk.clock.advance(2 * DAY);
  await desk.resets.runDue(desk.clock.now());
  expect(await desk.view(id, ana)).toMatchObject({ state: 'completed' });
  expect(await idsOf(desk, jo)).toEqual([]);
  expect(await desk.user(jo)).toMatchObject({ mfa_state: 'off', setup_due: 1 });
});

it('refuses what the person does not have, what somebody changed meanwhile, and what is decided', async () => {
  const { desk, jo, priya, ana, id, phone, choose, verify } = await office();
  const [other = ''] = await idsOf(desk, ana);
  expect(await codeOf(choose([other]))).toBe('not_found');
  const foreign = { id, version: (await desk.view(id, priya)).version, actor: priya, voice };
  const elsewhere = [{ systemId: other, factorIds: [phone] }];
  const now = desk.clock.now();
  expect(await codeOf(desk.resets.chooseTargets({ ...foreign, now, targets: elsewhere }))).toBe('not_found');
  expect(await codeOf(choose([phone], priya, 1000))).toBe('stale_version');
  expect(await codeOf(choose([phone], jo))).toBe('forbidden');
  await verify();
  await desk.approve(id, ana);
  expect(await codeOf(choose([phone]))).toBe('already_decided');
});

it('this wasn’t me after a reset of named ones leaves the others, and shuts everybody out', async () => {
  const { desk, jo, ana, id, phone, tablet, choose, verify } = await office();
  await choose([phone]);
  await verify();
  await desk.approve(id, ana);
  await desk.session(jo);
  await desk.resets.veto({ token: vetoToken(desk.deps.keys, id), now: desk.clock.now() });
  expect(await idsOf(desk, jo)).toEqual([tablet]);
  expect(await desk.user(jo)).toMatchObject({ mfa_state: 'on' });
  const left = desk.deps.db.kysely.selectFrom('sessions').select('id').where('user_id', '=', jo.userId);
  expect(await left.execute()).toEqual([]);
});

it('S-104: staff stop what a caller lost; the request goes on, and this wasn’t me turns it on again', async () => {
  const { desk, jo, priya, id } = await office();
  await desk.session(jo);
  const now = desk.clock.now();
  const stopped = await desk.resets.stopAuthenticators({ id, factorIds: null, actor: priya, now, voice });
  expect(stopped).toMatchObject({ state: 'open' });
  expect((await heldBy(desk, jo)).map(({ stopped_at }) => stopped_at)).toEqual([now, now]);
  const left = desk.deps.db.kysely.selectFrom('sessions').select('id').where('user_id', '=', jo.userId);
  expect(await left.execute()).toEqual([]);
  expect((await desk.mails()).filter(({ kind }) => kind === 'authenticator_stopped')).toHaveLength(2);
  await desk.resets.veto({ token: vetoToken(desk.deps.keys, id), now });
  expect((await heldBy(desk, jo)).map(({ stopped_at }) => stopped_at)).toEqual([null, null]);
});

it('S-104: nobody stops their own by it, nor those of whoever ranks higher, nor after the end', async () => {
  const { desk, priya, ana, omar, id } = await office();
  const stop = (request: string, actor: Actor) =>
    codeOf(
      desk.resets.stopAuthenticators({ id: request, factorIds: null, actor, now: desk.clock.now(), voice }),
    );
  const { id: ofOfficer } = await desk.ask(omar);
  expect(await stop(ofOfficer, omar)).toBe('own_account');
  expect(await stop(ofOfficer, priya)).toBe('rank_too_low');
  expect(await stop(ofOfficer, ana)).toBe('done');
  await desk.deny(id, ana);
  expect(await stop(id, priya)).toBe('already_decided');
});
