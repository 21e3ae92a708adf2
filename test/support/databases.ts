import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, inject } from 'vitest';
import { openDatabase } from '../../server/db/connection.ts';
import type { DatabaseOptions, Db } from '../../server/db/connection.ts';

/** A new, empty database; closed and removed after the test. */
export type OpenDatabase = () => Promise<TestDatabase>;

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

const PLACES: Record<Kind, () => Promise<Place>> = {
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

    suite(async () => {
      const place = await PLACES[kind]();
      places.push(place);
      return {
        ...connect(place.options),
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

async function postgresDatabase(): Promise<Place> {
  const answer = await fetch(inject('postgresBroker'));
  const server = await answer.text();
  if (!answer.ok) throw new Error(server);

  // One in a server of our own goes with that server; dropping it now would cost a checkpoint each.
  const keep = process.env.GATEHOUSE_TEST_DATABASE_URL === undefined;
  const name = `gatehouse_test_${randomBytes(8).toString('hex')}`;
  await command(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    options: { url: url.href, poolSize: 8 },
    remove: () => (keep ? Promise.resolve() : command(server, `drop database ${name} with (force)`)),
  };
}

async function command(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
