import type { Deps } from '../../context.ts';
import { createSsoClient } from './client.ts';
import { createFlowSteps } from './flowSteps.ts';
import { createLinkKind } from './linkKind.ts';
import { createSsoLinks } from './links.ts';
import type { ReadUserDetail } from './links.ts';
import { offeredProviders } from './providers.ts';
import { listRefused } from './refused.ts';
import { createSsoSettings } from './manage.ts';
import { createProviderChanges } from './providerChanges.ts';
import { createSsoSignIn } from './signIn.ts';
import { createSsoStepUp } from './stepUp.ts';
import { createSsoTest } from './testSignIn.ts';

export type SsoService = ReturnType<typeof createSsoService>;

/** Sign-in by identity providers (OpenID Connect): product, *SSO*. */
export function createSsoService(deps: Deps, { userDetail }: { userDetail: ReadUserDetail }) {
  const client = createSsoClient(deps);
  const steps = createFlowSteps(deps, client);
  const changes = createProviderChanges(deps);
  const linkKind = createLinkKind(deps);
  return {
    signIn: createSsoSignIn(deps, steps),
    stepUp: createSsoStepUp(deps, steps),
    test: createSsoTest(deps, { client, steps }),
    settings: createSsoSettings(deps, changes),
    links: createSsoLinks(deps, { userDetail, linkKind }),
    changeKinds: [changes.add, changes.change, linkKind],
    refused: (now: number) => listRefused(deps, now),
    offered: () => offeredProviders(deps.db.kysely),
  };
}
