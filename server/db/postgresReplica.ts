import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresDialect, PostgresPoolClient } from 'kysely';
import { DatabaseUnavailable, isStatementTimeout, translateError } from './errors.ts';
import { GuardedPostgresDialect } from './postgres.ts';
import type { Lend } from './postgres.ts';
import { POSTGRES_LIMITS } from './postgresConnection.ts';
import type { PostgresConnection, PostgresLimits } from './postgresConnection.ts';
import { createConnect } from './postgresHosts.ts';
import { createPostgresPool } from './postgresPool.ts';
import { readReplicaUrl } from './postgresUrl.ts';
import { createLagMeter } from './replicaLag.ts';
import type { Position } from './replicaLag.ts';
import { currentScope } from './scope.ts';

export interface ReplicaState {
  /** Seconds that it is behind the primary, as measured last; null where that isn't known. */
  lag: number | null;
  /** Why it can't be used at all: it isn't there or no standby, or it follows another database. */
  fault: { kind: 'away'; why: string } | { kind: 'other' } | null;
  /** Whether it is asked now. */
  used: boolean;
  /** Connections that were lent so far, by which server answers. */
  lent: { replica: number; primary: number };
}

export interface Replica {
  state(): ReplicaState;
  /** Looks at both servers; never rejects. */
  measure(): Promise<ReplicaState>;
}

/** Seconds; behind by more, it isn't asked until it has caught up. */
export const MOST_LAG = 5;
/** So long a request waits for what was committed before it, or for a connection. */
const PATIENCE_MS = 250;
/** After it was waited for in vain. */
const REST_MS = 1_000;

const WHICH = `concat_ws(' ', (pg_control_system()).system_identifier,
  (select oid from pg_database where datname = current_database()), current_schema()) as which`;
// Where a commit doesn't wait for the disk, what was acknowledged may be further on than what is there.
const OF_PRIMARY = `select pg_wal_lsn_diff(case when current_setting('synchronous_commit') = 'off'
  then pg_current_wal_insert_lsn() else pg_current_wal_flush_lsn() end, '0/0') as at,
  substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) as timeline, ${WHICH}`;
const OF_STANDBY = `select pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0') as at,
  lpad(upper(to_hex(greatest((pg_control_checkpoint()).timeline_id,
    (pg_control_recovery()).min_recovery_end_timeline))), 8, '0') as timeline, ${WHICH}`;

/** What a request has to see, and the runs of standbys that were seen to have it. */
interface Needed {
  position: Promise<Position>;
  seenBy: Set<string>;
}

/**
 * A connection for what is only shown, from a standby where that has everything that was committed before the request asked, and from the
 * primary where it hasn't, or can't be used. So nobody reads what is older than their question: neither who has just written,
 * at whatever server, nor a page that a live event told to look again.
 */
export function createReplica({
  url,
  poolSize = 10,
  limits = {},
  primary,
  onError,
}: {
  url: string;
  poolSize?: number | undefined;
  limits?: Partial<PostgresLimits> | undefined;
  primary: Lend;
  onError?: ((error: Error) => void) | undefined;
}): Replica & { dialect: PostgresDialect } {
  const connect = createConnect(readReplicaUrl(url), {
    name: 'gatehouse lists',
    limits: { ...POSTGRES_LIMITS, ...limits },
    wants: 'standby',
  });
  const pool = createPostgresPool(connect, {
    size: poolSize,
    patience: PATIENCE_MS,
    ...(onError && { onError }),
  });
  const meter = createLagMeter();
  const needed = new WeakMap<object, Needed>();
  const lent = { replica: 0, primary: 0 };
  let lag: number | null = null;
  let fault: ReplicaState['fault'] = null;
  let restsUntil = -Infinity;

  const isUsed = (): boolean => fault === null && lag !== null && lag <= MOST_LAG;

  async function askPrimary(): Promise<Position> {
    const client = await primary();
    try {
      const { rows } = await client.query<Position>(OF_PRIMARY, []);
      const [position] = rows;
      if (!position) throw new DatabaseUnavailable('The primary did not say where it is.');
      meter.saw(position.at, performance.now());
      return position;
    } finally {
      client.release();
    }
  }

  const askStandby = async (connection: PostgresConnection): Promise<Position | undefined> =>
    (await connection.query<Position>(OF_STANDBY)).rows[0];

  /** Whether it came so far within the time that somebody waits for it. */
  async function hasReached(connection: PostgresConnection, wanted: Position): Promise<boolean> {
    const until = performance.now() + PATIENCE_MS;
    for (let pause = 5; ; pause *= 2) {
      const there = await askStandby(connection);
      if (there?.which !== wanted.which || there.timeline !== wanted.timeline) return false;
      if (there.at >= wanted.at) return true;
      if (performance.now() + pause > until) return false;
      await delay(pause);
    }
  }

  /** A connection to a standby that has what this request has to see; null where there is none now. */
  async function ready(): Promise<PostgresConnection | null> {
    if (!isUsed() || performance.now() < restsUntil) return null;
    const scope = currentScope() ?? {};
    let need = needed.get(scope);
    if (!need) {
      need = { position: askPrimary(), seenBy: new Set() };
      needed.set(scope, need);
    }
    // The primary's own troubles are told as such.
    const wanted = await need.position;
    let connection: PostgresConnection | undefined;
    try {
      connection = await pool.acquire();
      const run = connection.server();
      if (need.seenBy.has(run)) return connection;
      if (await hasReached(connection, wanted)) {
        need.seenBy.add(run);
        return connection;
      }
    } catch {
      // Not there: the next look says why.
    }
    if (connection) pool.release(connection);
    restsUntil = performance.now() + REST_MS;
    return null;
  }

  async function lend(): Promise<PostgresPoolClient> {
    const connection = await ready();
    if (!connection) {
      lent.primary += 1;
      return primary();
    }
    lent.replica += 1;
    return {
      async query<R>(sql: string, parameters: readonly unknown[]) {
        try {
          return await connection.query<R>(sql, parameters);
        } catch (error) {
          // It ended, or replay took away what the query needed. What took too long would there, too.
          if (isStatementTimeout(error) || !(translateError(error) instanceof DatabaseUnavailable))
            throw error;
          const client = await primary();
          try {
            return await client.query<R>(sql, parameters);
          } finally {
            client.release();
          }
        }
      },
      release(destroy) {
        if (destroy) connection.destroy();
        pool.release(connection);
      },
    } as PostgresPoolClient;
  }

  async function look(): Promise<void> {
    const position = await askPrimary();
    let connection: PostgresConnection | undefined;
    try {
      connection = await pool.acquire();
      const there = await askStandby(connection);
      // Also that its user may read.
      await connection.query('select 1 from users limit 1');
      const isSame = there?.which === position.which && there.timeline === position.timeline;
      fault = isSame ? null : { kind: 'other' };
      const behind = there && isSame ? meter.behind(there.at, performance.now()) : null;
      lag = behind === null ? null : behind / 1000;
    } catch (error) {
      fault = { kind: 'away', why: error instanceof Error ? error.message : String(error) };
      lag = null;
    } finally {
      if (connection) pool.release(connection);
    }
  }

  const state = (): ReplicaState => ({ lag, fault, used: isUsed(), lent: { ...lent } });
  return {
    dialect: new GuardedPostgresDialect({ pool: { connect: lend, end: pool.close, options: {} } }),
    state,
    async measure() {
      // Without a primary nothing is known of either.
      await look().catch(() => undefined);
      return state();
    },
  };
}
