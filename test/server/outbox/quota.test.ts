import { afterEach, expect, it } from 'vitest';
import { createDelivery } from '../../../server/features/outbox/deliver.ts';
import { mailUser } from '../../../server/domain/mail/enqueue.ts';
import { storeSetting } from '../../../server/domain/settings/store.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import { createClock, createTestDeps, putPerson } from '../../support/deps.ts';
import { startMailServer } from '../../support/mailServer.ts';
import type { MailServer } from '../../support/mailServer.ts';

const servers: MailServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

forEachDatabase((open) => {
  it.each([
    [30, 30],
    [120, 120],
  ])(
    '16.5: a quota of %i mails a minute is kept by two servers together, by spacing',
    async (quota, most) => {
      const server = await startMailServer();
      servers.push(server);
      const db = await open();
      const clock = createClock();
      const deps = await createTestDeps(db, { clock, config: { smtpUrl: server.url } });
      const userId = await putPerson(deps, { username: 'maria' });
      await db.transaction(async (tx) => {
        await storeSetting(tx, deps.keys, { name: 'mailsPerMinute', value: quota, now: clock.now() });
        for (let sent = 0; sent < quota + 5; sent += 1)
          await mailUser(tx, deps, { userId, kind: 'locked', at: clock.now() });
      });
      const other = db.another();
      const deliveries = [db, other].map((each) => createDelivery({ ...deps, db: each }));
      const inEachSecond: number[] = [];
      for (let second = 0; second < 62; second += 1) {
        const before = server.accepted.length;
        await Promise.all(deliveries.map((delivery) => delivery.deliverDue()));
        inEachSecond.push(server.accepted.length - before);
        clock.advance(1000);
      }
      await other.close();
      const inMinute = (from: number) =>
        inEachSecond.slice(from, from + 60).reduce((sum, count) => sum + count, 0);
      const minutes = Array.from({ length: 3 }, (_, from) => inMinute(from));
      expect(Math.max(...minutes)).toBe(most);
      expect(Math.max(...inEachSecond)).toBeLessThanOrEqual(Math.max(1, most / 60));
    },
  );
}, TWO_SERVERS);
