import type { RouteObject } from 'react-router';
import { paths } from '../../../contract/paths.ts';

export const usersRoutes: RouteObject[] = [
  {
    path: paths.importUsers(),
    lazy: async () => ({ Component: (await import('./import/ImportPage.tsx')).ImportPage }),
  },
  {
    path: paths.departments(),
    lazy: async () => ({ Component: (await import('./departments/DepartmentsPage.tsx')).DepartmentsPage }),
  },
  // One route for the list and for one person beside it, so that the list stays mounted and keeps its place.
  {
    path: paths.user(':id?'),
    lazy: async () => ({ Component: (await import('./UsersPage.tsx')).UsersPage }),
  },
];
