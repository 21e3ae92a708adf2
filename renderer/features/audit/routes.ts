import type { RouteObject } from 'react-router';
import { paths } from '../../../contract/paths.ts';

export const auditRoutes: RouteObject[] = [
  {
    path: paths.resetReport(),
    lazy: async () => ({ Component: (await import('./resets/ResetsPage.tsx')).ResetsPage }),
  },
  // One route for the list and for one of it beside it, so that the list stays mounted and keeps its place.
  {
    path: paths.auditEvent(':id?'),
    lazy: async () => ({ Component: (await import('./AuditPage.tsx')).AuditPage }),
  },
];
