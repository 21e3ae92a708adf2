import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

export type Tx = Transaction<Schema>;
/** Where a query may run inside a transaction or outside. */
export type Reader = Kysely<Schema>;
