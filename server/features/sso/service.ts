import type { Deps } from '../../context.ts';
import type { SignInService } from '../signIn/service.ts';
import { createSsoClient } from './client.ts';
import { createFlowSteps } from './flowSteps.ts';
import { createSsoLinks } from './links.ts';
import { createSsoSettings } from './manage.ts';
import { createSsoSignIn } from './signIn.ts';
import { createSsoStepUp } from './stepUp.ts';
import { createSsoTest } from './testSignIn.ts';

export type SsoService = ReturnType<typeof createSsoService>;

/** Sign-in by identity providers (OpenID Connect): product, *SSO*. */
export function createSsoService(deps: Deps, signIn: Pick<SignInService, 'completeSignIn'>) {
  const client = createSsoClient(deps);
  const steps = createFlowSteps(deps, client);
  return {
    signIn: createSsoSignIn(deps, { steps, signIn }),
    stepUp: createSsoStepUp(deps, steps),
    test: createSsoTest(deps, { client, steps }),
    settings: createSsoSettings(deps),
    links: createSsoLinks(deps),
  };
}
