import type { RouteObject } from 'react-router';
import { paths } from '../../../contract/paths.ts';

export const settingsRoutes: RouteObject[] = [
  {
    path: paths.settings(),
    lazy: async () => ({ Component: (await import('./SettingsPage.tsx')).SettingsPage }),
  },
];
