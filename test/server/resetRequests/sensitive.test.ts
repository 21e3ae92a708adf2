import { expect, test } from 'vitest';
import type { Sensitive } from '../../../contract/operations/policy.ts';
import { DAY } from '../../../server/time.ts';
import type { Db } from '../../../server/db/connection.ts';
import { createPolicyService } from '../../../server/features/policy/service.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { codeOf, openDesk } from './desk.ts';
import type { Actor } from './desk.ts';
import { moveTo } from './moveTo.ts';

const NOBODY: Sensitive = { people: [], departments: [] };

/** A desk whose officer names sensitive people, and whose administrator moves people between departments. */
async function office(db?: Db) {
  const desk = await openDesk({ db });
  const omar = await desk.person('omar', { roles: ['security_officer'] });
  const ana = await desk.person('ana', { roles: ['administrator'] });
  const policy = createPolicyService(desk.deps);
  let version = 1;
  return {
    ...desk,
    omar,
    ana,
    policy,
    async name(sensitive: Partial<Sensitive>, actor: Actor = omar) {
      const change = { sensitive: { ...NOBODY, ...sensitive }, reason: 'Because.', version };
      ({ version } = await policy.update(change, { actor, now: desk.clock.now() }));
    },
    async move({ userId }: Actor, department: string | null) {
      await moveTo(desk, { userId, department, by: ana });
    },
    /** The tier and its reasons of a request that the person makes now. */
    async asked(person: Actor) {
      const { id } = await desk.ask(person);
      const { tier, reasons } = await desk.view(id, ana);
      return { id, tier, reasons };
    },
  };
}

forEachDatabase(
  (open) => {
    test('S-100 whom policy names, and whose department, is privileged; the reason has its date', async () => {
      const d = await office(await open());
      const cleo = await d.person('cleo');
      const finn = await d.person('finn', { department: 'Finance' });
      const jo = await d.person('jo', { department: 'Sales' });
      d.clock.advance(DAY);
      await d.name({ people: [cleo.userId], departments: ['Finance'] });
      const at = new Date(d.clock.now()).toISOString();
      d.clock.advance(1000);
      expect(await d.asked(cleo)).toMatchObject({
        tier: 'privileged',
        reasons: [{ code: 'sensitive', sentence: 'Policy names this person as sensitive.', at }],
      });
      expect(await d.asked(finn)).toMatchObject({
        tier: 'privileged',
        reasons: [{ sentence: 'Policy names their department as sensitive: Finance.', at }],
      });
      expect(await d.asked(jo)).toMatchObject({ tier: 'standard', reasons: [] });
    });

    test('S-100 attack: taken off the list, or moved out of the department, they are privileged for 30 days more', async () => {
      const d = await office(await open());
      const people = { cleo: await d.person('cleo'), carl: await d.person('carl') };
      const inFinance = { department: 'Finance' };
      const finn = await d.person('finn', inFinance);
      const fay = await d.person('fay', inFinance);
      const { cleo, carl } = people;
      await d.name({ people: [cleo.userId, carl.userId], departments: ['Finance'] });
      d.clock.advance(100 * DAY);
      await d.name({ departments: ['Finance'] });
      await d.move(finn, 'Sales');
      await d.move(fay, null);
      const at = new Date(d.clock.now()).toISOString();
      d.clock.advance(30 * DAY - 1000);
      expect(await d.asked(cleo)).toMatchObject({
        tier: 'privileged',
        reasons: [{ code: 'was_sensitive', at }],
      });
      expect(await d.asked(finn)).toMatchObject({
        tier: 'privileged',
        reasons: [{ code: 'was_sensitive', sentence: expect.stringContaining('Finance'), at }],
      });
      d.clock.advance(1000);
      expect(await d.asked(carl)).toMatchObject({ tier: 'standard', reasons: [] });
      expect(await d.asked(fay)).toMatchObject({ tier: 'standard', reasons: [] });
    });

    test('S-100 who becomes sensitive while their request is open is privileged from then on', async () => {
      const d = await office(await open());
      const cleo = await d.person('cleo', { department: 'Sales' });
      const { id, tier } = await d.asked(cleo);
      expect(tier).toBe('standard');
      await d.name({ departments: ['Finance'] });
      expect((await d.view(id, d.ana)).tier).toBe('standard');
      await d.move(cleo, 'Finance');
      expect((await d.view(id, d.ana)).tier).toBe('privileged');
      const { items } = await d.resets.list({ state: 'pending', tier: 'privileged' }, d.clock.now());
      expect(items.map((row) => row.id)).toEqual([id]);
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);

test('S-100 the help desk decides and unlocks for nobody sensitive, although policy lets it decide', async () => {
  const d = await office();
  const priya = await d.person('priya', { roles: ['help_desk'] });
  const cleo = await d.person('cleo', { locked_at: d.clock.now() });
  await d.policy.update(
    {
      helpDeskDecides: true,
      sensitive: { ...NOBODY, people: [cleo.userId] },
      reason: 'Because.',
      version: 1,
    },
    { actor: d.omar, now: d.clock.now() },
  );
  const { id, code } = await d.ask(cleo, { reason: 'broken' });
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  expect(await codeOf(d.approve(id, priya))).toBe('forbidden');
  expect(await codeOf(d.deny(id, priya))).toBe('forbidden');
  const checks = [{ kind: 'in_person', outcome: 'pass' }] as const;
  const unlock = { userId: cleo.userId, checks, note: null, actor: priya, now: d.clock.now() };
  expect(await codeOf(d.resets.unlock(unlock))).toBe('forbidden');
});

test('S-100 taking somebody off the list weakens: a step-up, and a mail to officers that names them', async () => {
  const d = await office();
  const cleo = await d.person('cleo');
  const unconfirmed = { ...d.omar, steppedUpUntil: null };
  await d.name({ people: [cleo.userId], departments: ['Finance'] }, unconfirmed);
  expect(await codeOf(d.name({ departments: ['Finance'] }, unconfirmed))).toBe('step_up_required');
  expect(await codeOf(d.name({ people: [cleo.userId] }, unconfirmed))).toBe('step_up_required');
  await d.name({});
  const mails = (await d.mails()).filter(({ kind }) => kind === 'policy_weakened');
  expect(mails.map(({ to }) => to)).toEqual(['omar@example.org']);
  expect(mails[0]?.text).toContain('Cleo');
  expect(mails[0]?.text).toContain('the department Finance');
});

test('S-100 an officer of today takes nobody off the list, and nobody unknown is put on it', async () => {
  const d = await office();
  const cleo = await d.person('cleo');
  const neo = await d.person('neo', { roles: ['security_officer'], rolesDays: 1 });
  await d.name({ people: [cleo.userId] }, neo);
  expect(await codeOf(d.name({}, neo))).toBe('second_person_required');
  const unknown = '019a0000-0000-7000-8000-000000000000';
  expect(await codeOf(d.name({ people: [cleo.userId, unknown] }))).toBe('invalid_input');
});
