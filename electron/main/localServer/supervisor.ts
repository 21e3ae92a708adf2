import { sentence, type Sentence } from '../../../contract/words/sentence.ts';
import { KeychainLocked } from './keyring.ts';
import type { FromChild, StartMessage, ToChild } from './messages.ts';

/** A running child; `spawn.ts` makes it of Electron's utility process, a test of anything. */
export interface Child {
  send(message: ToChild): void;
  kill(): void;
}

export interface ChildEvents {
  onMessage(message: FromChild): void;
  onExit(code: number): void;
}

/** What a person is told once their language is known; text where it came as text. */
type Told = Sentence<'desktop'> | string;

/** As the person is told of it; `address` is for main alone. */
export type LocalServerState =
  { state: 'stopped' | 'starting' | 'failed'; message: Told | null } | { state: 'ready'; address: string };

export interface SupervisorDeps {
  spawn: (events: ChildEvents) => Child;
  /** What the child is told first; made anew for each start, so that a set-up token is never used twice. Throws why it can't. */
  startMessage: () => StartMessage;
  now: () => number;
  after: (ms: number, act: () => void) => { cancel(): void };
  onState: (state: LocalServerState) => void;
}

/** Crashes within a minute after which it isn't tried again. */
const TOO_MANY = 5;
const WINDOW_MS = 60_000;
const FIRST_WAIT_MS = 500;
const STOP_PATIENCE_MS = 8_000;

export interface Supervisor {
  start(): void;
  /** Resolves when the process is gone; it is killed where it doesn't end by itself. */
  stop(): Promise<void>;
  state(): LocalServerState;
}

/** Keeps one server on this computer running: starts it, waits for its address, starts it again when it dies. */
export function createSupervisor(deps: SupervisorDeps): Supervisor {
  let state: LocalServerState = { state: 'stopped', message: null };
  let child: Child | undefined;
  let wanted = false;
  /** The child was told to end, or said that it will: its exit is no crash. */
  let ending = false;
  let pause: { cancel(): void } | undefined;
  let crashes: number[] = [];
  const gone: (() => void)[] = [];

  function become(next: LocalServerState) {
    state = next;
    deps.onState(next);
  }

  function launch() {
    let first: StartMessage;
    try {
      first = deps.startMessage();
    } catch (error) {
      wanted = false;
      return become({
        state: 'failed',
        message: whyUnprepared(error),
      });
    }
    const own = deps.spawn({
      onMessage: (message) => own === child && heard(message),
      onExit: (code) => own === child && ended(code),
    });
    child = own;
    own.send(first);
  }

  function heard(message: FromChild) {
    if (message.type === 'ready' && wanted) become({ state: 'ready', address: message.address });
    if (message.type === 'failed') {
      // It said why, so another try would fail alike.
      wanted = false;
      ending = true;
      become({ state: 'failed', message: message.detail ?? sentence('desktop', 'serverNotStarted') });
    }
  }

  function ended(code: number) {
    const expected = ending;
    child = undefined;
    ending = false;
    for (const tell of gone.splice(0)) tell();
    if (expected && wanted) return launch();
    if (!wanted) {
      if (state.state !== 'failed') become({ state: 'stopped', message: null });
      return;
    }
    crashes = [...crashes.filter((at) => at > deps.now() - WINDOW_MS), deps.now()];
    if (crashes.length >= TOO_MANY) {
      wanted = false;
      return become({
        state: 'failed',
        message: sentence('desktop', 'serverGivenUp', { times: crashes.length, code: String(code) }),
      });
    }
    become({ state: 'starting', message: sentence('desktop', 'serverStartsAgain') });
    pause = deps.after(FIRST_WAIT_MS * 2 ** (crashes.length - 1), launch);
  }

  return {
    state: () => state,
    start() {
      if (wanted) return;
      wanted = true;
      crashes = [];
      become({ state: 'starting', message: null });
      // A child of an earlier start that is still on its way out holds the database: wait for it.
      if (!child) launch();
    },
    stop() {
      wanted = false;
      pause?.cancel();
      const leaving = child;
      if (!leaving) {
        become({ state: 'stopped', message: null });
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        const killer = deps.after(STOP_PATIENCE_MS, () => leaving.kill());
        gone.push(() => {
          killer.cancel();
          resolve();
        });
        ending = true;
        leaving.send({ type: 'stop' });
      });
    },
  };
}

function whyUnprepared(error: unknown): Told {
  if (error instanceof KeychainLocked) return sentence('desktop', 'keychainLocked');
  return error instanceof Error ? error.message : sentence('desktop', 'serverNotPrepared');
}
