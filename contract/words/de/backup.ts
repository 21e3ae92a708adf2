import type { words as english } from '../en/backup.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  made: '{file} enthält {organisation} mit Stand {at}: {people, plural, one {# Person} other {# Personen}}, {events, plural, one {# Ereignis} other {# Ereignisse}} des Prüfprotokolls, {megabytes} MB.',
  digest: 'SHA-256 der Datei: {sha256}',
  keepKey:
    'Der Schlüssel, der sie öffnet, ist nicht darin (Fingerabdruck {fingerprint}). Bewahren Sie eine Kopie des Schlüssels an einem anderen Ort auf.',
  whole:
    '{file} ist unbeschädigt und vollständig: {organisation} mit Stand {at}, {people, plural, one {# Person} other {# Personen}}, {events, plural, one {# Ereignis} other {# Ereignisse}} des Prüfprotokolls, alle in Ordnung.',
  progress: '{rows, number} von {of, number} Zeilen',
  passphrase: 'Passphrase der Sicherung:',
  passphraseOnInput: 'Geben Sie die Passphrase der Sicherung in der Standardeingabe an.',

  fileThere: 'Die Datei {file} gibt es schon, und sie bleibt, wie sie ist. Nennen Sie eine andere Datei.',
  notWritten: 'Die Datei {file} lässt sich nicht schreiben ({code}). Von ihr ist nichts übrig.',
  databaseLost:
    'Die Datenbank war während der Kopie nicht mehr erreichbar, daher ist {file} nicht entstanden ({why}). Sobald die Datenbank antwortet, führen Sie den Befehl noch einmal aus.',
  notNoted:
    '{file} ist vollständig, nur der Eintrag im Prüfprotokoll ließ sich nicht schreiben ({why}). Das Alter der letzten Sicherung bleibt daher, wie es war.',
  noBackup: '{file} ist keine Sicherung von Gatehouse.',
  broken:
    'Die Sicherung {file} ist beschädigt, unvollständig oder wurde verändert. Verwenden Sie eine andere.',
  otherKey:
    'Diese Sicherung öffnet der Schlüssel mit dem Fingerabdruck {fingerprint}, angegeben ist {given}. Nennen Sie ihren Schlüssel mit --key-file.',
  noKeyInside:
    'Diese Sicherung öffnet der Schlüssel mit dem Fingerabdruck {fingerprint}, und in ihr ist keiner. Nennen Sie ihn mit --key-file.',
  wrongPassphrase: 'Das ist nicht die Passphrase dieser Sicherung.',

  folderUnusable: 'Der Ordner {folder} für Sicherungen ist nicht benutzbar ({code}).',
  logBrokenInside:
    'Das Prüfprotokoll in der Sicherung {file} ist nicht in Ordnung ({problems, plural, one {# Problem} other {# Probleme}}). Sie und alle früheren Sicherungen bleiben. Führen Sie `gatehouse audit verify` aus.',
  seeLog: 'Warum, steht im Log des Servers.',

  nameToReplace: 'Name der Organisation, die ersetzt wird:',
  nameOnInput: 'Geben Sie den Namen der Organisation, die ersetzt wird, in der Standardeingabe an.',
  notEmpty:
    '{organisation} ist schon dort. Nennen Sie einen leeren Ort, oder ersetzen Sie sie mit --replace; es wurde nichts geändert.',
  otherName: 'So heißt die Organisation nicht, die dort ist. Es wurde nichts geändert.',
  keyOnPostgres:
    'Nennen Sie mit --write-key eine Datei für den Schlüssel aus der Sicherung; mit PostgreSQL brauchen ihn alle Server.',
  keyThere:
    'Die Schlüsseldatei {file} gibt es schon, mit einem anderen Schlüssel. Nennen Sie den Schlüssel der Sicherung mit --key-file oder eine andere Datei mit --write-key.',
  exportNotWhole: 'Der Export {file} ist nicht verwendbar. {problem}',
  exportOfAnother:
    'Der Export {file} gehört nicht zum Protokoll in dieser Sicherung oder endet vorher. Nennen Sie einen, der nach der Sicherung gemacht wurde.',
  logNotWhole:
    'WARNUNG: Das Prüfprotokoll in der Sicherung ist nicht in Ordnung ({problems, plural, one {# Problem} other {# Probleme}}). Es wird wiederhergestellt, wie es ist.',
  wouldRestore:
    'Diese Sicherung lässt sich hier zurückspielen: {organisation} mit Stand {at}, {people, plural, one {# Person} other {# Personen}}, {events, plural, one {# Ereignis} other {# Ereignisse}} des Prüfprotokolls. Es wurde nichts geändert.',
  restored:
    '{organisation} ist wiederhergestellt mit Stand {at}: {people, plural, one {# Person} other {# Personen}}, {events, plural, one {# Ereignis} other {# Ereignisse}} des Prüfprotokolls. Administratoren, Beauftragte und Help-Desk bekommen eine E-Mail.',
  ended:
    'Beendet: {sessions, plural, one {# Sitzung} other {# Sitzungen}}, {activationCodes, plural, one {# Aktivierungscode} other {# Aktivierungscodes}}, {enrolments, plural, one {# begonnene Einrichtung} other {# begonnene Einrichtungen}}, {mails, plural, one {# nicht gesendete E-Mail} other {# nicht gesendete E-Mails}}, {changes, plural, one {# wartende Änderung} other {# wartende Änderungen}}. {requests, plural, one {# Anfrage auf Zurücksetzung muss} other {# Anfragen auf Zurücksetzung müssen}} neu geprüft werden.',
  replayed:
    'Wieder genommen, nach Personen: {resets} Zurücksetzungen, {stops} gestoppte Authentifikatoren, {suspensions} Suspendierungen, {roles} Rollen, {passwords} Passwörter, {locks} Sperren, {unlinked} SSO-Verknüpfungen, {exemptions} Ausnahmen. Wieder eingefroren: {freezes} Schalter.',
  setAside: 'Die Prüfpunkte des Protokolls von vorher liegen jetzt in {file}.',
  keyWritten: 'Der Schlüssel steht jetzt in {file}.',
  fileOrAccept:
    'Nennen Sie die Sicherung, oder geben Sie --accept allein an, für eine Datenbank, die auf anderem Weg zurückgespielt wurde.',
  putBack:
    'Diese Datenbank endet beim Ereignis {sequence, number} ihres Prüfprotokolls, aber in {file} steht ein signierter Prüfpunkt eines anderen, das bis zum Ereignis {count, number} ging: Die Datenbank wurde auf einen früheren Stand zurückgespielt. Spielen Sie die richtige ein, oder nehmen Sie sie mit `gatehouse restore --accept`, wie sie ist: Dann ist niemand angemeldet, und kein Code oder Link von vorher funktioniert.',
  accepted:
    'Diese Datenbank gilt jetzt, wie sie ist, mit Stand {at}. Administratoren, Beauftragte und Help-Desk bekommen eine E-Mail.',
  overByRestore: 'Gatehouse wurde inzwischen aus einer Sicherung wiederhergestellt.',
});
