import type { MenuItemConstructorOptions } from 'electron';
import { paths } from '../../../contract/paths.ts';
import type { Words } from '../words.ts';

type Say = Words['say'];
type Item = MenuItemConstructorOptions;

export interface MenuOptions {
  platform: NodeJS.Platform;
  developer: boolean;
  open: (route: string) => void;
  lock: () => void;
}

/** The application menu. No reload: it would lose what is typed. Electron's own labels are English everywhere, so each is named. */
export function applicationMenu(say: Say, { platform, developer, open, lock }: MenuOptions): Item[] {
  const mac = platform === 'darwin';
  const lockNow: Item = {
    id: 'lock',
    label: say('lockNow'),
    accelerator: 'CmdOrCtrl+Shift+L',
    click: () => lock(),
  };
  return [
    mac
      ? { role: 'appMenu', submenu: macMenu(say, lockNow) }
      : {
          label: say('file'),
          submenu: [lockNow, { type: 'separator' }, { id: 'quit', role: 'quit', label: say('quit') }],
        },
    { role: 'editMenu', label: say('edit'), submenu: editMenu(say, mac) },
    {
      label: say('go'),
      submenu: PLACES.map(({ id, name, route }, index) => ({
        id,
        label: say(name),
        accelerator: `CmdOrCtrl+${index + 1}`,
        click: () => open(route),
      })),
    },
    { label: say('view'), submenu: viewMenu(say, developer) },
    { role: 'windowMenu', label: say('window'), submenu: windowMenu(say, mac) },
    {
      role: 'help',
      label: say('help'),
      submenu: [{ id: 'about', role: 'about', label: say('about') }],
    },
  ];
}

const macMenu = (say: Say, lockNow: Item): Item[] => [
  { role: 'about', label: say('about') },
  { type: 'separator' },
  lockNow,
  { type: 'separator' },
  { role: 'services', label: say('services') },
  { type: 'separator' },
  { role: 'hide', label: say('hide') },
  { role: 'hideOthers', label: say('hideOthers') },
  { role: 'unhide', label: say('showAll') },
  { type: 'separator' },
  { id: 'quit', role: 'quit', label: say('quitGatehouse') },
];

const editMenu = (say: Say, mac: boolean): Item[] => [
  { role: 'undo', label: say('undo') },
  { role: 'redo', label: say('redo') },
  { type: 'separator' },
  { role: 'cut', label: say('cut') },
  { role: 'copy', label: say('copy') },
  { role: 'paste', label: say('paste') },
  ...(mac ? [{ role: 'pasteAndMatchStyle', label: say('pasteAndMatchStyle') } as const] : []),
  { role: 'delete', label: say('delete') },
  { type: 'separator' },
  { role: 'selectAll', label: say('selectAll') },
];

const viewMenu = (say: Say, developer: boolean): Item[] => [
  { role: 'resetZoom', label: say('actualSize') },
  { role: 'zoomIn', label: say('zoomIn') },
  { role: 'zoomOut', label: say('zoomOut') },
  { type: 'separator' },
  { role: 'togglefullscreen', label: say('toggleFullScreen') },
  ...(developer
    ? ([{ type: 'separator' }, { role: 'toggleDevTools', label: say('toggleDeveloperTools') }] as const)
    : []),
];

const windowMenu = (say: Say, mac: boolean): Item[] => [
  { role: 'minimize', label: say('minimize') },
  { role: 'zoom', label: say('zoom') },
  ...(mac
    ? ([{ type: 'separator' }, { role: 'front', label: say('bringAllToFront') }] as const)
    : ([{ role: 'close', label: say('closeWindow') }] as const)),
];

const PLACES = [
  { id: 'go-dashboard', name: 'dashboard', route: paths.dashboard() },
  { id: 'go-users', name: 'users', route: paths.users() },
  { id: 'go-reset-requests', name: 'resetRequests', route: paths.resetRequests() },
  { id: 'go-policy', name: 'policy', route: paths.policy() },
  { id: 'go-audit', name: 'auditLog', route: paths.audit() },
  { id: 'go-security', name: 'securitySettings', route: paths.security() },
] as const;

export interface TrayActs {
  show: () => void;
  open: (route: string) => void;
  lock: () => void;
  quit: () => void;
}

/** What the icon beside the clock offers. */
export const trayMenu = (say: Say, acts: TrayActs): Item[] => [
  { id: 'tray-open', label: say('openGatehouse'), click: acts.show },
  { id: 'tray-requests', label: say('resetRequests'), click: () => acts.open(paths.resetRequests()) },
  { id: 'tray-lock', label: say('lockNow'), click: acts.lock },
  { type: 'separator' },
  { id: 'tray-quit', label: say('quit'), click: acts.quit },
];
