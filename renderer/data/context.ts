import { createContext, use } from 'react';
import type { OutputOf } from '../../contract/operations.ts';
import type { Shell } from '../transport/shell.ts';
import type { Transport } from '../transport/transport.ts';

export const TransportContext = createContext<Transport | null>(null);
export const ShellContext = createContext<Shell | null>(null);

/** Asks for a code and steps the session up, saying what for where that isn't plain; false where the person left it. */
type StepUp = (lead?: string) => Promise<boolean>;
export const StepUpContext = createContext<StepUp>(() => Promise.resolve(false));

/** Who is signed in, as the session gate has seen it. */
export const MeContext = createContext<NonNullable<OutputOf<'me.get'>> | null>(null);

/** Fetches what is shown once somebody is in; the sign-in form asks for it when it stands itself. */
export const FetchAheadContext = createContext<() => void>(() => undefined);

/** For what useRead and useWrite don't fit, e.g. a download. */
export function useTransport(): Transport {
  const transport = use(TransportContext);
  if (!transport) throw new Error('No transport: render inside Providers.');
  return transport;
}

/** Clipboard, appearance, and on the desktop the server profiles. */
export function useShell(): Shell {
  const shell = use(ShellContext);
  if (!shell) throw new Error('No shell: render inside Providers.');
  return shell;
}
