import { EVERYTHING, type LiveEvent } from '../../contract/events.ts';
import type { EventStream, StreamHearer } from './eventStream.ts';

const NAME = 'gatehouse-events';
/** A page that nobody has seen for so long needs no stream; it looks at everything when it is seen again. Milliseconds. */
const UNSEEN = 60_000;
/** Whoever has the stream answers at once, unless the browser has put that page to sleep. Milliseconds. */
const SILENT = 3_000;

/** Between the pages of one browser: what was heard, whether anybody has the stream, and that somebody does. */
type Said = { event: LiveEvent } | 'who' | 'me';

export interface SharedStreamDeps {
  open: (hearer: StreamHearer) => EventStream;
  /** Undefined where the browser has none: each page then has a stream of its own. */
  locks: Pick<LockManager, 'request'> | undefined;
  openChannel: (name: string) => BroadcastChannel;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

/**
 * One event stream for all pages of a browser, for HTTP/1.1 has six lines to a server and a stream takes one for good. Whoever
 * holds the lock has the stream and tells the others (docs/decisions/0051-floods.md).
 *
 * @returns what ends it for this page
 */
export function shareStream(deps: SharedStreamDeps, hear: (event: LiveEvent) => void): () => void {
  const { open, locks, openChannel, page } = deps;
  const channel = openChannel(NAME);
  let awake = new AbortController();
  let stream: EventStream | undefined;
  let unseen: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let isSilent = false;
  let giveUp: () => void = () => undefined;

  const say = (said: Said) => channel.postMessage(said);

  function tell(event: LiveEvent): void {
    hear(event);
    say({ event });
  }

  /** Has the stream until the page sleeps, or the lock is taken away. */
  async function lead({ isFirst, until }: { isFirst: boolean; until: AbortSignal }): Promise<void> {
    clearTimeout(silence);
    stream = open({
      onEvent: tell,
      onOpen: (missed) => {
        // Between one page's stream and the next one's, too, nobody heard.
        if (missed || !isFirst) EVERYTHING.forEach(tell);
      },
      // A session that is over is noticed by asking who is signed in.
      onRefused: () => tell({ kind: 'me' }),
    });
    await new Promise<void>((resolve) => until.addEventListener('abort', () => resolve(), { once: true }));
    letGo();
  }

  function letGo(): void {
    stream?.close();
    stream = undefined;
  }

  async function seek(until: AbortSignal): Promise<void> {
    if (!locks) return lead({ isFirst: true, until });
    let how: 'first' | 'next' | 'steal' = 'first';
    while (!until.aborted) {
      const isFirst = how === 'first';
      const queue = new AbortController();
      giveUp = () => queue.abort();
      if (how === 'next') ask();
      isSilent = false;
      try {
        await locks.request(NAME, optionsFor(how, queue.signal), async (lock) => {
          if (lock && !until.aborted) await lead({ isFirst, until });
        });
      } catch (error) {
        letGo();
        // Neither taken away nor given up: this page may use no locks, as where it may store nothing.
        if (!isAbort(error)) return lead({ isFirst: true, until });
      }
      how = isSilent ? 'steal' : 'next';
    }
  }

  /** Whoever has the stream says so, or has it no more: the browser has put that page to sleep, lock and all. */
  function ask(): void {
    clearTimeout(silence);
    silence = setTimeout(() => {
      isSilent = true;
      giveUp();
    }, SILENT);
    say('who');
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data === 'who') {
      if (!stream) return;
      say('me');
      stream.hurry();
    } else if (data === 'me') clearTimeout(silence);
    else if (!awake.signal.aborted) hear(data.event);
  });

  function sleep(): void {
    awake.abort();
    clearTimeout(silence);
    giveUp();
  }

  function wake(): void {
    awake = new AbortController();
    EVERYTHING.forEach(hear);
    void seek(awake.signal);
  }

  function look(): void {
    clearTimeout(unseen);
    if (page.visibilityState !== 'visible') unseen = setTimeout(sleep, UNSEEN);
    else if (awake.signal.aborted) wake();
    else if (!stream) ask();
  }

  page.addEventListener('visibilitychange', look);
  if (page.visibilityState !== 'visible') look();
  void seek(awake.signal);
  return () => {
    page.removeEventListener('visibilitychange', look);
    clearTimeout(unseen);
    sleep();
    letGo();
    channel.close();
  };
}

function optionsFor(how: 'first' | 'next' | 'steal', signal: AbortSignal): LockOptions {
  if (how === 'next') return { signal };
  return how === 'first' ? { ifAvailable: true } : { steal: true };
}

const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';
