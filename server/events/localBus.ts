import type { LiveEvent } from '../../contract/events.ts';
import type { EventBus } from '../context.ts';

/** Live events within this process: for one server. */
export function createLocalBus(): EventBus {
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      // Wrapped, so that one function may listen twice and stop once.
      const own = (event: LiveEvent): void => listener(event);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    close() {
      listeners.clear();
      return Promise.resolve();
    },
  };
}
