import type { Result } from '../../contract/errors.ts';
import type { DesktopState, GatehouseBridge } from '../../contract/ipc.ts';
import type { InputOf, OperationName, OutputOf } from '../../contract/operations.ts';
import { language } from '../language/current.ts';
import { createDesktopSso } from './desktopSso.ts';
import type { Shell } from './shell.ts';
import type { Transport } from './transport.ts';

/** The transport of the desktop app: the main process knows the server, the token and the certificate. */
export function createDesktopTransport(bridge: GatehouseBridge): Transport {
  const transport: Transport = {
    // The main process hands on what the server validated against the contract's schema.
    call: <N extends OperationName>(operation: N, input: InputOf<N>) =>
      bridge.call(operation, input) as Promise<Result<OutputOf<N>>>,
    subscribe: (listener) => bridge.subscribe((event) => event.type === 'live' && listener(event.event)),
    // The one window: nobody can sign in beside it.
    drawnIn: () => transport,
  };
  return transport;
}

/** What the desktop app offers; asks once for its state and is told of every change. */
export async function createDesktopShell(bridge: GatehouseBridge): Promise<Shell> {
  // Before any call, so that every answer comes in the language of this page.
  void bridge.desktop('setLanguage', { language });
  const first = await bridge.desktop('state', {});
  if (!first.ok) throw new Error(first.error.title);
  let state = first.data as DesktopState;
  const listeners = new Set<() => void>();
  bridge.subscribe((event) => {
    if (event.type !== 'desktop') return;
    state = event.state;
    for (const hear of listeners) hear();
  });
  return {
    appearance: state.appearance,
    setAppearance: (appearance) => void bridge.desktop('setAppearance', { appearance }),
    copySecret: async (text) => {
      const result = await bridge.desktop('copySecret', { text });
      if (!result.ok) throw new Error(result.error.title);
    },
    setBadge: (count) => void bridge.desktop('setBadge', { count }),
    protectContent: (on) => void bridge.desktop('protectContent', { on }),
    openExternal: (url) => void bridge.desktop('openExternal', { url }),
    subscribe: (listener) =>
      bridge.subscribe((event) => {
        if (event.type !== 'live' && event.type !== 'desktop') listener(event);
      }),
    sso: createDesktopSso(bridge),
    desktop: {
      state: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      run: (operation, input) => bridge.desktop(operation, input),
    },
  };
}
