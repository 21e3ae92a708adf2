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
  /** A colleague wants something of the person, as a live event about them says it: that they go on with a request, or decide one. */
  announceAsked(change: string | undefined): void;
  /** How many wait, as the page counts them. */
  count(waiting: number): void;
}

const ASKED = [
  { change: 'request_handed', words: ['handed', 'handedBody'], forMe: 'handed' },
  { change: 'decision_asked', words: ['decisionAsked', 'decisionAskedBody'], forMe: 'waiting' },
] as const;

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
    announceAsked(change) {
      const asked = ASKED.find((one) => one.change === change);
      if (!asked || deps.isFocused()) return;
      const [title, body] = asked.words;
      deps.notify({ title: deps.say(title), body: deps.say(body) }, () =>
        deps.open(paths.resetRequests({ forMe: asked.forMe })),
      );
    },
    count: (waiting) => deps.setBadge(waiting),
  };
}
