import { readFileSync, globSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../server/db/connection.ts';
import { forEachDatabase } from '../../support/databases.ts';

/** Behind a replica: what is only shown. */
const SHOWS = [
  'server/features/audit/export.ts',
  'server/features/audit/service.ts',
  'server/features/resetRequests/service.ts',
  'server/features/users/service.ts',
];

describe('a replica of the database', () => {
  it('is read by lists, searches, reports and exports, and by nothing that decides', () => {
    const readers = globSync('server/**/*.ts')
      .filter((file) => !file.startsWith('server/db/'))
      .filter((file) =>
        /\b(?:db|deps\.db)\.lists\b|\{[^}]*\blists\b[^}]*\}\s*=\s*(?:deps\.)?db\b/.test(
          readFileSync(file, 'utf8'),
        ),
      );
    expect(readers.toSorted()).toEqual(SHOWS);
  });

  forEachDatabase(
    (open) => {
      async function withReplica(replicaUrl: string) {
        const { url } = await open();
        const db = openDatabase({ url: url ?? '', replicaUrl });
        onTestFinished(() => db.close());
        const count = async () =>
          (
            await db.lists
              .selectFrom('users')
              .select((eb) => eb.fn.countAll().as('count'))
              .execute()
          )[0]?.count;
        return { db, url, count };
      }

      it('that is none, but takes writes itself, is never asked', async () => {
        const { url } = await open();
        const { db, count } = await withReplica(url ?? '');
        const { fault, used } = (await db.replica?.measure()) ?? {};
        expect([fault, used]).toEqual([{ kind: 'away', why: expect.stringMatching(/is no standby/) }, false]);
        expect(await count()).toBe(0);
        expect(db.replica?.state().lent).toEqual({ replica: 0, primary: 1 });
      });

      it('that nobody answers for keeps nobody from a list', async () => {
        const { db, count } = await withReplica('postgres://gatehouse@127.0.0.1:1/gatehouse');
        expect(await count()).toBe(0);
        expect((await db.replica?.measure())?.fault?.kind).toBe('away');
        expect(await count()).toBe(0);
      });
    },
    ['PostgreSQL'],
  );
});
