import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../server/crypto/hash.ts';
import { appendAudit } from '../../../server/domain/audit/append.ts';
import { COPIED_TABLES } from '../../../server/db/tables.ts';
import { startServer } from '../../../server/main.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import { runHere } from '../../support/runHere.ts';
import { PASSPHRASE, backedUp, fingerprint, organisation, useFolder } from './support.ts';

const { path, keyFile } = useFolder();

describe('gatehouse backup', { timeout: 60_000 }, () => {
  forEachDatabase((open) => {
    it('copies an organisation into one file while a server serves, and the file is verified', async () => {
      const { args, options } = await organisation(open, keyFile(1));
      const server = await startServer({ ...options, port: 0 });
      const file = path('a.backup');
      const made = await runHere(['backup', file, ...args]);
      expect((await fetch(`${server.address}/health/ready`)).status).toBe(200);
      await server.close();
      expect([made.exitCode, made.stderr]).toEqual([0, '']);
      expect(made.stdout).toContain('holds Northwind as of');
      expect(made.stdout).toContain(sha256Hex(readFileSync(file)));
      expect(made.stdout).toContain(fingerprint(1));
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readdirSync(dirname(file)).filter((name) => name.includes('.part'))).toEqual([]);
      const verified = await runHere(['verify-backup', file, ...args]);
      expect([verified.exitCode, verified.stderr]).toEqual([0, '']);
      expect(verified.stdout).toMatch(/undamaged and complete: Northwind .* 1 person, \d+ events?\b/);
    });

    it('says the same to programs', async () => {
      const { args } = await organisation(open, keyFile(1));
      const file = path('a.backup');
      const made = JSON.parse((await runHere(['backup', file, '--json', ...args])).stdout) as object;
      expect(made).toMatchObject({ organisation: 'Northwind', sha256: sha256Hex(readFileSync(file)) });
      const verified = JSON.parse((await runHere(['verify-backup', file, '--json', ...args])).stdout) as {
        counts: object;
      };
      expect(verified).toMatchObject({ ok: true, problems: [], counts: { users: 1 } });
      expect(Object.keys(verified.counts)).toEqual(COPIED_TABLES);
      expect(Object.keys(verified.counts)).not.toContain('sessions');
    });

    it('is a moment: what is written meanwhile waits for nothing, and is not in it', async () => {
      const place = await organisation(open, keyFile(1));
      await place.within(async (deps) => {
        const event = { at: deps.now(), action: 'audit.exported', actor: null, target: null } as const;
        const append = () => deps.db.transaction((tx) => appendAudit(tx, deps, event));
        const counts = await deps.db.snapshot(async (snapshot) => {
          const before = await snapshot.count('audit_events');
          await append();
          let rows = 0;
          for await (const some of snapshot.rows('audit_events')) rows += some.length;
          return { before, rows };
        });
        expect(counts.rows).toBe(counts.before);
        const after = await deps.db.snapshot((snapshot) => snapshot.count('audit_events'));
        expect(after).toBe(counts.before + 1);
      });
    });

    it('never overwrites: exit code 1, and the file is as it was', async () => {
      const { args } = await organisation(open, keyFile(1));
      writeFileSync(path('there'), 'mine');
      const run = await runHere(['backup', path('there'), ...args]);
      expect([run.exitCode, run.stdout, run.stderr]).toEqual([
        1,
        '',
        expect.stringMatching(/already exists/),
      ]);
      expect(readFileSync(path('there'), 'utf8')).toBe('mine');
    });

    it('S-80: opens with its key alone, which is not in it; another one is told with both fingerprints', async () => {
      const place = await organisation(open, keyFile(1));
      const file = path('a.backup');
      await backedUp(place, file);
      const bytes = readFileSync(file);
      expect(bytes.includes('Northwind')).toBe(false);
      expect(bytes.includes(Buffer.alloc(32, 1))).toBe(false);
      expect(() => gunzipSync(bytes.subarray(bytes.indexOf('\n', 30) + 1))).toThrow(/header/);
      const other = await runHere(['verify-backup', file, '--key-file', keyFile(2)]);
      expect([other.exitCode, other.stdout]).toEqual([1, '']);
      expect(other.stderr).toContain(fingerprint(1));
      expect(other.stderr).toContain(fingerprint(2));
      const none = await runHere(['verify-backup', file, '--data', path('none')]);
      expect([none.exitCode, none.stderr]).toEqual([1, expect.stringContaining(fingerprint(1))]);
    });

    it('S-80: --with-key seals the key in, for whoever has the passphrase', async () => {
      const { args } = await organisation(open, keyFile(1));
      const file = path('a.backup');
      const weak = await runHere(['backup', file, '--with-key', ...args], { input: 'short\n' });
      expect([weak.exitCode, existsSync(file)]).toEqual([1, false]);
      const made = await runHere(['backup', file, '--with-key', ...args], { input: `${PASSPHRASE}\n` });
      expect([made.exitCode, made.stderr]).toEqual([0, '']);
      expect(readFileSync(file).includes(Buffer.alloc(32, 1).toString('base64url'))).toBe(false);
      const verify = (input: string) =>
        runHere(['verify-backup', file, '--data', path('none')], { input: `${input}\n` });
      expect((await verify(PASSPHRASE)).exitCode).toBe(0);
      const wrong = await verify(`${PASSPHRASE}!`);
      expect([wrong.exitCode, wrong.stderr]).toEqual([1, expect.stringMatching(/not the passphrase/)]);
      // A head that somebody made up: what it says was spent on the key is less than was ever spent, or none at all.
      const whole = readFileSync(file);
      const [magic = '', head = ''] = whole.toString('latin1').split('\n', 2);
      for (const [name, cost] of [
        ['memoryCost', 1],
        ['timeCost', 0],
        ['salt', ''],
      ] as const) {
        const said = JSON.parse(head) as { keys: object };
        const top = JSON.stringify({ ...said, keys: { ...said.keys, [name]: cost } });
        writeFileSync(file, `${magic}\n${top}\n`);
        const run = await verify(PASSPHRASE);
        expect([name, run.exitCode, run.stderr.trim().split('\n')]).toEqual([
          name,
          1,
          [expect.stringMatching(/That is not the passphrase of this backup\.$/)],
        ]);
      }
    });

    it('S-80: a byte that was changed, cut off or added anywhere is found', async () => {
      const place = await organisation(open, keyFile(1));
      const file = path('a.backup');
      await backedUp(place, file);
      const bytes = readFileSync(file);
      const places = Array.from({ length: 40 }, (_, n) => Math.floor((n * (bytes.length - 1)) / 39));
      const changed = places.map((at) => {
        const copy = Buffer.from(bytes);
        copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
        return copy;
      });
      const cut = places.map((at) => bytes.subarray(0, at));
      const added = [Buffer.concat([bytes, Buffer.from([0])]), Buffer.concat([bytes, bytes])];
      for (const odd of [...changed, ...cut, ...added, Buffer.from('not one')]) {
        writeFileSync(path('odd'), odd);
        const run = await runHere(['verify-backup', path('odd'), ...place.args]);
        expect([run.exitCode, run.stdout]).toEqual([1, '']);
        expect(run.stderr).toMatch(/damaged|not a backup|fingerprint/);
      }
    });

    it('S-51: tells where the log in it was altered in the database', async () => {
      const place = await organisation(open, keyFile(1));
      await place.within((deps) =>
        deps.db.kysely
          .updateTable('audit_events')
          .set({ actor_name: 'Eve' })
          .where('sequence', '=', 1)
          .execute(),
      );
      const file = path('a.backup');
      await backedUp(place, file);
      const run = await runHere(['verify-backup', file, ...place.args]);
      expect([run.exitCode, run.stderr]).toEqual([1, expect.stringMatching(/^event 1: .*\n.*not whole/)]);
    });

    it('is an event of the log, with what the file holds of it', async () => {
      const place = await organisation(open, keyFile(1));
      await backedUp(place, path('a.backup'));
      const event = await place.within(({ db }) =>
        db.kysely
          .selectFrom('audit_events')
          .selectAll()
          .where('action', '=', 'backup.made')
          .executeTakeFirst(),
      );
      expect(JSON.parse(event?.data ?? '')).toEqual({
        sequence: (event?.sequence ?? 0) - 1,
        hash: event?.previous_hash,
        sha256: sha256Hex(readFileSync(path('a.backup'))),
      });
    });
  }, TWO_SERVERS);

  it('of nothing is refused: exit code 1 and no file; of a place that takes none, 2', async () => {
    const none = await runHere(['backup', path('a'), '--data', path('none'), '--key-file', keyFile(1)]);
    expect([none.exitCode, none.stderr]).toEqual([1, expect.stringMatching(/no database/)]);
    const nowhere = await runHere(['backup', path('none/a'), '--data', path('none')]);
    expect([nowhere.exitCode, nowhere.stderr]).toEqual([2, expect.stringMatching(/does not exist/)]);
    const missing = await runHere(['verify-backup', path('a'), '--data', path('none')]);
    expect([missing.exitCode, missing.stderr]).toEqual([1, expect.stringMatching(/can’t be read/)]);
    expect(readdirSync(path('.'))).toEqual(['key-1']);
  });
});
