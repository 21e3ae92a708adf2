/**
 * What a picture looks like, in a line of text that can be committed: the mean of each cell of a grid. Coarse enough that
 * another rendering of the same letters is the same picture, fine enough that a button that moved is another one.
 */
import { decodePng } from './png.mjs';

/** Side of a cell in pixels: smaller than a button, bigger than a letter. */
export const CELL = 60;
/** One character a cell, 64 steps. Of different values within a step nobody sees anything. */
const STEPS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** In place of a step: what shows here is made anew each time, so it is not looked at. */
const ANEW = '.';
/** Steps by which the same picture may differ: a mean that lies on the edge of one falls to either side. */
const TOLERATED = 1;

/** @typedef {{ x: number, y: number, width: number, height: number }} Area in pixels, from the top left */

/**
 * @param {Buffer} png
 * @param {Area[]} anew where something shows that is another each time, a QR code for example
 * @returns {string} width and height, then the cells row by row
 */
export function digestOf(png, anew = []) {
  const { width, height, channels, pixels } = decodePng(png);
  const columns = Math.ceil(width / CELL);
  const cells = new Float64Array(columns * Math.ceil(height / CELL));
  const counts = new Uint32Array(cells.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const cell = Math.floor(y / CELL) * columns + Math.floor(x / CELL);
      cells[cell] = (cells[cell] ?? 0) + toneAt(pixels, (y * width + x) * channels);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const letters = [...cells].map((sum, cell) => {
    const [x, y] = [(cell % columns) * CELL, Math.floor(cell / columns) * CELL];
    if (anew.some((area) => meets(area, x, y))) return ANEW;
    return STEPS[Math.floor((sum / (counts[cell] ?? 1)) * (STEPS.length / 256))];
  });
  return `${width}x${height} ${letters.join('')}`;
}

/**
 * @param {string} before @param {string} after two digests
 * @returns {number} how many cells differ to the eye; all of them where the pictures have another size
 */
export function cellsThatDiffer(before, after) {
  const [size, cells = ''] = before.split(' ');
  const [sizeNow, cellsNow = ''] = after.split(' ');
  if (size !== sizeNow || cells.length !== cellsNow.length) return Math.max(cells.length, cellsNow.length);
  return [...cells].filter((letter, cell) => differ(letter, cellsNow[cell] ?? ANEW)).length;
}

/** @param {string} before @param {string} after */
function differ(before, after) {
  if (before === ANEW || after === ANEW) return false;
  return Math.abs(STEPS.indexOf(before) - STEPS.indexOf(after)) > TOLERATED;
}

/**
 * Not the luminance of the eye: there a red and a green of the same brightness would be one.
 * @param {Buffer} pixels @param {number} at
 * @returns {number} 0 to 255
 */
const toneAt = (pixels, at) =>
  (5 * (pixels[at] ?? 0) + 3 * (pixels[at + 1] ?? 0) + 2 * (pixels[at + 2] ?? 0)) / 10;

/** @param {Area} area @param {number} x @param {number} y of the cell's top left */
const meets = (area, x, y) =>
  area.x < x + CELL && area.x + area.width > x && area.y < y + CELL && area.y + area.height > y;
