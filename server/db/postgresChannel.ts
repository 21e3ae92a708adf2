import { sql } from 'kysely';
import type { Reader } from './connection.ts';
import { POSTGRES_LIMITS } from './postgresConnection.ts';
import type { PostgresConnection } from './postgresConnection.ts';
import { readPostgresUrl } from './postgresUrl.ts';
import { createConnect } from './postgresHosts.ts';

export interface ChannelOptions {
  url: string;
  /** The channel of LISTEN and NOTIFY: an identifier. */
  name: string;
  onMessage: (payload: string) => void;
  /** Listening again after the connection was lost: messages were missed. */
  onReconnected: () => void;
  onError: (error: Error) => void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
/** Nothing is said on it for hours: so often it is asked whether it stands, or nobody would know that it doesn't. */
const LOOK_MS = 5_000;

/**
 * Listens on a PostgreSQL channel by a connection of its own, which is made again, later each time, when it breaks.
 * Resolves once it listens; throws where the first connection fails.
 */
export async function listenToPostgres(options: ChannelOptions): Promise<{ close(): Promise<void> }> {
  const place = readPostgresUrl(options.url);
  const connect = createConnect(place, { name: 'gatehouse events', limits: POSTGRES_LIMITS });
  let closed = false;
  let current: PostgresConnection | undefined;
  let trying: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE_MS;

  async function listen(): Promise<void> {
    const connection = await connect();
    try {
      connection.onNotification(options.onMessage);
      await connection.query(`listen "${options.name}"`);
    } catch (error) {
      // Whatever it was: a connection that nobody holds would stay for ever.
      connection.destroy();
      throw error;
    }
    if (closed) return connection.close();
    current = connection;
    pause = FIRST_PAUSE_MS;
    connection.onOver((error) => {
      if (error) options.onError(error);
      current = undefined;
      retryLater();
    });
    // It broke between listening and here.
    if (connection.isOver() && current === connection) {
      current = undefined;
      retryLater();
    }
  }

  function retryLater(): void {
    if (closed) return;
    retry = setTimeout(() => {
      trying = listen().then(
        () => {
          if (!closed) options.onReconnected();
        },
        (error: Error) => {
          options.onError(error);
          retryLater();
        },
      );
    }, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }

  await listen();
  // A look that fails ends the connection, and that is heard.
  const looks = setInterval(() => void current?.check().catch(() => undefined), LOOK_MS);
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(looks);
      await trying;
      const open = current;
      current = undefined;
      await open?.close();
    },
  };
}

/** Tells everybody who listens on a channel, this server too. A payload has less than 8,000 bytes. */
export async function notifyPostgres(reader: Reader, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(reader);
}
