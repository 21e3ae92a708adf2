import { enStaff } from './enStaff.ts';
import { enUser } from './enUser.ts';
import type { MailLanguage } from './mailText.ts';

/** British English. */
export const en: MailLanguage = {
  locale: 'en-GB',
  texts: { ...enUser, ...enStaff },
  greeting: 'Hello {name},',
  vetoQuestion: 'Was the reset request not yours?',
  veto: `Open this page and press its button. That stops the reset and signs everyone out of your account:
{vetoLink}`,
  helpDesk: 'Help desk: {helpDesk}',
  closing: '{organisation}. Sent by Gatehouse.',
};
