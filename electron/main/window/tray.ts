import { Menu, nativeImage, Tray } from 'electron';

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

/** The icon beside the clock. Undefined where the system has none to offer: everything in it is in the window too. */
export function createTray(iconPath: string, acts: TrayActs): TrayIcon | undefined {
  const icon = nativeImage.createFromPath(iconPath);
  if (icon.isEmpty()) return undefined;
  icon.setTemplateImage(iconPath.endsWith('Template.png'));
  const tray = new Tray(icon);
  tray.setToolTip(tooltip(0));
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { id: 'tray-open', label: 'Open Gatehouse', click: acts.show },
      { id: 'tray-requests', label: 'Reset Requests', click: () => acts.open('/reset-requests') },
      { id: 'tray-lock', label: 'Lock Now', click: acts.lock },
      { type: 'separator' },
      { id: 'tray-quit', label: 'Quit', click: acts.quit },
    ]),
  );
  tray.on('click', acts.show);
  return { count: (waiting) => tray.setToolTip(tooltip(waiting)), destroy: () => tray.destroy() };
}

export function tooltip(waiting: number): string {
  if (waiting === 0) return 'Gatehouse';
  return waiting === 1 ? 'Gatehouse: 1 reset request waits' : `Gatehouse: ${waiting} reset requests wait`;
}
