import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The built web shell beside this program, from its sources or from its bundle; a server without it serves the API only. */
export function webShellFolder(): string | null {
  const folders = ['../../out/renderer/web', '../renderer/web'].map((path) =>
    join(import.meta.dirname, path),
  );
  return folders.find((folder) => existsSync(folder)) ?? null;
}
