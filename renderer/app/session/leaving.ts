import type { QueryClient } from '@tanstack/react-query';

/**
 * Pages whose person pressed *Sign out*, until somebody is signed in there again: the news that the session has ended may be
 * there before the answer, or before the next page, and is none to them.
 */
export const leaving = new WeakSet<QueryClient>();
