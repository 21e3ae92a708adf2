import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { deriveKey } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import { SealBroken } from './seal.ts';

const FRAME_BYTES = 65_536;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
/** In a frame's length: there is none after it. */
const LAST = 0x8000_0000;

/** A key for one stream alone, so that its frames can be numbered from 0 on. `salt`: 32 random bytes that go with it. */
export function streamKey(keyring: Keyring, version: number, salt: Uint8Array): KeyObject {
  const master = deriveKey(keyring, version, 'backup').export();
  return createSecretKey(Buffer.from(hkdfSync('sha256', master, salt, 'gatehouse:backup-stream', 32)));
}

/**
 * Seals a stream of any length in frames (AES-256-GCM). SECURITY: each is bound to its place, to whether it is the last, and to
 * `head`, so that nothing can be cut off, swapped, repeated or put before it without its being noticed.
 */
export async function* sealStream(
  chunks: AsyncIterable<Uint8Array>,
  key: KeyObject,
  head: Uint8Array,
): AsyncGenerator<Buffer> {
  let number = 0;
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length > FRAME_BYTES) {
      yield sealFrame(waiting.subarray(0, FRAME_BYTES), key, { head, number, isLast: false });
      waiting = waiting.subarray(FRAME_BYTES);
      number += 1;
    }
  }
  yield sealFrame(waiting, key, { head, number, isLast: true });
}

/** What `sealStream` sealed. Throws `SealBroken` at the first byte that isn't as it was written, or missing, or too many. */
export async function* openStream(
  chunks: AsyncIterable<Uint8Array>,
  key: KeyObject,
  head: Uint8Array,
): AsyncGenerator<Buffer> {
  let number = 0;
  let isOver = false;
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const frame = firstFrame(waiting);
      if (!frame) break;
      if (isOver) throw new SealBroken();
      yield openFrame(frame.sealed, key, { head, number, isLast: frame.isLast });
      waiting = waiting.subarray(LENGTH_BYTES + frame.sealed.length);
      isOver = frame.isLast;
      number += 1;
    }
    if (isOver && waiting.length > 0) throw new SealBroken();
  }
  if (!isOver) throw new SealBroken();
}

interface Place {
  head: Uint8Array;
  number: number;
  isLast: boolean;
}

function sealFrame(plain: Uint8Array, key: KeyObject, place: Place): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place));
  cipher.setAAD(place.head);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(place.isLast ? sealed.length + LAST : sealed.length);
  return Buffer.concat([length, sealed]);
}

function openFrame(sealed: Buffer, key: KeyObject, place: Place): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place), { authTagLength: TAG_BYTES });
  decipher.setAAD(place.head);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new SealBroken(error);
  }
}

function nonceOf({ number, isLast }: Place): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(isLast ? 1 : 0);
  nonce.writeBigUInt64BE(BigInt(number), 4);
  return nonce;
}

/** The frame that the bytes begin with; null where it isn't whole yet. */
function firstFrame(bytes: Buffer): { sealed: Buffer; isLast: boolean } | null {
  if (bytes.length < LENGTH_BYTES) return null;
  const written = bytes.readUInt32BE();
  const isLast = written >= LAST;
  const length = isLast ? written - LAST : written;
  if (length < TAG_BYTES || length > FRAME_BYTES + TAG_BYTES) throw new SealBroken();
  if (bytes.length < LENGTH_BYTES + length) return null;
  return { sealed: bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length), isLast };
}
