/** Stands for a secret wherever a mail is shown. */
export const MASK = '\u2022'.repeat(8);

interface Secrets {
  token?: string;
  vetoToken?: string;
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
  { token, vetoToken, requestId }: LinkOptions,
): Record<string, string> {
  return {
    signInLink: `${base}/`,
    securitySettingsLink: `${base}/security`,
    usersLink: `${base}/users`,
    policyLink: `${base}/policy`,
    auditLink: `${base}/audit`,
    confirmationsLink: `${base}/confirmations`,
    resetRequestsLink: `${base}/reset-requests`,
    ...(requestId
      ? {
          requestLink: `${base}/reset-requests/${requestId}`,
          requestAppLink: `gatehouse://reset-requests/${requestId}`,
        }
      : {}),
    ...(token ? { tokenLink: `${base}/set-password#${token}` } : {}),
    ...(vetoToken ? { vetoLink: `${base}/this-wasnt-me#${vetoToken}` } : {}),
  };
}
