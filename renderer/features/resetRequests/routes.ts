import type { RouteObject } from 'react-router';

export const resetRequestsRoutes: RouteObject[] = [
  {
    path: 'reset-requests',
    lazy: async () => ({ Component: (await import('./ResetRequestsPage.tsx')).ResetRequestsPage }),
  },
  {
    path: 'reset-requests/:id',
    lazy: async () => ({ Component: (await import('./RequestPage.tsx')).RequestPage }),
  },
  {
    path: 'confirmations',
    lazy: async () => ({ Component: (await import('./ConfirmationsPage.tsx')).ConfirmationsPage }),
  },
];
