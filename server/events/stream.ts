import { Readable } from 'node:stream';
import type { LiveEvent } from '../../contract/events.ts';
import { visibleEvent } from './visible.ts';
import type { Watcher } from './visible.ts';

export interface StreamOptions {
  /** Who watches, as of now; rejects where the session is over. */
  look: () => Promise<Watcher>;
  subscribe: (listener: (event: LiveEvent) => void) => () => void;
  onEnd: () => void;
}

/** Proxies and clients take a line for dead that says nothing; it is also when the session is looked at again. */
const HEARTBEAT_MS = 15_000;
/** Events go out at once, and then at most this often. */
const PAUSE_MS = 500;
/** A client that reads so slowly comes back for a fresh start. Bytes. */
const MOST_UNREAD = 64 * 1024;
/** Different events within one pause; beyond that, the client reads all anew. */
const MOST_PENDING = 200;

/**
 * Live events as text/event-stream (WHATWG HTML §9.2), for one session. Before anything is sent the session is looked at
 * again: the stream ends when the session has ended, and tells what the person may see by then.
 */
export function openEventStream({ look, subscribe, onEnd }: StreamOptions): Readable {
  const stream = new Readable({ read: () => undefined });
  const pending = new Map<string, LiveEvent>();
  let pause: NodeJS.Timeout | undefined;
  let flushing = false;
  let ended = false;

  function write(text: string): void {
    if (ended) return;
    stream.push(text);
    if (stream.readableLength > MOST_UNREAD) stream.destroy();
  }

  async function flush(): Promise<void> {
    flushing = true;
    try {
      const watcher = await look();
      const events = [...pending.values()];
      pending.clear();
      for (const event of events) {
        const visible = visibleEvent(event, watcher);
        if (visible) write(`data: ${JSON.stringify(visible)}\n\n`);
      }
    } catch {
      // Over, or it can't be told: the client comes back, and is answered then.
      finish();
    } finally {
      flushing = false;
      if (pending.size > 0) flushSoon();
    }
  }

  function flushSoon(): void {
    if (pause || flushing || ended) return;
    pause = setTimeout(() => {
      pause = undefined;
      if (pending.size > 0) flushSoon();
    }, PAUSE_MS);
    void flush();
  }

  function finish(): void {
    if (!ended) stream.push(null);
    cleanUp();
  }

  const unsubscribe = subscribe((event) => {
    if (pending.size >= MOST_PENDING) return finish();
    pending.set(JSON.stringify(event), event);
    flushSoon();
  });
  const heartbeat = setInterval(() => {
    write(': still here\n\n');
    void flush();
  }, HEARTBEAT_MS);

  function cleanUp(): void {
    if (ended) return;
    ended = true;
    clearInterval(heartbeat);
    clearTimeout(pause);
    unsubscribe();
    onEnd();
  }
  stream.once('close', cleanUp);

  // The first bytes send the headers: the client knows that the line stands.
  write('retry: 3000\n\n');
  return stream;
}
