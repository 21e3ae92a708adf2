import { createEvaluateCode } from './domain/authenticators/codes.ts';
import type { EvaluateCode } from './domain/authenticators/codes.ts';
import { createJudgePassword } from './domain/sessions/judgePassword.ts';
import { recover } from './features/recovery/recover.ts';
import type { Deps } from './context.ts';
import { attestorHandlers } from './features/attestor/routes.ts';
import { createAttestorService } from './features/attestor/service.ts';
import { auditHandlers } from './features/audit/routes.ts';
import { findAhead } from './features/audit/ahead.ts';
import { createAuditService } from './features/audit/service.ts';
import { createForwarders } from './features/audit/siem/service.ts';
import { createCopiedLogCheck } from './features/audit/copiedLog.ts';
import { createDailyBackups } from './features/backup/daily.ts';
import { dashboardHandlers } from './features/dashboard/routes.ts';
import { createDashboardService } from './features/dashboard/service.ts';
import { doctorHandlers } from './features/doctor/routes.ts';
import { createDoctorService } from './features/doctor/service.ts';
import { createAuthenticatorsService } from './features/mfa/authenticators.ts';
import { createMeService } from './features/mfa/me.ts';
import { createPasswordChange } from './features/mfa/password.ts';
import { meHandlers } from './features/mfa/routes.ts';
import { createMetricsService } from './features/metrics/service.ts';
import { createMfaService } from './features/mfa/service.ts';
import { createDelivery } from './features/outbox/deliver.ts';
import { createSystemReminders } from './features/outbox/remindOfSystems.ts';
import { createExemptionReminders } from './features/outbox/remindOfExemptions.ts';
import { outsideHandlers } from './features/resetRequests/outside/routes.ts';
import { createOutsideService } from './features/resetRequests/outside/service.ts';
import { createOutsideWatch } from './features/resetRequests/outside/watch.ts';
import { heldIn } from './features/resetRequests/elsewhere/heldStore.ts';
import { createEffects } from './features/resetRequests/elsewhere/work.ts';
import { createMonthlyReport } from './features/resetRequests/monthly/report.ts';
import { createRequestDigest } from './features/resetRequests/digest.ts';
import { createGraceReminders } from './features/outbox/remindOfGrace.ts';
import { createRefusalNotices } from './features/outbox/tellOfRefused.ts';
import { createUnreadNotices } from './features/outbox/tellOfUnread.ts';
import { noticesHandlers } from './features/notices/routes.ts';
import { createNoticesService } from './features/notices/service.ts';
import { outboxHandlers } from './features/outbox/routes.ts';
import { createOutboxService } from './features/outbox/service.ts';
import { passwordLinkHandlers } from './features/passwordLinks/routes.ts';
import { createPasswordLinkService } from './features/passwordLinks/service.ts';
import { createRollOutWatch } from './features/policy/pauseByItself.ts';
import { pendingChangesHandlers } from './features/pendingChanges/routes.ts';
import { createPendingChangesService } from './features/pendingChanges/service.ts';
import { policyHandlers } from './features/policy/routes.ts';
import { createPolicyService } from './features/policy/service.ts';
import { resetRequestHandlers } from './features/resetRequests/routes.ts';
import { createResetRequestService } from './features/resetRequests/service.ts';
import { createViewers } from './features/resetRequests/viewing/viewers.ts';
import { setupHandlers } from './features/setup/routes.ts';
import { createSetupService } from './features/setup/service.ts';
import { settingsHandlers } from './features/settings/routes.ts';
import { createSettingsService } from './features/settings/service.ts';
import { jobsHandlers } from './features/jobs/routes.ts';
import { createJobsService } from './features/jobs/service.ts';
import { createLostDevice } from './features/signIn/lostDevice.ts';
import { createOptions } from './features/signIn/options.ts';
import { createAfterRightPassword } from './features/signIn/password.ts';
import { signInHandlers } from './features/signIn/routes.ts';
import { createSignInService } from './features/signIn/service.ts';
import { createVerify } from './features/signIn/verify.ts';
import { createSetupAtSignIn } from './features/signIn/setup.ts';
import { evaluateLinkCode } from './features/sso/linkCodes.ts';
import { proveLink } from './features/sso/proveLink.ts';
import { ssoHandlers } from './features/sso/routes.ts';
import { createSsoService } from './features/sso/service.ts';
import { createLinkingByRule } from './features/systems/linkByRule.ts';
import { createGuardReading } from './features/systems/readGuards.ts';
import { createLinkingOfWanted } from './features/systems/linkWanted.ts';
import { createLinkingOfMany, createManyLinksKind } from './features/systems/manyLinks.ts';
import { systemsHandlers } from './features/systems/routes.ts';
import { createSystemsService } from './features/systems/service.ts';
import { usersHandlers } from './features/users/routes.ts';
import { createUsersService } from './features/users/service.ts';
import { viewsHandlers } from './features/views/routes.ts';
import { createViewsService } from './features/views/service.ts';
import type { AllHandlers } from './http/handlers.ts';

export type Services = ReturnType<typeof createServices>;

const counted =
  ({ measures }: Deps, evaluate: EvaluateCode): EvaluateCode =>
  async (tx, typed) => {
    const verdict = await evaluate(tx, typed);
    measures.codes.add(verdict.kind);
    return verdict;
  };

/** Every service and every handler, wired by hand: what is missing here does not compile. */
export function createServices(deps: Deps) {
  const resetRequests = createResetRequestService(deps);
  const viewers = createViewers(deps);
  const evaluateCode = counted(deps, createEvaluateCode(deps, resetRequests.pauseOnValidCode));
  const judge = createJudgePassword(deps);
  const verify = createVerify(deps, {
    evaluateCode,
    evaluateLinkCode: (tx, typed) => evaluateLinkCode(tx, deps, typed, resetRequests.pauseOnValidCode),
    proveLink: (tx, link) => proveLink(tx, deps, link),
    onRight: { waits: resetRequests.waitsForCode, act: resetRequests.pauseOnValidCode },
  });
  const afterRight = createAfterRightPassword(deps, judge);
  const signIn = createSignInService(deps, { afterRight, verify });
  const passwordLinks = createPasswordLinkService(deps);
  const manyLinks = createManyLinksKind(deps);
  const linking = createLinkingOfMany(deps, manyLinks);
  const policy = createPolicyService(deps);
  const users = createUsersService(deps, {
    resets: resetRequests,
    linking,
    heldIn,
    policy: policy.merged,
  });
  const sso = createSsoService(deps, { userDetail: users.get });
  const systems = createSystemsService(deps, { userDetail: users.get });
  const attestor = createAttestorService(deps, resetRequests.questions);
  // What waits for a second person is done by the feature that asked for it.
  const pendingChanges = createPendingChangesService(deps, [
    ...sso.changeKinds,
    ...systems.changeKinds,
    ...attestor.changeKinds,
    manyLinks,
    ...users.changeKinds,
  ]);
  const audit = createAuditService(deps);
  const settings = createSettingsService(deps);
  const jobs = createJobsService(deps, {
    kinds: [...users.jobKinds, ...policy.jobKinds],
    idsOf: users.idsOf,
  });
  const doctor = createDoctorService(deps, () => findAhead(deps));
  const mfa = createMfaService(deps, { evaluateCode, openFromDisable: resetRequests.openFromDisable });
  const handlers: AllHandlers = {
    ...signInHandlers({
      options: createOptions(deps, sso.offered),
      signIn,
      lostDevice: createLostDevice(deps, { afterRight, held: resetRequests.held }),
      setup: createSetupAtSignIn(deps),
    }),
    ...setupHandlers(createSetupService(deps, { signLog: audit.checkpoint })),
    ...passwordLinkHandlers(passwordLinks, deps),
    ...meHandlers({
      me: createMeService(deps),
      mfa,
      authenticators: createAuthenticatorsService(deps, { evaluateCode, mfa }),
      changePassword: createPasswordChange(deps, { judge, evaluateCode }),
    }),
    ...viewsHandlers(createViewsService(deps)),
    ...usersHandlers(users),
    ...resetRequestHandlers({ resets: resetRequests, viewers, userDetail: users.get }),
    ...outsideHandlers(createOutsideService(deps)),
    ...auditHandlers(audit),
    ...outboxHandlers(createOutboxService(deps)),
    ...settingsHandlers(settings),
    ...doctorHandlers(doctor),
    ...noticesHandlers(
      createNoticesService(deps, {
        requests: resetRequests.list,
        changes: pendingChanges.list,
        findings: doctor.lately,
      }),
    ),
    ...policyHandlers(policy),
    ...jobsHandlers(jobs),
    ...ssoHandlers(sso),
    ...systemsHandlers(systems),
    ...attestorHandlers(attestor),
    ...pendingChangesHandlers(pendingChanges),
    ...dashboardHandlers(createDashboardService(deps, { waitingRequests: resetRequests.waiting })),
  };
  return {
    handlers,
    attestor,
    signIn,
    passwordLinks,
    users,
    audit,
    forwarders: createForwarders(deps),
    metrics: createMetricsService(deps),
    settings,
    jobs,
    resetRequests,
    viewers,
    pendingChanges,
    resetEffects: createEffects(deps),
    linkingByRule: createLinkingByRule(deps),
    linkingOfWanted: createLinkingOfWanted(deps),
    guardReading: createGuardReading(deps),
    outsideWatch: createOutsideWatch(deps),
    rollOutWatch: createRollOutWatch(deps),
    dailyBackups: createDailyBackups(deps, createCopiedLogCheck),
    requestDigest: createRequestDigest(deps),
    monthlyReport: createMonthlyReport(deps),
    graceReminders: createGraceReminders(deps),
    exemptionReminders: createExemptionReminders(deps),
    systemReminders: createSystemReminders(deps),
    refusalNotices: createRefusalNotices(deps),
    unreadNotices: createUnreadNotices(deps),
    delivery: createDelivery(deps, resetRequests.onMailAccepted),
    recover: (input: Parameters<typeof recover>[1]) =>
      recover({ ...deps, cancelPending: resetRequests.cancelPending }, input),
  };
}
