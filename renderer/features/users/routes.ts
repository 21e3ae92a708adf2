import type { RouteObject } from 'react-router';

export const usersRoutes: RouteObject[] = [
  {
    path: 'users/import',
    lazy: async () => ({ Component: (await import('./import/ImportPage.tsx')).ImportPage }),
  },
  // One route for the list and for one person beside it, so that the list stays mounted and keeps its place.
  { path: 'users/:id?', lazy: async () => ({ Component: (await import('./UsersPage.tsx')).UsersPage }) },
];
