/**
 * The database can't answer now: gone, full, or locked for too long. Nothing was decided; the caller may try again.
 * The HTTP layer answers 503 with `Retry-After`.
 */
export class DatabaseUnavailable extends Error {
  readonly retryAfter = 2;
  readonly trouble: Trouble;

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseUnavailable';
    this.trouble = cause instanceof DatabaseUnavailable ? cause.trouble : troubleBehind(cause);
  }
}

/**
 * Why it can't: no room on its disk, a disk or a server that takes no writes, a disk that fails, a file that is damaged; or it is away
 * or too busy, as passes by itself.
 */
export type Trouble = 'full' | 'read_only' | 'io' | 'damaged' | 'away';

// Primary result codes of SQLite (sqlite.org/rescode.html), and codes of PostgreSQL (appendix A).
const SQLITE_TROUBLE: Record<number, Trouble> = {
  8: 'read_only',
  10: 'io',
  11: 'damaged',
  13: 'full',
  26: 'damaged',
};
const POSTGRES_TROUBLE: Record<string, Trouble> = {
  '53100': 'full',
  '25006': 'read_only',
  '58030': 'io',
  XX001: 'damaged',
  XX002: 'damaged',
};

function troubleBehind(cause: unknown): Trouble {
  const sqlite = sqliteCode(cause);
  const trouble =
    sqlite === undefined ? POSTGRES_TROUBLE[String(property(cause, 'code'))] : SQLITE_TROUBLE[sqlite & 0xff];
  return trouble ?? 'away';
}

// Primary result codes of SQLite: BUSY, LOCKED, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB.
const SQLITE_UNAVAILABLE = new Set([5, 6, 7, 8, 10, 11, 13, 14, 15, 26]);
const SQLITE_BUSY = 5;
const SQLITE_UNIQUE = new Set([1555, 2067, 2579]);

// Connection exceptions, out of resources, shutdown, read-only (a failed-over server), lock and statement time-outs, damage.
const POSTGRES_UNAVAILABLE = /^(08|53|57P|58)|^(25006|25P03|55P03|57014|XX00[12])$/;
const POSTGRES_OVER = /^(08|57P)|^(25006|25P03)$/;
const POSTGRES_RETRY = new Set(['40001', '40P01']);
const SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
  'ENOENT',
  'EMFILE',
  'ENFILE',
]);
const POOL_MESSAGE =
  /^(Connection terminated|Client has encountered a connection error|timeout e|Query read timeout)/;

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

function sqliteCode(error: unknown): number | undefined {
  const code = property(error, 'errcode');
  return property(error, 'code') === 'ERR_SQLITE_ERROR' && typeof code === 'number' ? code : undefined;
}

function isUnavailable(error: unknown): boolean {
  const sqlite = sqliteCode(error);
  if (sqlite !== undefined) return SQLITE_UNAVAILABLE.has(sqlite & 0xff);
  const code = property(error, 'code');
  if (typeof code === 'string')
    return SOCKET.has(code) || POSTGRES_UNAVAILABLE.test(code) || POSTGRES_RETRY.has(code);
  return error instanceof Error && POOL_MESSAGE.test(error.message);
}

/** What the driver threw, or `DatabaseUnavailable` around it where trying again later is the answer. */
export function translateError(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable || !isUnavailable(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new DatabaseUnavailable(`The database is unavailable: ${message}`, error);
}

/**
 * Nothing more comes from this connection to PostgreSQL, or nothing that counts: it is cut, its server ends, doesn't answer in
 * time or takes no writes any longer.
 */
export function isConnectionOver(error: unknown): boolean {
  const code = property(error, 'code');
  if (typeof code === 'string') return SOCKET.has(code) || POSTGRES_OVER.test(code);
  return error instanceof Error && POOL_MESSAGE.test(error.message);
}

// Invalid authorisation, no such database, no privilege (PostgreSQL documentation, appendix A); a certificate that isn't
// believed (Node: X509 and TLS errors).
const NOT_OPENED = /^(28|3D|42501|ERR_(TLS|SSL)_|UNABLE_TO_)|CERT/;
const NO_TLS = /^The server does not support SSL/;

/** The database can't be opened at all: it is gone, no database, doesn't let this user in, or isn't who it should be. */
export function isNotOpened(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable || isUnavailable(error)) return true;
  const isUnsafe = error instanceof Error && NO_TLS.test(error.message);
  return isUnsafe || NOT_OPENED.test(String(property(error, 'code')));
}

/** Another process holds SQLite's write lock. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error);
  return code !== undefined && (code & 0xff) === SQLITE_BUSY;
}

/** PostgreSQL gave a statement up because it took too long. */
export function isStatementTimeout(error: unknown): boolean {
  return property(error, 'code') === '57014';
}

/** PostgreSQL ended the transaction in favour of another one (deadlock, serialisation): run it again. */
export function isRetryable(error: unknown): boolean {
  const code = property(error instanceof DatabaseUnavailable ? error.cause : error, 'code');
  return typeof code === 'string' && POSTGRES_RETRY.has(code);
}

/** A unique index or primary key refused the row. On PostgreSQL the transaction is over with it: prefer `on conflict`. */
export function isUniqueViolation(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === undefined ? property(error, 'code') === '23505' : SQLITE_UNIQUE.has(code);
}

/** PostgreSQL's user may not do that. */
export function isRefusedRight(error: unknown): boolean {
  return property(error, 'code') === '42501';
}
