import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseKeyring } from '../../../server/crypto/keyring.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { COPIED_TABLES } from '../../../server/db/tables.ts';
import { appendAudit } from '../../../server/domain/audit/append.ts';
import { startServer } from '../../../server/main.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import { putPerson } from '../../support/deps.ts';
import { runHere } from '../../support/runHere.ts';
import { contentOf } from '../keys/support.ts';
import { PASSPHRASE, backedUp, emptyPlace, organisation, useFolder } from './support.ts';
import type { Place } from './support.ts';
import { INIT } from '../../support/initArgs.ts';

const { path, keyFile } = useFolder();

/** A database as it is, without a server's opening. */
async function contentIn({ options }: Place): Promise<Record<string, string>> {
  const { dataDir, databaseUrl } = options;
  const db = openDatabase(databaseUrl ? { url: databaseUrl } : { dataDir: dataDir ?? '' });
  try {
    return await contentOf(db);
  } finally {
    await db.close();
  }
}

const people = ({ within }: Place) =>
  within(({ db }) => db.kysely.selectFrom('users').select(['username']).orderBy('username').execute());

describe('gatehouse restore', { timeout: 60_000 }, () => {
  forEachDatabase((open, kind) => {
    it('puts everything back into an empty place, which a server serves', async () => {
      const from = await organisation(open, keyFile(1));
      await from.within((deps) => putPerson(deps, { username: 'maria' }));
      const before = await contentIn(from);
      await backedUp(from, path('a.backup'));
      const to = await emptyPlace(open, keyFile(1));
      const run = await runHere(['restore', path('a.backup'), ...to.args]);
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      expect(run.stdout).toMatch(/^Northwind is restored as of .*2 people, 1 event/);
      const after = await contentIn(to);
      const changing = ['audit_events', 'audit_head', 'outbox', 'users'];
      for (const table of COPIED_TABLES.filter((name) => !changing.includes(name)))
        expect([table, after[table]]).toEqual([table, before[table]]);
      expect(after['user_counts']).toBe(before['user_counts']);
      if (kind !== 'PostgreSQL') expect(after['user_search_rows']).toContain('maria');
      expect(await people(to)).toEqual([{ username: 'ada' }, { username: 'maria' }]);
      const server = await startServer({ ...to.options, port: 0 });
      expect((await fetch(`${server.address}/health/ready`)).status).toBe(200);
      await server.close();
    });

    it('--dry-run says what it would do, and nothing is made', async () => {
      const from = await organisation(open, keyFile(1));
      await backedUp(from, path('a.backup'));
      const to = await emptyPlace(open, keyFile(1));
      const before = await contentIn(to);
      const run = await runHere(['restore', path('a.backup'), '--dry-run', ...to.args]);
      expect([run.exitCode, run.stdout]).toEqual([
        0,
        expect.stringMatching(/can be restored here.*Nothing was changed/),
      ]);
      expect(await contentIn(to)).toEqual(before);
      const nowhere = path('nowhere');
      const none = ['--data', nowhere, '--key-file', keyFile(1)];
      expect((await runHere(['restore', path('a.backup'), '--dry-run', ...none])).exitCode).toBe(0);
      expect(existsSync(nowhere)).toBe(false);
    });

    it('replaces nothing unasked, and with --replace only what is named on standard input', async () => {
      const place = await organisation(open, keyFile(1));
      await backedUp(place, path('a.backup'));
      await place.within((deps) => putPerson(deps, { username: 'maria' }));
      const before = await contentIn(place);
      const command = ['restore', path('a.backup'), ...place.args];
      const unasked = await runHere(command);
      expect([unasked.exitCode, unasked.stderr]).toEqual([
        1,
        expect.stringMatching(/Northwind is there already/),
      ]);
      for (const [input, said] of [
        ['Southwind\n', /not the name/],
        ['', /name of the organisation .* on standard input/],
      ] as const) {
        const run = await runHere([...command, '--replace'], { input });
        expect([run.exitCode, run.stderr]).toEqual([1, expect.stringMatching(said)]);
      }
      expect(await contentIn(place)).toEqual(before);
      const head = await place.within((deps) =>
        deps.db.kysely.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirstOrThrow(),
      );
      const run = await runHere([...command, '--replace'], { input: 'Northwind\n' });
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      expect(await people(place)).toEqual([{ username: 'ada' }]);
      const event = await place.within(({ db }) =>
        db.kysely
          .selectFrom('audit_events')
          .selectAll()
          .where('action', '=', 'backup.restored')
          .executeTakeFirst(),
      );
      expect(JSON.parse(event?.data ?? '')).toMatchObject({ replaced: head });
    });

    it('S-51: the log goes on in order where checkpoints of the replaced one were kept', async () => {
      const place = await organisation(open, keyFile(1));
      await backedUp(place, path('a.backup'));
      const checkpointTo = path('checkpoints');
      const serve = async () => {
        const server = await startServer({ ...place.options, port: 0, checkpointTo });
        await server.close();
      };
      await place.within((deps) =>
        deps.db.transaction((tx) =>
          appendAudit(tx, deps, { at: deps.now(), action: 'audit.exported', actor: null, target: null }),
        ),
      );
      await serve();
      const kept = readFileSync(checkpointTo, 'utf8');
      const args = [...place.args, '--checkpoint-to', checkpointTo];
      const run = await runHere(['restore', path('a.backup'), '--replace', ...args], {
        input: 'Northwind\n',
      });
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      const [aside = ''] = readdirSync(path('.')).filter((name) => name.startsWith('checkpoints.before-'));
      expect(readFileSync(path(aside), 'utf8')).toBe(kept);
      await serve();
      const verified = await runHere(['audit', 'verify', ...args]);
      expect([verified.exitCode, verified.stderr]).toEqual([0, '']);
    });

    it('is all or nothing: a backup that is damaged changes nothing', async () => {
      const place = await organisation(open, keyFile(1));
      await backedUp(place, path('a.backup'));
      const bytes = readFileSync(path('a.backup'));
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
      writeFileSync(path('b.backup'), bytes);
      const before = await contentIn(place);
      const command = ['restore', path('b.backup'), '--replace', ...place.args];
      const run = await runHere(command, { input: 'Northwind\n' });
      expect([run.exitCode, run.stderr]).toEqual([1, expect.stringMatching(/damaged/)]);
      expect(await contentIn(place)).toEqual(before);
    });

    it('S-117: refuses to replace what another key sealed', async () => {
      const from = await organisation(open, keyFile(1));
      await backedUp(from, path('a.backup'));
      const other = await organisation(open, keyFile(2));
      const before = await contentIn(other);
      const args = other.args.map((word) => (word === keyFile(2) ? keyFile(1) : word));
      const run = await runHere(['restore', path('a.backup'), '--replace', ...args], {
        input: 'Northwind\n',
      });
      expect([run.exitCode, run.stderr]).toEqual([1, expect.stringMatching(/belongs to the key/)]);
      expect(await contentIn(other)).toEqual(before);
    });
  }, TWO_SERVERS);

  forEachDatabase(
    (open) => {
      it('takes the key out of the backup where it lies in it, for whoever has the passphrase', async () => {
        const from = await organisation(open, keyFile(1));
        const made = await runHere(['backup', path('a.backup'), '--with-key', ...from.args], {
          input: PASSPHRASE,
        });
        expect(made.exitCode).toBe(0);
        const data = path('data');
        const command = ['restore', path('a.backup'), '--data', data];
        const wrong = await runHere(command, { input: 'another passphrase\n' });
        expect([wrong.exitCode, existsSync(data)]).toEqual([1, false]);
        const run = await runHere(command, { input: `${PASSPHRASE}\n` });
        expect([run.exitCode, run.stderr]).toEqual([0, '']);
        const key = join(data, 'gatehouse.key');
        expect(statSync(key).mode & 0o777).toBe(0o600);
        expect(parseKeyring(readFileSync(key, 'utf8'))).toEqual(
          parseKeyring(readFileSync(keyFile(1), 'utf8')),
        );
        expect((await runHere(['audit', 'verify', '--data', data])).exitCode).toBe(0);
      });
    },
    ['SQLite in a file'],
  );

  forEachDatabase(
    (open) => {
      it('goes from SQLite into PostgreSQL', async () => {
        const place = ['--data', path('data'), '--key-file', keyFile(1)];
        expect((await runHere([...INIT, ...place], { input: PASSPHRASE })).exitCode).toBe(0);
        expect((await runHere(['backup', path('a.backup'), ...place])).exitCode).toBe(0);
        const to = await emptyPlace(open, keyFile(1));
        const run = await runHere(['restore', path('a.backup'), ...to.args]);
        expect([run.exitCode, run.stderr]).toEqual([0, '']);
        expect(await people(to)).toEqual([{ username: 'ada' }]);
        expect((await runHere(['audit', 'verify', ...to.args])).exitCode).toBe(0);
      });

      it('goes from PostgreSQL into SQLite', async () => {
        await backedUp(await organisation(open, keyFile(1)), path('a.backup'));
        const args = ['--data', path('data'), '--key-file', keyFile(1)];
        expect((await runHere(['restore', path('a.backup'), ...args])).exitCode).toBe(0);
        expect(readdirSync(path('data'))).toContain('gatehouse.db');
        const verified = await runHere(['audit', 'verify', ...args]);
        expect([verified.exitCode, verified.stderr]).toEqual([0, '']);
      });
    },
    ['PostgreSQL'],
  );
});
