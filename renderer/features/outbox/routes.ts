import type { RouteObject } from 'react-router';
import { paths } from '../../../contract/paths.ts';

export const outboxRoutes: RouteObject[] = [
  { path: paths.outbox(), lazy: async () => ({ Component: (await import('./OutboxPage.tsx')).OutboxPage }) },
];
