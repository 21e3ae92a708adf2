import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appendAuditMany } from '../../../server/domain/audit/append.ts';
import { startServer } from '../../../server/main.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import { runHere } from '../../support/runHere.ts';
import { organisation, useFolder } from './support.ts';
import type { Place } from './support.ts';

const { path, keyFile } = useFolder();

/** So many that a checkpoint is due. */
const muchHappens = ({ within }: Place, events = 100) =>
  within((deps) => {
    const event = { at: deps.now(), action: 'audit.exported', actor: null, target: null } as const;
    return deps.db.transaction((tx) =>
      appendAuditMany(
        tx,
        deps,
        Array.from({ length: events }, () => event),
      ),
    );
  });

describe('S-81: a database that was put back', { timeout: 60_000 }, () => {
  forEachDatabase((open, kind) => {
    const served = async ({ options }: Place, checkpointTo: string | null = path('checkpoints')) => {
      const server = await startServer({ ...options, port: 0, checkpointTo });
      await server.close();
    };

    /** Back to where it was before the last events, as a copied folder or a point in time would. */
    async function putBack(place: Place, back: () => Promise<void>): Promise<void> {
      await served(place);
      const copy = path('copy');
      const { dataDir } = place.options;
      if (kind === 'SQLite in a file') cpSync(dataDir ?? '', copy, { recursive: true });
      const end = await place.within(({ db }) =>
        db.kysely.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow(),
      );
      await back();
      await served(place);
      if (kind === 'SQLite in a file') {
        rmSync(dataDir ?? '', { recursive: true });
        cpSync(copy, dataDir ?? '', { recursive: true });
        return;
      }
      await place.within(async ({ db }) => {
        const later = { events: 'audit_events', checkpoints: 'audit_checkpoints' } as const;
        for (const table of Object.values(later))
          await db.kysely.deleteFrom(table).where('sequence', '>', end.sequence).execute();
        await db.kysely.updateTable('audit_head').set(end).execute();
      });
    }

    it('is noticed at the start by checkpoints elsewhere, and refused until somebody accepts it', async () => {
      const place = await organisation(open, keyFile(1));
      await place.within((deps) =>
        deps.db.kysely
          .insertInto('sessions')
          .values({
            id: 'a-session',
            user_id: 'somebody',
            token_hash: 'a-hash',
            created_at: 1,
            last_seen_at: 1,
            expires_at: Date.now() + 1_000_000,
            idle_ms: 1,
            via: 'password',
          })
          .execute(),
      );
      await putBack(place, () => muchHappens(place));
      await expect(served(place)).rejects.toThrow(/put back to an earlier state.*restore --accept/);
      const command = ['restore', '--accept', ...place.args, '--checkpoint-to', path('checkpoints')];
      const run = await runHere(command);
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      expect(run.stdout).toMatch(/accepted as it is.*\nEnded: 1 session/);
      await place.within(async ({ db }) => {
        expect(await db.kysely.selectFrom('sessions').selectAll().execute()).toEqual([]);
        const event = await db.kysely
          .selectFrom('audit_events')
          .selectAll()
          .where('action', '=', 'backup.restored')
          .executeTakeFirst();
        const { head, replaced } = JSON.parse(event?.data ?? '') as Record<string, { sequence: number }>;
        expect(replaced?.sequence).toBeGreaterThan(head?.sequence ?? 0);
      });
      await served(place);
      const verified = await runHere([
        'audit',
        'verify',
        ...place.args,
        '--checkpoint-to',
        path('checkpoints'),
      ]);
      expect([verified.exitCode, verified.stderr]).toEqual([0, '']);
    });

    it('is noticed where its log went on another way meanwhile', async () => {
      const place = await organisation(open, keyFile(1));
      await putBack(place, () => muchHappens(place));
      await muchHappens(place, 150);
      await expect(served(place)).rejects.toThrow(/put back/);
    });

    it('isn’t taken for put back where it wasn’t, nor by lines that nobody signed', async () => {
      const place = await organisation(open, keyFile(1));
      await served(place);
      await muchHappens(place);
      await served(place);
      const lines = readFileSync(path('checkpoints'), 'utf8');
      const forged =
        lines
          .trim()
          .split('\n')
          .at(-1)
          ?.replace(/"count":\d+/, '"count":9999') ?? '';
      writeFileSync(path('checkpoints'), `${lines}${forged}\nnonsense\n`);
      await expect(served(place)).resolves.toBeUndefined();
    });

    it('is accepted without a file or --dry-run beside it only: else exit code 2', async () => {
      const place = await organisation(open, keyFile(1));
      for (const words of [
        [],
        ['--accept', 'a.backup'],
        ['--accept', '--replace'],
        ['--accept', '--dry-run'],
      ]) {
        const run = await runHere(['restore', ...words, ...place.args]);
        expect([run.exitCode, run.stderr]).toEqual([2, expect.stringMatching(/--accept alone/)]);
      }
    });
  }, TWO_SERVERS);
});
