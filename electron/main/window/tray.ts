import { join } from 'node:path';
import { Menu, nativeImage, Tray } from 'electron';
import { paths } from '../../../contract/paths.ts';

export interface TrayActs {
  show: () => void;
  open: (route: string) => void;
  lock: () => void;
  quit: () => void;
}

export interface TrayIcon {
  /** How many reset requests wait, for the tooltip. */
  count(waiting: number): void;
  destroy(): void;
}

/** The icon beside the clock. macOS colours it by itself; elsewhere the picture fits a light or a dark bar. */
export function createTray(folder: string, bar: { mac: boolean; dark: boolean }, acts: TrayActs): TrayIcon {
  const icon = nativeImage.createFromPath(
    join(folder, bar.dark && !bar.mac ? 'tray-dark.png' : 'tray-light.png'),
  );
  icon.setTemplateImage(bar.mac);
  const tray = new Tray(icon);
  tray.setToolTip(tooltip(0));
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { id: 'tray-open', label: 'Open Gatehouse', click: acts.show },
      { id: 'tray-requests', label: 'Reset Requests', click: () => acts.open(paths.resetRequests()) },
      { id: 'tray-lock', label: 'Lock Now', click: acts.lock },
      { type: 'separator' },
      { id: 'tray-quit', label: 'Quit', click: acts.quit },
    ]),
  );
  tray.on('click', acts.show);
  return { count: (waiting) => tray.setToolTip(tooltip(waiting)), destroy: () => tray.destroy() };
}

function tooltip(waiting: number): string {
  if (waiting === 0) return 'Gatehouse';
  return waiting === 1 ? 'Gatehouse: 1 reset request waits' : `Gatehouse: ${waiting} reset requests wait`;
}
