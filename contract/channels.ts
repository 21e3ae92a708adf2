/** IPC channels; main/ipc and the preload are their only users. Apart, so that the preload carries no schemas. */
export const CHANNELS = {
  call: 'gatehouse:call',
  desktop: 'gatehouse:desktop',
  events: 'gatehouse:events',
} as const;
