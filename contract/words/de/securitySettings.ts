import type { words as english } from '../en/securitySettings.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  currentCodeTooShort: 'Geben Sie die sechs Ziffern ein, die Ihr altes Telefon anzeigt.',
  newCodeTooShort: 'Geben Sie die sechs Ziffern ein, die die App anzeigt.',
  codeTooShort: 'Geben Sie die sechs Ziffern ein, die Ihre Authentifikator-App anzeigt.',
});
