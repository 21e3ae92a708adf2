import type { words as english } from '../en/cli.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  unknownLanguage: '--language: Die Sprache „{name}“ gibt es hier nicht; es gibt {known}.',
  unknownCommand: 'Es gibt keinen Befehl „{word}“. `{above} help` zeigt, welche es gibt.',
  failed: 'Fehlgeschlagen: {why}',
  emptyDatabase:
    'In dieser Datenbank gibt es keine Organisation. Legen Sie sie zuerst an: gatehouse init --help',
  emptyFolder:
    'Im Ordner {folder} gibt es keine Organisation. Legen Sie sie zuerst an: gatehouse init --help',
  unreadableFile: 'Die Datei {file} ist nicht lesbar.',
  newPassword: 'Neues Passwort:',
  passwordOnInput: 'Geben Sie das Passwort auf der Standardeingabe ein.',

  replicaOfNothing: '--database-replica braucht --database-url, die Datenbank, der es folgt.',
  backupsNowhere: '--backup-at und --backup-keep brauchen --backup-dir, den Ordner für die Sicherungen.',
  siemSecretTogether:
    '--siem-https und GATEHOUSE_SIEM_SECRET gehören zusammen: Mit dem Geheimnis werden die Stapel signiert. Geben Sie beide an oder keins.',
  siemKeyTogether: '--siem-cert und --siem-key gehören zusammen: Geben Sie beide an oder keins.',
  noTracesThere:
    '{variable} muss eine Adresse sein, die mit http:// oder https:// beginnt: Dorthin werden Ablaufverfolgungen (Traces) von Anfragen gesendet.',
  dkimTogether: '--dkim-selector und --dkim-key gehören zusammen: Geben Sie beide an oder keins.',
  siemNowhere: '--siem-ca und --siem-cert brauchen --siem-syslog oder --siem-https.',
  certificateRead: 'Das Zertifikat wurde neu gelesen. Es endet am {at}.',
  tlsTogether: '--tls-cert und --tls-key gehören zusammen: Geben Sie beide an oder keins.',
  portInUse: 'Port {port} von {host} ist belegt. Geben Sie mit --port (GATEHOUSE_PORT) einen anderen an.',
  portForbidden:
    'Dieses Konto darf auf Port {port} nicht lauschen. Geben Sie mit --port (GATEHOUSE_PORT) einen über 1023 an.',
  cannotListen:
    'Dieser Rechner kann auf {host} nicht lauschen ({code}). Geben Sie mit --host (GATEHOUSE_HOST) eine seiner Adressen an, zum Beispiel 0.0.0.0 für alle.',
  noCheckpoints:
    'WARNUNG: Außerhalb dieser Datenbank wird kein Prüfpunkt des Prüfprotokolls aufbewahrt. Niemand könnte erkennen, ob die ganze Datenbank auf einen früheren Stand zurückgesetzt wurde. Nennen Sie mit --checkpoint-to (GATEHOUSE_CHECKPOINT_TO) einen Ort: eine Datei auf einem anderen Datenträger, syslog://host:514 oder https://…',
  setUpBelow:
    'Dieser Server hat noch keine Organisation. Richten Sie ihn ein, einmalig, unter der Adresse, die folgt.',
  setUpOnce: 'Dieser Server hat noch keine Organisation. Richten Sie ihn ein, einmalig, unter {link}',
  linkForHere:
    'Diese Adresse ist für einen Browser auf diesem Rechner. Für einen anderen Rechner geben Sie mit --public-url (GATEHOUSE_PUBLIC_URL) an, welche Adresse hierher führt.',
  notInTime: 'Etwas wurde nicht rechtzeitig fertig: Der Server endet ohne es.',

  ready:
    '{organisation} ist bereit. Melden Sie sich als {admin} an und richten Sie sofort die Multi-Faktor-Authentifizierung ein.',

  unreadableCsv: 'Die Datei {file} ist nicht lesbar. Nennen Sie eine CSV-Datei, die dieses Konto lesen darf.',
  lineProblem: 'Zeile {line}: {problem}',
  lineWithout: 'Zeile {line}, ohne dies importiert: {problem}',
  problemGroup: '{title}: {count, plural, one {# Zeile} other {# Zeilen}}',
  allLines: 'alle {count, number} Zeilen: {lines}',
  noSuchFields: 'Nennen Sie Felder von diesen, durch Komma getrennt: {fields}.',
  columnsUnread: 'Spalten, die nicht gelesen werden: {columns}',
  lineChanges: 'Zeile {line}, ändert: {problem}',
  changed: 'Von denen, die schon da waren: {updated} geändert, {unchanged} unverändert.',
  wouldChange: 'Von denen, die schon da sind: {updated} würden sich ändern, {unchanged} nicht.',
  imported: '{imported} importiert, {skipped} ausgelassen.',
  invitationsGo:
    'Ihre Einladungen gehen per E-Mail, sobald der Server sie senden kann: mit seiner öffentlichen Adresse und einem Mailserver, der eine Test-E-Mail angenommen hat.',
  wouldImport: '{imported} lassen sich importieren, {skipped} nicht.',
  gone: 'In keiner Zeile: {suspended} suspendiert.',
  wouldGo:
    'In keiner Zeile: {count} würden suspendiert, {kept} gehören zum Personal oder sind besonders geschützt und blieben.',
  goneAtMost: '--gone-at-most: Geben Sie eine Zahl von Personen an, z. B. 20.',
  nothingToImport: 'Aus dieser Datei lässt sich nichts importieren.',

  sampleHere: '--host: Eine Beispielorganisation gibt es nur auf diesem Rechner: Lassen Sie die Angabe weg.',
  sample:
    '{organisation}, eine Beispielorganisation mit {users} Personen. Melden Sie sich als eine von diesen an:',
  username: 'Benutzer',
  password: 'Passwort',
  keyOf: 'Schlüssel',
  forApps: 'für Apps',

  hiddenInUsername: 'Im Benutzernamen steht {what}. Geben Sie ihn ohne dieses Zeichen ein.',
  policyRestored:
    'Die Richtlinie fehlte, war nicht lesbar oder wurde in der Datenbank verändert: Jetzt gilt die Standardrichtlinie.',
  versionsReplaced:
    '{count, plural, one {# Version} other {# Versionen}} der Richtlinie {count, plural, one {war} other {waren}} in der Datenbank verändert worden: Im Verlauf steht dort jetzt die Standardrichtlinie. Finden Sie heraus, wer in die Datenbank schreibt.',
  unlocked:
    'Das Konto von {name} ist entsperrt. Alle Mitarbeitenden mit Verwaltungsrolle erfahren es per E-Mail.',
  reset:
    'Die MFA von {name} ist zurückgesetzt. Alle Mitarbeitenden mit Verwaltungsrolle erfahren es per E-Mail.',
  setPasswordAt: 'Ein Passwort gibt es noch nicht. Die Person legt es innerhalb von 24 Stunden hier fest:',
  setPasswordAfter:
    'Ein Passwort gibt es noch nicht. Die Person legt es innerhalb von 24 Stunden hier fest, hinter der Adresse Ihres Servers:',
  activationCode:
    'Die Person meldet sich mit ihrem Passwort an und richtet MFA innerhalb von 24 Stunden mit diesem Aktivierungscode neu ein:',

  namePublicKey:
    'Nennen Sie den öffentlichen Schlüssel des Servers, von dem der Export stammt: --public-key DATEI, wie `gatehouse audit key` ihn ausgibt und die Einstellungen ihn zeigen. Ohne ihn würde auch ein erfundener Export bestehen.',
  noExport: '{file} ist keine Datei, die ein Export sein könnte.',
  ofFile: '{file}: {problem}',
  eventProblem: 'Ereignis {sequence}: {problem}',
  logBroken: 'Das Prüfprotokoll ist nicht unversehrt: {problems} Probleme in {events} Ereignissen.',
  logWhole: '{events} Ereignisse, alle in Ordnung.',
  notKnown: 'Nicht bekannt: {what}',

  keyFileThere:
    'Die Datei {file} gibt es schon, und sie bleibt, wie sie ist: Vielleicht braucht eine Datenbank den Schlüssel darin. Nennen Sie eine andere Datei.',
  newKey: '{file} enthält einen neuen Schlüssel, Fingerabdruck {fingerprint}.',
  keepCopy:
    'Bewahren Sie eine Kopie davon getrennt von Kopien der Datenbank auf: Ohne ihn funktioniert kein Authentifikator.',
  keyByHand:
    'Der Schlüssel kommt aus {source} und lässt sich von hier nicht schreiben. Legen Sie mit `gatehouse keys create DATEI` einen Schlüssel an und stellen Sie dessen Zeile neben den alten, als {version}:… statt 1:…. Wenn jeder Server ihn lesen kann, führen Sie `gatehouse keys rotate` noch einmal aus.',
  keyPrepared:
    'Version {version} des Schlüssels liegt neben der alten ({source}) und wird noch nicht benutzt. Geben Sie sie jedem Server, dann führen Sie `gatehouse keys rotate` ohne --prepare aus.',
  keyBegan: 'Version {version} des Schlüssels versiegelt, sobald jeder Server Zeit hatte, sie zu lesen.',
  keyProgress: '{count, plural, one {# Wert} other {# Werte}} neu versiegelt …',
  keyWaits: 'Die Datenbank antwortet nicht. Sobald sie antwortet, geht es weiter.',
  keyStopped:
    'Der Wechsel des Schlüssels ist unterbrochen, weil die Datenbank nicht benutzbar ist ({why}). Nichts ist verloren: Alle Versionen in der Schlüsseldatei gelten. Führen Sie `gatehouse keys rotate` noch einmal aus, dann geht es weiter.',
  keyRotated:
    'Alles ist mit Version {version} des Schlüssels versiegelt, Fingerabdruck {fingerprint}; {count, plural, one {# Wert wurde} other {# Werte wurden}} neu versiegelt.',
  keyUnopened:
    '{count, plural, one {# Wert, den kein Schlüssel hier öffnet, blieb} other {# Werte, die kein Schlüssel hier öffnet, blieben}} wie zuvor.',
  keepOldKey:
    'Bewahren Sie die alten Versionen daneben auf: Das Prüfprotokoll von früher und ältere Sicherungen brauchen sie. Kopieren Sie den Schlüssel jetzt an seinen sicheren Ort und geben Sie der Revision, was `gatehouse audit key` ausgibt.',
  noKeyYet:
    'Dort gibt es noch keinen Schlüssel und keine Datenbank. Ein Server legt beides beim ersten Start an.',
  keyFrom: 'Der Schlüssel kommt aus {source}, Fingerabdruck {fingerprint}.',
  noDatabaseYet: 'Im Ordner {folder} gibt es noch keine Datenbank. Ein Server legt sie beim ersten Start an.',
  keyOfDatabase: 'Es ist der Schlüssel der Datenbank.',
  seals:
    'Schlüssel {version} ({fingerprint}) versiegelt oder bindet {count, plural, one {# Wert} other {# Werte}}.',
  sealedByNone:
    'Schlüssel {version} ist nicht da und versiegelt oder bindet {count, plural, one {# Wert} other {# Werte}}.',
  nothingSealed: 'In der Datenbank ist noch nichts versiegelt.',

  schemaCurrent: 'Das Schema ist aktuell: Es gibt nichts zu tun.',
  wouldMigrate: 'Das würde ausgeführt:',
  migrated: 'Das wurde ausgeführt:',
  searchNotIndexed:
    'Personen werden ohne Index gesucht, was bei vielen langsam ist: Dieser Benutzer darf die Erweiterung pg_trgm nicht anlegen. Lassen Sie den Eigentümer der Datenbank „create extension pg_trgm“ ausführen; der nächste Start legt den Index an.',
});
