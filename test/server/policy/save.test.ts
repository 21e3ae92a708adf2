import { expect, test } from 'vitest';
import { bindPolicies } from '../../../server/domain/policy/store.ts';
import type { InputOf } from '../../../contract/operations.ts';
import { createPolicyService } from '../../../server/features/policy/service.ts';
import { codeOf, openDesk } from '../resetRequests/desk.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import { nth } from '../../support/nth.ts';

const everyone = { scope: 'everyone' as const, roles: [], departments: [] };
const nobody = { scope: 'nobody' as const, roles: [], departments: [] };

async function office() {
  const desk = await openDesk();
  const omar = await desk.person('omar', { roles: ['security_officer'] });
  const service = createPolicyService(desk.deps);
  type Change = Partial<InputOf<'policy.update'>>;
  const save = (change: Change, version = 1, actor = { ...omar, steppedUpUntil: null as number | null }) =>
    service.update({ reason: 'Because.', ...change, version }, { actor, now: desk.clock.now() });
  const confirmed = { ...omar };
  return { desk, omar, service, save, confirmed };
}

test('S-40 each save is a version: settings that are left out stay, a stale one is refused', async () => {
  const { service, save } = await office();
  expect(await save({ required: everyone })).toMatchObject({
    version: 2,
    graceDays: 14,
    savedBy: { name: 'Omar' },
  });
  expect(await codeOf(save({ graceDays: 7 }))).toBe('stale_version');
  expect(await save({ graceDays: 7 }, 2)).toMatchObject({ version: 3, required: everyone, graceDays: 7 });
  const { items, total, nextCursor } = await service.versions({ limit: 2 });
  expect(items.map(({ version }) => version)).toEqual([3, 2]);
  expect(total.count).toBe(3);
  const rest = await service.versions({ limit: 2, cursor: nextCursor ?? '' });
  expect(rest.items.map(({ version, reason }) => [version, reason])).toEqual([[1, expect.any(String)]]);
});

test('S-40 ten saves of one version at once: one wins', async () => {
  const { save } = await office();
  const codes = await Promise.all(Array.from({ length: 10 }, (_, days) => codeOf(save({ graceDays: days }))));
  expect(codes.toSorted()).toEqual(['done', ...Array.from({ length: 9 }, () => 'stale_version')].toSorted());
});

test('S-40 weakening needs a step-up, is written down and mailed to every officer', async () => {
  const { desk, save, confirmed } = await office();
  await desk.person('eve', { roles: ['security_officer'] });
  await save({ required: everyone });
  expect(await codeOf(save({ required: nobody }, 2))).toBe('step_up_required');
  expect((await desk.actions()).filter((action) => action === 'policy.saved')).toHaveLength(1);
  await save({ required: nobody }, 2, confirmed);
  const mails = (await desk.mails()).filter(({ kind }) => kind === 'policy_weakened');
  expect(mails.map(({ to }) => to).toSorted()).toEqual(['eve@example.org', 'omar@example.org']);
  const [event] = await desk.deps.db.kysely
    .selectFrom('audit_events')
    .select('data')
    .where('action', '=', 'policy.saved')
    .orderBy('sequence', 'desc')
    .execute();
  expect(JSON.parse(event?.data ?? '')).toEqual({
    version: 3,
    reason: 'Because.',
    changes: [{ field: 'required', from: everyone, to: nobody }],
    weakens: ['required'],
    reach: 0,
  });
});

test('a change that reaches more than 50 next sign-ins needs a step-up and the number typed', async () => {
  const { desk, save, confirmed } = await office();
  for (let index = 0; index < 51; index += 1) await desk.person(nth('u', index), { mfa_state: 'off' });
  const change = { required: everyone, graceDays: 0 };
  expect(await codeOf(save(change))).toBe('step_up_required');
  expect(await codeOf(save(change, 1, confirmed))).toBe('confirm_number');
  expect(await codeOf(save({ ...change, confirmReach: 50 }, 1, confirmed))).toBe('confirm_number');
  expect(await codeOf(save({ ...change, confirmReach: 51 }, 1, confirmed))).toBe('done');
  const [mail, ...more] = (await desk.mails()).filter(({ kind }) => kind === 'policy_reaches_many');
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to: 'omar@example.org', text: expect.stringContaining('leads 51 people') });
});

test('a day that no calendar has is no beginning', async () => {
  const { save } = await office();
  await expect(save({ required: everyone, startsOn: '2027-02-31T25:00:00Z' })).rejects.toMatchObject({
    code: 'invalid_input',
    options: { fields: { startsOn: sentence('contradictions', 'noDate') } },
  });
});

test('a date to come is no way round the question: whom the change asks then is counted too', async () => {
  const { desk, service, save, confirmed } = await office();
  for (let index = 0; index < 51; index += 1) await desk.person(nth('u', index), { mfa_state: 'off' });
  const now = desk.clock.now();
  const change = { required: everyone, graceDays: 0, startsOn: new Date(now + 60_000).toISOString() };

  expect(await service.impact(change, now)).toMatchObject({
    setupAtNextSignIn: 0,
    reach: 51,
    stepUpRequired: true,
  });
  expect(await codeOf(save(change))).toBe('step_up_required');
  expect(await codeOf(save(change, 1, confirmed))).toBe('confirm_number');
  expect(await codeOf(save({ ...change, confirmReach: 51 }, 1, confirmed))).toBe('done');
  // What was agreed to once is not asked again by a change of something else.
  expect(await codeOf(save({ requestExpiryDays: 3 }, 2))).toBe('done');
});

test('unavailable and required can’t go together, notices go to verifiers only, the monthly report to readers of the log', async () => {
  const { desk, save, confirmed } = await office();
  const jo = await desk.person('jo');
  await expect(save({ available: false, required: everyone })).rejects.toMatchObject({
    code: 'invalid_input',
    options: { fields: { available: sentence('contradictions', 'requiredButUnavailable') } },
  });
  await expect(save({ resetNotices: [jo.userId] })).rejects.toMatchObject({
    options: { fields: { resetNotices: sentence('answers/policy', 'noticesUnheard', { count: 1 }) } },
  });
  const desks = await desk.person('priya', { roles: ['help_desk'] });
  const carl = await desk.person('carl', { roles: ['auditor'] });
  await expect(
    save({ resetReportTo: [carl.userId, desks.userId, jo.userId] }, 1, confirmed),
  ).rejects.toMatchObject({
    options: { fields: { resetReportTo: sentence('answers/policy', 'reportUnread', { count: 2 }) } },
  });
  expect(await codeOf(save({ resetReportTo: [carl.userId] }, 1, confirmed))).toBe('done');
});

test('S-41 a corrupt policy fails closed: nothing is answered, nothing is saved', async () => {
  const { desk, service, save } = await office();
  await desk.deps.db.kysely.updateTable('policy_versions').set({ document: '{"available":true}' }).execute();
  await desk.deps.db.transaction((tx) => bindPolicies(tx, desk.deps.keys));
  await expect(service.get()).rejects.toThrow('does not match its schema');
  await expect(save({ graceDays: 1 })).rejects.toThrow('does not match its schema');
  await desk.deps.db.kysely.deleteFrom('policy_versions').execute();
  await expect(service.impact({}, desk.clock.now())).rejects.toThrow('no policy');
});

test('grace belongs to a rule: whom no rule asks any more starts anew when a later one does', async () => {
  const { desk, save, confirmed } = await office();
  const jo = await desk.person('jo', { mfa_state: 'off', grace_ends_at: desk.clock.now() - 1 });
  const grace = async () =>
    (
      await desk.deps.db.kysely
        .selectFrom('users')
        .select('grace_ends_at')
        .where('id', '=', jo.userId)
        .executeTakeFirstOrThrow()
    ).grace_ends_at;
  await save({ required: everyone });
  expect(await grace()).toBeNull();
  await desk.deps.db.kysely
    .updateTable('users')
    .set({ grace_ends_at: 5 })
    .where('id', '=', jo.userId)
    .execute();
  await save({ graceDays: 7 }, 2);
  expect(await grace()).toBe(5);
  await save({ required: nobody }, 3, confirmed);
  expect(await grace()).toBeNull();
});
