import type { Logger } from 'pino';
import type { EventBus } from '../context.ts';
import type { Db } from '../db/connection.ts';
import { createLocalBus } from './localBus.ts';
import { createPostgresBus } from './postgresBus.ts';

/** One server: in process. On PostgreSQL there may be several: they tell each other. */
export async function createEventBus({
  db,
  databaseUrl,
  log,
}: {
  db: Pick<Db, 'kysely'>;
  databaseUrl: string | null;
  log: Logger;
}): Promise<EventBus> {
  return databaseUrl === null ? createLocalBus() : createPostgresBus({ db, databaseUrl, log });
}
