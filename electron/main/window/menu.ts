import { Menu, type MenuItemConstructorOptions } from 'electron';
import { paths } from '../../../contract/paths.ts';

export interface MenuActs {
  open: (route: string) => void;
  lock: () => void;
}

/** The application menu. No reload: it would lose what is typed. */
export function setApplicationMenu(platform: NodeJS.Platform, developer: boolean, acts: MenuActs): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(platform, developer, acts)));
}

function applicationMenu(
  platform: NodeJS.Platform,
  developer: boolean,
  acts: MenuActs,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const lock: MenuItemConstructorOptions = {
    id: 'lock',
    label: 'Lock Now',
    accelerator: 'CmdOrCtrl+Shift+L',
    click: () => acts.lock(),
  };
  return [
    mac
      ? {
          role: 'appMenu',
          submenu: [
            { role: 'about' },
            { type: 'separator' },
            lock,
            { type: 'separator' },
            { role: 'services' },
            { type: 'separator' },
            { role: 'hide' },
            { role: 'hideOthers' },
            { role: 'unhide' },
            { type: 'separator' },
            { id: 'quit', role: 'quit' },
          ],
        }
      : { label: 'File', submenu: [lock, { type: 'separator' }, { id: 'quit', role: 'quit' }] },
    { role: 'editMenu' },
    {
      label: 'Go',
      submenu: PLACES.map(({ id, label, route }, index) => ({
        id,
        label,
        accelerator: `CmdOrCtrl+${index + 1}`,
        click: () => acts.open(route),
      })),
    },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(developer ? ([{ type: 'separator' }, { role: 'toggleDevTools' }] as const) : []),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [{ id: 'about', role: 'about' }] },
  ];
}

const PLACES = [
  { id: 'go-dashboard', label: 'Dashboard', route: paths.dashboard() },
  { id: 'go-users', label: 'Users', route: paths.users() },
  { id: 'go-reset-requests', label: 'Reset Requests', route: paths.resetRequests() },
  { id: 'go-policy', label: 'Policy', route: paths.policy() },
  { id: 'go-audit', label: 'Audit Log', route: paths.audit() },
  { id: 'go-security', label: 'Security Settings', route: paths.security() },
];
