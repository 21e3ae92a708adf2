import { ERRORS, type Result } from '../../contract/errors.ts';
import type { GatehouseBridge } from '../../contract/ipc.ts';
import type { OutputOf } from '../../contract/operations.ts';
import type { SsoTestResult } from '../../contract/operations/sso.ts';
import type { Sso } from './sso.ts';
import { t } from './words.ts';

/** The desktop's way: the main process opens the system's browser and keeps flow, answer and token to itself (RFC 8252). */
export function createDesktopSso(bridge: GatehouseBridge): Sso {
  async function waiting(signal: AbortSignal, work: Promise<Result<unknown>>): Promise<Result<unknown>> {
    signal.addEventListener('abort', () => void bridge.desktop('ssoCancel', {}));
    return work;
  }
  return {
    async signIn(providerId, _next, signal) {
      // What the main process hands on was validated by the server against the contract.
      const result = await waiting(signal, bridge.desktop('ssoSignIn', { providerId }));
      if (!result.ok) return result;
      const answer = result.data as OutputOf<'sso.complete'>;
      return {
        ok: true,
        data: answer.outcome === 'code_required' ? { challenge: answer.challenge } : 'signed_in',
      };
    },
    stepUp: (signal) => waiting(signal, bridge.desktop('ssoStepUp', {})),
    test: (providerId, signal) =>
      waiting(signal, bridge.desktop('ssoTest', { providerId })) as Promise<Result<SsoTestResult>>,
    comeBack: () =>
      Promise.resolve({
        ok: false,
        error: {
          ...ERRORS.sso_flow_ended,
          code: 'sso_flow_ended',
          detail: t('signInEnded'),
        },
      }),
  };
}
