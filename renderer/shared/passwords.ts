import { t } from './words.ts';

/** What makes a password good, as the server checks it: length, and not being a common one (NIST SP 800-63B-4). */
export const PASSWORD_HELP = t('passwordHelp');
