import { staffMails } from './staffMails.ts';
import { userMails } from './userMails.ts';

export const mails = {
  texts: { ...userMails, ...staffMails },
  frame: {
    greeting: 'Guten Tag {name},',
    vetoQuestion: 'Die Anfrage auf Zurücksetzung kam nicht von Ihnen?',
    veto: `Öffnen Sie diese Seite und drücken Sie den Knopf dort. Das stoppt die Zurücksetzung und meldet alle von Ihrem Konto ab:
{vetoLink}`,
    helpDesk: 'Helpdesk: {helpDesk}',
    closing: '{organisation}. Verschickt von Gatehouse.',
  },
} as const;
