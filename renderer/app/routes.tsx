import { Suspense } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { wasSignedIn } from '../data/drafts.ts';
import { auditRoutes } from '../features/audit/routes.ts';
import { dashboardRoutes } from '../features/dashboard/routes.ts';
import { outboxRoutes } from '../features/outbox/routes.ts';
import { policyRoutes } from '../features/policy/routes.ts';
import { resetRequestsRoutes } from '../features/resetRequests/routes.ts';
import { securitySettingsRoutes } from '../features/securitySettings/routes.ts';
import { settingsRoutes } from '../features/settings/routes.ts';
import { signInRoutes } from '../features/signIn/routes.ts';
import { usersRoutes } from '../features/users/routes.ts';
import { lazyPart } from '../ui/lazyPart.ts';
import { FrameSkeleton } from './frame/FrameSkeleton.tsx';
import { FailedPage } from './pages/FailedPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { StartPage } from './pages/StartPage.tsx';
import { SessionGate } from './session/SessionGate.tsx';
import { Shown } from './Shown.tsx';

const loadFrame = () => import('./frame/Frame.tsx');
const Frame = lazyPart(loadFrame, 'Frame');

/** Fetches what stands around every page of somebody who is signed in, before it is asked for. */
export function fetchFrame(): void {
  // What can't be fetched now is asked for again where it is shown, and missed there.
  loadFrame().catch(() => undefined);
}

// No `lazy` of its route: the router would fetch it before it shows anything, so that who has to sign in first waits for it.
const Framed = () => (
  <Suspense fallback={<FrameSkeleton />}>
    <Frame />
  </Suspense>
);

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
            Component: Framed,
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

/** The router of the browser's own address. */
export function createRouter() {
  if (wasSignedIn()) fetchFrame();
  return createBrowserRouter(routes);
}
