import { readFileSync } from 'node:fs';

/** Files, sockets and threads of a server besides its clients: database, mail, backups, what it sends to a browser. */
const OWN = 200;

/** How many files and connections this process may have open; null where the system doesn't tell. Node has raised it as far as it may. */
export function mostOpenFiles(): number | null {
  try {
    const limit = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return limit === undefined ? null : Number(limit);
  } catch {
    return null;
  }
}

/** How many of them clients may take: what the server needs itself stays. */
export const mostConnections = (files: number): number =>
  Math.max(1, files - Math.min(OWN, Math.ceil(files / 2)));

/** The process, or the system, has no file left to open. Passes by itself as others are closed. */
export function isOutOfFiles(error: unknown): boolean {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return code === 'EMFILE' || code === 'ENFILE';
}
