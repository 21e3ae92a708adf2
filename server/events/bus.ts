import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { EventBus } from '../context.ts';
import type { Db } from '../db/connection.ts';
import { createLocalBus } from './localBus.ts';
import { createPostgresBus } from './postgresBus.ts';

/** One server: in process. On PostgreSQL there may be several: they tell each other. */
export async function createEventBus({
  db,
  config: { databaseUrl, listenUrl },
  log,
}: {
  db: Pick<Db, 'kysely'>;
  config: Pick<Config, 'databaseUrl' | 'listenUrl'>;
  log: Logger;
}): Promise<EventBus> {
  if (databaseUrl === null) return createLocalBus();
  return createPostgresBus({ db, listenUrl: listenUrl ?? databaseUrl, log });
}
