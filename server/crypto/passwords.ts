import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2';
import { addressKey } from '../address.ts';
import { createGate } from './gate.ts';
import type { GateLoad } from './gate.ts';

/** For whom a hash is computed: accounts and addresses take turns, so that one of them doesn't keep the others waiting. */
export interface HashedFor {
  /** Of a user there is, or isn't: as typed, in the stored form. */
  username: string;
  address: string | null;
}

/** Each throws `TooBusy` where too many are waiting. Without `whose`, work of the server itself. */
export interface PasswordHasher {
  /** An argon2id hash in PHC format. */
  hash(password: string, whose?: HashedFor): Promise<string>;
  verify(hash: string, password: string, whose?: HashedFor): Promise<boolean>;
  /** Takes as long as `verify` and answers false: for users who don't exist or have no password (S-11). */
  verifyDummy(password: string, whose?: HashedFor): Promise<false>;
  load(): GateLoad;
}

export interface PasswordHasherOptions {
  /** Hashes computed at once, each with `memoryCost` KiB. */
  running?: number;
  /** Hashes waiting beyond that. */
  waiting?: number;
  memoryCost?: number;
  timeCost?: number;
}

/** Longest password in bytes of UTF-8; more would only cost time. */
export const PASSWORD_MAX_BYTES = 1024;

/** argon2id with OWASP's first choice (m = 19 MiB, t = 2, p = 1; S-15), off the event loop, bounded. */
export function createPasswordHasher(options: PasswordHasherOptions = {}): PasswordHasher {
  const { memoryCost = 19_456, timeCost = 2, waiting = 64 } = options;
  // More than the cores, or than the four threads of libuv's pool, would only lengthen every sign-in.
  const { running = Math.min(4, availableParallelism()) } = options;
  const gate = createGate({ running, waiting });
  // argon2id is the package's default; naming it would take a const enum, which isolated modules can't read.
  const cost = { memoryCost, timeCost, parallelism: 1 };
  const dummy = nobodysHash({ memoryCost, timeCost });

  return {
    hash: (password, whose) => gate(() => argon2Hash(normalise(password), cost), turnsOf(whose)),
    verify: (stored, password, whose) =>
      gate(() => argon2Verify(stored, normalise(password)), turnsOf(whose)),
    async verifyDummy(password, whose) {
      await gate(() => argon2Verify(dummy, normalise(password)), turnsOf(whose));
      return false;
    },
    load: gate.load,
  };
}

/** A hash that no password has, with the cost of any other: random bytes, because a computed one would take memory from the start. */
function nobodysHash({ memoryCost, timeCost }: { memoryCost: number; timeCost: number }): string {
  const [salt, hash] = [16, 32].map((bytes) => randomBytes(bytes).toString('base64').replace(/=+$/, ''));
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=1$${salt}$${hash}`;
}

function turnsOf(whose: HashedFor | undefined): string[] {
  if (!whose) return [];
  const account = `account ${whose.username}`;
  return whose.address === null ? [account] : [account, `address ${addressKey(whose.address)}`];
}

/**
 * The same letters typed on different keyboards are different code points: NFKC makes them one (NIST SP 800-63B §3.1.1.2).
 * What is too long to be anybody's password is cut, so that it costs no more than the rest and still never matches.
 */
function normalise(password: string): Buffer {
  const bytes = Buffer.from(password.normalize('NFKC'));
  if (bytes.length <= PASSWORD_MAX_BYTES) return bytes;
  // The cut may fall inside a letter, and the package refuses what is no UTF-8: seven bits of each byte are ASCII.
  return Buffer.from(bytes.subarray(0, PASSWORD_MAX_BYTES + 1).map((byte) => byte & 0x7f));
}
