import { app, Notification } from 'electron';
import type { TrayIcon } from './tray.ts';

/** Electron forgets a notification that nobody holds, and with it the click. */
const shown = new Set<Notification>();

/** Shows a notification of the system, where it has any. */
export function notify(text: { title: string; body: string }, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification(text);
  shown.add(notification);
  notification.on('click', onClick);
  notification.on('close', () => shown.delete(notification));
  notification.show();
}

/** The number on the app's icon (macOS, Unity) and in the tray's tooltip. */
export function showCount(tray: TrayIcon | undefined, waiting: number): void {
  app.setBadgeCount(waiting);
  tray?.count(waiting);
}
