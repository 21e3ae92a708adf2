import { createBrowserRouter, type RouteObject } from 'react-router';
import { auditRoutes } from '../features/audit/routes.ts';
import { dashboardRoutes } from '../features/dashboard/routes.ts';
import { outboxRoutes } from '../features/outbox/routes.ts';
import { policyRoutes } from '../features/policy/routes.ts';
import { resetRequestsRoutes } from '../features/resetRequests/routes.ts';
import { securitySettingsRoutes } from '../features/securitySettings/routes.ts';
import { settingsRoutes } from '../features/settings/routes.ts';
import { signInRoutes } from '../features/signIn/routes.ts';
import { usersRoutes } from '../features/users/routes.ts';
import { FrameSkeleton } from './frame/FrameSkeleton.tsx';
import { FailedPage } from './pages/FailedPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { StartPage } from './pages/StartPage.tsx';
import { SessionGate } from './session/SessionGate.tsx';
import { Shown } from './Shown.tsx';

const signedInPages = [
  ...dashboardRoutes,
  ...usersRoutes,
  ...resetRequestsRoutes,
  ...policyRoutes,
  ...auditRoutes,
  ...outboxRoutes,
  ...settingsRoutes,
  ...securitySettingsRoutes,
];

/** What every address opens. */
export const pages = [...signInRoutes, ...signedInPages];

/** Every page; each feature names its own, and loads them when they are first opened. */
export const routes: RouteObject[] = [
  {
    Component: Shown,
    HydrateFallback: FrameSkeleton,
    ErrorBoundary: FailedPage,
    children: [
      ...signInRoutes,
      {
        Component: SessionGate,
        children: [
          {
            // Apart, so that the sign-in screen doesn't wait for it.
            lazy: async () => ({ Component: (await import('./frame/Frame.tsx')).Frame }),
            children: [
              {
                ErrorBoundary: FailedPage,
                children: [
                  { index: true, Component: StartPage },
                  ...signedInPages,
                  { path: '*', Component: NotFoundPage },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
];

export const createRouter = () => createBrowserRouter(routes);
