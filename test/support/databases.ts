import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, inject } from 'vitest';
import { openDatabase } from '../../server/db/connection.ts';
import type { DatabaseOptions, Db } from '../../server/db/connection.ts';
import { commandPostgres } from './commandPostgres.ts';
import { putSchema } from './schemaImage.ts';

/** A new database with the product's schema, or with nothing in it; closed and removed after the test. */
export type OpenDatabase = (state?: State) => Promise<TestDatabase>;

type State = 'migrated' | 'empty';

interface TestDatabase extends Db {
  /** A second server on the same database. Not for `:memory:`, which has one connection. */
  another(): Db;
  /** Of PostgreSQL; else null. */
  url: string | null;
  /** How another process opens it. */
  options: DatabaseOptions;
}

type Kind = 'SQLite in memory' | 'SQLite in a file' | 'PostgreSQL';

/** Those that more than one server can use at once. */
export const TWO_SERVERS: readonly Kind[] = ['SQLite in a file', 'PostgreSQL'];

interface Place {
  options: DatabaseOptions;
  remove: () => Promise<void>;
}

const PLACES: Record<Kind, (state: State) => Promise<Place>> = {
  'SQLite in memory': () => Promise.resolve({ options: { memory: true }, remove: () => Promise.resolve() }),
  'SQLite in a file': sqliteFile,
  PostgreSQL: postgresDatabase,
};

/** Runs the same tests on every database we support. */
export function forEachDatabase(
  suite: (open: OpenDatabase, kind: Kind) => void,
  kinds: readonly Kind[] = ['SQLite in memory', 'SQLite in a file', 'PostgreSQL'],
): void {
  describe.each(kinds)('on %s', (kind) => {
    const open: Db[] = [];
    const places: Place[] = [];

    afterEach(async () => {
      await Promise.all(open.splice(0).map((db) => db.close()));
      await Promise.all(places.splice(0).map((place) => place.remove()));
    });

    function connect(options: DatabaseOptions): Db {
      const db = openDatabase(options);
      open.push(db);
      return db;
    }

    suite(async (state = 'migrated') => {
      const place = await PLACES[kind](state);
      places.push(place);
      const db = connect(place.options);
      // PostgreSQL has it by its template.
      if (state === 'migrated' && db.dialect === 'sqlite') await putSchema(db);
      return {
        ...db,
        another: () => connect(place.options),
        url: place.options.url ?? null,
        options: place.options,
      };
    }, kind);
  });
}

function sqliteFile(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-sqlite-'));
  return Promise.resolve({
    options: { dataDir },
    remove: () => Promise.resolve(rmSync(dataDir, { recursive: true, force: true })),
  });
}

async function askBroker(path: string): Promise<string> {
  const answer = await fetch(`${inject('postgresBroker')}/${path}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

async function postgresDatabase(state: State): Promise<Place> {
  const server = await askBroker('');
  const like = state === 'migrated' ? ` template ${await askBroker('migrated')}` : '';

  // One in a server of our own goes with that server; dropping it now would cost a checkpoint each.
  const keep = process.env.GATEHOUSE_TEST_DATABASE_URL === undefined;
  const name = `gatehouse_test_${randomBytes(8).toString('hex')}`;
  await commandPostgres(server, `create database ${name}${like}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    options: { url: url.href, poolSize: 8 },
    remove: () => (keep ? Promise.resolve() : commandPostgres(server, `drop database ${name} with (force)`)),
  };
}
