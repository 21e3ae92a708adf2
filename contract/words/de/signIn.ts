import type { words as english } from '../en/signIn.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  codeTitle: 'Multi-Faktor-Authentifizierung',
  codeLead: 'Geben Sie den Code ein, den Ihre Authentifikator-App für dieses Konto anzeigt.',
  linkCodeLead:
    'Sie melden sich zum ersten Mal auf diesem Weg an. Geben Sie den Code ein, den Ihre Authentifikator-App für dieses Konto anzeigt. Danach wird er hier nicht mehr verlangt.',
  resetMfa: 'Multi-Faktor-Authentifizierung zurücksetzen',
  authorizationCode: 'Bestätigungscode',
  codeTooShort: 'Geben Sie die sechs Ziffern ein, die Ihre Authentifikator-App anzeigt.',
  verifyAndSignIn: 'Prüfen und anmelden',
  back: 'Zurück',
  clockHint:
    'Hier ist es <b>{time}</b>. Zeigt Ihr Telefon eine andere Uhrzeit, stellen Sie sie auf automatisch und versuchen Sie es noch einmal: Die Codes richten sich nach der Uhr.',
  setupCodeTooShort: 'Geben Sie die sechs Ziffern ein, die die App anzeigt.',
});
