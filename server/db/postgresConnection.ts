import { Socket } from 'node:net';
import pg from 'pg';
import type { PostgresQueryResult } from 'kysely';
import { DatabaseUnavailable, isConnectionOver } from './errors.ts';
import { limitHere } from './scope.ts';
import { nameOf } from './statementNames.ts';
import type { PostgresPlace } from './postgresUrl.ts';
import type { Security } from './postgresTls.ts';

/** Milliseconds. */
export interface PostgresLimits {
  /** For an answer; the server itself gives up a little earlier. */
  query: number;
  /** For the answer of a connection that is only asked whether it lives. */
  check: number;
  /** How long whoever needs a connection waits for a living one. */
  patience: number;
}

export const POSTGRES_LIMITS: PostgresLimits = { query: 5_000, check: 2_000, patience: 5_000 };

/** The server gives up before its client does: then the connection can still be used. */
const STATEMENT_SHARE = 7 / 8;
/** Less than a statement's, so that a lock is named as the reason. */
const LOCK_MS = 4_000;
/** A transaction whose server went silent holds the end of the log until then, and everybody waits for it. */
const IDLE_IN_TRANSACTION_MS = 4_000;
/** Where nothing is sent, the system asks the other end after so long, and then each second, ten times. */
const KEEP_ALIVE_MS = 2_000;
const GOODBYE_MS = 1_000;

const OID = { bool: 16, int8: 20, numeric: 1700 };

export interface PostgresConnection {
  /** Which run of which server is at the other end. */
  server(): string;
  /** Milliseconds since it was last seen that the server lives and is what is wanted. */
  uncheckedFor(): number;
  /** Nothing more can be asked. */
  isOver(): boolean;
  query<R>(sql: string, parameters?: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  /** Rejects where the server doesn't answer soon or takes no writes any longer; the connection is over then. */
  check(): Promise<void>;
  /** Asked again before it is used. */
  suspect(): void;
  onNotification(listener: (payload: string) => void): void;
  onOver(listener: (error?: Error) => void): void;
  /** At once and without a word: the other end may be gone. */
  destroy(): void;
  close(): Promise<void>;
}

interface Standing {
  standby: number;
  read_only: string;
  pooled: number;
  server: string;
}

/** `set` reaches as far as `local` says; PgBouncer takes none of these when a connection begins. */
function timeLimits(limits: PostgresLimits): [name: string, ms: number][] {
  return [
    ['statement_timeout', Math.floor(limits.query * STATEMENT_SHARE)],
    ['lock_timeout', LOCK_MS],
    ['idle_in_transaction_session_timeout', IDLE_IN_TRANSACTION_MS],
  ];
}

/** The server that takes writes, or one that follows it. */
export type Wanted = 'writer' | 'standby';

/** Opens a connection to one host. Rejects, and leaves none behind, where that host isn't what is wanted. */
export async function connectToHost(
  place: PostgresPlace,
  {
    host,
    port,
    security,
    name,
    limits,
    wants,
  }: {
    host: string;
    port: number;
    security: Security;
    name: string;
    limits: PostgresLimits;
    wants: Wanted;
  },
): Promise<PostgresConnection> {
  const socket = new Socket();
  const { user, password, database, options } = place;
  const client = new pg.Client({
    host,
    port,
    user,
    password,
    database,
    ...(options === undefined ? {} : { options }),
    ssl: security,
    enableChannelBinding: place.channelBinding,
    application_name: name,
    connectionTimeoutMillis: place.connectTimeout,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    // What `together` asks goes out without waiting for the answers before (node-postgres.com/features/pipelining).
    pipeline: true,
    // Ours, so that it can be thrown away: the client would say goodbye first, to nobody.
    stream: () => socket,
    types: { getTypeParser: typeParser },
  });
  let over = false;
  let checkedAt = performance.now();
  let standing: Standing | undefined;
  let before = Promise.resolve();
  const listeners = new Set<(error?: Error) => void>();

  function end(error?: Error): void {
    if (over) return;
    over = true;
    for (const listener of listeners) listener(error);
  }
  // Without a listener Node ends the process when the server closes a connection.
  client.on('error', end);
  client.on('end', () => end());

  function destroy(error?: Error): void {
    end(error);
    socket.destroy();
  }

  async function ask<R>(
    sql: string,
    parameters: readonly unknown[],
    limit: number,
  ): Promise<pg.QueryResult<R & pg.QueryResultRow>> {
    try {
      // A pool between us and the server may give the next query to a server that has heard of no name.
      const kept = standing?.pooled === 0 ? nameOf(sql) : undefined;
      const values = [...parameters];
      const request = {
        text: sql,
        values,
        query_timeout: limit,
        ...(kept === undefined ? {} : { name: kept }),
      };
      return await client.query<R & pg.QueryResultRow>(request);
    } catch (error) {
      if (isConnectionOver(error)) destroy(error instanceof Error ? error : undefined);
      throw error;
    }
  }

  async function look(): Promise<void> {
    // Of a pool between us and the server the other end's number is not the one that we were told.
    const { rows } = await ask<Standing>(
      `select pg_is_in_recovery() as standby, current_setting('transaction_read_only') as read_only,
        pg_backend_pid() is distinct from $1::int as pooled,
        concat_ws(' ', inet_server_addr(), inet_server_port(), pg_postmaster_start_time()) as server`,
      [Reflect.get(client, 'processID')],
      limits.check,
    );
    standing = rows[0];
    const isStandby = standing?.standby === 1;
    if (wants === 'standby' ? !isStandby : !standing || isStandby || standing.read_only === 'on') {
      destroy();
      throw new DatabaseUnavailable(
        wants === 'standby'
          ? `${host}:${port} is no standby.`
          : `${host}:${port} takes no writes: it is ${isStandby ? 'a standby' : 'set to read only'}.`,
      );
    }
    checkedAt = performance.now();
  }

  try {
    await client.connect();
    await look();
    if (standing?.pooled !== 1) {
      const settings = timeLimits(limits).map(([setting, ms]) => `set ${setting} = ${ms}`);
      await ask(settings.join('; '), [], limits.check);
    }
  } catch (error) {
    destroy();
    throw error;
  }

  return {
    server: () => standing?.server ?? '',
    uncheckedFor: () => performance.now() - checkedAt,
    isOver: () => over,
    async query<R>(sql: string, parameters: readonly unknown[] = []) {
      const limit = limitHere() ?? limits.query;
      if (standing?.pooled !== 1)
        return (await ask<R>(sql, parameters, limit)) as unknown as PostgresQueryResult<R>;
      // Who shares its connections with others sets for the transaction alone; on one's own it was set for all.
      const local = timeLimits(limits).map(([setting, ms]) => `; set local ${setting} = ${ms}`);
      const text = sql.startsWith('start transaction') ? sql + local.join('') : sql;
      const answer = before.then(() => ask<R>(text, parameters, limit));
      // And asks one thing after the other: not every pool between keeps apart what comes at once.
      before = answer.then(nothing, nothing);
      return (await answer) as unknown as PostgresQueryResult<R>;
    },
    check: look,
    suspect() {
      checkedAt = -Infinity;
    },
    onNotification(listener) {
      client.on('notification', ({ payload }) => {
        if (payload !== undefined) listener(payload);
      });
    },
    onOver(listener) {
      listeners.add(listener);
    },
    destroy,
    async close() {
      over = true;
      const timer = setTimeout(() => socket.destroy(), GOODBYE_MS);
      await client.end();
      clearTimeout(timer);
    },
  };
}

const nothing = (): void => undefined;

/** Values look as they do on SQLite: times and counts are numbers, `exists(…)` is 0 or 1. */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === OID.int8 || oid === OID.numeric) return Number;
  if (oid === OID.bool) return (value) => (value === 't' ? 1 : 0);
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
}
