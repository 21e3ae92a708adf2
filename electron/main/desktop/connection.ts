import type { Operation } from '../../../contract/define.ts';
import type { ErrorCode, Problem, Result } from '../../../contract/errors.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { LocalKind } from '../localServer/messages.ts';
import type { LocalServerState } from '../localServer/supervisor.ts';
import type { Profile } from './profiles.ts';
import type { Words } from '../words.ts';

/** A way to one server; main/api makes it. */
interface Client {
  call(operation: Operation, input: Record<string, unknown>): Promise<Result<unknown>>;
  /** Ends the session on this side: no token, no live events. */
  forget(): void;
  close(): void;
}

interface LocalServer {
  start(): void;
  stop(): Promise<void>;
  /** The set-up token of the process that runs now (S-64). */
  setupToken(): string | undefined;
}

export interface ConnectionDeps {
  openClient: (profile: Profile, origin: string) => Client;
  servers: Record<LocalKind, LocalServer>;
  after: (ms: number, act: () => void) => { cancel(): void };
  problem: (code: ErrorCode, detail: string) => Problem;
  words: Pick<Words, 'say' | 'write'>;
  onChange: () => void;
}

/** How long a call waits for a server on this computer that is on its way up. Milliseconds. */
const PATIENCE_MS = 20_000;

export interface Connection {
  /** Leaves the profile before, and goes to another or to none. */
  use(profile: Profile | undefined): Promise<void>;
  profile(): Profile | undefined;
  call(operation: Operation, input: Record<string, unknown>): Promise<Result<unknown>>;
  forget(): void;
  /** Tells the server with the last of the token, and ends the session on this side without waiting for it. */
  leave(signOut: Operation): void;
  server(): LocalServerState;
  /** Of the server on this computer that is in use; a server elsewhere printed its own. */
  setupToken(): string | undefined;
  /** What a server on this computer says of itself; of one that isn't in use it is passed over. */
  heard(kind: LocalKind, state: LocalServerState): void;
  close(): Promise<void>;
}

/** Which profile is in use, and the one client that goes with it. */
export function createConnection(deps: ConnectionDeps): Connection {
  let current: Profile | undefined;
  let client: Client | undefined;
  let server: LocalServerState = { state: 'stopped', message: null };
  const waiting: (() => void)[] = [];

  function settle() {
    for (const goOn of waiting.splice(0)) goOn();
  }

  function drop() {
    client?.close();
    client = undefined;
  }

  async function use(profile: Profile | undefined) {
    const before = current;
    // Its server runs or is on its way: starting anew would only cut off what is under way.
    if (profile && profile.kind !== 'server' && profile.id === before?.id && server.state !== 'failed')
      return;
    current = profile;
    drop();
    server = { state: 'stopped', message: null };
    if (profile?.kind === 'server' && profile.address !== undefined)
      client = deps.openClient(profile, profile.address);
    settle();
    if (before && before.kind !== 'server' && before.kind !== profile?.kind)
      await deps.servers[before.kind].stop();
    if (profile && profile === current && profile.kind !== 'server') deps.servers[profile.kind].start();
    deps.onChange();
  }

  function heard(kind: LocalKind, state: LocalServerState) {
    if (current?.kind !== kind) return;
    server = state;
    drop();
    // A server that was started again has another port: the client before it leads nowhere.
    if (state.state === 'ready') client = deps.openClient(current, state.address);
    if (state.state !== 'starting') settle();
    deps.onChange();
  }

  function whenSettled(): Promise<void> {
    return new Promise((resolve) => {
      const timer = deps.after(PATIENCE_MS, resolve);
      waiting.push(() => {
        timer.cancel();
        resolve();
      });
    });
  }

  async function ready(): Promise<Client | undefined> {
    if (!client && current && server.state !== 'failed') await whenSettled();
    return client;
  }

  const refused = (): Result<never> => ({ ok: false, error: refusal() });

  function refusal(): Problem {
    const { say, write } = deps.words;
    // Where no organisation is open nobody is signed in, and the page goes to where one is chosen.
    if (!current) return deps.problem('not_signed_in', say('noneOpen'));
    if (server.state === 'failed')
      return deps.problem('unavailable', write(server.message ?? sentence('desktop', 'serverDown')));
    return deps.problem('unavailable', say('serverStarting'));
  }

  return {
    use,
    heard,
    profile: () => current,
    server: () => server,
    setupToken: () =>
      current && current.kind !== 'server' ? deps.servers[current.kind].setupToken() : undefined,
    forget: () => client?.forget(),
    leave(signOut) {
      // The token is read as the call is made, so that it may be forgotten right after.
      void client?.call(signOut, {});
      client?.forget();
    },
    async call(operation, input) {
      const asked = await ready();
      const answer = asked ? await asked.call(operation, input) : refused();
      // The server here died under a question, and may stand again by now: a read is asked once more.
      const overtaken = asked !== undefined && asked !== client && current?.kind !== 'server';
      if (answer.ok || !overtaken || operation.method !== 'GET' || answer.error.code !== 'unreachable')
        return answer;
      return (await ready())?.call(operation, input) ?? refused();
    },
    async close() {
      const before = current;
      current = undefined;
      drop();
      settle();
      if (before && before.kind !== 'server') await deps.servers[before.kind].stop();
    },
  };
}
