import { createRoot } from 'react-dom/client';
import type { GatehouseBridge } from '../contract/ipc.ts';
import { App } from './app/App.tsx';
import { direction, locale } from './language/current.ts';
import { createDesktopShell, createDesktopTransport } from './transport/desktop.ts';

declare global {
  interface Window {
    /** What the preload exposes. */
    readonly gatehouse: GatehouseBridge;
  }
}

document.documentElement.lang = locale;
document.documentElement.dir = direction;
const root = document.getElementById('root');
const shell = await createDesktopShell(window.gatehouse);
if (root) createRoot(root).render(<App transport={createDesktopTransport(window.gatehouse)} shell={shell} />);
