import { AsyncLocalStorage } from 'node:async_hooks';

/** What several queries have in common that belong together. */
interface Scope {
  /** The run of the server that answered the first of them. */
  server?: string;
}

const scopes = new AsyncLocalStorage<Scope>();
const unbounded = new AsyncLocalStorage<true>();

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

/** Queries of `work` may take as long as they take: the schema of a large database is changed. */
export function withoutLimit<T>(work: () => T): T {
  return unbounded.run(true, work);
}

export function isWithoutLimit(): boolean {
  return unbounded.getStore() ?? false;
}
