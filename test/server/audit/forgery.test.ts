import { sentence } from '../../../contract/words/sentence.ts';
import { inEnglish } from '../../../server/words.ts';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readFileSync, rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../server/time.ts';
import { CHAIN_START, chainHash } from '../../../server/crypto/canonicalJson.ts';
import { checkpointPublicKey, signCheckpoint, signExportEnd } from '../../../server/crypto/checkpoints.ts';
import type { Keyring } from '../../../server/crypto/keyring.ts';
import { hashedEvent } from '../../../server/domain/audit/append.ts';
import { SEALING, sealLog } from '../../../server/domain/audit/sealLog.ts';
import { verifyExport } from '../../../server/features/audit/verifyExport.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { createAuditWorld, textOf } from './support/world.ts';
import type { AuditWorld } from './support/world.ts';

const THEIRS: Keyring = { current: 1, keys: new Map([[1, Buffer.alloc(32, 8)]]) };

const endOf = ({ deps }: AuditWorld) =>
  deps.db.kysely.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();

const closing: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

forEachDatabase((open) => {
  describe('S-51: somebody with the database and without the key', () => {
    it('cuts the tail off: found, also after the server has gone on writing', async () => {
      const world = await createAuditWorld(open);
      const { deps, append, problems } = world;
      await append(8);
      const sixth = await deps.db.kysely
        .selectFrom('audit_events')
        .select(['sequence', 'hash'])
        .where('sequence', '=', 6)
        .executeTakeFirstOrThrow();
      await deps.db.kysely.deleteFrom('audit_events').where('sequence', '>', 6).execute();
      await deps.db.kysely.updateTable('audit_head').set(sixth).execute();
      expect(await problems()).toEqual([
        'The end of the log lacks the seal of this server’s key: it was cut off, or moved.',
      ]);
      await append(3);
      expect(await problems()).toEqual([
        'Before this event the log did not end where the server had left it.',
      ]);
    });

    it('begins an empty log: found', async () => {
      const { deps, append, audit, clock, problems } = await createAuditWorld(open);
      await append(3);
      await audit.checkpoint(clock.now());
      await deps.db.kysely.deleteFrom('audit_events').execute();
      await deps.db.kysely.deleteFrom('audit_checkpoints').execute();
      const start = { sequence: 0, hash: CHAIN_START, checkpoints: 0, mac: null };
      await deps.db.kysely.updateTable('audit_head').set(start).execute();
      await sealLog(deps.db, deps, { applied: [], now: clock.now() });
      expect(await problems()).toContainEqual(expect.stringContaining('lacks the seal'));
      await append(1);
      expect(await problems()).toContainEqual(expect.stringContaining('did not end where'));
    });

    it('writes everything anew and takes the checkpoints away, the file too: found', async () => {
      const world = await createAuditWorld(open);
      const { deps, append, audit, clock, file, problems } = world;
      await append(5);
      await audit.checkpoint(clock.now());
      let previous = CHAIN_START;
      for (const row of await deps.db.kysely
        .selectFrom('audit_events')
        .selectAll()
        .orderBy('sequence')
        .execute()) {
        const forged = { ...row, actor_name: 'Nobody', previous_hash: previous };
        previous = chainHash(previous, hashedEvent(forged));
        await deps.db.kysely
          .updateTable('audit_events')
          .set({ actor_name: 'Nobody', previous_hash: forged.previous_hash, hash: previous })
          .where('sequence', '=', row.sequence)
          .execute();
      }
      await deps.db.kysely.updateTable('audit_head').set({ hash: previous }).execute();
      await deps.db.kysely.deleteFrom('audit_checkpoints').execute();
      rmSync(file);
      const found = await problems();
      expect(found.filter((problem) => problem.includes('not written by this server'))).toHaveLength(5);
      expect(found).toContainEqual(expect.stringContaining('lacks the seal'));
    });

    it('takes checkpoints away: each has a number, and the end says how many there are', async () => {
      const { deps, append, audit, clock, problems } = await createAuditWorld(open);
      for (let round = 0; round < 3; round += 1) {
        await append(1);
        clock.advance(10 * MINUTE);
        await audit.checkpoint(clock.now());
      }
      clock.advance(2 * MINUTE);
      expect(await problems()).toEqual([]);
      await deps.db.kysely.deleteFrom('audit_checkpoints').where('number', '=', 2).execute();
      expect(await problems()).toEqual([
        'Of 3 checkpoints 1 is missing in the database, the first is number 2.',
      ]);
    });

    it('keeps the server from signing: events that stay unsigned for over an hour are a problem', async () => {
      const { append, clock, problems } = await createAuditWorld(open);
      await append(2);
      clock.advance(59 * MINUTE);
      expect(await problems()).toEqual([]);
      clock.advance(2 * MINUTE);
      expect(await problems()).toContainEqual(expect.stringContaining('nothing is signed'));
    });
  });

  describe('S-51: a log of before there were MACs', () => {
    it('is sealed in the opening that makes the columns, which its next event says, and never again', async () => {
      const { deps, append, clock, problems } = await createAuditWorld(open);
      await append(4);
      const unseal = async () => {
        await deps.db.kysely.updateTable('audit_events').set({ mac: null }).execute();
        await deps.db.kysely.updateTable('audit_head').set({ mac: null }).execute();
      };
      await unseal();
      await sealLog(deps.db, deps, { applied: [SEALING], now: clock.now() });
      expect(await problems()).toEqual([]);
      const last = await deps.db.kysely
        .selectFrom('audit_events')
        .select(['action', 'data'])
        .orderBy('sequence', 'desc')
        .executeTakeFirstOrThrow();
      expect(last).toEqual({ action: 'audit.sealed', data: '{"events":4}' });

      await unseal();
      await sealLog(deps.db, deps, { applied: [], now: clock.now() });
      expect(await problems()).toContainEqual(expect.stringContaining('not written by this server'));
    });
  });

  describe('S-51: checkpoints outside the database', () => {
    it('a file that is taken away is missed, and made anew with a word in the log', async () => {
      const world = await createAuditWorld(open);
      const { append, audit, clock, file, problems } = world;
      for (let round = 0; round < 2; round += 1) {
        await append(1);
        clock.advance(10 * MINUTE);
        await audit.checkpoint(clock.now());
      }
      clock.advance(2 * MINUTE);
      rmSync(file);
      expect(await problems()).toEqual([`The file ${file} is missing; 2 checkpoints should be in it.`]);
      await append(1);
      clock.advance(10 * MINUTE);
      await audit.checkpoint(clock.now());
      expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(3);
      const { items } = await audit.list({ limit: 1 });
      expect(items[0]).toMatchObject({ action: 'audit.checkpoint_file_made', data: { checkpoints: 3 } });
      expect(await problems()).toEqual([]);
    });

    it('the place that is named gets each once, and what it refused again', async () => {
      const taken: number[] = [];
      let refuses = true;
      const server = createServer((request, response) => {
        let body = '';
        request.on('data', (part: Buffer) => (body += part.toString()));
        request.on('end', () => {
          if (!refuses) taken.push((JSON.parse(body) as { number: number }).number);
          response.writeHead(refuses ? 503 : 204).end();
        });
      });
      closing.push(() => server.close());
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const checkpointTo = `http://127.0.0.1:${(server.address() as AddressInfo).port}/checkpoints`;
      const { append, audit, clock } = await createAuditWorld(open, { checkpointTo });
      await append(1);
      await audit.checkpoint(clock.now());
      expect(taken).toEqual([]);
      refuses = false;
      await append(100);
      await audit.checkpoint(clock.now());
      await audit.checkpoint(clock.now());
      expect(taken).toEqual([1, 2]);
      const { unknown } = await audit.verify(clock.now());
      expect(unknown.map(inEnglish)).toEqual([expect.stringContaining('number 2, the newest here')]);
    });

    it('without any, verifying says what it can’t know', async () => {
      const { append, audit, clock } = await createAuditWorld(open, { dataDir: null });
      await append(1);
      expect(await audit.verify(clock.now())).toMatchObject({
        ok: true,
        unknown: [sentence('answers/audit', 'putBack')],
      });
    });
  });

  describe('S-51: an export', () => {
    it('that somebody made up and signed themselves proves nothing', async () => {
      const world = await createAuditWorld(open);
      const { audit, append, actor, clock, deps } = world;
      await append(3);
      const lines = (await textOf(await audit.export(actor, { format: 'jsonl' }, clock.now())))
        .trimEnd()
        .split('\n');
      const { sequence: count, hash: headHash } = await endOf(world);
      const madeUp = lines.map((line, index) => {
        if (index === 0) {
          const head = JSON.parse(line) as object;
          const end = signExportEnd(THEIRS, { count, headHash, at: clock.now(), checkpoints: 1 });
          return JSON.stringify({ ...head, end, publicKeys: { 1: checkpointPublicKey(THEIRS) } });
        }
        if (index > 1) return line;
        return JSON.stringify({
          checkpoint: signCheckpoint(THEIRS, { number: 1, count, headHash, at: clock.now() }),
        });
      });
      const ours = (version: number) => checkpointPublicKey(deps.keys, version);
      expect((await verifyExport(lines, ours)).ok).toBe(true);
      expect((await verifyExport(madeUp, ours)).ok).toBe(false);
      expect((await verifyExport(madeUp, (version) => checkpointPublicKey(THEIRS, version))).ok).toBe(true);
    });

    it('that is cut off at an earlier checkpoint is not whole', async () => {
      const { audit, append, actor, clock, deps } = await createAuditWorld(open);
      await append(3);
      await audit.checkpoint(clock.now());
      await append(3);
      const lines = (await textOf(await audit.export(actor, { format: 'jsonl' }, clock.now())))
        .trimEnd()
        .split('\n');
      const isLater = (line: string) => {
        const { sequence, checkpoint } = JSON.parse(line) as {
          sequence?: number;
          checkpoint?: { count: number };
        };
        return (sequence ?? checkpoint?.count ?? 0) > 3;
      };
      const cut = lines.filter((line) => !isLater(line));
      const { ok, problems } = await verifyExport(cut, (version) => checkpointPublicKey(deps.keys, version));
      expect(ok).toBe(false);
      expect(problems.map(({ problem }) => inEnglish(problem))).toContainEqual(
        expect.stringContaining('does not end where it should'),
      );
    });
  });
});
