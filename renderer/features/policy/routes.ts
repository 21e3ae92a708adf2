import type { RouteObject } from 'react-router';

export const policyRoutes: RouteObject[] = [
  { path: 'policy', lazy: async () => ({ Component: (await import('./PolicyPage.tsx')).PolicyPage }) },
  {
    path: 'policy/versions',
    lazy: async () => ({ Component: (await import('./versions/VersionsPage.tsx')).VersionsPage }),
  },
];
