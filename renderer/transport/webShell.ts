import type { Appearance } from '../../contract/ipc.ts';
import type { Shell } from './shell.ts';
import type { Transport } from './transport.ts';
import { createWebSso } from './webSso.ts';

const KEY = 'gatehouse-appearance';
const isAppearance = (value: string | null): value is Appearance =>
  value === 'system' || value === 'light' || value === 'dark';

/** What a browser offers. */
export function createWebShell(transport: Transport): Shell {
  const stored = localStorage.getItem(KEY);
  return {
    appearance: isAppearance(stored) ? stored : 'system',
    setAppearance: (appearance) => localStorage.setItem(KEY, appearance),
    copySecret: (text) => navigator.clipboard.writeText(text),
    setBadge: () => undefined,
    protectContent: () => undefined,
    subscribe: () => () => undefined,
    sso: createWebSso(transport),
  };
}
