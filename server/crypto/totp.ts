import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ScureBase32Plugin } from 'otplib';
import type { RandomSource } from './random.ts';

/** Seconds in a time step (RFC 6238 §4.1). */
const PERIOD = 30;
/** Steps accepted before and after the current one (S-04). */
const WINDOW = 1;
/** Steps looked through to tell by how much a phone's clock is off: ten minutes. Never accepted. */
const DRIFT_WINDOW = 20;
/** RFC 4226 §4 R6 recommends 160 bits. */
const SECRET_BYTES = 20;

const base32 = new ScureBase32Plugin();

/** A new secret in base32, without padding. */
export function newSecret(random: RandomSource): string {
  return base32.encode(random.bytes(SECRET_BYTES));
}

/**
 * The `otpauth:` URI behind the QR code. `label` is the account within `issuer`. In the path a colon parts the two, however
 * it is written, and neither may hold one (Key Uri Format); the parameter has the issuer whole.
 */
export function otpauthUri({
  issuer,
  label,
  secret,
}: {
  issuer: string;
  label: string;
  secret: string;
}): string {
  const account = [issuer, label]
    .map((part) => part.replace(/\s*:\s*/g, ' ').trim())
    .filter((part) => part !== '')
    .map(encodeURIComponent)
    .join(':');
  return `otpauth://totp/${account}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

/** The time step of `now` (UTC ms). */
export function timeStep(now: number): number {
  return Math.floor(now / 1000 / PERIOD);
}

const DIGITS = 6;
const COUNTER_BYTES = 8;

/** The code of one time step. `secret` in base32. */
export function codeAt(secret: string, step: number): string {
  return hotp(keyOf(secret), step);
}

/** Made once for all steps that are looked at: making it costs more than an HMAC. */
const keyOf = (secret: string): KeyObject => createSecretKey(base32.decode(secret));

/** HOTP (RFC 4226 §5.3) with the step as the counter. By Node's HMAC: otplib makes a key for each code. */
function hotp(key: KeyObject, step: number): string {
  const counter = Buffer.alloc(COUNTER_BYTES);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const truncated = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(truncated % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** A code as it must look before anything is looked up, hashed or counted (S-06). */
export function isCode(code: string): boolean {
  return /^[0-9]{6}$/.test(code);
}

/**
 * Finds the time step that `code` belongs to, within one step of `now` (UTC ms) and later than `after`, the last step
 * accepted. `drift` is in steps: -1 where the phone is behind. Null: the code is wrong, spent, or not six digits.
 * The caller makes it count once: a write whose WHERE says that the stored step is still lower (S-03).
 */
export function matchStep(
  secret: string,
  code: string,
  now: number,
  { after }: { after: number | null },
): { step: number; drift: number } | null {
  if (!isCode(code)) return null;
  const key = keyOf(secret);
  const current = timeStep(now);
  let found: number | null = null;
  // SECURITY: no early end, so that time tells nothing of the step (S-07). The latest match counts: if two steps happen
  // to share a code, taking the earlier one would leave that code good for a second use.
  for (let step = current - WINDOW; step <= current + WINDOW; step += 1) {
    const matches = step >= 0 && equal(Buffer.from(hotp(key, step)), Buffer.from(code));
    if (matches && (after === null || step > after)) found = step;
  }
  return found === null ? null : { step: found, drift: found - current };
}

/**
 * How many seconds the phone is ahead (negative: behind), where `code` belongs to a step outside the accepted window and
 * within ten minutes; else null. Only for telling people to set the clock: such a code is and stays wrong.
 */
export function measureDrift(secret: string, code: string, now: number): number | null {
  if (!isCode(code)) return null;
  const key = keyOf(secret);
  const current = timeStep(now);
  let nearest: number | null = null;
  for (let distance = DRIFT_WINDOW; distance > WINDOW; distance -= 1) {
    for (const drift of [distance, -distance]) {
      const step = current + drift;
      if (step >= 0 && equal(Buffer.from(hotp(key, step)), Buffer.from(code))) nearest = drift;
    }
  }
  return nearest === null ? null : nearest * PERIOD;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
