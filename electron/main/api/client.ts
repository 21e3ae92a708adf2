import type { Operation } from '../../../contract/define.ts';
import type { Result } from '../../../contract/errors.ts';
import type { SayOf } from '../../../contract/words/write.ts';
import { callOperation } from './call.ts';
import { createHttp } from './http.ts';
import { createLiveEvents } from './liveEvents.ts';
import type { ServerSentEvent } from './serverSentEvents.ts';
import type { TokenStore } from './session.ts';
import { createAgent, type Trust } from './trust.ts';

/** The server that a profile stands for. */
export interface Target {
  origin: string;
  trust: Trust;
  /** As a person is told of it. */
  name: string;
}

export interface ClientEvents {
  /** The token came (true) or went (false). */
  onSession: (signedIn: boolean) => void;
  onEvent: (event: ServerSentEvent) => void;
  onConnected: (connected: boolean) => void;
  onMissed: () => void;
}

export interface ApiClient {
  call(operation: Operation, input: Record<string, unknown>): Promise<Result<unknown>>;
  /** Ends the session on this side: no token, no live events. */
  forget(): void;
  /** Ends every connection; what was under way is answered as unreachable. */
  close(): void;
}

/** The one way to a server: one client a profile, with its own connections, token and trust. */
export function createApiClient(
  target: Target & { language: () => string; say: SayOf<'desktop'> },
  tokens: TokenStore,
  events: ClientEvents,
  wait: (ms: number, signal?: AbortSignal) => Promise<void>,
  random: () => number,
): ApiClient {
  const agent = createAgent(target.origin, target.trust);
  const http = createHttp(target.origin, agent);
  const closing = new AbortController();
  const live = createLiveEvents({
    http,
    token: tokens.get,
    wait,
    random,
    onEvent: events.onEvent,
    onConnected: events.onConnected,
    onMissed: events.onMissed,
  });

  function onSession(signedIn: boolean) {
    if (signedIn) live.start();
    else live.stop();
    events.onSession(signedIn);
  }

  if (tokens.get() !== undefined) live.start();

  return {
    call: (operation, input) =>
      callOperation(
        {
          http,
          tokens,
          server: target.name,
          language: target.language,
          say: target.say,
          wait,
          random,
          onSession,
          signal: closing.signal,
        },
        operation,
        input,
      ),
    forget() {
      tokens.clear();
      onSession(false);
    },
    close() {
      live.stop();
      closing.abort();
      agent.destroy();
    },
  };
}
