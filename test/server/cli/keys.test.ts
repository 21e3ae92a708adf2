import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintsOf } from '../../../server/crypto/fingerprint.ts';
import { parseKeyring } from '../../../server/crypto/keyring.ts';
import { startServer } from '../../../server/main.ts';
import { openDeps } from '../../../server/opening.ts';
import { createOrganisation } from '../../../server/features/setup/createOrganisation.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { runHere } from '../../support/runHere.ts';
import { contentOf } from '../keys/support.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keyText = (byte: number) => `1:${Buffer.alloc(32, byte).toString('base64url')}\n`;

/** A key file of one version; the byte says which key it is. */
function keyFile(byte: number): string {
  const path = join(folder, `key-${byte}`);
  writeFileSync(path, keyText(byte), { mode: 0o600 });
  return path;
}
const fingerprint = (byte: number) => fingerprintsOf(parseKeyring(keyText(byte)));

const COMMANDS = [
  ['serve', '--port', '0'],
  ['migrate'],
  ['migrate', '--dry-run'],
  ['init', '--organisation', 'Other', '--admin', 'eve', '--admin-email', 'eve@example.org'],
  ['import-users', 'people.csv'],
  ['sample', '--users', '20', '--port', '0'],
  ['recover', 'ada'],
  ['audit', 'verify'],
  ['audit', 'key'],
  ['keys', 'check'],
];

describe('S-117: a key that is not the database’s', () => {
  forEachDatabase((open) => {
    /** An organisation that was made with key 1, and how a command names it. */
    async function organisation(): Promise<{ db: Awaited<ReturnType<OpenDatabase>>; place: string[] }> {
      const db = await open('empty');
      const { url, options } = db;
      const place = url === null ? ['--data', options.dataDir ?? ''] : ['--database-url', url];
      const deps = await openDeps({ dataDir: options.dataDir, databaseUrl: url, keyFile: keyFile(1) });
      await deps.db.transaction(async (tx) =>
        createOrganisation(tx, deps, {
          name: 'Northwind',
          kind: 'server',
          administrator: { username: 'ada', name: 'Ada', email: 'ada@example.org', passwordHash: 'none' },
          now: 0,
        }),
      );
      await deps.events.close();
      await deps.db.close();
      return { db, place };
    }

    it('is refused by every command with both fingerprints, and nothing is touched', async () => {
      const { db, place } = await organisation();
      const csv = join(folder, 'people.csv');
      writeFileSync(csv, 'username,email,name\njo,jo@example.org,Jo\n');
      const before = await contentOf(db);
      for (const words of COMMANDS) {
        const args = words.map((word) => (word === 'people.csv' ? csv : word));
        const run = await runHere([...args, ...place, '--key-file', keyFile(2)], {
          input: 'a river of small lanterns',
        });
        const told = [fingerprint(1), fingerprint(2)].map((print) => run.stderr.includes(print));
        expect({ words, ...run, told }).toEqual({
          words,
          exitCode: 1,
          stdout: words[0] === 'keys' ? expect.any(String) : '',
          stderr: expect.stringMatching(/^.+\n$/),
          told: [true, true],
        });
        expect(run.stderr).not.toContain('keys check');
      }
      expect(await contentOf(db)).toEqual(before);
    });

    it('is told by `keys check`, and so is the right one', async () => {
      const { place } = await organisation();
      const right = await runHere(['keys', 'check', ...place], { env: { GATEHOUSE_KEY: keyText(1) } });
      expect(right).toEqual({
        exitCode: 0,
        stdout: `The key comes from GATEHOUSE_KEY, fingerprint ${fingerprint(1)}.\nIt is the key of the database.\nKey 1 (${fingerprint(1)}) seals or binds 7 values.\n`,
        stderr: '',
      });
    });

    it('`keys check` says how much each version of the key seals or binds', async () => {
      const { db, place } = await organisation();
      for (const [id, version] of [
        ['a', 1],
        ['b', 1],
        ['c', 12],
      ] as const)
        await db.kysely
          .insertInto('authenticators')
          .values({
            id,
            user_id: id,
            status: 'active',
            sealed_secret: `v1.${version}.AAAAAAAAAAAAAAAA.x`,
            last_step: 0,
            wrong_tries: 0,
            created_at: 0,
          })
          .execute();
      const smtp = { name: 'sealedSmtpPassword', value: '"v1.1.AAAAAAAAAAAAAAAA.x"', updated_at: 0 };
      await db.kysely.insertInto('settings').values(smtp).execute();
      const run = await runHere(['keys', 'check', ...place, '--key-file', keyFile(1)]);
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      expect(run.stdout).toContain(
        `Key 1 (${fingerprint(1)}) seals or binds 10 values.\nKey 12 is not there, and seals or binds 1 value.\n`,
      );
    });

    it('beside the right one is refused, too: exit code 2', async () => {
      const { db, place } = await organisation();
      const before = await contentOf(db);
      for (const named of [
        { args: ['--key-file', keyFile(1)] },
        { env: { GATEHOUSE_KEY_FILE: keyFile(1) } },
      ]) {
        const run = await runHere(['audit', 'verify', ...place, ...(named.args ?? [])], {
          env: { GATEHOUSE_KEY: keyText(2), ...named.env },
        });
        expect([run.exitCode, run.stderr]).toEqual([2, expect.stringMatching(/given twice/)]);
      }
      expect(await contentOf(db)).toEqual(before);
    });

    it('put in place of a server’s own changes nothing for it, and is refused at the next start', async () => {
      const { db, place } = await organisation();
      const path = keyFile(1);
      const { url, options } = db;
      const server = await startServer({ dataDir: options.dataDir, databaseUrl: url, keyFile: path });
      writeFileSync(path, keyText(2));
      expect((await fetch(`${server.address}/health/ready`)).status).toBe(200);
      const recover = await runHere(['recover', 'ada', ...place, '--key-file', path]);
      expect([recover.exitCode, recover.stderr]).toEqual([1, expect.stringContaining(fingerprint(1))]);
      await server.close();
      const again = startServer({ dataDir: options.dataDir, databaseUrl: url, keyFile: path });
      await expect(again).rejects.toThrow(fingerprint(2));
      writeFileSync(path, keyText(1));
      expect((await runHere(['audit', 'verify', ...place, '--key-file', path])).exitCode).toBe(0);
    });

    it('of a database that is put in the place of a running server’s own ends that server', async () => {
      const { db } = await organisation();
      const { url, options } = db;
      const server = await startServer({ dataDir: options.dataDir, databaseUrl: url, keyFile: keyFile(1) });
      await db.kysely
        .updateTable('database_keys')
        .set({ fingerprint: fingerprint(2) })
        .execute();
      expect((await server.broken).message).toContain(fingerprint(2));
      await server.close();
    });
  }, TWO_SERVERS);

  forEachDatabase(
    (open) => {
      it('is never made for PostgreSQL: without a name exit code 2, and no file', async () => {
        const db = await open('empty');
        const data = join(folder, 'data');
        const args = ['--database-url', db.url ?? '', '--data', data];
        for (const words of [
          ['serve', '--port', '0'],
          ['keys', 'check'],
          ['audit', 'key'],
        ]) {
          const run = await runHere([...words, ...args]);
          expect([run.exitCode, run.stderr]).toEqual([2, expect.stringMatching(/--key-file.*keys create/)]);
        }
        expect(existsSync(data)).toBe(false);
        expect(await db.kysely.introspection.getTables()).toEqual([]);
      });

      it('isn’t looked for in a database that can’t prove who it is: exit code 1, with the option', async () => {
        const { url } = await open('empty');
        const place = ['--database-url', `${url}?sslmode=require`, '--key-file', keyFile(1)];
        const told = await runHere(['keys', 'check', ...place]);
        expect([told.exitCode, told.stderr]).toEqual([
          1,
          'The database that --database-url (GATEHOUSE_DATABASE_URL) names can’t be opened: The server does not support SSL connections\n',
        ]);
      });
    },
    ['PostgreSQL'],
  );
});

describe('gatehouse keys', () => {
  it('create makes a file for its owner alone, says its fingerprint, and refuses to overwrite', async () => {
    const path = join(folder, 'key');
    const made = await runHere(['keys', 'create', path]);
    expect(made.exitCode).toBe(0);
    expect(made.stdout).toContain(fingerprintsOf(parseKeyring(readFileSync(path, 'utf8'))));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readFileSync(path, 'utf8');
    const again = await runHere(['keys', 'create', path]);
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringMatching(/already/)]);
    expect(readFileSync(path, 'utf8')).toBe(before);
    chmodSync(path, 0o644);
    const open = await runHere(['keys', 'check', '--data', folder, '--key-file', path]);
    expect([open.exitCode, open.stderr]).toEqual([2, expect.stringMatching(/^--key-file: .*chmod 600/)]);
  });

  it('create says what is wrong with the place where it should make one: exit code 2', async () => {
    const below = join(folder, 'none', 'key');
    const file = keyFile(1);
    for (const [path, sentence] of [
      [below, `The folder of ${below} does not exist. Create it first, or name a file elsewhere.`],
      [folder, `${folder} is a folder, not a file.`],
      [
        join(file, 'key'),
        `The folder of ${join(file, 'key')} does not exist. Create it first, or name a file elsewhere.`,
      ],
      ['a\u200bb', 'It contains an invisible character. Type it again.'],
      ['', 'It is empty.'],
    ] as const) {
      const told = await runHere(['keys', 'create', path]);
      expect(told).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: `The key file can’t be created there. ${sentence}\n`,
      });
    }
    expect(readdirSync(folder)).toEqual(['key-1']);
  });

  it('check of a folder without a database makes none', async () => {
    const none = await runHere(['keys', 'check', '--data', folder]);
    expect([none.exitCode, none.stderr]).toEqual([1, expect.stringMatching(/no key .* no database/)]);
    const named = await runHere(['keys', 'check', '--data', folder, '--key-file', keyFile(1)]);
    expect(named).toEqual({
      exitCode: 1,
      stdout: `The key comes from the file ${keyFile(1)}, fingerprint ${fingerprint(1)}.\n`,
      stderr: `There is no database in the folder ${folder} yet. A server creates it when it first starts.\n`,
    });
    expect(readdirSync(folder)).toEqual(['key-1']);
    const missing = join(folder, 'none');
    const nowhere = await runHere(['keys', 'check', '--data', missing, '--key-file', keyFile(1)]);
    expect([nowhere.exitCode, nowhere.stderr]).toEqual([1, expect.stringContaining(missing)]);
    expect(existsSync(missing)).toBe(false);
  });

  it('a missing key file is told with what makes one: exit code 2', async () => {
    const path = join(folder, 'none');
    const run = await runHere(['serve', '--data', folder], { env: { GATEHOUSE_KEY_FILE: path } });
    expect([run.exitCode, run.stderr]).toEqual([2, expect.stringContaining(`gatehouse keys create ${path}`)]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
