import type { FactorKind } from '../../../../../contract/systems.ts';

/** The kinds of device that it offers to remove, each an application of its own. */
export const DEVICES: Record<string, FactorKind> = {
  totp: 'app',
  static: 'recovery_codes',
  webauthn: 'passkey',
  duo: 'push',
  sms: 'sms',
  email: 'mail',
};

const appOf = (device: string) => `authentik_stages_authenticator_${device}`;
export const rightTo = (act: 'view' | 'delete', device: string) => `${appOf(device)}.${act}_${device}device`;

/** `totp` of `authentik_stages_authenticator_totp`, also with a model's name behind it; null of anything else. */
export function deviceOf(app: string): string | null {
  return /^authentik_(?:\w+_)?stages_authenticator_([a-z0-9_]+)/.exec(app)?.[1] ?? null;
}
