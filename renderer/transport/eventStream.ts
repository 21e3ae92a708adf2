import type { LiveEvent } from '../../contract/events.ts';
import { API_BASE, EVENTS_PATH } from '../../contract/operations.ts';

/** Waits before a stream that was refused is asked for again: doubling, with a random part. Milliseconds. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

export interface StreamHearer {
  onEvent(event: LiveEvent): void;
  /** The stream stands. `missed`: not at the first try, so that something may have happened unheard. */
  onOpen(missed: boolean): void;
  /** The server gives none, maybe because the session is over. */
  onRefused(): void;
}

export interface EventStream {
  /** Tries at once where it waits to. */
  hurry(): void;
  close(): void;
}

/**
 * The server's live events. A browser comes back by itself to a stream that broke, and gives up for good on one that was
 * refused (429, 503, a proxy's 502): that one is asked for again here.
 */
export function openEventStream({ onEvent, onOpen, onRefused }: StreamHearer): EventStream {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refusals = 0;
  let isFirstTry = true;

  function connect(): void {
    timer = undefined;
    const own = (source = new EventSource(`${API_BASE}${EVENTS_PATH}`));
    own.addEventListener('open', () => {
      onOpen(!isFirstTry);
      isFirstTry = false;
      refusals = 0;
    });
    own.addEventListener('message', ({ data }) => onEvent(JSON.parse(String(data)) as LiveEvent));
    own.addEventListener('error', () => {
      isFirstTry = false;
      if (own.readyState !== EventSource.CLOSED) return;
      const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** refusals);
      refusals += 1;
      timer = setTimeout(connect, full * (0.5 + Math.random() / 2));
      onRefused();
    });
  }

  connect();
  return {
    hurry() {
      if (timer === undefined) return;
      clearTimeout(timer);
      connect();
    },
    close() {
      clearTimeout(timer);
      timer = undefined;
      source?.close();
    },
  };
}
