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
  addSystem: 'Das System {name} verbinden ({kind}, {url}), in dem Zurücksetzungen dann Faktoren entfernen.',
  changeSystem: 'Das verbundene System {name} ({url}) ändern: {changes}.',
  removeSystem:
    'Das verbundene System {name} ({url}) entfernen: Zurücksetzungen erreichen dort keine Faktoren mehr.',
  saveAttestor:
    '{name} fragen lassen, ob Personen die sind, für die sie sich ausgeben: Client {client}, Antworten gehen an {url}{secret, select, same {} other {, mit anderem Geheimnis}}.',
  removeAttestor:
    '{name} ({url}) nicht mehr antworten, ob Personen die sind, für die sie sich ausgeben: Ihr Helpdesk prüft dafür niemanden mehr.',
  otherName: 'der Name wird {name}',
  otherAddress: 'Adresse {url}, was seine Verknüpfungen beendet',
  otherRealm: 'Realm {realm}, was seine Verknüpfungen beendet',
  noRealm: 'kein Realm, was seine Verknüpfungen beendet',
  noClient: 'kein Client',
  linkMany:
    '{count, plural, one {# Person} other {# Personen}} mit den Konten in {system} verknüpfen, die eine Datei nennt: {names}{more, plural, =0 {} other { und # weitere}}. Ihre Zurücksetzungen entfernen dann die Faktoren dieser Konten.',
  linkByRule:
    'Personen nach einer Regel mit ihren Konten in {system} verknüpfen: wo {rule, select, username {der Benutzername derselbe ist} other {die bestätigte E-Mail-Adresse dieselbe ist}}. Niemand sieht jede Verknüpfung an; Personen mit Verwaltungsrolle und besonders geschützte Personen sind ausgenommen.',
  readPeople:
    '{every, select, hour {Jede Stunde} other {Jeden Tag}} aus {system} einlesen, wen es dort gibt: Neue Personen werden hier hinzugefügt, was sich dort ändert, ändert sich hier, und wer dort seit {days, plural, one {# Tag} other {# Tagen}} nicht mehr da ist, wird hier gesperrt. Personen mit Verwaltungsrolle und besonders geschützte Personen bleiben, wie sie sind.',
  linkSystem:
    '{name} mit dem Konto {account} in {system} verknüpfen: Eine Zurücksetzung für {name} entfernt dann die Faktoren dieses Kontos.',
  suspend: '{name} ({username}) suspendieren, {roles}.',
  role: '{role, select, auditor {Revision} help_desk {Helpdesk} security_officer {sicherheitsbeauftragte Person} administrator {Administrator} other {Benutzer}}',
  trustImport:
    'Den Telefonnummern und Führungskräften {count, plural, one {der Person} other {der # Personen}} vertrauen, die am {day} importiert wurden, als einer Datei aus dem HR-System.',
  unreadable: 'Eine Änderung, die nicht mehr gelesen werden kann.',
});
