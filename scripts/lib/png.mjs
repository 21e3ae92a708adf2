/** Reads the pixels of a screenshot. No image library needed. */
import { inflateSync } from 'node:zlib';

/**
 * @param {Buffer} png 8 bits a channel, RGB or RGBA, not interlaced: as Chromium writes it; throws at another kind
 * @returns {{ width: number, height: number, channels: number, pixels: Buffer }} rows from the top, without gaps
 */
export function decodePng(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const type = png[25];
  if (png[24] !== 8 || (type !== 2 && type !== 6) || png[28] !== 0)
    throw new Error('This PNG is of another kind.');
  const channels = type === 6 ? 4 : 3;
  const parts = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return {
    width,
    height,
    channels,
    pixels: unfilter(inflateSync(Buffer.concat(parts)), width * channels, channels),
  };
}

/**
 * Undoes what PNG (ISO/IEC 15948, 9) does to each row before it is packed.
 * @param {Buffer} packed @param {number} stride bytes in a row @param {number} back bytes in a pixel
 */
function unfilter(packed, stride, back) {
  const pixels = Buffer.alloc((packed.length / (stride + 1)) * stride);
  for (let row = 0; row * stride < pixels.length; row += 1) {
    const filter = packed[row * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = row * stride + x;
      const left = x < back ? 0 : (pixels[at - back] ?? 0);
      const up = row === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = x < back || row === 0 ? 0 : (pixels[at - stride - back] ?? 0);
      pixels[at] = (packed[row * (stride + 1) + 1 + x] ?? 0) + guess(filter, left, up, corner);
    }
  }
  return pixels;
}

/** @param {number} filter @param {number} left @param {number} up @param {number} corner */
function guess(filter, left, up, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
