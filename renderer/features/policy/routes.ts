import type { RouteObject } from 'react-router';
import { paths } from '../../../contract/paths.ts';

export const policyRoutes: RouteObject[] = [
  { path: paths.policy(), lazy: async () => ({ Component: (await import('./PolicyPage.tsx')).PolicyPage }) },
  {
    path: paths.policyVersions(),
    lazy: async () => ({ Component: (await import('./versions/VersionsPage.tsx')).VersionsPage }),
  },
];
