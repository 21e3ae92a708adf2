import type { RouteObject } from 'react-router';
import { paths } from '../../../contract/paths.ts';

export const dashboardRoutes: RouteObject[] = [
  {
    path: paths.dashboard(),
    lazy: async () => ({ Component: (await import('./DashboardPage.tsx')).DashboardPage }),
  },
];
