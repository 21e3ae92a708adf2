import type { RouteObject } from 'react-router';
import { paths } from '../../../contract/paths.ts';

export const auditRoutes: RouteObject[] = [
  { path: paths.audit(), lazy: async () => ({ Component: (await import('./AuditPage.tsx')).AuditPage }) },
];
