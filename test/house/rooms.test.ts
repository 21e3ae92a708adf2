import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

/** Files of the rooms whose text matches, as paths below the checkout. */
function filesThat(pattern: RegExp): string[] {
  return globSync('{contract,electron,renderer,server}/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => pattern.test(readFileSync(join(root, path), 'utf8')))
    .map((path) => path.replaceAll('\\', '/'));
}

describe('what only one room may use', () => {
  it.each([
    ['ipcMain', /\bipcMain\b/, 'electron/main/ipc/'],
    ['axios', /from 'axios'/, 'electron/main/api/'],
    ['ipcRenderer', /\bipcRenderer\b/, 'electron/preload/'],
    ['the SQLite driver', /from 'node:sqlite'/, 'server/db/'],
  ])('%s', (_name, pattern, room) => {
    const users = filesThat(pattern);
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((path) => !path.startsWith(room))).toEqual([]);
  });
});

describe("a room's own TypeScript project", () => {
  const folder = join(root, 'out', 'test', 'rooms');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Compiles one file under the settings of a room and hands back the compiler's words. */
  function compile(room: string, text: string): string {
    const place = join(folder, room);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'planted.ts'), text);
    writeFileSync(
      join(place, 'tsconfig.json'),
      JSON.stringify({
        extends: `../../../../${room}/tsconfig.json`,
        compilerOptions: {
          composite: false,
          emitDeclarationOnly: false,
          noEmit: true,
          tsBuildInfoFile: null,
        },
        include: ['planted.ts'],
        references: [],
      }),
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    return spawnSync(process.execPath, [tsc, '-p', place], { encoding: 'utf8' }).stdout;
  }

  it.each([
    ['contract', 'window', 'export const name = window.name;'],
    ['contract', 'process', 'export const pid = process.pid;'],
    ['renderer', 'process', 'export const pid = process.pid;'],
    ['renderer', 'Buffer', "export const bytes = Buffer.from('');"],
    ['server', 'document', 'export const title = document.title;'],
    ['electron', 'document', 'export const title = document.title;'],
  ])('of %s knows no %s', (room, global, text) => {
    expect(compile(room, text)).toContain(`Cannot find name '${global}'`);
  });

  it.each(['contract', 'renderer', 'server', 'electron'])('of %s takes sound code', (room) => {
    expect(compile(room, 'export const sound: number = 1;')).toBe('');
  });
});
