import type { RouteObject } from 'react-router';

export const resetRequestsRoutes: RouteObject[] = [
  {
    path: 'reset-requests',
    lazy: async () => ({ Component: (await import('./queue/ResetRequestsPage.tsx')).ResetRequestsPage }),
  },
  {
    path: 'reset-requests/:id',
    lazy: async () => ({ Component: (await import('./RequestPage.tsx')).RequestPage }),
  },
  {
    path: 'confirmations',
    lazy: async () => ({
      Component: (await import('./confirmations/ConfirmationsPage.tsx')).ConfirmationsPage,
    }),
  },
];
