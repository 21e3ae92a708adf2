/** Makes a screenshot small: a palette, which a flat interface fits into. No image library needed. */
import { crc32, deflateSync } from 'node:zlib';
import { decodePng } from './png.mjs';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;
/** Of two colours no further apart than this one stands for both. By how often they show alone, a small red button would be brown. */
const ALIKE = 8;

/**
 * @param {Buffer} png 8 bits a channel, RGB or RGBA without transparency, not interlaced: as Chromium writes it
 * @returns {Buffer} the same picture with a palette
 */
export function smallPng(png) {
  const { width, height, pixels, channels } = decodePng(png);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  /** @type {number[]} */
  const palette = [];
  for (const [colour] of [...counts].toSorted((a, b) => b[1] - a[1])) {
    if (palette.length === COLOURS) break;
    if (palette.every((other) => distance(other, colour) > ALIKE ** 2)) palette.push(colour);
  }
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colourAt(pixels, (y * width + x) * channels);
      let place = places.get(colour);
      if (place === undefined) {
        place = nearest(palette, colour);
        places.set(colour, place);
      }
      rows[y * (width + 1) + 1 + x] = place;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param {Buffer} pixels @param {number} at */
const colourAt = (pixels, at) =>
  ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);

/** @param {number[]} palette @param {number} colour */
function nearest(palette, colour) {
  let best = 0;
  let least = Infinity;
  for (const [place, known] of palette.entries()) {
    const far = distance(known, colour);
    if (far < least) [best, least] = [place, far];
  }
  return best;
}

/** Squared. @param {number} one @param {number} other */
function distance(one, other) {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
