import type { IpcMainInvokeEvent } from 'electron';

/** Of the event, what tells who sent it. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'>;

/**
 * Whether a message comes from the main frame of one of the app's own pages (S-71). A frame that is gone has no address
 * any more, and is refused.
 */
export function isOwnMainFrame(event: Sender, isAppUrl: (address: string) => boolean): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}
