import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Result } from '../../../contract/errors.ts';
import { CHANNELS } from '../../../contract/channels.ts';
import { DESKTOP_OPERATIONS } from '../../../contract/ipc.ts';
import { inputSchemaOf, operationOf, OPERATION_NAMES } from '../../../contract/operations.ts';
import type { SayOf } from '../../../contract/words/write.ts';
import { answerSafely, type Handler } from './answer.ts';
import { isOwnMainFrame } from './sender.ts';

export interface IpcHandlers {
  call: (operation: string, input: Record<string, unknown>) => Promise<Result<unknown>>;
  desktop: (operation: string, input: Record<string, unknown>) => Promise<Result<unknown>>;
  isAppUrl: (address: string) => boolean;
  say: SayOf<'desktop'>;
  log: (line: string) => void;
}

const apiSchemas = new Map(OPERATION_NAMES.map((name) => [name as string, inputSchemaOf(operationOf(name))]));
const desktopSchemas = new Map(Object.entries(DESKTOP_OPERATIONS));

/** The only user of ipcMain: two channels, each sender -> operation and schema -> handler -> result (S-71). */
export function registerIpc({ call, desktop, isAppUrl, say, log }: IpcHandlers): void {
  const on = (channel: string, handler: Handler) =>
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, operation: unknown, input: unknown) =>
      answerSafely(handler, { trusted: isOwnMainFrame(event, isAppUrl), operation, input, say, log }),
    );
  on(CHANNELS.call, { schemas: apiSchemas, run: call });
  on(CHANNELS.desktop, { schemas: desktopSchemas, run: desktop });
  // SECURITY: electron-store listens here and answers paths to whoever asks; nobody does.
  ipcMain.removeAllListeners('electron-store-get-data');
}
