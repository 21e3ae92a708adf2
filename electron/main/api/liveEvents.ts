import type { AxiosInstance, AxiosResponse } from 'axios';
import type { Readable } from 'node:stream';
import { EVENTS_PATH } from '../../../contract/operations.ts';
import { waitBefore } from './backOff.ts';
import { createEventReader, type ServerSentEvent } from './serverSentEvents.ts';

export interface LiveEventDeps {
  http: AxiosInstance;
  token: () => string | undefined;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  random: () => number;
  onEvent: (event: ServerSentEvent) => void;
  /** The stream stands (true) or is being sought again (false): what was shown may be old. */
  onConnected: (connected: boolean) => void;
  /** The stream stands again; what happened in between was not heard. */
  onMissed: () => void;
}

const BACK_OFF = { first: 1_000, longest: 30_000 };
/** The server sends a comment every 15 s; after this much silence the line is taken for dead. Milliseconds. */
const SILENCE_MS = 45_000;

export interface LiveEvents {
  start(): void;
  stop(): void;
}

/** Follows GET /events for as long as there is a token, coming back with growing waits. */
export function createLiveEvents(deps: LiveEventDeps): LiveEvents {
  let running: AbortController | undefined;

  return {
    start() {
      if (running) return;
      const own = (running = new AbortController());
      void follow(deps, own.signal).finally(() => {
        if (running === own) running = undefined;
      });
    },
    stop() {
      running?.abort();
      running = undefined;
    },
  };
}

interface Following {
  failures: number;
  lastId: string | undefined;
  /** It stood before. */
  isAgain: boolean;
}

async function follow(deps: LiveEventDeps, signal: AbortSignal): Promise<void> {
  const state: Following = { failures: 0, lastId: undefined, isAgain: false };
  while (!signal.aborted && deps.token() !== undefined) {
    const token = deps.token();
    const seen = await readOnce(deps, signal, state);
    if (signal.aborted) return;
    // The session was renewed, which ends the stream of its old token: nothing is amiss.
    if (seen && deps.token() !== token) continue;
    deps.onConnected(false);
    // A 401 is for the next call to find out: it alone ends a session, so that a stream can't sign anybody out.
    state.failures = seen ? 0 : state.failures + 1;
    await deps.wait(waitBefore(state.failures, BACK_OFF, deps.random()), signal);
  }
}

/** One connection, until it ends. True where the server took it. */
async function readOnce(deps: LiveEventDeps, signal: AbortSignal, state: Following): Promise<boolean> {
  const answer = await open(deps, signal, state.lastId);
  if (!answer) return false;
  if (answer.status !== 200) {
    answer.data.destroy();
    return false;
  }
  deps.onConnected(true);
  if (state.isAgain) deps.onMissed();
  state.isAgain = true;
  await drain(answer.data, (event) => {
    state.lastId = event.id ?? state.lastId;
    deps.onEvent(event);
  });
  return true;
}

async function open(
  deps: LiveEventDeps,
  signal: AbortSignal,
  lastId: string | undefined,
): Promise<AxiosResponse<Readable> | undefined> {
  try {
    return await deps.http.get<Readable>(EVENTS_PATH, {
      responseType: 'stream',
      signal,
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${deps.token() ?? ''}`,
        ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
      },
    });
  } catch {
    return undefined;
  }
}

async function drain(stream: Readable, onEvent: (event: ServerSentEvent) => void): Promise<void> {
  const read = createEventReader(onEvent);
  const silence = setTimeout(() => stream.destroy(), SILENCE_MS);
  stream.setEncoding('utf8');
  try {
    for await (const piece of stream) {
      silence.refresh();
      read(String(piece));
    }
  } catch {
    // However it ended, the loop above this comes back.
  } finally {
    clearTimeout(silence);
    stream.destroy();
  }
}
