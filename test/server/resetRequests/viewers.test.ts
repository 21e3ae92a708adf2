import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LiveEvent } from '../../../contract/events.ts';
import { createEventBus } from '../../../server/events/bus.ts';
import { createViewers, VIEWING_MS } from '../../../server/features/resetRequests/viewing/viewers.ts';
import { MINUTE } from '../../../server/time.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { openDesk } from './desk.ts';

async function openQueue() {
  const t = await createTestApp();
  const jo = await t.person({ username: 'jo' });
  const priya = await t.person({ username: 'priya', name: 'Priya', roles: ['help_desk'] });
  const started = await t.call('signIn.start', { username: 'jo', password: PASSWORD });
  const challenge = started.body.outcome === 'code_required' ? started.body.challenge : '';
  const { body } = await t.call('signIn.requestReset', { challenge, reason: 'broken' });
  const told: LiveEvent[] = [];
  t.deps.events.subscribe((event) => event.kind === 'viewers' && told.push(event));
  return { ...t, jo, priya, id: body.requestId, told };
}

const names = async (t: TestApp, token: string) =>
  (await t.call('viewers.list', {}, { token })).body.items.map(({ person }) => person.name);

describe('who has a request open', () => {
  it('is shown to those who may see it, and leaves no trace', async () => {
    const { id, jo, priya, told, ...t } = await openQueue();
    const token = await priya.signIn();
    const admin = await t.administrator.signIn();
    const before = await t.audit();
    const stored = () =>
      t.deps.db.kysely.selectFrom('reset_requests').selectAll().where('id', '=', id).executeTakeFirst();
    const row = await stored();
    const page = randomUUID();
    expect((await t.call('viewers.stay', { id, page }, { token })).status).toBe(204);
    expect((await t.call('resetRequests.get', { id }, { token })).status).toBe(200);
    expect((await t.call('viewers.list', {}, { token: admin })).body.items).toMatchObject([
      { requestId: id, person: { username: 'priya' } },
    ]);
    expect((await t.call('viewers.leave', { id, page }, { token })).status).toBe(204);
    expect(await names(t, admin)).toEqual([]);
    expect(told).toEqual([
      { kind: 'viewers', id },
      { kind: 'viewers', id },
    ]);
    expect(await t.audit()).toEqual(before);
    expect(await stored()).toEqual(row);

    const own = await jo.signIn();
    for (const asked of [
      t.call('viewers.list', {}, { token: own }),
      t.call('viewers.stay', { id, page }, { token: own }),
      t.call('viewers.leave', { id, page }, { token: own }),
    ])
      expect((await asked).problem.code).toBe('forbidden');
    const nowhere = { id: priya.id, page };
    expect((await t.call('viewers.stay', nowhere, { token: admin })).problem.code).toBe('not_found');
  });

  it('ends by itself where a page says nothing any more, and others are told', async () => {
    const { id, priya, told, ...t } = await openQueue();
    const token = await priya.signIn();
    const page = randomUUID();
    await t.call('viewers.stay', { id, page }, { token });
    t.clock.advance(VIEWING_MS - 1);
    await t.call('viewers.stay', { id, page }, { token });
    t.clock.advance(VIEWING_MS - 1);
    await t.services.viewers.endSilent(t.clock.now());
    expect(await names(t, token)).toEqual(['Priya']);
    // That she is still there is nothing new.
    expect(told).toHaveLength(1);
    t.clock.advance(1);
    expect(await names(t, token)).toEqual([]);
    await t.services.viewers.endSilent(t.clock.now());
    expect(told).toHaveLength(2);
  });

  it('is the same person once however many pages they have, until the last is closed', async () => {
    const { id, priya, told, ...t } = await openQueue();
    const token = await priya.signIn();
    const [one, two] = [randomUUID(), randomUUID()];
    await t.call('viewers.stay', { id, page: one }, { token });
    await t.call('viewers.stay', { id, page: two }, { token });
    await t.call('viewers.leave', { id, page: one }, { token });
    expect(await names(t, token)).toEqual(['Priya']);
    expect(told).toHaveLength(1);
    for (let more = 0; more < 60; more += 1)
      await t.call('viewers.stay', { id, page: randomUUID() }, { token });
    expect(await names(t, token)).toEqual(['Priya']);
  });

  it.each([
    'signs out',
    'ends all sessions',
    'is suspended',
    'loses the role',
    'is idle for too long',
  ] as const)('is nobody who %s, at once and without a word of their page', async (how) => {
    const { id, priya, told, ...t } = await openQueue();
    const token = await priya.signIn();
    const idleAt = t.clock.now() + 15 * MINUTE;
    if (how === 'is idle for too long') t.clock.advance(10 * MINUTE);
    const admin = await t.administrator.signIn({ stepUp: true });
    if (how === 'is idle for too long') t.clock.advance(idleAt - t.clock.now() - VIEWING_MS / 2);
    const page = randomUUID();
    await t.call('viewers.stay', { id, page }, { token });
    expect(await names(t, admin)).toEqual(['Priya']);
    if (how === 'signs out') await t.call('signIn.signOut', {}, { token });
    else if (how === 'ends all sessions') await t.call('me.endSessions', {}, { token: await priya.signIn() });
    else if (how === 'is suspended')
      await t.call('users.update', { id: priya.id, status: 'suspended' }, { token: admin });
    else if (how === 'loses the role')
      await t.call('users.update', { id: priya.id, roles: [] }, { token: admin });
    else t.clock.advance(idleAt - t.clock.now());
    expect(await names(t, admin)).toEqual([]);
    // Whoever has the list on screen is told; of a session that only ended by itself, by the server's next look.
    if (how === 'is idle for too long') await t.services.viewers.endSilent(t.clock.now());
    await expect.poll(() => told.length).toBe(2);
  });

  it('keeps no session from its idle end: the page says it, not the person', async () => {
    const { id, priya, told, ...t } = await openQueue();
    const token = await priya.signIn();
    const page = randomUUID();
    for (let minutes = 0; minutes < 15; minutes += 1) {
      expect((await t.call('viewers.stay', { id, page }, { token })).status).toBe(204);
      expect((await t.call('viewers.list', {}, { token })).status).toBe(200);
      t.clock.advance(MINUTE);
    }
    expect((await t.call('viewers.stay', { id, page }, { token })).problem.code).toBe('not_signed_in');
    expect(told).not.toHaveLength(0);
  });
});

forEachDatabase(
  (open) => {
    it('is known at every server of one database, and ends there when the page is left here', async () => {
      const db = await open();
      const d = await openDesk({ db });
      const [jo, priya] = [await d.person('jo'), await d.person('priya', { roles: ['help_desk'] })];
      const { id } = await d.ask(jo);
      const log = pino({ level: 'silent' });
      const make = () => createEventBus({ db, config: { databaseUrl: db.url, listenUrl: null }, log });
      const [hereBus, thereBus] = await Promise.all([make(), make()]);
      onTestFinished(async () => {
        await Promise.all([hereBus.close(), thereBus.close()]);
      });
      const told: LiveEvent[] = [];
      thereBus.subscribe((event) => told.push(event));
      const { now } = d.clock;
      const [here, there] = [hereBus, thereBus].map((events) =>
        createViewers({ db, events, keys: d.deps.keys, log, now }),
      );
      const seenThere = async () => (await there?.list(now()))?.items.map(({ person }) => person.name);

      const { sessionId } = await d.session(priya);
      const viewing = { requestId: id, userId: priya.userId, sessionId, page: randomUUID() };
      await here?.stay(viewing, now());
      await expect.poll(seenThere).toEqual(['Priya']);
      here?.leave(viewing, now());
      await here?.stay(viewing, now());
      here?.leave(viewing, now());
      await expect.poll(seenThere).toEqual([]);
      // Each server tells its own people, by what it has heard itself.
      expect(told.length).toBeGreaterThanOrEqual(2);
      expect(told.every(({ kind }) => kind === 'viewers')).toBe(true);

      // Signed out here, without a word of the page: nobody there sees her any more, and they are told.
      await here?.stay(viewing, now());
      await expect.poll(seenThere).toEqual(['Priya']);
      const before = told.length;
      await db.kysely.deleteFrom('sessions').where('id', '=', sessionId).execute();
      expect(await seenThere()).toEqual([]);
      hereBus.publish({ kind: 'me', id: priya.userId });
      await expect.poll(() => told.slice(before)).toContainEqual({ kind: 'viewers', id });
    });
  },
  ['PostgreSQL'],
);
