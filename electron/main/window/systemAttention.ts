import { app, Notification } from 'electron';
import type { TrayIcon } from './tray.ts';

/** Shows a notification of the system, where it has any. */
export function notify(text: { title: string; body: string }, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification(text);
  notification.on('click', onClick);
  notification.show();
}

/** The number on the app's icon (macOS, Unity) and in the tray's tooltip. */
export function showCount(tray: TrayIcon | undefined, waiting: number): void {
  app.setBadgeCount(waiting);
  tray?.count(waiting);
}
