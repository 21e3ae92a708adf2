import type { WebContents } from 'electron';
import { isAppUrl } from './appOrigin.ts';

/**
 * Keeps a web contents on the app's own pages: no navigation away, no new window, no <webview>. Links reach the system's
 * browser through the bridge, where they are checked, and by no other way.
 */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
