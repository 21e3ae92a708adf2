import type { RouteObject } from 'react-router';
import { paths } from '../../../contract/paths.ts';

export const resetRequestsRoutes: RouteObject[] = [
  {
    path: paths.resetRequests(),
    lazy: async () => ({ Component: (await import('./queue/ResetRequestsPage.tsx')).ResetRequestsPage }),
  },
  {
    path: paths.outside(),
    lazy: async () => ({ Component: (await import('./outside/OutsidePage.tsx')).OutsidePage }),
  },
  {
    path: paths.resetRequest(':id'),
    lazy: async () => ({ Component: (await import('./RequestPage.tsx')).RequestPage }),
  },
  {
    path: paths.confirmations(),
    lazy: async () => ({
      Component: (await import('./confirmations/ConfirmationsPage.tsx')).ConfirmationsPage,
    }),
  },
];
