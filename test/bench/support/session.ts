import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHotRow } from './hotRow.ts';
import type { HotRow } from './hotRow.ts';
import { environment, found } from './organisation.ts';
import type { Organisation } from './organisation.ts';
import { openPlace } from './places.ts';
import type { Kind, Place } from './places.ts';
import { cpuOf, run } from './processes.ts';
import type { Program } from './processes.ts';

/** So many requests are under way at once, everywhere. */
export const CONNECTIONS = 16;

/** A server with its organisation, and the machine's limits beside it. */
export interface Session {
  place: Place;
  organisation: Organisation;
  server: Program;
  /** node:http that answers, and that with an HMAC and an UPDATE on disk. */
  bare: Program;
  bareUpdate: Program;
  /** PostgreSQL's limit; null on SQLite. */
  hotRow: HotRow | null;
  /** Milliseconds of a round, and how many there are: contender and limit take turns, so that other work moves both. */
  ms: number;
  rounds: number;
  /** Milliseconds of processor time of the server and its database so far. */
  cpu(): number;
  end(): Promise<void>;
}

export const serveArgs = (place: Place) => ['out/server/gatehouse.js', 'serve', '--port', '0', ...place.args];

export async function openSession(
  kind: Kind,
  { people, ms, rounds }: { people: number; ms: number; rounds: number },
): Promise<Session> {
  const place = await openPlace(kind);
  const organisation = await found(people, place.options, place.args);
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-limit-'));
  const limit = join(import.meta.dirname, 'limitServer.ts');
  const server = await run(serveArgs(place), environment);
  const bare = await run([limit]);
  const bareUpdate = await run([limit, join(folder, 'limit.db')]);
  const { url } = place.options;
  return {
    place,
    organisation,
    server,
    bare,
    bareUpdate,
    hotRow: url === undefined ? null : await openHotRow(url, CONNECTIONS),
    ms,
    rounds,
    cpu: () => cpuOf(server.pid) + place.cpu(),
    async end() {
      await Promise.all([server, bare, bareUpdate].map((program) => program.stop()));
      await organisation.close();
      await place.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
