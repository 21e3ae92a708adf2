import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { LIVE_EVENT_KINDS } from '../../contract/events.ts';
import type { LiveEvent } from '../../contract/events.ts';
import type { EventBus, ViewingNote } from '../context.ts';
import type { Db } from '../db/connection.ts';
import { listenToPostgres, notifyPostgres } from '../db/postgresChannel.ts';
import { createLocalBus } from './localBus.ts';

const CHANNEL = 'gatehouse_events';
/** PostgreSQL takes payloads of less than 8,000 bytes; an event is some 100, a note some 230. */
const SAID_AT_ONCE = 30;

/** A notification takes milliseconds. */
const ECHO_MS = 2_000;

const DEAF =
  'Live changes of other servers will not be seen here: a notification did not come back, as through PgBouncer where it shares connections among transactions (pool_mode = transaction). Give an address that leads to PostgreSQL itself by --listen-url (GATEHOUSE_LISTEN_URL).';

/** What the servers tell each other. Servers of before the notes leave them out, and read past them. */
interface Message {
  from: string;
  events: LiveEvent[];
  notes?: ViewingNote[];
}
interface Said {
  event?: LiveEvent;
  note?: ViewingNote;
}

/**
 * Live events between the servers of one PostgreSQL database, by LISTEN and NOTIFY. Listeners here hear at once; where the
 * others can't be told, they find out at their next look.
 */
export async function createPostgresBus({
  db,
  listenUrl,
  log,
}: {
  db: Pick<Db, 'kysely'>;
  listenUrl: string;
  log: Logger;
}): Promise<EventBus> {
  const local = createLocalBus();
  const self = randomUUID();
  const { promise: echo, resolve: heard } = Promise.withResolvers<void>();
  const unsent = new Map<string, Said>();
  let sending: Promise<void> | undefined;

  let isInterrupted = false;
  const channel = await listenToPostgres({
    url: listenUrl,
    name: CHANNEL,
    onMessage: (payload) => {
      const { from, events, notes = [] } = JSON.parse(payload) as Message;
      if (from === self) return heard();
      // The event's second argument is no index.
      events.forEach((event) => local.publish(event));
      notes.forEach(local.hear);
    },
    // Whatever was missed: everything is worth a new look. `me` is for one person, and they look on coming back.
    onReconnected() {
      isInterrupted = false;
      LIVE_EVENT_KINDS.forEach((kind) => local.publish({ kind }));
    },
    onError(error) {
      // Told once, and not at each try to listen again.
      if (!isInterrupted) log.warn({ err: error }, 'live events between servers are interrupted');
      isInterrupted = true;
    },
  });

  // A pool between that shares connections among transactions lets LISTEN pass, and never brings anything.
  await notifyPostgres(db.kysely, CHANNEL, JSON.stringify({ from: self, events: [] } satisfies Message));
  if (!(await inTime(echo))) log.warn(DEAF);

  async function send(): Promise<void> {
    // After this round of the event loop, so that the events of one act go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (unsent.size > 0) {
      const batch = [...unsent.entries()].slice(0, SAID_AT_ONCE);
      for (const [key] of batch) unsent.delete(key);
      const said = batch.map(([, each]) => each);
      const message: Message = {
        from: self,
        events: said.flatMap(({ event }) => event ?? []),
        notes: said.flatMap(({ note }) => note ?? []),
      };
      await notifyPostgres(db.kysely, CHANNEL, JSON.stringify(message));
    }
  }

  function tell(said: Said): void {
    const key = JSON.stringify(said);
    // What is said again is said last: who came, left and came has come.
    unsent.delete(key);
    unsent.set(key, said);
    sending ??= send()
      .catch((error: unknown) => log.warn({ err: error }, 'other servers were not told of an event'))
      .finally(() => {
        sending = undefined;
      });
  }

  return {
    publish(event, to = 'everywhere') {
      local.publish(event);
      if (to === 'everywhere') tell({ event });
    },
    subscribe: local.subscribe,
    share: (note) => tell({ note }),
    onShared: local.onShared,
    async close() {
      await sending;
      await channel.close();
      await local.close();
    },
  };
}

async function inTime(echo: Promise<void>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(resolve, ECHO_MS, false);
  try {
    return await Promise.race([echo.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
