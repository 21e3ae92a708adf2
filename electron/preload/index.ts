import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNELS } from '../../contract/channels.ts';
import type { BridgeEvent, GatehouseBridge } from '../../contract/ipc.ts';

/** All that the page can reach: two questions and one stream of events. Never ipcRenderer itself (S-70, item 20). */
const gatehouse: GatehouseBridge = {
  call: (operation, input) => ipcRenderer.invoke(CHANNELS.call, operation, input),
  desktop: (operation, input) => ipcRenderer.invoke(CHANNELS.desktop, operation, input),
  subscribe(listener) {
    const hear = (_event: IpcRendererEvent, told: BridgeEvent) => listener(told);
    ipcRenderer.on(CHANNELS.events, hear);
    return () => {
      // SECURITY: `off` answers ipcRenderer, which must not go to the page.
      ipcRenderer.off(CHANNELS.events, hear);
    };
  },
};

contextBridge.exposeInMainWorld('gatehouse', gatehouse);
