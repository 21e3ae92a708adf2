import type { RouteObject } from 'react-router';

export const securitySettingsRoutes: RouteObject[] = [
  {
    path: 'security',
    lazy: async () => ({ Component: (await import('./SecuritySettingsPage.tsx')).SecuritySettingsPage }),
  },
];
