/** `npm run icons`: draws the PNG icons from the SVGs, with the same Chromium that the tests use. */
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, root, say } from './lib/shell.mjs';

const icons = join(root, 'resources', 'icons');
const appSizes = [16, 32, 48, 64, 128, 256, 512];

/** Dark strokes for light trays, light ones for dark trays; the system picks by the theme it reports. */
const trays = [
  { name: 'tray-light', colour: '#14171B' },
  { name: 'tray-dark', colour: '#E9ECF0' },
];

const executablePath = findProgram('chromium');
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();

/** @param {string} svg @param {number} size @param {string} file @param {string} [colour] */
async function draw(svg, size, file, colour = '#000000') {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent;color:${colour}}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: join(icons, file), omitBackground: true });
}

const icon = readFileSync(join(icons, 'icon.svg'), 'utf8');
const logo = readFileSync(join(icons, 'logo.svg'), 'utf8');
for (const size of appSizes) await draw(icon, size, `${size}x${size}.png`);
await draw(icon, 512, 'icon.png');
for (const { name, colour } of trays) {
  await draw(logo, 16, `${name}.png`, colour);
  await draw(logo, 32, `${name}@2x.png`, colour);
}
await browser.close();
say(`drew the icons in ${icons}`);
