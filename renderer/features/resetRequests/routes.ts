import type { RouteObject } from 'react-router';

export const resetRequestsRoutes: RouteObject[] = [
  {
    path: 'reset-requests',
    lazy: async () => ({ Component: (await import('./ResetRequestsPage.tsx')).ResetRequestsPage }),
  },
];
