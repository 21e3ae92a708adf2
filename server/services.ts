import type { Deps } from './context.ts';
import { auditHandlers } from './features/audit/routes.ts';
import { createAuditService } from './features/audit/service.ts';
import { dashboardHandlers } from './features/dashboard/routes.ts';
import { createDashboardService } from './features/dashboard/service.ts';
import { createMeService } from './features/mfa/me.ts';
import { createPasswordChange } from './features/mfa/password.ts';
import { meHandlers } from './features/mfa/routes.ts';
import { createSendActivation } from './features/mfa/sendActivation.ts';
import { createMfaService } from './features/mfa/service.ts';
import { staffMfaHandlers } from './features/mfa/staffRoutes.ts';
import { createDelivery } from './features/outbox/deliver.ts';
import { passwordLinkHandlers } from './features/passwordLinks/routes.ts';
import { createPasswordLinkService } from './features/passwordLinks/service.ts';
import { policyHandlers } from './features/policy/routes.ts';
import { createPolicyService } from './features/policy/service.ts';
import { resetRequestHandlers } from './features/resetRequests/routes.ts';
import { createResetRequestService } from './features/resetRequests/service.ts';
import { createOptions } from './features/signIn/options.ts';
import { signInHandlers } from './features/signIn/routes.ts';
import { createSignInService } from './features/signIn/service.ts';
import { createSetupAtSignIn } from './features/signIn/setup.ts';
import { usersHandlers } from './features/users/routes.ts';
import { createUsersService } from './features/users/service.ts';
import type { AllHandlers } from './http/handlers.ts';

export type Services = ReturnType<typeof createServices>;

/** Every service and every handler, wired by hand: what is missing here does not compile. */
export function createServices(deps: Deps) {
  const resetRequests = createResetRequestService(deps);
  const signIn = createSignInService(deps);
  const users = createUsersService(deps, { resets: resetRequests });
  const audit = createAuditService(deps);
  const handlers = {
    ...signInHandlers(deps, {
      options: createOptions(deps),
      signIn,
      setup: createSetupAtSignIn(deps, signIn),
      resetRequests,
    }),
    ...passwordLinkHandlers(createPasswordLinkService(deps)),
    ...meHandlers({
      me: createMeService(deps),
      mfa: createMfaService(deps, resetRequests),
      changePassword: createPasswordChange(deps),
      resetRequests,
    }),
    ...usersHandlers(users),
    ...staffMfaHandlers({ sendActivation: createSendActivation(deps), resetRequests, users }),
    ...resetRequestHandlers(resetRequests),
    ...auditHandlers(audit),
    ...policyHandlers(createPolicyService(deps)),
    ...dashboardHandlers(createDashboardService(deps)),
  } as unknown as AllHandlers;
  return {
    handlers,
    audit,
    resetRequests,
    delivery: createDelivery(deps, (tx, mail) => resetRequests.onMailAccepted(tx, mail)),
  };
}
