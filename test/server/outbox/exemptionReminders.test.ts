import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { DAY, HOUR } from '../../../server/time.ts';
import { createExemptionReminders } from '../../../server/features/outbox/remindOfExemptions.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { openDesk } from '../resetRequests/desk.ts';
import type { Actor, Desk } from '../resetRequests/desk.ts';

const everyone = { scope: 'everyone' as const, roles: [], departments: [] };

async function createWorld(open: OpenDatabase) {
  const desk = await openDesk({ db: await open() });
  const omar = await desk.person('omar', { roles: ['help_desk'] });
  const olga = await desk.person('olga', { roles: ['security_officer'] });
  const jo = await desk.person('jo', { mfa_state: 'off' });
  const start = desk.clock.now();
  const exempt = (who: Actor, days: number, owner = omar): PolicyDocument['exemptions'][number] => ({
    userId: who.userId,
    reason: 'No phone in the clean room.',
    ownerId: owner.userId,
    endsAt: new Date(start + days * DAY).toISOString(),
  });
  return { desk, omar, olga, jo, start, exempt };
}

/** Runs two servers' workers each six hours and answers who was told, on which day. */
async function told(desk: Desk, start: number, days: number) {
  const workers = [createExemptionReminders(desk.deps), createExemptionReminders(desk.deps)];
  const until = desk.clock.now() + days * DAY;
  while (desk.clock.now() < until) {
    for (const worker of workers) await worker.remindDue(desk.clock.now());
    desk.clock.advance(6 * HOUR);
  }
  const rows = await desk.deps.db.kysely
    .selectFrom('outbox')
    .select(['to_address', 'created_at'])
    .where('kind', '=', 'exemption_ends')
    .orderBy('created_at')
    .execute();
  return rows.map(({ to_address, created_at }) => [to_address.split('@')[0], (created_at - start) / DAY]);
}

forEachDatabase(
  (open) => {
    describe('an exemption that is about to end', () => {
      it('is told to its owner 7 days before, once, with who, why and what to do', async () => {
        const { desk, jo, start, exempt } = await createWorld(open);
        await desk.policy({ required: everyone, exemptions: [exempt(jo, 10)] });
        expect(await told(desk, start, 12)).toEqual([['omar', 3]]);
        const [mail] = await desk.mails();
        expect(mail?.text).toContain('The exemption of Jo from multi-factor authentication ends on');
        expect(mail?.text).toContain('No phone in the clean room.');
        expect(mail?.text).toContain('You are named in the policy');
        expect(mail?.text).toContain('a security officer can choose a later day');
      });

      it('is told again where its end was moved', async () => {
        const { desk, jo, start, exempt } = await createWorld(open);
        await desk.policy({ required: everyone, exemptions: [exempt(jo, 10)] });
        await told(desk, start, 5);
        await desk.policy({ required: everyone, exemptions: [exempt(jo, 20)] });
        expect(await told(desk, start, 16)).toEqual([
          ['omar', 3],
          ['omar', 13],
        ]);
      });

      it('is told to the security officers where its owner is no longer active staff', async () => {
        const { desk, omar, jo, start, exempt } = await createWorld(open);
        await desk.deps.db.kysely
          .updateTable('users')
          .set({ status: 'suspended' })
          .where('id', '=', omar.userId)
          .execute();
        await desk.policy({ required: everyone, exemptions: [exempt(jo, 10)] });
        expect(await told(desk, start, 12)).toEqual([['olga', 3]]);
        const [mail] = await desk.mails();
        expect(mail?.text).toContain('Omar answered for it and is no longer active staff');
        expect(mail?.text).not.toContain('You are named');
      });

      it('is told to nobody where its end changes nothing', async () => {
        const { desk, jo, start, exempt } = await createWorld(open);
        const enrolled = await desk.person('bo');
        const suspended = await desk.person('cy', { mfa_state: 'off', status: 'suspended' });
        const staff = await desk.person('di', { mfa_state: 'off', roles: ['help_desk'] });
        const exemptions = [exempt(enrolled, 10), exempt(suspended, 10), exempt(staff, 10)];
        await desk.policy({ required: everyone, exemptions });
        expect(await told(desk, start, 12)).toEqual([]);
        await desk.policy({ exemptions: [exempt(jo, 20)] });
        expect(await told(desk, start, 10)).toEqual([]);
      });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
