import type { Migration } from '../migrate.ts';
import { first } from './0001-first.ts';
import { userCounts } from './0002-user-counts.ts';

/** In order, for ever: a migration that has landed is never edited. */
export const migrations: readonly Migration[] = [first, userCounts];
