import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2';
import { createGate } from './gate.ts';

export interface PasswordHasher {
  /** An argon2id hash in PHC format. Throws `TooBusy` where too many are waiting. */
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  /** Takes as long as `verify` and answers false: for users who don't exist or have no password (S-11). */
  verifyDummy(password: string): Promise<false>;
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
  const { running = Math.max(2, Math.min(4, availableParallelism())) } = options;
  const gate = createGate({ running, waiting });
  // argon2id is the package's default; naming it would take a const enum, which isolated modules can't read.
  const cost = { memoryCost, timeCost, parallelism: 1 };
  const dummy = argon2Hash(randomBytes(16), cost);

  return {
    hash: (password) => gate(() => argon2Hash(normalise(password), cost)),
    verify: (stored, password) => gate(() => argon2Verify(stored, normalise(password))),
    async verifyDummy(password) {
      const stored = await dummy;
      await gate(() => argon2Verify(stored, normalise(password)));
      return false;
    },
  };
}

/**
 * The same letters typed on different keyboards are different code points: NFKC makes them one (NIST SP 800-63B §3.1.1.2).
 * What is too long to be anybody's password is cut, so that it costs no more than the rest and still never matches.
 */
function normalise(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC')).subarray(0, PASSWORD_MAX_BYTES + 1);
}
