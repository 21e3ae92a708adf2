import type { Logger } from 'pino';
import type { LiveEvent } from '../contract/events.ts';
import type { Permission, Role } from '../contract/permissions.ts';
import type { Voice } from '../contract/words/write.ts';
import type { Config } from './config.ts';
import type { Keyring } from './crypto/keyring.ts';
import type { PasswordHasher } from './crypto/passwords.ts';
import type { RandomSource } from './crypto/random.ts';
import type { Db } from './db/connection.ts';
import type { Measures } from './measures.ts';
import type { StorageWatch } from './storageWatch.ts';
import type { Systems } from './domain/systems/kind.ts';

/** That somebody has a reset request open on one of their pages, or no longer. Between servers, and never kept. */
export interface ViewingNote {
  requestId: string;
  userId: string;
  /** The page is seen as long as this session stands. */
  sessionId: string;
  page: string;
  left: boolean;
}

/** Tells consoles what to look at again, after the commit. */
export interface EventBus {
  /** `here` tells the people at this server only, where each server finds out by itself. */
  publish(event: LiveEvent, to?: 'everywhere' | 'here'): void;
  /** Returns how to stop listening. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
  /** Tells the other servers, and nobody who watches. */
  share(note: ViewingNote): void;
  /** Hears what other servers share. Returns how to stop. */
  onShared(listener: (note: ViewingNote) => void): () => void;
  close(): Promise<void>;
}

/** What features are made from; handed in, so that tests are exact. */
export interface Deps {
  db: Db;
  /** UTC milliseconds. Services take `now` as an argument; only http, the command line and workers ask the clock. */
  now: () => number;
  random: RandomSource;
  keys: Keyring;
  passwords: PasswordHasher;
  config: Config;
  log: Logger;
  measures: Measures;
  events: EventBus;
  storage: StorageWatch;
  /** Products in which people hold factors besides those here. */
  systems: Systems;
}

/** The person who acts, as known at the start of the request. */
export interface Actor {
  userId: string;
  username: string;
  name: string;
  roles: readonly Role[];
  permissions: ReadonlySet<Permission>;
  sessionId: string;
  /** Until then a step-up holds (UTC ms); null where there was none. */
  steppedUpUntil: number | null;
  via: 'password' | 'sso';
}

/** Where a request came from, as far as a configured proxy or the socket tells. */
export interface Origin {
  address: string | null;
  userAgent: string | null;
}

/** When somebody reads, and who says it to them in their language. */
export interface Reading {
  now: number;
  voice: Voice;
}

/** What a handler of a session's operation is given besides its input. */
export interface CallContext extends Origin {
  now: number;
  actor: Actor;
  /** Says what the answer holds of sentences in the reader's language. */
  readonly voice: Voice;
  /** Whether the request was made on this very machine, and not passed on by a proxy here. */
  onThisMachine: boolean;
  /** Sends the file's name and type with a download. */
  download(file: { name: string; type: string }): void;
  /** A session was made or renewed: as a cookie where the request carried an Origin, else in the answer. */
  session(made: MadeSession): SessionAnswer;
  clearSession(): void;
}
/** The same for public operations: there is nobody yet. */
export type PublicContext = Omit<CallContext, 'actor'>;

export interface MadeSession {
  token: string;
  expiresAt: number;
  user: { id: string; username: string; name: string; email: string; roles: Role[] };
}
interface SessionAnswer {
  token?: string;
  expiresAt: string;
  user: MadeSession['user'];
}
