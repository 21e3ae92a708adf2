import { expect, test } from 'vitest';
import { bindPolicies } from '../../../server/domain/policy/store.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { inEnglish } from '../../../server/words.ts';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { DAY } from '../../../server/time.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { createPolicyService } from '../../../server/features/policy/service.ts';
import { codeOf, openDesk } from '../resetRequests/desk.ts';
import type { Actor } from '../resetRequests/desk.ts';

type Exemption = PolicyDocument['exemptions'][number];
const everyone = { scope: 'everyone' as const, roles: [], departments: [] };

async function office() {
  const desk = await openDesk();
  const omar = await desk.person('omar', { roles: ['security_officer'] });
  const ana = await desk.person('ana', { roles: ['administrator'] });
  const jo = await desk.person('jo', { mfa_state: 'off' });
  const service = createPolicyService(desk.deps);
  let version = 1;
  const inDays = (days: number) => new Date(desk.clock.now() + days * DAY).toISOString();
  return {
    desk,
    omar,
    ana,
    jo,
    service,
    exempt: (who: Actor, change: Partial<Exemption> = {}): Exemption => ({
      userId: who.userId,
      reason: 'No phone in the clean room.',
      ownerId: ana.userId,
      endsAt: inDays(30),
      ...change,
    }),
    inDays,
    async save(change: Partial<PolicyDocument>, actor = omar) {
      const saved = await service.update(
        { reason: 'Because.', ...change, version },
        { actor, now: desk.clock.now() },
      );
      ({ version } = saved);
      return saved;
    },
    impact: (change: Partial<PolicyDocument>) => service.impact(change, desk.clock.now()),
    async set(
      who: Actor,
      columns: { status?: 'suspended'; is_staff?: number; grace_ends_at?: number | null },
    ) {
      await desk.deps.db.kysely.updateTable('users').set(columns).where('id', '=', who.userId).execute();
    },
    async graceOf(who: Actor) {
      const row = await desk.deps.db.kysely
        .selectFrom('users')
        .select('grace_ends_at')
        .where('id', '=', who.userId)
        .executeTakeFirstOrThrow();
      return row.grace_ends_at;
    },
  };
}

/** The sentence at the setting that a change is refused with. */
async function sentenceOf(act: Promise<unknown>): Promise<string> {
  const refusal = await act.then(
    () => null,
    (error: unknown) => error as { code: string; options: { fields: Record<string, Sentence> } },
  );
  expect(refusal?.code).toBe('invalid_input');
  expect(Object.keys(refusal?.options.fields ?? {})).toEqual(['exemptions']);
  return inEnglish(refusal?.options.fields['exemptions'] ?? '');
}

test('only active users can be exempt, and only active staff can answer for it', async () => {
  const { desk, save, impact, exempt, ana, jo, set } = await office();
  const unknown = { ...jo, userId: '019a0000-0000-7000-8000-000000000000' };
  const bo = await desk.person('bo');
  await set(bo, { status: 'suspended' });
  const sso = await desk.person('sso', { mfa_state: 'off', external: 1 });
  const refused: [Exemption, RegExp][] = [
    [exempt(ana, { ownerId: jo.userId }), /^Ana is staff, and staff always need MFA\. Take them out\.$/],
    [exempt(bo), /^Bo is suspended/],
    [
      exempt(sso),
      /^Sso signs in by SSO only, so nothing is asked of them here, exempt or not\. Take them out\.$/,
    ],
    [exempt(unknown), /not known here/],
    [exempt(jo, { ownerId: jo.userId }), /^Jo is not active staff/],
    [exempt(jo, { ownerId: bo.userId }), /^Bo is not active staff/],
    [exempt(jo, { ownerId: unknown.userId }), /^The person who answers is not active staff/],
  ];
  for (const [exemption, sentence] of refused) {
    expect(await sentenceOf(save({ exemptions: [exemption] }))).toMatch(sentence);
    expect(await sentenceOf(impact({ exemptions: [exemption] }))).toMatch(sentence);
  }
  await save({ exemptions: [exempt(jo)] });
});

test('an exemption ends, in a year at the latest, and a person has one', async () => {
  const { save, exempt, jo, inDays } = await office();
  const ending = (endsAt: string) => save({ exemptions: [exempt(jo, { endsAt })] });
  expect(await sentenceOf(ending(inDays(0)))).toMatch(/is over already/);
  expect(await sentenceOf(ending('2027-13-45T99:00:00Z'))).toMatch(/is over already/);
  expect(await sentenceOf(ending(inDays(366.001)))).toMatch(/longer than a year/);
  const twice = [exempt(jo), exempt(jo, { endsAt: inDays(3) })];
  expect(await sentenceOf(save({ exemptions: twice }))).toMatch(/^Jo is exempt twice/);
  await ending(inDays(366));
});

test('what a change would do names the end of each exemption that asks somebody, and no other', async () => {
  const { desk, impact, save, exempt, jo, set, inDays } = await office();
  const bo = await desk.person('bo', { mfa_state: 'off' });
  const withMfa = await desk.person('withMfa');
  const exemptions = [
    exempt(jo, { endsAt: inDays(30) }),
    exempt(bo, { endsAt: inDays(9) }),
    exempt(withMfa, { endsAt: inDays(3) }),
  ];
  const soon = { at: inDays(9), setupAtNextSignIn: 1, entersGrace: 0 };
  const late = { at: inDays(30), setupAtNextSignIn: 1, entersGrace: 0 };
  const asked = { required: everyone, graceDays: 0, exemptions };
  expect((await impact(asked)).upcoming).toEqual([soon, late]);
  expect((await impact({ ...asked, graceDays: 14 })).upcoming).toEqual([
    { ...soon, setupAtNextSignIn: 0, entersGrace: 1 },
    { ...late, setupAtNextSignIn: 0, entersGrace: 1 },
  ]);
  expect((await impact({ exemptions })).upcoming).toEqual([]);
  await save({ ...asked, graceDays: 14 });
  await set(bo, { is_staff: 1 });
  expect((await impact({})).upcoming).toEqual([{ ...late, setupAtNextSignIn: 0, entersGrace: 1 }]);
});

test('what stays as it was never stops a save: not an end that passed, nor people who changed', async () => {
  const { desk, save, exempt, ana, jo, set, inDays } = await office();
  const [bo, cy] = [await desk.person('bo'), await desk.person('cy')];
  const soon = exempt(jo, { endsAt: inDays(1) });
  await save({ exemptions: [soon, exempt(bo), exempt(cy)] });
  desk.clock.advance(2 * DAY);
  await set(bo, { status: 'suspended' });
  await set(cy, { is_staff: 1 });
  await set(ana, { status: 'suspended' });
  const exemptions = [soon, exempt(bo, { endsAt: inDays(28) }), exempt(cy, { endsAt: inDays(28) })];
  const saved = await save({ graceDays: 7, exemptions });
  expect(saved.exemptions).toEqual(exemptions);
  // Touched, it is looked at again.
  const touched = [{ ...soon, endsAt: inDays(5) }, ...exemptions.slice(1)];
  expect(await sentenceOf(save({ exemptions: touched }))).toMatch(/^Ana is not active staff/);
});

test('of one that is over, the reason can still be put right', async () => {
  const { desk, save, exempt, jo, inDays } = await office();
  const over = exempt(jo, { endsAt: inDays(1) });
  await save({ exemptions: [over] });
  desk.clock.advance(2 * DAY);
  expect(await codeOf(save({ exemptions: [{ ...over, reason: 'Was abroad.' }] }))).toBe('done');
});

test('S-40 a new exemption weakens: a step-up, and a mail to officers that names who and until when', async () => {
  const { desk, save, exempt, jo, omar } = await office();
  const exemptions = [exempt(jo, { endsAt: '2027-02-01T00:00:00.000Z' })];
  expect(await codeOf(save({ exemptions }, { ...omar, steppedUpUntil: null }))).toBe('step_up_required');
  await save({ exemptions });
  const [mail] = (await desk.mails()).filter(({ kind }) => kind === 'policy_weakened');
  expect(mail?.text).toContain('Exempt from MFA: Jo until 1 February 2027.');
});

test('an exemption frees one person, and its end by removal gives them a grace of their own', async () => {
  const { save, impact, exempt, jo, desk, set, graceOf } = await office();
  await desk.person('bo', { mfa_state: 'off' });
  await save({ required: everyone });
  await set(jo, { grace_ends_at: desk.clock.now() - 1 });
  expect(await impact({ exemptions: [exempt(jo)] })).toMatchObject({
    freed: 1,
    setupAtNextSignIn: 0,
    entersGrace: 0,
    weakens: true,
    users: { items: [{ username: 'jo', effect: 'freed' }] },
  });
  await save({ exemptions: [exempt(jo)] });
  expect(await graceOf(jo)).toBeNull();
  expect(await impact({ exemptions: [] })).toMatchObject({ freed: 0, entersGrace: 1, weakens: false });
});

test('versions from before exemptions are read as exempting nobody', async () => {
  const { desk, service, save } = await office();
  const { exemptions: _none, ...old } = DEFAULT_POLICY;
  await desk.deps.db.kysely
    .updateTable('policy_versions')
    .set({ document: JSON.stringify(old) })
    .execute();
  await desk.deps.db.transaction((tx) => bindPolicies(tx, desk.deps.keys));
  expect((await service.get()).exemptions).toEqual([]);
  await save({ graceDays: 7 });
  const { items } = await service.versions({});
  expect(items.map(({ exemptions }) => exemptions)).toEqual([[], []]);
});
