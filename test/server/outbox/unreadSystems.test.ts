import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { json } from '../../support/systemServer.ts';
import { createReadingWorld } from '../systems/readingWorld.ts';

/** People are read from Keycloak, its log is watched, and two servers' workers look each hour. */
async function createWorld(open: OpenDatabase, every: 'hour' | 'day') {
  const world = await createReadingWorld(await open());
  const { test, keycloak } = world;
  await world.switchedOn({ every, graceDays: 7 });
  const { answering } = keycloak;
  const { unreadNotices, outsideWatch } = test.services;
  async function live(forMs: number): Promise<void> {
    for (const until = test.clock.now() + forMs; test.clock.now() < until; test.clock.advance(HOUR)) {
      await world.look();
      await outsideWatch.look();
      // The next half minute: a reading that is due at this moment comes first.
      await Promise.all([1, 2].map(() => unreadNotices.tellDue(test.clock.now() + MINUTE / 2)));
    }
  }
  await live(HOUR);
  return {
    ...world,
    live,
    /** `people` alone, or all that is asked of it. */
    breaks: (what: 'people' | 'all') =>
      void (keycloak.answering = (asked, response) =>
        what === 'people' && !asked.path.endsWith('/users')
          ? answering(asked, response)
          : json(response, 503)),
    works: () => void (keycloak.answering = answering),
    /** To whom it was told, and what. */
    told: async () =>
      (await test.mails())
        .filter(({ kind }) => kind === 'systems_unread')
        .map(({ to, text }) => ({ to, text })),
  };
}

describe('A connected system that can’t be read', () => {
  forEachDatabase(
    (open) => {
      it('for a day is told to administrators, once a day in one mail, until it can be read again', async () => {
        const { test, live, breaks, works, told } = await createWorld(open, 'hour');
        await test.person({ username: 'omar', roles: ['security_officer'], mfa: false });
        breaks('all');
        await live(23 * HOUR);
        expect(await told()).toEqual([]);
        await live(3 * HOUR);
        const first = await told();
        expect(first.map(({ to }) => to)).toEqual(['admin@example.org']);
        expect(first[0]?.text).toMatch(/Keycloak: people there, last read on .+\. Keycloak answers 503\./);
        expect(first[0]?.text).toMatch(
          /Keycloak: what is done to factors there, last read on .+\. Keycloak answers 503\./,
        );
        await live(DAY);
        expect(await told()).toHaveLength(2);
        works();
        await live(DAY);
        expect(await told()).toHaveLength(2);
      });
    },
    ['SQLite in memory', 'PostgreSQL'],
  );

  forEachDatabase(
    (open) => {
      it('names only what can’t be read of it', async () => {
        const { live, breaks, told } = await createWorld(open, 'hour');
        breaks('people');
        await live(26 * HOUR);
        const [first] = await told();
        expect(first?.text).toContain('Keycloak: people there');
        expect(first?.text).not.toContain('Keycloak: what is done to factors');
      });

      it('and is read once a day is late by a day before that is told', async () => {
        const { live, breaks, told } = await createWorld(open, 'day');
        breaks('people');
        await live(45 * HOUR);
        expect(await told()).toEqual([]);
        await live(5 * HOUR);
        expect(await told()).not.toEqual([]);
      });

      it('is nobody’s matter any more once it is removed', async () => {
        const world = await createWorld(open, 'hour');
        const { test, systemId, administrator, agreed, live, breaks, told } = world;
        breaks('all');
        await live(2 * HOUR);
        const token = await administrator();
        await agreed(await test.call('settings.systems.remove', { id: systemId }, { token }));
        expect(await world.list()).toEqual([]);
        await live(26 * HOUR);
        expect(await told()).toEqual([]);
      });

      it('was read, where too many would be suspended by it', async () => {
        const world = await createWorld(open, 'day');
        for (let n = 0; n < 30; n += 1) world.there(`p${n}`);
        await world.live(2 * DAY);
        for (let n = 0; n < 30; n += 1) world.leaves(`p${n}`);
        await world.live(10 * DAY);
        expect((await world.stand()).problem).not.toBeNull();
        expect(await world.told()).toEqual([]);
      });
    },
    ['SQLite in memory'],
  );
});
