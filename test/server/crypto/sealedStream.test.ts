import { describe, expect, it } from 'vitest';
import { SealBroken } from '../../../server/crypto/seal.ts';
import { openStream, sealStream, streamKey } from '../../../server/crypto/sealedStream.ts';
import { TEST_KEYS } from '../../support/schemaImage.ts';

const HEAD = Buffer.from('head');
const FRAME = 65_536 + 16 + 4;
const key = streamKey(TEST_KEYS, 1, Buffer.alloc(32, 3));

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function whole(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

const sealed = (plain: Buffer, size = 10_000) => whole(sealStream(inPieces(plain, size), key, HEAD));
const opened = (bytes: Buffer, size = 10_000, head = HEAD) =>
  whole(openStream(inPieces(bytes, size), key, head));

describe('S-80: a sealed stream', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])('of %i bytes opens as it was', async (size) => {
    const plain = Buffer.alloc(size, 'some words ');
    const bytes = await sealed(plain);
    expect((await opened(bytes)).equals(plain)).toBe(true);
    expect((await opened(bytes, 7777)).equals(plain)).toBe(true);
  });

  it('is bound to its head, its key and the order of its frames, and is whole or nothing', async () => {
    const bytes = await sealed(Buffer.alloc(300_000, 'some words '));
    const frames = [0, 1, 2, 3, 4].map((n) => bytes.subarray(n * FRAME, (n + 1) * FRAME));
    const [first, second, third, fourth, last] = frames as [Buffer, Buffer, Buffer, Buffer, Buffer];
    const asLast = (frame: Buffer) =>
      Buffer.concat([Buffer.from([0x80 | frame.readUInt8(0)]), frame.subarray(1)]);
    for (const odd of [
      [first, second, asLast(third)],
      [asLast(first)],
      [second, first, third, fourth, last],
      [first, second, third, fourth],
      [first, second, third, last],
      [first, first, second, third, fourth, last],
      [first, second, third, fourth, last, last],
      [last],
      [],
    ]) {
      await expect(opened(Buffer.concat(odd))).rejects.toThrow(SealBroken);
    }
    await expect(opened(bytes, 10_000, Buffer.from('other'))).rejects.toThrow(SealBroken);
    const other = streamKey(TEST_KEYS, 1, Buffer.alloc(32, 4));
    await expect(whole(openStream(inPieces(bytes, 9999), other, HEAD))).rejects.toThrow(SealBroken);
  });
});
