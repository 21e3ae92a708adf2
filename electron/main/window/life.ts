import { app } from 'electron';
import { routeOfArguments, routeOfDeepLink } from './deepLinks.ts';

/** Brings the app to the front where it is opened once more: by its icon, or by a link to one of its pages. */
export function followOpenings({ open, show }: { open: (route: string) => void; show: () => void }): void {
  app.on('second-instance', (_event, words) => {
    const route = routeOfArguments(words);
    if (route === undefined) show();
    else open(route);
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    const route = routeOfDeepLink(link);
    if (route !== undefined) open(route);
  });
  app.on('activate', show);
}

/** Holds the end of the app until the server on this computer has closed its database. */
export function stopBeforeQuit(stop: () => Promise<void>): void {
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}
