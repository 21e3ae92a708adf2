import { randomBytes } from 'node:crypto';

/** Where unpredictable bytes come from; handed in, so that tests can repeat a run. */
export interface RandomSource {
  bytes(count: number): Uint8Array;
}

const POOL_BYTES = 8192;
let pool = Buffer.alloc(0);

/** The operating system's generator, asked for some thousand bytes at a time; none is ever given out twice. */
export const systemRandom: RandomSource = {
  bytes(count) {
    if (count > POOL_BYTES) return randomBytes(count);
    if (pool.length < count) pool = randomBytes(POOL_BYTES);
    const taken = Buffer.from(pool.subarray(0, count));
    // Gone from memory as soon as it is somebody's secret.
    pool.fill(0, 0, count);
    pool = pool.subarray(count);
    return taken;
  },
};

// 31 letters and digits that can't be taken for one another when read out: no 0/O, 1/I/L.
const UNAMBIGUOUS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 256 bits as base64url: sessions, challenges, links. Stored hashed only. */
export function token256(random: RandomSource): string {
  return Buffer.from(random.bytes(32)).toString('base64url');
}

/** RFC 9562 §5.7: ordered by `now` (UTC ms); within a millisecond in no order. */
export function uuidv7(now: number, random: RandomSource): string {
  const bytes = Buffer.from(random.bytes(16));
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** When a UUIDv7 was made (UTC ms). */
export function timeOfUuidv7(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}

/** Six characters to be read out on the telephone (29.7 bits: store it keyed, see `keyedHash`). */
export function requestCode(random: RandomSource): string {
  return pick(UNAMBIGUOUS, 6, random);
}

/** 80 bits in Crockford's base32, as `XXXX-XXXX-XXXX-XXXX`. */
export function activationCode(random: RandomSource): string {
  const characters = pick(CROCKFORD, 16, random);
  return (characters.match(/.{4}/g) ?? []).join('-');
}

/**
 * What a person typed for an activation code, as `activationCode` writes it: O is 0, I and L are 1, case and separators
 * don't matter. Null where it can't be one.
 */
export function normaliseActivationCode(typed: string): string | null {
  const characters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(characters)) return null;
  return (characters.match(/.{4}/g) ?? []).join('-');
}

/** What a caller read out, as `requestCode` writes it; null where it can't be one. */
export function normaliseRequestCode(typed: string): string | null {
  const characters = typed.toUpperCase().replace(/[\s-]/g, '');
  return /^[A-HJKMNP-Z2-9]{6}$/.test(characters) ? characters : null;
}

/** Evenly distributed: bytes past the last whole multiple of the alphabet are thrown away. */
function pick(alphabet: string, length: number, random: RandomSource): string {
  const limit = 256 - (256 % alphabet.length);
  let picked = '';
  while (picked.length < length) {
    for (const byte of random.bytes(length - picked.length)) {
      if (byte < limit) picked += alphabet.charAt(byte % alphabet.length);
    }
  }
  return picked;
}
