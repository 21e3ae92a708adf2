import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createKeyFile } from '../../../server/crypto/keyFile.ts';
import { systemRandom } from '../../../server/crypto/random.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import type { Db } from '../../../server/db/connection.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { migrations } from '../../../server/db/migrations/index.ts';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { runHere } from '../../support/runHere.ts';

const NAMES = migrations.map(({ name }) => name);

describe('10.C9 on PostgreSQL', () => {
  forEachDatabase(
    (open) => {
      /** A user who may read and write the tables that the owner makes, and make none. */
      async function withUser(work: (has: { owner: Db; least: Db; name: string }) => Promise<void>) {
        const owner = await open('empty');
        const name = `least_${randomBytes(6).toString('hex')}`;
        const run1 = (text: string) => sql.raw(text).execute(owner.kysely);
        await run1(`create role ${name} login password 'quiet'`);
        await run1(`alter default privileges grant select, insert, update, delete on tables to ${name}`);
        const url = new URL(owner.url ?? '');
        url.username = name;
        url.password = 'quiet';
        const least = openDatabase({ url: url.href });
        try {
          await work({ owner, least, name });
        } finally {
          await least.close();
          await run1(`drop owned by ${name}; drop role ${name}`);
        }
      }

      it('a server whose user may make no tables says who has to, and runs on a current schema', async () => {
        await withUser(async ({ owner, least, name }) => {
          const refused = migrate(least, migrations, () => 0);
          await expect(refused).rejects.toThrow(
            `The schema of this database is not current, and the user ${name} may not change it: run \`gatehouse migrate\``,
          );
          expect(await migrate(owner, migrations, () => 0)).toEqual(NAMES);
          // The whole of it, with an organisation and somebody who signs in.
          const { administrator, call } = await createTestApp({ db: least, keep: true });
          const token = await administrator.signIn();
          expect((await call('me.get', {}, { token })).status).toBe(200);
        });
      });

      it('a user who may not even read is told what to grant', async () => {
        await withUser(async ({ owner, least, name }) => {
          await migrate(owner, migrations, () => 0);
          await sql.raw(`revoke all on all tables in schema public from ${name}`).execute(owner.kysely);
          await expect(migrate(least, migrations, () => 0)).rejects.toThrow(
            `grant select, insert, update and delete on all tables in the schema to ${name}.`,
          );
        });
      });

      it('a database in which not every name can be written is refused', async () => {
        const { kysely, url } = await open('empty');
        const name = `latin_${randomBytes(6).toString('hex')}`;
        const make = `create database ${name} encoding 'LATIN1' locale_provider libc locale 'C' template template0`;
        await sql.raw(make).execute(kysely);
        const latin = new URL(url ?? '');
        latin.pathname = `/${name}`;
        const db = openDatabase({ url: latin.href });
        onTestFinished(() => db.close());
        await expect(migrate(db, migrations, () => 0)).rejects.toThrow(
          /^This database is encoded as LATIN1,.* UTF8/,
        );
      });
    },
    ['PostgreSQL'],
  );
});

describe('10.C9 gatehouse migrate', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-migrate-'));
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it('says what it would do in the order of its numbers, does it, and is done', async () => {
    createKeyFile(join(folder, 'gatehouse.key'), systemRandom);
    const db = openDatabase({ dataDir: folder });
    await migrate(db, migrations.slice(0, 3), () => 0);
    await db.close();
    const command = ['migrate', '--data', folder];
    const listed = NAMES.slice(3)
      .toSorted()
      .map((name) => `  ${name}\n`)
      .join('');
    const told = (stdout: string) => ({ exitCode: 0, stdout, stderr: '' });
    expect(await runHere([...command, '--dry-run'])).toEqual(
      told(`These migrations would be run:\n${listed}`),
    );
    expect(await runHere(command)).toEqual(told(`These migrations were run:\n${listed}`));
    expect(await runHere(command)).toEqual(told('The schema is current: there is nothing to do.\n'));
  });

  it.each([[[]], [['--dry-run']]])('says with %j that nothing is there, and makes nothing', async (extra) => {
    for (const place of [folder, join(folder, 'none')]) {
      expect(await runHere(['migrate', '--data', place, ...extra])).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: `There is no database in the folder ${place} yet. A server creates it when it first starts.\n`,
      });
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});
