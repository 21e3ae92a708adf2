import { BrowserWindow, screen, type Rectangle } from 'electron';
import { APP_ORIGIN } from './appOrigin.ts';
import { placeOnScreens, SMALLEST, type WindowPlace } from './windowState.ts';

export interface MainWindowOptions {
  preload: string;
  /** Absolute path of the window's icon, for Linux; elsewhere the program has its own. */
  icon: string;
  place: WindowPlace;
  dark: boolean;
  /** Developer tools: for a build that isn't packaged. */
  developer: boolean;
  /** Where to begin, as a route of the page: `/`, or what a deep link named. */
  route: string;
  onPlace: (place: WindowPlace) => void;
}

/** Opens the app's one window on its page; it is shown once there is something to see. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { maximised, ...bounds } = placeOnScreens(
    options.place,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Gatehouse',
    icon: options.icon,
    // The page's own background, so that opening never flashes white.
    backgroundColor: options.dark ? '#0F1216' : '#F6F7F9',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.developer,
    },
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  const keep = () => options.onPlace(placeOf(window.getNormalBounds(), window.isMaximized()));
  window.on('close', keep);
  // A page whose process died is begun again: what it knew, the server knows.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(`${APP_ORIGIN}${options.route}`);
  return window;
}

const placeOf = ({ x, y, width, height }: Rectangle, maximised: boolean): WindowPlace => ({
  x,
  y,
  width,
  height,
  maximised,
});

/** Brings the window before the person, from wherever it is. */
export function reveal(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
