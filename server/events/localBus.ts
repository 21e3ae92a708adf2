import type { LiveEvent } from '../../contract/events.ts';
import type { EventBus, ViewingNote } from '../context.ts';

/** Live events within this process. */
export interface LocalBus extends EventBus {
  /** As if another server had said it. */
  hear(note: ViewingNote): void;
}

/** For one server, where there is nobody else to share with; what comes from others is handed in by `hear`. */
export function createLocalBus(): LocalBus {
  const listeners = new Set<(event: LiveEvent) => void>();
  const hearers = new Set<(note: ViewingNote) => void>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => listen(listeners, listener),
    share: () => undefined,
    onShared: (listener) => listen(hearers, listener),
    hear(note) {
      for (const listener of hearers) listener(note);
    },
    close() {
      listeners.clear();
      hearers.clear();
      return Promise.resolve();
    },
  };
}

function listen<Said>(listeners: Set<(said: Said) => void>, listener: (said: Said) => void): () => void {
  // Wrapped, so that one function may listen twice and stop once.
  const own = (said: Said): void => listener(said);
  listeners.add(own);
  return () => listeners.delete(own);
}
