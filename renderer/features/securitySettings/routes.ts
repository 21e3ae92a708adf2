import type { RouteObject } from 'react-router';
import { paths } from '../../../contract/paths.ts';

export const securitySettingsRoutes: RouteObject[] = [
  {
    path: paths.security(),
    lazy: async () => ({ Component: (await import('./SecuritySettingsPage.tsx')).SecuritySettingsPage }),
  },
];
