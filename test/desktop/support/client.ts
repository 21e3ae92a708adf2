import { onTestFinished } from 'vitest';
import type { Operation } from '../../../contract/define.ts';
import { callOperation } from '../../../electron/main/api/call.ts';
import { createApiClient, type ClientEvents } from '../../../electron/main/api/client.ts';
import { createHttp } from '../../../electron/main/api/http.ts';
import { createAgent } from '../../../electron/main/api/trust.ts';
import type { TokenStore } from '../../../electron/main/api/session.ts';
import { say } from './words.ts';

/** A store of one token that a test can look into. */
export function tokenStore(first?: string): TokenStore {
  let token = first;
  return {
    get: () => token,
    set: (next) => (token = next),
    clear: () => (token = undefined),
  };
}

const deaf: ClientEvents = {
  onSession: () => undefined,
  onEvent: () => undefined,
  onConnected: () => undefined,
  onMissed: () => undefined,
};

/** Waits that end at once, and what they would have been. */
function instantly() {
  const waits: number[] = [];
  const wait = (ms: number) => {
    waits.push(ms);
    return new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { wait, waits };
}

/** A client of a server on loopback, with its live stream. */
export function clientOf(origin: string, tokens: TokenStore, events: Partial<ClientEvents> = {}) {
  const { wait } = instantly();
  const client = createApiClient(
    { origin, trust: {}, name: 'Northwind', language: () => 'de', say },
    tokens,
    { ...deaf, ...events },
    wait,
    () => 0.5,
  );
  onTestFinished(() => client.close());
  return client;
}

/** Calls alone, without a stream beside them. */
export function callerOf(
  origin: string,
  tokens: TokenStore,
  onSession: (signedIn: boolean) => void = () => undefined,
) {
  const { wait, waits } = instantly();
  const http = createHttp(origin, createAgent(origin, {}));
  const deps = {
    http,
    tokens,
    server: 'Northwind',
    language: () => 'de',
    say,
    wait,
    random: () => 0.5,
    onSession,
    signal: new AbortController().signal,
  };
  return {
    call: (operation: Operation, input: Record<string, unknown>) => callOperation(deps, operation, input),
    waits,
  };
}
