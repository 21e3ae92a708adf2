import { t } from './words.ts';

/** The parts of the settings' page, in its order. */
export const SECTIONS = [
  { id: 'organisation', title: t('organisation') },
  { id: 'address', title: t('address') },
  { id: 'mail', title: t('mailServer') },
  { id: 'sso', title: t('sso') },
  { id: 'systems', title: t('systems') },
  { id: 'identity-checks', title: t('identityChecks') },
  { id: 'appearance', title: t('appearance') },
  { id: 'this-server', title: t('thisServer') },
  { id: 'about', title: t('about') },
] as const;
