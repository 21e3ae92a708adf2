import { AsyncLocalStorage } from 'node:async_hooks';

/** What several queries have in common that belong together. */
interface Scope {
  /** The run of the server that answered the first of them. */
  server?: string;
}

const scopes = new AsyncLocalStorage<Scope>();
const limits = new AsyncLocalStorage<number>();

/** Bounded too, so that a connection without an end behind it is noticed some time. */
const LONGEST_MS = 3_600_000;

/** Queries of `work` are answered by one PostgreSQL server, or not at all: never read here and written there. */
export function onOneServer<T>(work: () => T): T {
  return scopes.run({}, work);
}

/** What the queries of one request, or one round of work, have in common: an object for others to remember something by. */
export const currentScope = (): object | undefined => scopes.getStore();

/** False where another server answered before, in what runs as one. */
export function isSameServer(server: string): boolean {
  const scope = scopes.getStore();
  if (!scope) return true;
  scope.server ??= server;
  return scope.server === server;
}

/** Each query of `work` may take so many milliseconds, in the place of what is usual. */
export function withLimit<T>(ms: number, work: () => T): T {
  return limits.run(ms, work);
}

/** Queries of `work` may take as long as they take: the schema of a large database is changed. */
export function withoutLimit<T>(work: () => T): T {
  return withLimit(LONGEST_MS, work);
}

/** What was said by these; undefined where nothing was. */
export const limitHere = (): number | undefined => limits.getStore();
