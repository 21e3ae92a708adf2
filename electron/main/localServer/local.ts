import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { keyringFiles, loadKeyring, type Vault } from './keyring.ts';
import type { LocalKind } from './messages.ts';
import { spawnServer } from './spawn.ts';
import { createSupervisor, type LocalServerState, type SupervisorDeps } from './supervisor.ts';

export interface LocalServerOptions extends Pick<SupervisorDeps, 'now' | 'after'> {
  kind: LocalKind;
  /** The bundled server's entry. */
  entry: string;
  /** The app's own folder; the database goes into one below it, the key into another. */
  userData: string;
  vault: Vault;
  environment: NodeJS.ProcessEnv;
  onState: (state: LocalServerState) => void;
  log: (line: string) => void;
}

/** A server on this computer, in a process of its own, with its own data and key. */
export function createLocalServer(options: LocalServerOptions) {
  const { kind, userData } = options;
  let setupToken: string | undefined;

  const supervisor = createSupervisor({
    spawn: spawnServer(options.entry, ownEnvironment(options.environment), options.log),
    startMessage() {
      const { text } = loadKeyring(keyringPath(userData, kind), options.vault);
      setupToken = randomBytes(32).toString('base64url');
      return { type: 'start', kind, dataDir: dataFolder(userData, kind), setupToken, keyring: text };
    },
    now: options.now,
    after: options.after,
    onState: options.onState,
  });

  return { start: supervisor.start, stop: supervisor.stop, setupToken: () => setupToken };
}

const dataFolder = (userData: string, kind: LocalKind) => join(userData, kind);
const keyringPath = (userData: string, kind: LocalKind) => join(userData, 'keys', kind);

/** Removes all that a server on this computer kept, its key too. Only after it has stopped. */
export function eraseLocalServer(userData: string, kind: LocalKind): void {
  rmSync(dataFolder(userData, kind), { recursive: true, force: true });
  for (const path of keyringFiles(keyringPath(userData, kind))) rmSync(path, { force: true });
}

/** A setting meant for a server that someone runs on this machine must not steer the one inside the app. */
function ownEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('GATEHOUSE_')));
}
