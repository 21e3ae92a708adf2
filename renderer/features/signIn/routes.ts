import type { RouteObject } from 'react-router';

/** Pages for people who are not signed in yet. */
export const signInRoutes: RouteObject[] = [
  { path: 'sign-in', lazy: async () => ({ Component: (await import('./SignInPage.tsx')).SignInPage }) },
  {
    path: 'forgot-password',
    lazy: async () => ({ Component: (await import('./ForgotPasswordPage.tsx')).ForgotPasswordPage }),
  },
  {
    path: 'set-password',
    lazy: async () => ({ Component: (await import('./SetPasswordPage.tsx')).SetPasswordPage }),
  },
  {
    path: 'this-wasnt-me',
    lazy: async () => ({ Component: (await import('./ThisWasntMePage.tsx')).ThisWasntMePage }),
  },
  {
    path: 'sso/callback',
    lazy: async () => ({ Component: (await import('./SsoCallbackPage.tsx')).SsoCallbackPage }),
  },
  { path: 'setup', lazy: async () => ({ Component: (await import('./FirstStartPage.tsx')).FirstStartPage }) },
  { path: 'welcome', lazy: async () => ({ Component: (await import('./WelcomePage.tsx')).WelcomePage }) },
];
