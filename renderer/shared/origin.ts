import type { Factor } from '../../contract/auditActions.ts';
import type { EventOrigin } from '../../contract/schemas.ts';
import { allOf } from '../language/intl.ts';
import { deviceOf } from './device.ts';
import { t } from './words.ts';

const FACTOR_WORDS: Record<Factor, string> = {
  password: t('factorPassword'),
  code: t('factorCode'),
  activation_code: t('factorActivationCode'),
  new_authenticator: t('factorNewAuthenticator'),
  identity_provider: t('factorIdentityProvider'),
  mailed_link: t('factorMailedLink'),
  step_up: t('factorStepUp'),
};

/** With what somebody got in: *password and code*; empty where nothing is known of it. */
export const factorWords = (factors: readonly Factor[]): string =>
  allOf(factors.map((factor) => FACTOR_WORDS[factor]));

/** Where an event came from on one line: *Firefox on Windows · 192.0.2.7 · password and code*. */
export function originWords({ userAgent, address, factors }: EventOrigin): string {
  const parts = [userAgent === null ? null : deviceOf(userAgent), address, factorWords(factors)];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
