import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CELL, cellsThatDiffer, digestOf } from '../../scripts/lib/digest.mjs';
import { smallPng } from '../../scripts/lib/smallPng.mjs';

type Colour = readonly [number, number, number];
interface Painted {
  x: number;
  y: number;
  width: number;
  height: number;
  colour: Colour;
}

const WHITE: Colour = [255, 255, 255];
const INK: Colour = [28, 32, 38];
const RED: Colour = [200, 40, 40];
/** As bright to the eye as that red. */
const GREEN: Colour = [0, 107, 40];

/** A PNG of white with some rectangles, as Chromium writes it: RGB, eight bits a channel. Checksums are not looked at. */
function png(painted: readonly Painted[], { width = 600, height = 300 } = {}): Buffer {
  const stride = width * 3 + 1;
  const rows = Buffer.alloc(height * stride);
  for (const { x, y, colour, ...size } of [{ x: 0, y: 0, width, height, colour: WHITE }, ...painted]) {
    const run = Buffer.concat(Array<Buffer>(size.width).fill(Buffer.from(colour)));
    for (let row = y; row < y + size.height; row += 1) rows.set(run, row * stride + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', deflateSync(rows))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** A button with a frame and a word: what stands on most screens. */
function button(x: number, y: number, colour: Colour = INK): Painted[] {
  return [
    { x, y, width: 110, height: 36, colour },
    { x: x + 1, y: y + 1, width: 108, height: 34, colour: WHITE },
    ...Array.from({ length: 10 }, (_, letter) => ({
      x: x + 16 + letter * 8,
      y: y + 12,
      width: 3,
      height: 12,
      colour,
    })),
  ];
}

const differing = (before: readonly Painted[], after: readonly Painted[]) =>
  cellsThatDiffer(digestOf(png(before)), digestOf(png(after)));

describe('the digest of a picture', () => {
  const screen = [...button(70, 70), ...button(300, 190)];

  it('is the same for the same picture', () => {
    expect(differing(screen, screen)).toBe(0);
  });

  it('sees a button that moved by its own height, and by a third of its width', () => {
    expect(differing(screen, [...button(70, 110), ...button(300, 190)])).toBeGreaterThan(0);
    expect(differing(screen, [...button(110, 70), ...button(300, 190)])).toBeGreaterThan(0);
  });

  it('sees a button that is gone', () => {
    expect(differing(screen, button(70, 70))).toBeGreaterThan(0);
  });

  it('sees another colour of the same brightness', () => {
    const chip = (colour: Colour) => [{ x: 64, y: 64, width: 80, height: 24, colour }];
    expect(differing(chip(RED), chip(GREEN))).toBeGreaterThan(0);
  });

  it('does not see other smoothing of the same edges', () => {
    const smoothed = screen.map((part) =>
      part.colour === INK && part.width === 3 ? { ...part, colour: [56, 60, 66] as const } : part,
    );
    expect(smoothed).not.toEqual(screen);
    expect(differing(screen, smoothed)).toBe(0);
  });

  it('takes another size for another picture', () => {
    const upright = digestOf(png([], { width: 300, height: 600 }));
    expect(cellsThatDiffer(digestOf(png([])), upright)).toBe((600 / CELL) * (300 / CELL));
  });

  it('does not look where something is made anew each time, and nowhere else', () => {
    const key = { x: 300, y: 190, width: 110, height: 36 };
    const [before, after] = [
      digestOf(png(screen), [key]),
      digestOf(png([...button(70, 70), { ...key, colour: INK }]), [key]),
    ];
    expect(cellsThatDiffer(before, after)).toBe(0);
    expect(cellsThatDiffer(before, digestOf(png(button(300, 190)), [key]))).toBeGreaterThan(0);
  });
});

describe('a picture that a document shows', () => {
  it('keeps the colour of a small thing, however many shades there are around it', () => {
    const shades = Array.from({ length: 300 }, (_, at) => ({
      x: at * 2,
      y: 0,
      width: 2,
      height: 290,
      colour: [255 - Math.floor(at / 2), 255 - Math.floor(at / 2), 255 - Math.ceil(at / 2)] as const,
    }));
    const small = { x: 10, y: 292, width: 6, height: 4, colour: RED };
    expect(paletteOf(smallPng(png([...shades, small])))).toContainEqual(RED);
  });
});

/** The colours that a PNG with a palette has. */
function paletteOf(picture: Buffer): number[][] {
  const at = picture.indexOf('PLTE', 0, 'latin1');
  const bytes = [...picture.subarray(at + 4, at + 4 + picture.readUInt32BE(at - 4))];
  return Array.from({ length: bytes.length / 3 }, (_, colour) => bytes.slice(colour * 3, colour * 3 + 3));
}
