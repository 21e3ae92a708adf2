import fc from 'fast-check';
import * as nodeCrypto from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eventMac, eventMacKey } from '../../../server/crypto/auditMacs.ts';
import { chainHash } from '../../../server/crypto/canonicalJson.ts';
import { sha256Hex } from '../../../server/crypto/hash.ts';
import type { Db } from '../../../server/db/connection.ts';
import { hashedEvent } from '../../../server/domain/audit/append.ts';
import type { EventRow } from '../../../server/domain/audit/store.ts';
import { createChainCheck } from '../../../server/features/audit/chain.ts';
import { linkReader } from '../../../server/features/audit/linkReader.ts';
import { runsOfEvents } from '../../../server/features/audit/runs.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { createLog, KEYS, PUBLIC_KEY } from './support/chain.ts';
import type { Log } from './support/chain.ts';
import { createDice, TAMPERINGS } from './support/tamper.ts';
import { createAuditWorld } from './support/world.ts';

const publicKeyOf = (version: number) => (version === 1 ? PUBLIC_KEY : null);
const checkOf = ({ inside, outside }: Log) =>
  createChainCheck([...(outside ?? []), ...inside], publicKeyOf, KEYS);

/** Each sequence once, as the table holds them. */
const inTable = (rows: readonly EventRow[]): EventRow[] =>
  [...new Map(rows.map((row) => [row.sequence, row])).values()].toSorted((a, b) => a.sequence - b.sequence);

const fileOf = ({ long, file }: Db) => {
  if (file === null) throw new Error('This database is no file.');
  return { long, file };
};

async function putRows({ kysely }: Db, rows: readonly EventRow[]): Promise<void> {
  await kysely.deleteFrom('audit_events').execute();
  if (rows.length > 0) await kysely.insertInto('audit_events').values(rows).execute();
}

forEachDatabase(
  (open) => {
    describe('S-51: threads that recompute the log by pieces', () => {
      it('find in each tampering what is found event by event', async () => {
        const db = await open();
        const log = createLog(29);
        for (const [index, [name, tamper]] of TAMPERINGS.entries()) {
          const tampered = tamper(log, createDice((index + 1) * 2_654_435_761));
          const rows = inTable(tampered.rows);
          await putRows(db, rows);
          const alone = checkOf(tampered);
          rows.forEach(alone.add);
          const byThreads = checkOf(tampered);
          const asked = { last: 1_000, marks: byThreads.marks(), keys: KEYS, atOnce: 2 + (index % 5) };
          for await (const run of runsOfEvents(fileOf(db), asked)) byThreads.addRun(run);
          expect([name, byThreads.end(tampered.end)]).toEqual([name, alone.end(tampered.end)]);
        }
      });

      it('hand over as one what is whole, whatever piece it falls into', async () => {
        const db = await open();
        const log = createLog(29);
        await putRows(db, log.rows);
        for (const atOnce of [1, 7, 8, 29, 100]) {
          const check = checkOf(log);
          let events = 0;
          for await (const run of runsOfEvents(fileOf(db), {
            last: 29,
            marks: check.marks(),
            keys: KEYS,
            atOnce,
          })) {
            if ('links' in run) throw new Error('Nothing is wrong with it.');
            events += run.last - run.first + 1;
            check.addRun(run);
          }
          expect(events).toBe(29);
          expect(check.end(log.end)).toEqual({ ok: true, events: 29, problems: [] });
        }
      });

      it('read no further than they are asked to', async () => {
        const db = await open();
        const log = createLog(29);
        await putRows(db, log.rows);
        const check = createChainCheck([], publicKeyOf, KEYS);
        for await (const run of runsOfEvents(fileOf(db), { last: 11, marks: [], keys: KEYS, atOnce: 4 }))
          check.addRun(run);
        expect(check.end(log.rows[10])).toEqual({ ok: true, events: 11, problems: [] });
      });

      it('come to an end where somebody has put an event far behind the others', async () => {
        const { deps, append, problems } = await createAuditWorld(open);
        await append(5);
        const far = 4_000_000_000_000_000;
        await deps.db.kysely
          .updateTable('audit_events')
          .set({ sequence: far })
          .where('sequence', '=', 5)
          .execute();
        await deps.db.kysely.updateTable('audit_head').set({ sequence: far }).execute();
        expect(await problems()).toContainEqual(expect.stringContaining('from 5 on'));
      });

      it('name the one event of thousands that was changed, and the one without a seal', async () => {
        const { deps, append, audit, clock, problems } = await createAuditWorld(open);
        await append(4_500);
        await audit.checkpoint(clock.now());
        expect(await problems()).toEqual([]);
        const { kysely } = deps.db;
        await kysely
          .updateTable('audit_events')
          .set({ actor_name: 'Nobody' })
          .where('sequence', '=', 2_001)
          .execute();
        await kysely.updateTable('audit_events').set({ mac: null }).where('sequence', '=', 4_000).execute();
        const { problems: found } = await audit.verify(clock.now());
        expect(found.map(({ sequence }) => sequence)).toEqual([2_001, 4_000]);
      });

      it('judge by the keys of the moment: an event by a key that is gone lacks its seal', async () => {
        const db = await open();
        const log = createLog(9);
        await putRows(db, log.rows);
        const other = { current: 2, keys: new Map([[2, Buffer.alloc(32, 9)]]) };
        const check = createChainCheck([], publicKeyOf, other);
        for await (const run of runsOfEvents(fileOf(db), { last: 9, marks: [], keys: other }))
          check.addRun(run);
        expect(check.end(log.end).problems).toHaveLength(9);
      });
    });
  },
  ['SQLite in a file'],
);

describe('S-51: what is recomputed of an event by itself', () => {
  const linkOf = linkReader(nodeCrypto, (version) => eventMacKey(KEYS, version), 'audit.end_broken');
  const text = fc.string({ unit: 'binary' });
  const optional = fc.option(text);
  const anyRow = fc.record({
    sequence: fc.nat(),
    id: text,
    at: fc.nat(),
    action: text,
    actor_id: optional,
    actor_name: optional,
    target_id: optional,
    target_name: optional,
    data: fc.dictionary(text, fc.jsonValue({ noUnicodeString: false })).map((data) => JSON.stringify(data)),
    address: optional,
    user_agent: optional,
    session_id: optional,
    factors: optional,
    previous_hash: fc.constant('0'.repeat(64)),
  });

  it('is what was hashed and sealed when it was written', () => {
    fc.assert(
      fc.property(anyRow, (unhashed) => {
        const hash = chainHash(unhashed.previous_hash, hashedEvent(unhashed));
        const row = { ...unhashed, hash, mac: eventMac(KEYS, hash) };
        expect(linkOf(row).state).toBe('whole');
        expect(linkOf({ ...row, mac: null }).state).toBe('unsealed');
        expect(linkOf({ ...row, mac: row.mac.toUpperCase() }).state).toBe('unsealed');
        expect(linkOf({ ...row, mac: row.mac.replace('v1.1', 'v1.01') }).state).toBe('unsealed');
        expect(linkOf({ ...row, at: row.at + 1 }).state).toBe('changed');
      }),
    );
  });

  it('is nothing where its data hold what no JSON can, whatever hash stands there', () => {
    const [row] = createLog(1).rows;
    if (!row) throw new Error('A log of one event has one.');
    for (const data of ['{"a":"\\ud800"}', '{"\\udfff":1}', '{"a":1e400}', '[', '']) {
      const { action, actor_id, actor_name, at, id, sequence, target_id, target_name } = row;
      const before = JSON.stringify({ action, actor_id, actor_name, at }).slice(0, -1);
      const after = JSON.stringify({ id, sequence, target_id, target_name }).slice(1);
      const hash = sha256Hex(`${row.previous_hash}\n${before},"data":${data},${after}`);
      expect(linkOf({ ...row, data, hash, mac: eventMac(KEYS, hash) }).state).toBe('changed');
    }
  });
});
