import type { RouteObject } from 'react-router';
import { paths } from '../../../contract/paths.ts';

/** Pages for people who are not signed in yet. */
export const signInRoutes: RouteObject[] = [
  { path: paths.signIn(), lazy: async () => ({ Component: (await import('./SignInPage.tsx')).SignInPage }) },
  {
    path: paths.forgotPassword(),
    lazy: async () => ({ Component: (await import('./ForgotPasswordPage.tsx')).ForgotPasswordPage }),
  },
  {
    path: paths.lostDevice(),
    lazy: async () => ({ Component: (await import('./LostDevicePage.tsx')).LostDevicePage }),
  },
  {
    path: paths.setPassword(),
    lazy: async () => ({ Component: (await import('./SetPasswordPage.tsx')).SetPasswordPage }),
  },
  {
    path: paths.thisWasntMe(),
    lazy: async () => ({ Component: (await import('./ThisWasntMePage.tsx')).ThisWasntMePage }),
  },
  {
    path: paths.withdrawChange(),
    lazy: async () => ({ Component: (await import('./WithdrawChangePage.tsx')).WithdrawChangePage }),
  },
  {
    path: paths.identityCheck(),
    lazy: async () => ({ Component: (await import('./IdentityCheckPage.tsx')).IdentityCheckPage }),
  },
  {
    path: paths.ssoCallback(),
    lazy: async () => ({ Component: (await import('./SsoCallbackPage.tsx')).SsoCallbackPage }),
  },
  {
    path: paths.setUp(),
    lazy: async () => ({ Component: (await import('./FirstStartPage.tsx')).FirstStartPage }),
  },
  {
    path: paths.welcome(),
    lazy: async () => ({ Component: (await import('./WelcomePage.tsx')).WelcomePage }),
  },
];
