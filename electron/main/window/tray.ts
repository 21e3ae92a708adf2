import { join } from 'node:path';
import { Menu, nativeImage, Tray } from 'electron';
import type { Words } from '../words.ts';
import { trayMenu, type TrayActs } from './menu.ts';

export interface TrayIcon {
  /** How many reset requests wait, for the tooltip. */
  count(waiting: number): void;
  /** Says all of it anew: the language is another one. */
  name(): void;
  destroy(): void;
}

/** The icon beside the clock. macOS colours it by itself; elsewhere the picture fits a light or a dark bar. */
export function createTray(
  folder: string,
  bar: { mac: boolean; dark: boolean },
  say: Words['say'],
  acts: TrayActs,
): TrayIcon {
  const icon = nativeImage.createFromPath(
    join(folder, bar.dark && !bar.mac ? 'tray-dark.png' : 'tray-light.png'),
  );
  icon.setTemplateImage(bar.mac);
  const tray = new Tray(icon);
  let count = 0;
  function name() {
    tray.setToolTip(say('waiting', { count }));
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(say, acts)));
  }
  name();
  tray.on('click', acts.show);
  return {
    count(waiting) {
      count = waiting;
      tray.setToolTip(say('waiting', { count }));
    },
    name,
    destroy: () => tray.destroy(),
  };
}
