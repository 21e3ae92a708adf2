import { staffMails } from './staffMails.ts';
import { userMails } from './userMails.ts';

/** Every mail, and what stands around it. In its own form: `contract/words/mailTexts.ts`. */
export const mails = {
  texts: { ...userMails, ...staffMails },
  frame: {
    greeting: 'Hello {name},',
    vetoQuestion: 'Was the reset request not yours?',
    veto: `Open this page and press its button. That stops the reset and signs everyone out of your account:
{vetoLink}`,
    helpDesk: 'Help desk: {helpDesk}',
    closing: '{organisation}. Sent by Gatehouse.',
  },
} as const;
