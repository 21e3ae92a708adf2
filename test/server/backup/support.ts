import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { fingerprintsOf } from '../../../server/crypto/fingerprint.ts';
import { parseKeyring } from '../../../server/crypto/keyring.ts';
import type { Deps } from '../../../server/context.ts';
import { createOrganisation } from '../../../server/features/setup/createOrganisation.ts';
import { openDeps } from '../../../server/opening.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { runHere } from '../../support/runHere.ts';

export const PASSPHRASE = 'a river of small lanterns';

const keyText = (byte: number) => `1:${Buffer.alloc(32, byte).toString('base64url')}\n`;
export const fingerprint = (byte: number) => fingerprintsOf(parseKeyring(keyText(byte)));

/** A folder for each test. */
export function useFolder(): { path: (name: string) => string; keyFile: (byte: number) => string } {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-backup-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    keyFile(byte) {
      writeFileSync(path(`key-${byte}`), keyText(byte), { mode: 0o600 });
      return path(`key-${byte}`);
    },
  };
}

export interface Place {
  /** How a command names it. */
  args: string[];
  options: { dataDir?: string | undefined; databaseUrl?: string | undefined; keyFile: string };
  /** Does something in it as a server would. */
  within<T>(work: (deps: Deps) => Promise<T>): Promise<T>;
}

/** An empty database, and how it is opened. */
export async function emptyPlace(open: OpenDatabase, keyFile: string): Promise<Place> {
  const { url, options } = await open('empty');
  const place = url === null ? ['--data', options.dataDir ?? ''] : ['--database-url', url];
  const opened = { dataDir: options.dataDir, databaseUrl: url ?? undefined, keyFile };
  return {
    args: [...place, '--key-file', keyFile],
    options: opened,
    async within(work) {
      const deps = await openDeps({ ...opened, publicUrl: 'https://gatehouse.example' });
      try {
        return await work(deps);
      } finally {
        await deps.events.close();
        await deps.db.close();
      }
    },
  };
}

/** The same with an organisation of one administrator in it. */
export async function organisation(open: OpenDatabase, keyFile: string): Promise<Place> {
  const place = await emptyPlace(open, keyFile);
  await place.within((deps) =>
    deps.db.transaction((tx) =>
      createOrganisation(tx, deps, {
        name: 'Northwind',
        kind: 'server',
        administrator: { username: 'ada', name: 'Ada', email: 'ada@example.org', passwordHash: 'none' },
        now: Date.now() - 60_000,
      }),
    ),
  );
  return place;
}

/** Makes a backup, and expects that it was made. */
export async function backedUp({ args }: Place, file: string): Promise<void> {
  const run = await runHere(['backup', file, ...args]);
  if (run.exitCode !== 0) throw new Error(run.stderr);
}
