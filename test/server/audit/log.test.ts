import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../server/time.ts';
import type { Actor, Deps } from '../../../server/context.ts';
import { checkpointPublicKey } from '../../../server/crypto/checkpoints.ts';
import { appendAudit } from '../../../server/domain/audit/append.ts';
import { createAuditService } from '../../../server/features/audit/service.ts';
import type { AuditService } from '../../../server/features/audit/service.ts';
import { verifyExport } from '../../../server/features/audit/verifyExport.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { createClock, createTestDeps, putPerson } from '../../support/deps.ts';
import type { Clock } from '../../support/deps.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface World {
  deps: Deps;
  clock: Clock;
  audit: AuditService;
  actor: Actor;
  file: string;
  append: (count: number, data?: Record<string, unknown>) => Promise<void>;
}

async function createWorld(open: OpenDatabase): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-audit-'));
  folders.push(dataDir);
  const clock = createClock();
  const deps = await createTestDeps(await open(), { clock, config: { dataDir } });
  const userId = await putPerson(deps, { username: 'olga', roles: ['security_officer'] });
  const actor: Actor = {
    userId,
    username: 'olga',
    name: 'Olga',
    roles: ['user', 'security_officer'],
    permissions: new Set(['audit.read', 'audit.export']),
    sessionId: 'session',
    steppedUpUntil: null,
    via: 'password',
  };
  return {
    deps,
    clock,
    actor,
    audit: createAuditService(deps),
    file: join(dataDir, 'audit-checkpoints.jsonl'),
    async append(count, data = {}) {
      await deps.db.transaction(async (tx) => {
        for (let index = 0; index < count; index += 1) {
          await appendAudit(tx, deps, {
            at: clock.now() + index,
            action: index % 2 ? 'mfa.set_up' : 'user.created',
            actor: { id: userId, name: 'Olga' },
            target: null,
            data: { index, ...data },
          });
        }
      });
    },
  };
}

async function text(lines: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const part of lines) all += part;
  return all;
}

forEachDatabase((open) => {
  describe('the audit log', () => {
    it('verifies, and says where it was changed', async () => {
      const { audit, deps, append } = await createWorld(open);
      await append(700);
      expect(await audit.verify()).toEqual({ ok: true, events: 700, problems: [] });

      await deps.db.kysely
        .updateTable('audit_events')
        .set({ actor_name: 'Nobody' })
        .where('sequence', '=', 612)
        .execute();
      expect(await audit.verify()).toMatchObject({
        ok: false,
        problems: [{ sequence: 612, problem: 'This event was changed after it was written.' }],
      });
    });

    it('makes a checkpoint after 100 events, or ten minutes after any', async () => {
      const { audit, deps, append, clock, file } = await createWorld(open);
      const counts = async () =>
        (await deps.db.kysely.selectFrom('audit_checkpoints').select('sequence').execute()).map(
          ({ sequence }) => sequence,
        );
      await audit.checkpoint(clock.now());
      expect(await counts()).toEqual([]);
      await append(1);
      await audit.checkpoint(clock.now());
      expect(await counts()).toEqual([1]);
      await append(99);
      await audit.checkpoint(clock.now());
      expect(await counts()).toEqual([1]);
      clock.advance(10 * MINUTE);
      await audit.checkpoint(clock.now());
      await audit.checkpoint(clock.now());
      expect(await counts()).toEqual([1, 100]);
      await append(100);
      await audit.checkpoint(clock.now());
      expect(await counts()).toEqual([1, 100, 200]);
      expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(3);
      expect(await audit.verify()).toMatchObject({ ok: true, events: 200 });
    });

    it('S-51: a database put back to an earlier state contradicts the file beside it', async () => {
      const { audit, deps, append, clock } = await createWorld(open);
      await append(10);
      const { hash } = await deps.db.kysely
        .selectFrom('audit_events')
        .select('hash')
        .where('sequence', '=', 6)
        .executeTakeFirstOrThrow();
      await audit.checkpoint(clock.now());

      await deps.db.kysely.deleteFrom('audit_events').where('sequence', '>', 6).execute();
      await deps.db.kysely.updateTable('audit_head').set({ sequence: 6, hash }).execute();
      await deps.db.kysely.deleteFrom('audit_checkpoints').execute();
      const verdict = await audit.verify();
      expect(verdict.ok).toBe(false);
      expect(verdict.problems[0]?.problem).toContain('knows 10 events');
    });

    it('S-51: finds what was written into the checkpoint file', async () => {
      const { audit, append, clock, file } = await createWorld(open);
      await append(10);
      await audit.checkpoint(clock.now());
      const written = readFileSync(file, 'utf8');
      writeFileSync(file, written.replace('"count":10', '"count":9'));
      expect((await audit.verify()).ok).toBe(false);
      writeFileSync(file, written);
      expect((await audit.verify()).ok).toBe(true);
      appendFileSync(file, 'what is this\n');
      expect((await audit.verify()).problems).toEqual([
        { sequence: 0, problem: "Line 2 of the checkpoint file can't be read." },
      ]);
    });

    it('pages newest first, by opaque cursors, and counts', async () => {
      const { audit, append } = await createWorld(open);
      await append(25);
      const first = await audit.list({ limit: 10 });
      const second = await audit.list({ limit: 10, cursor: first.nextCursor ?? '' });
      const third = await audit.list({ limit: 10, cursor: second.nextCursor ?? '' });
      const numbers = [first, second, third].flatMap(({ items }) => items.map(({ data }) => data['index']));
      expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => 24 - index));
      expect(third.nextCursor).toBeNull();
      expect(first.total).toEqual({ count: 25, exact: true });
      expect(first.items[0]?.actor).toMatchObject({ username: 'olga', name: 'Olga' });
      expect((await audit.list({ action: 'mfa' })).total.count).toBe(12);
      expect((await audit.list({ action: 'mfa.set_up' })).total.count).toBe(12);
      await expect(audit.list({ cursor: 'rubbish' })).rejects.toMatchObject({ code: 'invalid_input' });
      await expect(audit.list({ from: '2026-13-01T00:00:00Z' })).rejects.toMatchObject({
        code: 'invalid_input',
      });
    });

    it('S-51: an export verifies without the server, and shows what was taken from it', async () => {
      const { audit, deps, append, actor, clock } = await createWorld(open);
      await append(1200);
      const exported = await text(await audit.export(actor, 'jsonl', clock.now()));
      const lines = exported.trimEnd().split('\n');
      const ours = (version: number) => checkpointPublicKey(deps.keys, version);

      expect(await verifyExport(lines, ours)).toMatchObject({ ok: true, events: 1201, problems: [] });
      expect((await verifyExport(lines)).ok).toBe(true);
      expect((await verifyExport(lines, () => null)).ok).toBe(false);
      expect((await verifyExport(lines.slice(0, -1), ours)).ok).toBe(false);
      expect((await verifyExport(lines.toSpliced(5, 1), ours)).ok).toBe(false);
      expect((await verifyExport(lines.toSpliced(1, 1), ours)).ok).toBe(false);
      expect((await verifyExport(lines.with(9, lines[9]?.replace('Olga', 'Olaf') ?? ''), ours)).ok).toBe(
        false,
      );
      expect((await verifyExport(lines.with(9, 'rubbish'), ours)).ok).toBe(false);
      expect((await verifyExport(['{}'], ours)).ok).toBe(false);
    });

    it('exports CSV that no spreadsheet runs, and OCSF', async () => {
      const { audit, deps, actor, clock } = await createWorld(open);
      await deps.db.transaction((tx) =>
        appendAudit(tx, deps, {
          at: clock.now(),
          action: 'mfa.reset',
          actor: null,
          target: { id: 'someone', name: '=HYPERLINK("https://evil.example","x")' },
          data: { note: 'a "quoted", note' },
        }),
      );
      const csv = await text(await audit.export(actor, 'csv', clock.now()));
      const [head, line] = csv.split('\r\n');
      expect(head?.split(',')).toContain('action');
      expect(line).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`);

      const ocsf = await text(await audit.export(actor, 'ocsf', clock.now()));
      const [reset, own] = ocsf
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each) as Record<string, unknown>);
      expect(reset).toMatchObject({ class_uid: 3001, activity_id: 11, type_uid: 300111, time: clock.now() });
      expect(own).toMatchObject({ class_uid: 3004, actor: { user: { name: 'Olga' } } });
    });

    it('S-50: a change whose audit event fails leaves nothing behind', async () => {
      const { deps, append } = await createWorld(open);
      await append(1);
      await refuseAuditInserts(deps);
      const change = deps.db.transaction(async (tx) => {
        await tx.updateTable('users').set({ name: 'Changed' }).execute();
        await appendAudit(tx, deps, { at: 0, action: 'user.updated', actor: null, target: null });
      });
      await expect(change).rejects.toThrow('no more events');
      const user = await deps.db.kysely.selectFrom('users').select('name').executeTakeFirstOrThrow();
      expect(user.name).toBe('Olga');
      const head = await deps.db.kysely.selectFrom('audit_head').select('sequence').executeTakeFirst();
      expect(head?.sequence).toBe(1);
    });
  });
});

/** A trigger in the database, so that whatever inserts fails. */
async function refuseAuditInserts({ db }: Deps): Promise<void> {
  if (db.dialect === 'sqlite') {
    await sql`create trigger refuse before insert on audit_events
      begin select raise(abort, 'no more events'); end`.execute(db.kysely);
    return;
  }
  await sql`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'no more events'; end $$`.execute(db.kysely);
  await sql`create trigger refuse before insert on audit_events for each row execute function refuse()`.execute(
    db.kysely,
  );
}
