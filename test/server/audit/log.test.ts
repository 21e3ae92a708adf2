import { Readable } from 'node:stream';
import { rfc3339 } from '../../../server/time.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import { inEnglish } from '../../../server/words.ts';
import { createAuditWorld, textOf } from './support/world.ts';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../server/time.ts';
import type { Deps } from '../../../server/context.ts';
import { checkpointPublicKey } from '../../../server/crypto/checkpoints.ts';
import { appendAudit } from '../../../server/domain/audit/append.ts';
import { verifyExport } from '../../../server/features/audit/verifyExport.ts';
import { forEachDatabase } from '../../support/databases.ts';

forEachDatabase((open) => {
  describe('the audit log', () => {
    it('verifies, and says where it was changed', async () => {
      const { audit, deps, append, clock } = await createAuditWorld(open);
      await append(700);
      expect(await audit.verify(clock.now())).toEqual({ ok: true, events: 700, problems: [], unknown: [] });

      await deps.db.kysely
        .updateTable('audit_events')
        .set({ actor_name: 'Nobody' })
        .where('sequence', '=', 612)
        .execute();
      expect(await audit.verify(clock.now())).toMatchObject({
        ok: false,
        problems: [{ sequence: 612, problem: sentence('answers/audit', 'changed') }],
      });
    });

    it('makes a checkpoint after 100 events, or ten minutes after any', async () => {
      const { audit, deps, append, clock, file } = await createAuditWorld(open);
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
      expect(await audit.verify(clock.now())).toMatchObject({ ok: true, events: 200 });
    });

    it('S-51: a database put back to an earlier state contradicts the file beside it', async () => {
      const { audit, deps, append, clock } = await createAuditWorld(open);
      await append(6);
      const earlier = await deps.db.kysely.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
      await append(4);
      await audit.checkpoint(clock.now());

      await deps.db.kysely.deleteFrom('audit_events').where('sequence', '>', 6).execute();
      await deps.db.kysely.updateTable('audit_head').set(earlier).execute();
      await deps.db.kysely.deleteFrom('audit_checkpoints').execute();
      const { ok, problems } = await audit.verify(clock.now());
      expect(ok).toBe(false);
      expect(problems.map(({ problem }) => inEnglish(problem))).toContainEqual(
        expect.stringContaining('knows 10 events'),
      );
    });

    it('S-51: finds what was written into the checkpoint file', async () => {
      const { audit, append, clock, file } = await createAuditWorld(open);
      await append(10);
      await audit.checkpoint(clock.now());
      const written = readFileSync(file, 'utf8');
      writeFileSync(file, written.replace('"count":10', '"count":9'));
      expect((await audit.verify(clock.now())).ok).toBe(false);
      writeFileSync(file, written);
      expect((await audit.verify(clock.now())).ok).toBe(true);
      appendFileSync(file, 'what is this\n');
      expect((await audit.verify(clock.now())).problems).toEqual([
        { sequence: 0, problem: sentence('answers/audit', 'lineUnreadable', { line: 2, file }) },
      ]);
    });

    it('pages newest first, by opaque cursors, and counts', async () => {
      const { audit, append } = await createAuditWorld(open);
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

    it('S-51: an export is read from its first line: a file’s reader drops those that nobody waits for yet', async () => {
      const { audit, deps, append, actor, clock } = await createAuditWorld(open);
      await append(5);
      const lines = (await textOf(await audit.export(actor, { format: 'jsonl' }, clock.now())))
        .trimEnd()
        .split('\n');
      let left = lines;
      queueMicrotask(() => (left = []));
      const file = { [Symbol.asyncIterator]: () => Readable.from(left)[Symbol.asyncIterator]() };
      const ours = (version: number) => checkpointPublicKey(deps.keys, version);
      expect(await verifyExport(file, ours)).toMatchObject({ ok: true, events: 6 });
    });

    it('S-51: an export verifies without the server, and shows what was taken from it', async () => {
      const { audit, deps, append, actor, clock } = await createAuditWorld(open);
      await append(1200);
      const exported = await textOf(await audit.export(actor, { format: 'jsonl' }, clock.now()));
      const lines = exported.trimEnd().split('\n');
      const ours = (version: number) => checkpointPublicKey(deps.keys, version);

      expect(await verifyExport(lines, ours)).toMatchObject({
        ok: true,
        events: 1201,
        problems: [],
        unknown: [sentence('answers/audit', 'afterExport', { at: rfc3339(clock.now()) })],
      });
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
      const { audit, deps, actor, clock } = await createAuditWorld(open);
      await deps.db.transaction((tx) =>
        appendAudit(tx, deps, {
          at: clock.now(),
          action: 'mfa.reset',
          actor: null,
          target: { id: 'someone', name: '=HYPERLINK("https://evil.example","x")' },
          data: { note: 'a "quoted", note' },
        }),
      );
      const csv = await textOf(await audit.export(actor, { format: 'csv' }, clock.now()));
      const [head, line] = csv.split('\r\n');
      expect(head?.split(',')).toContain('action');
      expect(line).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`);

      const ocsf = await textOf(await audit.export(actor, { format: 'ocsf' }, clock.now()));
      const [reset, own] = ocsf
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each) as Record<string, unknown>);
      expect(reset).toMatchObject({ class_uid: 3001, activity_id: 11, type_uid: 300111, time: clock.now() });
      expect(own).toMatchObject({ class_uid: 3004, actor: { user: { name: 'Olga' } } });
    });

    it('S-50: a change whose audit event fails leaves nothing behind', async () => {
      const { deps, append } = await createAuditWorld(open);
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
