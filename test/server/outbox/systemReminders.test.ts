import { describe, expect, it } from 'vitest';
import { sentence } from '../../../contract/words/sentence.ts';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import { createSystemReminders } from '../../../server/features/outbox/remindOfSystems.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { openStaffedDesk } from '../resetRequests/desk.ts';
import type { Desk } from '../resetRequests/desk.ts';
import { connect } from '../resetRequests/elsewhere/world.ts';

async function createWorld(open: OpenDatabase) {
  const desk = await openStaffedDesk({ db: await open() });
  const systemId = await connect(desk, 'Keycloak', 'https://keycloak.example.org');
  const { kysely } = desk.deps.db;
  return {
    desk,
    start: desk.clock.now(),
    endsOn: (at: number) =>
      kysely.updateTable('systems').set({ secret_expires_on: at }).where('id', '=', systemId).execute(),
    remove: () => kysely.updateTable('systems').set({ removed_at: 1 }).where('id', '=', systemId).execute(),
    /** As the watch left it: when it read last, and why not since. */
    async watched(readAt: number | null, isUnread: boolean) {
      const said = isUnread ? JSON.stringify(sentence('answers/systems', 'noSuchSystem')) : null;
      const row = { since: desk.clock.now(), read_to: 0, behind: 0, read_at: readAt, sentence: said };
      await kysely
        .insertInto('system_watches')
        .values({ system_id: systemId, ...row })
        .onConflict((conflict) =>
          conflict.column('system_id').doUpdateSet({ read_at: readAt, sentence: said }),
        )
        .execute();
    },
  };
}

/** Runs two servers' workers at once each step, and answers who was told what, and how long after the start. */
async function told(desk: Desk, { start, forMs, step }: { start: number; forMs: number; step: number }) {
  const workers = [createSystemReminders(desk.deps), createSystemReminders(desk.deps)];
  for (const until = desk.clock.now() + forMs; desk.clock.now() < until; desk.clock.advance(step))
    await Promise.all(workers.map((worker) => worker.remindDue(desk.clock.now())));
  const rows = await desk.deps.db.kysely
    .selectFrom('outbox')
    .select(['to_address', 'kind', 'created_at'])
    .orderBy('created_at')
    .orderBy('to_address')
    .execute();
  return rows.map(({ to_address, kind, created_at }) => [to_address.split('@')[0], kind, created_at - start]);
}

forEachDatabase((open) => {
  describe('issue 14.2 the secret of a connected system', () => {
    it('is told 30, 7 and 1 days before its end, once each, whichever server does it', async () => {
      const { desk, start, endsOn } = await createWorld(open);
      await endsOn(start + 40 * DAY);
      const days = await told(desk, { start, forMs: 42 * DAY, step: 6 * HOUR });
      expect(days).toEqual(
        [10, 33, 39].flatMap((day) => [
          ['ana', 'system_secret_ends', day * DAY],
          ['omar', 'system_secret_ends', day * DAY],
        ]),
      );
      expect((await desk.mails())[0]?.text).toContain('The secret for Keycloak ends on');
    });

    it('that ends in five days when it is entered is told of twice, and again with another end', async () => {
      const { desk, start, endsOn } = await createWorld(open);
      await endsOn(start + 5 * DAY);
      expect((await told(desk, { start, forMs: DAY, step: 6 * HOUR })).map(([who]) => who)).toEqual([
        'ana',
        'omar',
      ]);
      await endsOn(start + 6 * DAY);
      expect(await told(desk, { start, forMs: DAY, step: 6 * HOUR })).toHaveLength(4);
    });

    it('is nobody’s matter where its system was removed, or it has no end', async () => {
      const { desk, start, endsOn, remove } = await createWorld(open);
      expect(await told(desk, { start, forMs: DAY, step: 6 * HOUR })).toEqual([]);
      await endsOn(start + 5 * DAY);
      await remove();
      expect(await told(desk, { start, forMs: DAY, step: 6 * HOUR })).toEqual([]);
    });
  });

  describe('issue 14.7 a log that can’t be read', () => {
    it('for an hour is told to the officers, once; and again the next time', async () => {
      const { desk, start, watched } = await createWorld(open);
      await watched(start, true);
      const hours = { start, forMs: 3 * HOUR, step: 10 * MINUTE };
      expect(await told(desk, hours)).toEqual([['omar', 'system_unread', HOUR]]);
      await watched(desk.clock.now(), false);
      const again = desk.clock.now();
      expect(await told(desk, hours)).toHaveLength(1);
      await watched(again, true);
      expect((await told(desk, hours)).slice(1)).toMatchObject([
        ['omar', 'system_unread', expect.any(Number)],
      ]);
    });

    it('that was never read is told of, too', async () => {
      const { desk, start, watched } = await createWorld(open);
      await watched(null, true);
      expect(await told(desk, { start, forMs: 2 * HOUR, step: 10 * MINUTE })).toHaveLength(1);
    });
  });
});
