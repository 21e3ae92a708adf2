import { deepLinkTo, paths } from '../../../contract/paths.ts';

/** Stands for a secret wherever a mail is shown. */
export const MASK = '\u2022'.repeat(8);

interface Secrets {
  token?: string;
  vetoToken?: string;
  withdrawToken?: string;
  stopToken?: string;
}

interface LinkOptions extends Secrets {
  requestId?: string;
}

/**
 * The links that texts may use, by name. Tokens stand behind `#`: a browser sends that part to no server, so that they
 * get into no log.
 */
export function mailLinks(
  base: string,
  { token, vetoToken, withdrawToken, stopToken, requestId }: LinkOptions,
): Record<string, string> {
  return {
    signInLink: `${base}${paths.start()}`,
    lostDeviceLink: `${base}${paths.lostDevice()}`,
    dashboardLink: `${base}${paths.dashboard()}`,
    securitySettingsLink: `${base}${paths.security()}`,
    usersLink: `${base}${paths.users()}`,
    policyLink: `${base}${paths.policy()}`,
    auditLink: `${base}${paths.audit()}`,
    confirmationsLink: `${base}${paths.confirmations()}`,
    resetRequestsLink: `${base}${paths.resetRequests()}`,
    ...(requestId
      ? {
          requestLink: `${base}${paths.resetRequest(requestId)}`,
          requestAppLink: deepLinkTo(paths.resetRequest(requestId)),
        }
      : {}),
    ...(token ? { tokenLink: `${base}${paths.setPassword()}#${token}` } : {}),
    ...(vetoToken ? { vetoLink: `${base}${paths.thisWasntMe()}#${vetoToken}` } : {}),
    ...(stopToken ? { startAgainLink: `${base}${paths.thisWasntMe()}#${stopToken}` } : {}),
    ...(withdrawToken ? { withdrawLink: `${base}${paths.withdrawChange()}#${withdrawToken}` } : {}),
  };
}
