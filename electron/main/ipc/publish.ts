import type { WebContents } from 'electron';
import { CHANNELS } from '../../../contract/channels.ts';
import type { BridgeEvent } from '../../../contract/ipc.ts';

/** Tells the app's own page something; a window that shows nothing of ours yet is told nothing. */
export function publish(
  contents: WebContents | undefined,
  event: BridgeEvent,
  isAppUrl: (address: string) => boolean,
): void {
  if (contents && !contents.isDestroyed() && isAppUrl(contents.getURL()))
    contents.send(CHANNELS.events, event);
}
