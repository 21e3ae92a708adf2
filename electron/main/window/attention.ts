import { paths } from '../../../contract/paths.ts';
import type { Words } from '../words.ts';

export interface AttentionDeps {
  /** Shows a system notification; `onClick` when the person clicks it. */
  notify: (text: { title: string; body: string }, onClick: () => void) => void;
  setBadge: (count: number) => void;
  /** Whether the person is looking at the window already. */
  isFocused: () => boolean;
  open: (route: string) => void;
  say: Words['say'];
}

export interface Attention {
  /** A reset request was opened. */
  announceRequest(id: string): void;
  /** How many wait, as the page counts them. */
  count(waiting: number): void;
}

/**
 * Tells of new reset requests. The notification names nobody: it also shows on locked screens and on shared ones.
 */
export function createAttention(deps: AttentionDeps): Attention {
  // A stream that comes back may repeat what it sent.
  const announced = new Set<string>();
  return {
    announceRequest(id) {
      if (announced.has(id)) return;
      announced.add(id);
      if (deps.isFocused()) return;
      deps.notify({ title: deps.say('newRequest'), body: deps.say('newRequestBody') }, () =>
        deps.open(paths.resetRequest(id)),
      );
    },
    count: (waiting) => deps.setBadge(waiting),
  };
}
