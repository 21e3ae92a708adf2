/** The pictures that were taken, those that a person passed, and those that a document shows. */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './digest.mjs';
import { root } from './shell.mjs';
import { smallPng } from './smallPng.mjs';

export const taken = join(root, 'out', 'screenshots');
const shown = join(root, 'docs', 'screenshots');
const passed = join(shown, 'digest.json');

/** @typedef {Record<string, string>} Digests by look and screen: `web-light-wide/sign-in` */

/** @returns {Digests} of all pictures that lie in out/screenshots */
export function digestsOfTaken() {
  const names = globSync('*/*.png', { cwd: taken }).map((path) => path.replaceAll('\\', '/').slice(0, -4));
  return Object.fromEntries(
    names.toSorted().map((name) => {
      const anew = JSON.parse(readFileSync(join(taken, `${name}.anew.json`), 'utf8'));
      return [name, digestOf(readFileSync(join(taken, `${name}.png`)), anew)];
    }),
  );
}

/** @returns {Digests} as a person passed them */
export const digestsPassed = () => (existsSync(passed) ? JSON.parse(readFileSync(passed, 'utf8')) : {});

/**
 * Passes pictures: their looks replace those that were passed before, other looks stay.
 * @param {Digests} digests
 */
export function pass(digests) {
  const looks = new Set(Object.keys(digests).map(lookOf));
  const others = Object.entries(digestsPassed()).filter(([name]) => !looks.has(lookOf(name)));
  const all = [...others, ...Object.entries(digests)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(passed, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

/** @param {string} name @returns {string} shell, theme and width */
export const lookOf = (name) => dirname(name);

/** @returns {string[]} the names of the pictures that README and docs show */
function namesShown() {
  const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: root }).map(String)];
  const names = documents.flatMap((document) =>
    [...readFileSync(join(root, document), 'utf8').matchAll(/[(/]([a-z-]+\/[\w-]+)\.png\)/g)].map(
      ([, name]) => name ?? '',
    ),
  );
  return [...new Set(names)].toSorted();
}

/** Puts the pictures that documents show beside them, made small; those that were not taken stay as they are. */
export function keepShown() {
  const names = namesShown();
  for (const path of globSync('*/*.png', { cwd: shown }))
    if (!names.includes(path.replaceAll('\\', '/').slice(0, -4))) rmSync(join(shown, path));
  for (const name of names.filter((one) => existsSync(join(taken, `${one}.png`)))) {
    mkdirSync(join(shown, lookOf(name)), { recursive: true });
    writeFileSync(join(shown, `${name}.png`), smallPng(readFileSync(join(taken, `${name}.png`))));
  }
}
