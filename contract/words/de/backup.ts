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
  noBackup: '{file} ist keine Sicherung von Gatehouse.',
  broken:
    'Die Sicherung {file} ist beschädigt, unvollständig oder wurde verändert. Verwenden Sie eine andere.',
  otherKey:
    'Diese Sicherung öffnet der Schlüssel mit dem Fingerabdruck {fingerprint}, angegeben ist {given}. Nennen Sie ihren Schlüssel mit --key-file.',
  noKeyInside:
    'Diese Sicherung öffnet der Schlüssel mit dem Fingerabdruck {fingerprint}, und in ihr ist keiner. Nennen Sie ihn mit --key-file.',
  wrongPassphrase: 'Das ist nicht die Passphrase dieser Sicherung.',
});
