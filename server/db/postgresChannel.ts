import { sql } from 'kysely';
import pg from 'pg';
import type { Reader } from './connection.ts';

export interface ChannelOptions {
  url: string;
  /** The channel of LISTEN and NOTIFY: an identifier. */
  name: string;
  onMessage: (payload: string) => void;
  /** Listening again after the connection was lost: messages were missed. */
  onReconnected: () => void;
  onError: (error: Error) => void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Listens on a PostgreSQL channel by a connection of its own, which is made again, later each time, when it breaks.
 * Resolves once it listens; throws where the first connection fails.
 */
export async function listenToPostgres(options: ChannelOptions): Promise<{ close(): Promise<void> }> {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE_MS;

  async function connect(): Promise<void> {
    const connecting = new pg.Client({
      connectionString: options.url,
      application_name: 'gatehouse events',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    let lost = false;
    const lose = (error?: Error): void => {
      if (lost) return;
      lost = true;
      if (error) options.onError(error);
      void endQuietly(connecting);
      if (client === connecting) retryLater();
    };
    connecting.on('error', lose);
    connecting.on('end', () => lose());
    connecting.on('notification', ({ payload }) => {
      if (payload !== undefined) options.onMessage(payload);
    });
    await connecting.connect();
    await connecting.query(`listen ${connecting.escapeIdentifier(options.name)}`);
    client = connecting;
    pause = FIRST_PAUSE_MS;
    if (closed) await connecting.end();
  }

  function retryLater(): void {
    client = undefined;
    if (closed) return;
    timer = setTimeout(() => {
      connect().then(options.onReconnected, (error: Error) => {
        options.onError(error);
        retryLater();
      });
    }, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }

  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      const open = client;
      client = undefined;
      await open?.end();
    },
  };
}

/** Tells everybody who listens on a channel, this server too. A payload has less than 8,000 bytes. */
export async function notifyPostgres(reader: Reader, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(reader);
}

/** The connection is lost anyway. */
async function endQuietly(client: pg.Client): Promise<void> {
  try {
    await client.end();
  } catch {
    // It can't even be said goodbye to.
  }
}
