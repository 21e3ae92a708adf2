import type { WebContents } from 'electron';
import { isAppUrl } from './appOrigin.ts';

/**
 * Keeps a web contents on the app's own pages: no navigation away, no new window, no <webview>. Links reach the system's
 * browser through the bridge, where they are checked, and by no other way.
 *
 * @param open shows a page of the app in the window that is there: what a browser would open in another tab, by a middle click
 *   or with Ctrl, the app has one window for
 */
export function confine(contents: WebContents, open: (path: string) => void): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isAppUrl(url)) open(pathOf(url));
    return { action: 'deny' };
  });
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
