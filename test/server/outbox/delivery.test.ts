import { afterEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import type { Deps } from '../../../server/context.ts';
import type { Db } from '../../../server/db/connection.ts';
import { createDelivery } from '../../../server/features/outbox/deliver.ts';
import { pauseAfter } from '../../../server/features/outbox/pauseAfter.ts';
import type { AcceptedMail } from '../../../server/domain/mail/acceptedMail.ts';
import { makeDue } from '../../../server/domain/mail/store.ts';
import { mailUser } from '../../../server/domain/mail/enqueue.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import { createClock, createTestDeps, putPerson } from '../../support/deps.ts';
import type { Clock } from '../../support/deps.ts';
import { startMailServer } from '../../support/mailServer.ts';
import type { MailServer } from '../../support/mailServer.ts';

let servers: MailServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  servers = [];
});

async function mailServer(port?: number): Promise<MailServer> {
  const server = await startMailServer(port);
  servers.push(server);
  return server;
}

interface World {
  deps: Deps;
  clock: Clock;
  userId: string;
  mail: (count?: number) => Promise<void>;
  rows: () => ReturnType<typeof outboxRows>;
}

function outboxRows(db: Db) {
  return db.kysely.selectFrom('outbox').selectAll().orderBy('id').execute();
}

async function createWorld(db: Db, smtpUrl: string | null): Promise<World> {
  const clock = createClock();
  const deps = await createTestDeps(db, { clock, config: { smtpUrl } });
  const userId = await putPerson(deps, { username: 'maria' });
  return {
    deps,
    clock,
    userId,
    rows: () => outboxRows(db),
    async mail(count = 1) {
      await db.transaction(async (tx) => {
        for (let sent = 0; sent < count; sent += 1) {
          await mailUser(tx, deps, {
            userId,
            kind: 'activation_code',
            at: clock.now(),
            params: { activationCode: 'CANARY-1234' },
          });
        }
      });
    },
  };
}

forEachDatabase((open) => {
  describe('delivery', () => {
    it('sends what is due, tells once that it was accepted, and erases the secret', async () => {
      const server = await mailServer();
      const { deps, clock, mail, rows, userId } = await createWorld(await open(), server.url);
      const accepted: AcceptedMail[] = [];
      const events: string[] = [];
      const delivery = createDelivery(deps, async (_tx, sent) => {
        accepted.push(sent);
        return () => events.push('told');
      });
      await mail();
      clock.advance(1000);
      await delivery.deliverDue();
      await delivery.deliverDue();

      expect(server.accepted).toHaveLength(1);
      const [received] = server.accepted;
      const [row] = await rows();
      expect(received?.text).toContain('CANARY-1234');
      expect(received?.html).toContain('CANARY-1234');
      expect(received?.subject).not.toContain('CANARY');
      expect(received?.messageId).toContain(row?.id);
      expect(row).toMatchObject({ state: 'sent', sent_at: clock.now(), sealed_body: null, preview: '' });
      expect(events).toEqual(['told']);
      expect(accepted).toEqual([
        { id: row?.id, kind: 'activation_code', userId, requestId: null, acceptedAt: clock.now() },
      ]);
    });

    it('tries again after a temporary refusal, later each time', async () => {
      const server = await mailServer();
      server.answer(() => 451);
      const { deps, clock, mail, rows } = await createWorld(await open(), server.url);
      const delivery = createDelivery(deps);
      await mail();
      await delivery.deliverDue();
      expect(await rows()).toMatchObject([
        { state: 'waiting', attempts: 1, next_attempt_at: clock.now() + 30_000 },
      ]);

      clock.advance(29_000);
      await delivery.deliverDue();
      expect(await rows()).toMatchObject([{ attempts: 1 }]);
      clock.advance(1_000);
      await delivery.deliverDue();
      expect(await rows()).toMatchObject([{ attempts: 2, next_attempt_at: clock.now() + MINUTE }]);

      server.answer(() => 'accept');
      clock.advance(MINUTE);
      await delivery.deliverDue();
      expect(await rows()).toMatchObject([{ state: 'sent', attempts: 3, last_error: null }]);
      expect(server.accepted).toHaveLength(1);
    });

    it('shows a mail that is refused for good as failed, and sends the others', async () => {
      const server = await mailServer();
      const { deps, clock, mail, rows } = await createWorld(await open(), server.url);
      const delivery = createDelivery(deps);
      await mail();
      const gone = await putPerson(deps, { username: 'gone' });
      await deps.db.transaction((tx) =>
        mailUser(tx, deps, { userId: gone, kind: 'mfa_set_up', at: clock.now() }),
      );
      server.answer((to) => (to.startsWith('gone') ? 550 : 'accept'));
      await delivery.deliverDue();
      const [first, second] = await rows();
      expect(new Set([first?.state, second?.state])).toEqual(new Set(['sent', 'failed']));
      const failed = [first, second].find((row) => row?.state === 'failed');
      expect(failed?.last_error).toContain('550');
      expect(failed?.sealed_body).not.toBeNull();

      server.answer(() => 'accept');
      clock.advance(3 * DAY);
      await delivery.deliverDue();
      expect(server.accepted).toHaveLength(1);
      await makeDue(deps.db.kysely, failed?.id ?? '', clock.now());
      await delivery.deliverDue();
      expect((await rows()).map((row) => row.state)).toEqual(['sent', 'sent']);
    });

    it('S-94: loses nothing while the mail server is down for a day', async () => {
      const gone = await startMailServer();
      await gone.close();
      const { deps, clock, mail, rows } = await createWorld(await open(), gone.url);
      const delivery = createDelivery(deps);
      await mail(6);
      for (let minute = 0; minute < 24 * 60; minute += 10) {
        await delivery.deliverDue();
        clock.advance(10 * MINUTE);
      }
      expect((await rows()).every((row) => row.state === 'waiting' && row.last_error !== null)).toBe(true);

      const back = await mailServer(gone.port);
      clock.advance(HOUR);
      await delivery.deliverDue();
      expect(back.accepted).toHaveLength(6);
      expect(new Set(back.accepted.map(({ messageId }) => messageId)).size).toBe(6);
      expect((await rows()).every((row) => row.state === 'sent')).toBe(true);
    });

    it('waits where no mail server is set', async () => {
      const { deps, mail, rows } = await createWorld(await open(), null);
      await mail();
      await createDelivery(deps).deliverDue();
      expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    });

    it('S-94: sends at worst twice where the server dies after the mail was accepted', async () => {
      const server = await mailServer();
      const { deps, clock, mail, rows } = await createWorld(await open(), server.url);
      await mail();
      // Dying between acceptance and the mark looks like a mark that never comes.
      const dying = createDelivery(deps, () => Promise.reject(new Error('killed')));
      await expect(dying.deliverDue()).rejects.toThrow('killed');
      expect(await rows()).toMatchObject([{ state: 'waiting' }]);

      const next = createDelivery(deps);
      await next.deliverDue();
      expect(server.accepted).toHaveLength(1);
      clock.advance(5 * MINUTE);
      await next.deliverDue();
      await next.deliverDue();
      expect(server.accepted).toHaveLength(2);
      expect(server.accepted[0]?.messageId).toBe(server.accepted[1]?.messageId);
      expect(await rows()).toMatchObject([{ state: 'sent' }]);
    });
  });
});

forEachDatabase((open) => {
  it('sends each mail once, however many servers share the outbox', async () => {
    const server = await mailServer();
    const db = await open();
    const { deps, mail, rows } = await createWorld(db, server.url);
    await mail(30);
    const others = [db.another(), db.another()];
    const deliveries = [db, ...others].map((each) => createDelivery({ ...deps, db: each }));
    await Promise.all(deliveries.map((delivery) => delivery.deliverDue()));
    expect(server.accepted).toHaveLength(30);
    expect(new Set(server.accepted.map(({ messageId }) => messageId)).size).toBe(30);
    expect((await rows()).every((row) => row.state === 'sent')).toBe(true);
    await Promise.all(others.map((each) => each.close()));
  });
}, TWO_SERVERS);

it('waits 30 s doubling to an hour', () => {
  expect([1, 2, 3, 8, 40].map(pauseAfter)).toEqual([0.5, 1, 2, 60, 60].map((minutes) => minutes * MINUTE));
});
