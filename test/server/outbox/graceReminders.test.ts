import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../server/time.ts';
import type { Deps } from '../../../server/context.ts';
import { takeLease } from '../../../server/db/lease.ts';
import { createGraceReminders } from '../../../server/features/outbox/remindOfGrace.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { createClock, createTestDeps, putPerson } from '../../support/deps.ts';
import { nth } from '../../support/nth.ts';

async function createWorld(open: OpenDatabase, graceDays = 14) {
  const clock = createClock();
  const deps = await createTestDeps(await open(), { clock });
  const required = { scope: 'everyone' as const, roles: [], departments: [] };
  await deps.db.kysely
    .insertInto('policy_versions')
    .values({
      version: 1,
      document: JSON.stringify({ ...DEFAULT_POLICY, required, graceDays }),
      reason: 'Test.',
      saved_at: clock.now(),
    })
    .execute();
  return { deps, clock, inGrace: (username: string, days: number) => putInGrace(deps, username, days) };
}

async function putInGrace(deps: Deps, username: string, days: number): Promise<void> {
  const id = await putPerson(deps, { username });
  await deps.db.kysely
    .updateTable('users')
    .set({ grace_ends_at: deps.now() + days * DAY })
    .where('id', '=', id)
    .execute();
}

/** Runs the worker each six hours and answers who was reminded, with the days that were left. */
async function reminders({ deps, clock }: Awaited<ReturnType<typeof createWorld>>, days: number) {
  const start = clock.now();
  const workers = [createGraceReminders(deps), createGraceReminders(deps)];
  for (let hour = 0; hour < days * 24; hour += 6) {
    for (const worker of workers) await worker.remindDue(clock.now());
    clock.advance(6 * HOUR);
  }
  const rows = await deps.db.kysely
    .selectFrom('outbox')
    .select(['to_address', 'created_at'])
    .orderBy('created_at')
    .orderBy('to_address')
    .execute();
  return rows.map(({ to_address, created_at }) => [to_address.split('@')[0], (created_at - start) / DAY]);
}

forEachDatabase(
  (open) => {
    describe('reminders before grace ends', () => {
      it('go out 7 days and 1 day before, once each', async () => {
        const world = await createWorld(open);
        await world.inGrace('maria', 10);
        await world.inGrace('bo', 30);
        expect(await reminders(world, 12)).toEqual([
          ['maria', 3],
          ['maria', 9],
        ]);
      });

      it('go to nobody who has set up, or whom policy no longer asks', async () => {
        const world = await createWorld(open);
        await world.inGrace('maria', 0.5);
        await world.inGrace('bo', 5);
        await world.deps.db.kysely.updateTable('users').set({ mfa_state: 'on' }).execute();
        expect(await reminders(world, 6)).toEqual([]);
      });

      it('are one where grace is a week or less, and reach many', async () => {
        const world = await createWorld(open, 5);
        for (let person = 0; person < 120; person += 1) await world.inGrace(nth('user', person), 2);
        const sent = await reminders(world, 3);
        expect(sent).toHaveLength(120);
        expect(sent.every(([, day]) => day === 1)).toBe(true);
      });
    });

    it('a lease is one server’s, and nobody’s when its time is over', async () => {
      const { deps } = await createWorld(open);
      const take = (holder: string, now: number) =>
        takeLease(deps.db.kysely, { name: 'work', holder, now, forMs: 100 });
      expect(await take('a', 1000)).toBe(true);
      expect(await take('b', 1050)).toBe(false);
      expect(await take('a', 1050)).toBe(true);
      expect(await take('b', 1149)).toBe(false);
      expect(await take('b', 1150)).toBe(true);
      // Clocks of servers are a little apart: what one took, the other with the slower clock doesn't.
      expect(await take('a', 1000)).toBe(false);
      // A clock that was wrong leaves no lasting lease.
      expect(await take('b', HOUR)).toBe(true);
      expect(await take('a', 1000)).toBe(true);
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
