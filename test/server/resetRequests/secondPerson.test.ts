import { voice } from '../voice.ts';
import { expect, test } from 'vitest';
import { grantAnew } from '../../../server/features/users/roles.ts';
import { DAY } from '../../../server/time.ts';
import { codeOf, openDesk } from './desk.ts';
import type { Actor, Desk } from './desk.ts';

/** An elevated request that `verifier` has verified in full. */
async function elevated(desk: Desk, verifier: Actor, username = 'jo'): Promise<string> {
  const user = await desk.person(username, { phone: '+442079460041' });
  const { id } = await desk.resets.open({
    userId: user.userId,
    reason: 'broken',
    note: '',
    actor: verifier,
    now: desk.clock.now(),
    voice,
  });
  await desk.check(id, verifier, { kind: 'in_person', outcome: 'pass' });
  await desk.check(id, verifier, { kind: 'call_back', outcome: 'pass' });
  return id;
}

test('S-42 two puppets made by one administrator are no second person', async () => {
  const desk = await openDesk();
  const ana = await desk.person('ana', { roles: ['administrator'] });
  const puppet = { roles: ['administrator' as const], rolesDays: 1, grantedBy: ana.userId };
  const [one, two] = [await desk.person('one', puppet), await desk.person('two', puppet)];
  const id = await elevated(desk, one);
  expect(await codeOf(desk.approve(id, two))).toBe('second_person_required');
  // With one puppet that verifies, the administrator would be alone, too.
  expect(await codeOf(desk.approve(id, ana))).toBe('second_person_required');
  const omar = await desk.person('omar', { roles: ['security_officer'] });
  expect(await codeOf(desk.approve(id, omar))).toBe('done');
});

test('S-42 who approved first and has a puppet verify afterwards counts no longer', async () => {
  const desk = await openDesk();
  const priya = await desk.person('priya', { roles: ['help_desk'] });
  const ana = await desk.person('ana', { roles: ['administrator'] });
  const omar = await desk.person('omar', { roles: ['security_officer'] });
  const lee = await desk.person('lee', { roles: ['administrator'] });
  const puppet = await desk.person('pip', { roles: ['help_desk'], rolesDays: 1, grantedBy: ana.userId });
  const { id, code } = await desk.ask(await desk.person('jo', { roles: ['auditor'] }));
  await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await desk.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  await desk.check(id, priya, { kind: 'photo_id_video', outcome: 'pass' });
  expect(await desk.approve(id, ana)).toMatchObject({ state: 'verified' });
  await desk.check(id, puppet, { kind: 'in_person', outcome: 'pass' });
  expect(await desk.approve(id, omar)).toMatchObject({ state: 'verified' });
  expect(await desk.approve(id, lee)).toMatchObject({ state: 'approved' });
});

test('S-42 who made a puppet is still behind it after somebody else has given the role anew, as a reinstatement does', async () => {
  const desk = await openDesk();
  const ana = await desk.person('ana', { roles: ['administrator'] });
  const lee = await desk.person('lee', { roles: ['administrator'] });
  const puppet = await desk.person('pip', { roles: ['help_desk'] });
  const named = ({ userId: id, name }: Actor) => ({ id, name });
  for (const by of [ana, lee]) {
    const granting = { user: named(puppet), by: named(by), now: desk.clock.now() };
    await desk.deps.db.transaction((tx) => grantAnew(tx, desk.deps, granting, ['help_desk']));
    desk.clock.advance(DAY);
  }
  const id = await elevated(desk, puppet);
  expect(await codeOf(desk.approve(id, ana))).toBe('second_person_required');
  expect(await codeOf(desk.approve(id, lee))).toBe('second_person_required');
  const omar = await desk.person('omar', { roles: ['security_officer'] });
  expect(await codeOf(desk.approve(id, omar))).toBe('done');
});

test('S-42 a role counts from its seventh day', async () => {
  const desk = await openDesk();
  const priya = await desk.person('priya', { roles: ['help_desk'] });
  const omar = await desk.person('omar', { roles: ['security_officer'], rolesDays: 7 - 1 / 48 });
  const id = await elevated(desk, priya);
  expect(await codeOf(desk.approve(id, omar))).toBe('second_person_required');
  // Half an hour, in which the evidence grows no older than it may.
  desk.clock.advance(DAY / 48);
  expect(await codeOf(desk.approve(id, omar))).toBe('done');
});

test('S-42 an old help desk role does not make a new administrator old', async () => {
  const desk = await openDesk();
  const priya = await desk.person('priya', { roles: ['help_desk'] });
  const omar = await desk.person('omar', { roles: ['help_desk'] });
  await desk.deps.db.kysely
    .insertInto('user_roles')
    .values({ user_id: omar.userId, role: 'administrator', granted_at: desk.clock.now(), granted_by: null })
    .execute();
  expect(await codeOf(desk.approve(await elevated(desk, priya), omar))).toBe('second_person_required');
});

test('S-42 the role that the organisation began with is never young', async () => {
  const desk = await openDesk();
  const now = desk.clock.now();
  await desk.deps.db.kysely
    .updateTable('organisation')
    .set({ created_at: now })
    .where('id', '=', 1)
    .execute();
  const founder = await desk.person('founder', { roles: ['administrator'], rolesDays: 0 });
  const priya = await desk.person('priya', { roles: ['help_desk'] });
  expect(await codeOf(desk.approve(await elevated(desk, priya), founder))).toBe('done');
});

const ROLES = ['auditor', 'help_desk', 'security_officer', 'administrator'] as const;
const RANK = { user: 0, auditor: 1, help_desk: 2, security_officer: 3, administrator: 3 };

/** Product: People. Policy lets the help desk decide, as far as it can. */
function expected(role: (typeof ROLES)[number], target: keyof typeof RANK): string {
  if (role === 'auditor') return 'forbidden';
  if (RANK[target] > RANK[role]) return 'rank_too_low';
  return role !== 'help_desk' || target === 'user' ? 'done' : 'forbidden';
}

test.each(ROLES)('S-42 whom a person with the role %s verifies, approves and denies', async (role) => {
  const desk = await openDesk();
  await desk.policy({ helpDeskDecides: true });
  const priya = await desk.person('priya', { roles: ['help_desk'] });
  const who = await desk.person('who', { roles: [role] });
  for (const target of ['user', ...ROLES] as const) {
    const roles = target === 'user' ? [] : [target];
    const requestOf = async (username: string) =>
      desk.ask(await desk.person(`${username}_${target}`, { roles }));

    const denied = await requestOf('denied');
    expect([target, await codeOf(desk.deny(denied.id, who))]).toEqual([target, expected(role, target)]);

    const { id, code } = await requestOf('approved');
    await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
    await desk.check(id, priya, { kind: 'in_person', outcome: 'pass' });
    await desk.check(id, priya, { kind: 'photo_id_video', outcome: 'pass' });
    const withoutStepUp = { ...who, steppedUpUntil: null };
    const unconfirmed = role === 'auditor' ? 'forbidden' : 'step_up_required';
    expect([target, await codeOf(desk.approve(id, withoutStepUp))]).toEqual([target, unconfirmed]);
    expect([target, await codeOf(desk.approve(id, who))]).toEqual([target, expected(role, target)]);

    const verified = await requestOf('verified');
    const check = desk.check(verified.id, who, { kind: 'in_person', outcome: 'pass' });
    expect([target, await codeOf(check)]).toEqual([target, role === 'auditor' ? 'forbidden' : 'done']);
  }
  const own = await desk.ask(who);
  const check = desk.check(own.id, who, { kind: 'in_person', outcome: 'pass' });
  expect(await codeOf(check)).toBe(role === 'auditor' ? 'forbidden' : 'own_account');
  expect(await codeOf(desk.deny(own.id, who))).toBe(role === 'auditor' ? 'forbidden' : 'own_account');
});
