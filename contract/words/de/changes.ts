import type { words as english } from '../en/changes.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  addProvider:
    '{linking, select, yes {Den Identitätsanbieter {name} hinzufügen ({issuer}, Client {client}), mit Verknüpfung nach bestätigter E-Mail-Adresse.} other {Den Identitätsanbieter {name} hinzufügen ({issuer}, Client {client}).}}',
  changeProvider: 'Den Identitätsanbieter {name} ({issuer}) ändern: {changes}.',
  otherIssuer: 'Aussteller {issuer}',
  otherClient: 'Client {client}',
  noSecret: 'kein Client-Geheimnis',
  otherSecret: 'anderes Client-Geheimnis',
  linkByEmail: 'Verknüpfung nach bestätigter E-Mail-Adresse an',
  linkSubject:
    'Das Konto von {name} mit {subject} beim Identitätsanbieter {provider} verknüpfen: Wer sich dort so anmeldet, ist hier als {name} angemeldet.',
  linkEmail:
    'Das Konto von {name} mit der Person verknüpfen, die beim Identitätsanbieter {provider} die Adresse {email} hat: Wer sich dort so anmeldet, ist hier als {name} angemeldet.',
  suspend: '{name} ({username}) sperren, {roles}.',
  role: '{role, select, auditor {Revision} help_desk {Helpdesk} security_officer {sicherheitsbeauftragte Person} administrator {Administrator} other {Benutzer}}',
  trustImport:
    'Den Telefonnummern und Führungskräften {count, plural, one {der Person} other {der # Personen}} vertrauen, die am {day} importiert wurden, als einer Datei aus dem HR-System.',
  unreadable: 'Eine Änderung, die nicht mehr gelesen werden kann.',
});
