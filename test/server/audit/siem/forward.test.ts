import { describe, expect, it } from 'vitest';
import type { Deps } from '../../../../server/context.ts';
import { siemLags, siemRow } from '../../../../server/domain/audit/siemStore.ts';
import { makeCheckpoint } from '../../../../server/features/audit/checkpoint.ts';
import { createForwarder } from '../../../../server/features/audit/siem/forward.ts';
import type { Forwarder } from '../../../../server/features/audit/siem/forward.ts';
import { createHttpsDestination } from '../../../../server/features/audit/siem/https.ts';
import { createSyslogDestination } from '../../../../server/features/audit/siem/syslog.ts';
import { trustOf } from '../../../../server/features/audit/siem/trust.ts';
import { forEachDatabase } from '../../../support/databases.ts';
import { createAuditWorld } from '../support/world.ts';
import type { AuditWorld } from '../support/world.ts';
import { CA, nameOf, SECRET, startBatches, startSyslog, well } from './receivers.ts';
import type { Answering, BatchReceiver, SyslogReceiver } from './receivers.ts';

const TRUST = trustOf({ ca: CA, identity: null });
const PATIENCE_MS = 400;
const MINUTE = 60_000;

const toSyslog = (deps: Deps, { url }: SyslogReceiver): Forwarder =>
  createForwarder(deps, createSyslogDestination(url, TRUST, PATIENCE_MS));
const toHttps = (deps: Deps, { url }: BatchReceiver): Forwarder =>
  createForwarder(deps, createHttpsDestination({ url, secret: SECRET }, TRUST, PATIENCE_MS));

/** Rounds a minute apart, as long as a pause may be. */
async function rounds(world: AuditWorld, forwarder: Forwarder, count: number): Promise<void> {
  for (let round = 0; round < count; round += 1) {
    world.clock.advance(MINUTE);
    await forwarder.forward();
  }
}

const from = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index));

describe('16.7: the audit log in a SIEM', { timeout: 30_000 }, () => {
  forEachDatabase(
    (open) => {
      it('goes by syslog and HTTPS, in order, each event once, checkpoints behind what they sign', async () => {
        const world = await createAuditWorld(open);
        const { deps, append, clock } = world;
        const [syslog, batches] = [await startSyslog(), await startBatches()];
        await append(3);
        await makeCheckpoint(deps, [], clock.now());
        await append(450);
        const forwarders = [toSyslog(deps, syslog), toHttps(deps, batches)];
        for (const forwarder of forwarders) await forwarder.forward();
        const all = [...from(1, 3), 'c1', ...from(4, 453)];
        expect(syslog.taken().map(nameOf)).toEqual(all);
        expect(batches.taken().map(nameOf)).toEqual(all);
        // What comes later comes behind it.
        await append(1);
        await makeCheckpoint(deps, [], clock.now());
        for (const forwarder of forwarders) await forwarder.forward();
        expect(syslog.taken().slice(all.length).map(nameOf)).toEqual(['454', 'c2']);
        expect(batches.taken().slice(all.length).map(nameOf)).toEqual(['454', 'c2']);
      });

      it.each<[string, Answering]>([
        ['answers 500', (response) => void response.writeHead(500).end()],
        ['answers 302', (response) => void response.writeHead(302, { location: '/take' }).end()],
        ['says nothing', () => undefined],
        ['breaks the connection', (response) => void response.destroy()],
        [
          'cuts its answer off',
          (response) => {
            response.writeHead(200, { 'content-length': 100 }).write('so');
            setImmediate(() => response.destroy());
          },
        ],
        ['answers without end', (response) => void response.writeHead(200).end('x'.repeat(100_000))],
        [
          'shows a page',
          (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
        ],
        [
          'kept less than all',
          (response, lines) => void response.writeHead(200).end(JSON.stringify({ accepted: lines - 1 })),
        ],
      ])(
        'an HTTPS receiver that %s has taken nothing: it comes again, whole and in order',
        async (_what, badly) => {
          const world = await createAuditWorld(open);
          const receiver = await startBatches();
          const forwarder = toHttps(world.deps, receiver);
          await world.append(5);
          receiver.answers(badly);
          await rounds(world, forwarder, 2);
          expect([receiver.taken(), receiver.sizes]).toEqual([[], [5, 5]]);
          const [lag] = await siemLags(world.deps.db.kysely, ['https']);
          expect(lag).toMatchObject({
            waiting: 5,
            failingSince: expect.any(Number),
            failure: expect.any(String),
          });
          receiver.answers(well);
          await rounds(world, forwarder, 1);
          expect(receiver.taken().map(nameOf)).toEqual(from(1, 5));
          expect(await siemLags(world.deps.db.kysely, ['https'])).toEqual([
            { name: 'https', waiting: 0, oldestAt: null, failingSince: null, failure: null },
          ]);
        },
      );

      it('a batch that is too large for a receiver comes in smaller ones', async () => {
        const world = await createAuditWorld(open);
        const receiver = await startBatches();
        await world.append(150);
        receiver.answers((response, lines) =>
          lines > 40 ? void response.writeHead(413).end() : void response.writeHead(200).end(),
        );
        await toHttps(world.deps, receiver).forward();
        expect(receiver.sizes.slice(0, 4)).toEqual([150, 100, 50, 25]);
        expect((await siemRow(world.deps.db.kysely, 'https'))?.sequence).toBe(150);
      });

      it.each(['resets', 'never closes', 'reads nothing'] as const)(
        'a syslog receiver that %s has lost nothing: the last batch comes again, and what followed',
        async (reading) => {
          const world = await createAuditWorld(open);
          const receiver = await startSyslog();
          const forwarder = toSyslog(world.deps, receiver);
          await world.append(2);
          await forwarder.forward();
          await world.append(3);
          await forwarder.forward();
          expect(receiver.taken().map(nameOf)).toEqual(from(1, 5));
          // With its memory goes what it had acknowledged and not written.
          receiver.messages.splice(0);
          receiver.does(reading);
          await world.append(4);
          await rounds(world, forwarder, 2);
          receiver.messages.splice(0);
          receiver.does('all');
          await rounds(world, forwarder, 1);
          expect(receiver.taken().map(nameOf)).toEqual(from(3, 9));
        },
      );

      it('S-74: is sent to nobody whose certificate isn’t by the authority that was named, or is of another name', async () => {
        const world = await createAuditWorld(open);
        const [syslog, batches] = [await startSyslog(), await startBatches()];
        await world.append(1);
        const system = trustOf({ ca: null, identity: null });
        const other = { url: batches.url.replace('localhost', '127.0.0.1'), secret: SECRET };
        const { deps } = world;
        for (const destination of [
          createSyslogDestination(syslog.url, system),
          createHttpsDestination({ url: batches.url, secret: SECRET }, system),
          createSyslogDestination(syslog.url.replace('localhost', '127.0.0.1'), TRUST),
          createHttpsDestination(other, TRUST),
        ]) {
          await createForwarder(deps, destination).forward();
          const row = await siemRow(deps.db.kysely, destination.name);
          expect(row?.failure).toMatch(/SELF_SIGNED|ALTNAME/);
        }
        expect([syslog.messages, batches.requests]).toEqual([[], []]);
      });

      it('events that are gone from the log are told, and the rest comes', async () => {
        const world = await createAuditWorld(open);
        const receiver = await startBatches();
        const { deps, append } = world;
        await append(10);
        await deps.db.kysely.deleteFrom('audit_events').where('sequence', 'in', [4, 5, 10]).execute();
        await rounds(world, toHttps(deps, receiver), 2);
        expect(receiver.taken().map(nameOf)).toEqual([...from(1, 3), ...from(6, 9), ...from(11, 12)]);
        expect(
          receiver
            .taken()
            .slice(-2)
            .map(({ message, unmapped }) => [message, unmapped]),
        ).toEqual([
          ['audit.forwarding_gap', { destination: 'https', first: 4, last: 5 }],
          ['audit.forwarding_gap', { destination: 'https', first: 10, last: 10 }],
        ]);
      });

      it('a log that was cut and went on another way is sent again from the last end that was signed', async () => {
        const world = await createAuditWorld(open);
        const receiver = await startBatches();
        const { deps, append, clock } = world;
        const forwarder = toHttps(deps, receiver);
        await append(4);
        await makeCheckpoint(deps, [], clock.now());
        await append(6);
        await forwarder.forward();
        expect(receiver.taken()).toHaveLength(11);
        // As somebody who writes into the database would.
        const { kysely } = deps.db;
        await kysely.deleteFrom('audit_events').where('sequence', '>', 6).execute();
        const last = await kysely
          .selectFrom('audit_events')
          .select('hash')
          .where('sequence', '=', 6)
          .executeTakeFirstOrThrow();
        await kysely.updateTable('audit_head').set({ sequence: 6, hash: last.hash }).execute();
        await rounds(world, forwarder, 1);
        await append(8);
        await rounds(world, forwarder, 1);
        const again = receiver.taken().slice(11);
        expect(again.map(nameOf)).toEqual(from(5, 16));
        expect(again.map(({ message }) => message)).toEqual(
          expect.arrayContaining(['audit.end_broken', 'audit.forwarding_rewound']),
        );
      });

      it('says when a destination takes events again after a long time, and how many waited', async () => {
        const world = await createAuditWorld(open);
        const receiver = await startBatches();
        const forwarder = toHttps(world.deps, receiver);
        await world.append(7);
        receiver.answers((response) => void response.writeHead(503).end());
        await rounds(world, forwarder, 1);
        world.clock.advance(20 * MINUTE);
        receiver.answers(well);
        await rounds(world, forwarder, 1);
        expect(receiver.taken().at(-1)).toMatchObject({
          message: 'audit.forwarding_resumed',
          unmapped: { destination: 'https', since: '2026-11-24T10:01:00.000Z', waiting: 7 },
        });
      });

      it('S-92: a clock that goes back by a month holds nothing up', async () => {
        const world = await createAuditWorld(open);
        const receiver = await startBatches();
        const forwarder = toHttps(world.deps, receiver);
        await world.append(1);
        receiver.answers((response) => void response.writeHead(503).end());
        await rounds(world, forwarder, 1);
        world.clock.advance(-30 * 24 * 60 * MINUTE);
        receiver.answers(well);
        await forwarder.forward();
        expect(receiver.taken()).toHaveLength(1);
      });
    },
    ['SQLite in memory', 'PostgreSQL'],
  );

  forEachDatabase(
    (open) => {
      it('of several servers one sends at a time, and another goes on where it ends', async () => {
        const db = await open();
        const world = await createAuditWorld(() => Promise.resolve(db));
        const other = { ...world.deps, db: db.another() };
        const receiver = await startBatches();
        const [here, there] = [toHttps(world.deps, receiver), toHttps(other, receiver)];
        await world.append(500);
        await Promise.all([here.forward(), there.forward()]);
        await Promise.all([here.forward(), there.forward()]);
        expect(receiver.taken().map(nameOf)).toEqual(from(1, 500));
        await Promise.all([here.giveUp(), there.giveUp()]);
        await world.append(1);
        await toHttps(other, receiver).forward();
        expect(receiver.taken().at(-1)?.metadata.sequence).toBe(501);
      });

      it('what many write at the same time is all there, in the order of the log', async () => {
        const db = await open();
        const world = await createAuditWorld(() => Promise.resolve(db));
        const receiver = await startBatches();
        const forwarder = toHttps(world.deps, receiver);
        const state = { isDone: false };
        const writing = Promise.all(Array.from({ length: 60 }, () => world.append(3))).finally(() => {
          state.isDone = true;
        });
        while (!state.isDone) await forwarder.forward();
        await writing;
        await forwarder.forward();
        expect(receiver.taken().map(nameOf)).toEqual(from(1, 180));
      });
    },
    ['SQLite in a file', 'PostgreSQL'],
  );
});
