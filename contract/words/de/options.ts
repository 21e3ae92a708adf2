import type { words as english } from '../en/options.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  program: 'Der Server einer Organisation mit ihrer Konsole für Multi-Faktor-Authentifizierung.',
  howUsed: '`gatehouse help BEFEHL` zeigt, wie er verwendet wird.',
  usage: 'Aufruf:',
  arguments: 'Argumente:',
  options: 'Optionen:',
  commands: 'Befehle:',
  onlyVariables: 'Nur als Variable:',
  showHelp: 'Hilfe anzeigen',
  showVersion: 'Version ausgeben',
  languageOption: 'Sprache der Ausgaben: {known} (ohne Angabe die von LANG)',
  example: '{about}; z. B. {example}',

  serve: 'den Server starten; ein leerer gibt einen Link aus, der ihn einmalig einrichtet',
  init: 'die Organisation und ihren ersten Administrator anlegen; liest das Passwort von der Standardeingabe',
  migrate:
    'das Schema der Datenbank aktualisieren, mit einem Konto, das es darf; Server tun es beim Start selbst',
  dryMigrate: 'nur sagen, was getan würde; nichts ändern',
  backup: 'die Organisation in eine Datei kopieren, die nur ihr Schlüssel öffnet, während Server laufen',
  backupFile: 'die anzulegende Datei, nur für Ihr Konto lesbar; eine vorhandene wird nie überschrieben',
  withKey:
    'auch den Schlüssel in die Datei versiegeln, mit einer Passphrase aus der Standardeingabe (mindestens 12 Zeichen)',
  json: 'das Ergebnis als eine Zeile JSON ausgeben',
  verifyBackup:
    'eine Sicherung ganz lesen: ob sie unbeschädigt und vollständig und ihr Prüfprotokoll in Ordnung ist',
  backupThere:
    'die Sicherung; ohne ihren Schlüssel wird die Passphrase eines Schlüssels darin aus der Standardeingabe gelesen',
  restore:
    'eine Sicherung an einen leeren Ort zurückspielen und alles beenden, was bei ihr gerade lief; halten Sie die Server vorher an',
  accept:
    'eine Datenbank so nehmen, wie sie auf anderem Weg zurückgespielt wurde (ein kopierter Ordner, ein Zeitpunkt von PostgreSQL), und genauso neu beginnen',
  dryRestore: 'die Sicherung und den Ort prüfen und nichts ändern',
  replace:
    'ersetzen, was dort ist; der Name der Organisation, die verschwindet, wird aus der Standardeingabe gelesen, vor einer Passphrase',
  since:
    'ein späterer Export des Prüfprotokolls (jsonl): Was er Personen nimmt, wird ihnen wieder genommen: Zurücksetzungen, gestoppte Authentifikatoren, Sperrungen, Rollen, Passwörter, Ausnahmen',
  doctor:
    'ansehen, wovon der Server abhängt (Datenbank, Schlüssel, Uhr, Adresse, Zertifikat, Mail, Sicherung, Festplatte), und sagen, was zu tun ist',
  importUsers:
    'Benutzer aus einer CSV-Datei importieren; Zeilen, bei denen es nicht geht, werden genannt und ausgelassen',
  csvFile: 'CSV-Datei mit der Kopfzeile {header}',
  leaveOutBadValues:
    'Zeilen ohne Werte importieren, die falsch sind und die niemand braucht: Rolle, Abteilung, Telefon, Mobilnummer, Führungskraft',
  leaveOutFields: 'dasselbe nur für diese Felder, durch Komma getrennt: {fields}',
  wholeFile:
    'die Datei hat alle: Wer in keiner Zeile steht, wird suspendiert; Personal und besonders Geschützte bleiben',
  goneAtMost: 'mit --whole: nichts ändern, wo mehr Personen in keiner Zeile stehen (Standard: 0)',
  mapping: 'welche Spalte welche ist, als JSON: {example}',
  dryImport: 'nur sagen, was geschehen würde; nichts ändern',
  initialPassword:
    'ein Passwort für alle, von der Standardeingabe, zum Ausprobieren: Es werden keine Links gesendet',
  sample:
    'eine Beispielorganisation auf diesem Rechner bereitstellen, zum Umsehen; ihre Passwörter werden ausgegeben',
  sampleData:
    'Ordner der Datenbank und des Schlüssels (ohne Angabe ein vorübergehender, der am Ende verschwindet)',
  recover:
    'die MFA einer Person zurücksetzen, die sonst keinen Weg zurück hat, und einen Aktivierungscode ausgeben; alle mit Verwaltungsrolle erfahren es',
  unlock: 'nur entsperren: Die Person hat ihr Telefon noch',
  audit: 'das Prüfprotokoll',
  verify: 'das Prüfprotokoll oder einen Export davon prüfen',
  exportFile: 'eine als jsonl exportierte Datei; braucht --public-key',
  auditKey: 'den öffentlichen Schlüssel ausgeben, mit dem sich Exporte des Prüfprotokolls prüfen lassen',
  keys: 'der Schlüssel, mit dem die Datenbank versiegelt ist',
  createKey: 'eine Datei mit einem neuen Schlüssel anlegen, für eine neue Datenbank',
  newKeyFile: 'wo sie angelegt wird, nur für Ihr Konto; eine vorhandene Datei bleibt, wie sie ist',
  rotateKey:
    'wechselt den Schlüssel, während Server laufen; noch einmal ausgeführt, macht es weiter, wo es endete',
  prepareKey: 'legt nur die neue Version an, damit jeder Server sie vorher bekommt',
  config: 'gibt aus, was gilt und woher es kommt; Geheimnisse sind verdeckt',
  configOption: 'die Konfigurationsdatei (ohne Angabe {usual}, falls vorhanden) [GATEHOUSE_CONFIG]',
  keyCommand: 'Befehl, der den Schlüssel ausgibt, zum Beispiel aus einem Tresor; höchstens zehn Sekunden',
  noConfigFile: 'Keine Konfigurationsdatei.',
  configFileOf: 'Konfigurationsdatei: {path}',
  unset: 'nicht gesetzt',
  preset: 'Vorgabe',
  notConfig: '{path} ist keine Konfigurationsdatei.',
  configUnreadable:
    'Die Konfigurationsdatei {path} ist nicht lesbar ({code}). Nennen Sie eine, die dieses Konto lesen darf.',
  configBroken:
    '{path}, Zeile {line}, Spalte {column}: Das ist kein TOML. Texte stehen in Anführungszeichen, zum Beispiel host = "0.0.0.0".',
  configKey: '{key} ({path}): Diese Einstellung gibt es nicht. `gatehouse config` zählt auf, welche es gibt.',
  configKeyLikely: '{key} ({path}): Diese Einstellung gibt es nicht. Meinten Sie {likely}?',
  configValue:
    '{key} ({path}): Das muss ein Text in Anführungszeichen, eine ganze Zahl oder eine Liste von Texten sein.',
  configOpen:
    'Die Konfigurationsdatei {path} enthält ein Geheimnis und ist für andere lesbar. Führen Sie aus: chmod 600 {path}, oder legen Sie das Geheimnis in eine eigene Datei (…_file).',
  setTwice: 'Das ist zweimal gesetzt, durch {one} und durch {other}. Lassen Sie eines davon weg.',
  notSecretFile: '{file} ist keine Datei mit einem Geheimnis.',
  checkKey: 'sagen, woher der Schlüssel kommt, welchen Fingerabdruck er hat und ob er zur Datenbank gehört',

  data: 'Ordner der Datenbank und des Schlüssels (ohne Angabe .gatehouse)',
  databaseUrl: 'Adresse einer PostgreSQL-Datenbank, statt SQLite',
  databaseReplica: 'Adresse eines Standbys dieser Datenbank, für Listen, Suchen, Berichte und Exporte',
  listenUrl: 'dieselbe Datenbank an PgBouncer vorbei, wo dieser sich Verbindungen teilt',
  keyFile: 'Datei mit dem Schlüssel (ohne Angabe bei SQLite gatehouse.key im Datenordner)',
  key: 'der Schlüssel selbst, so wie er in einer Schlüsseldatei steht',
  logLevel: 'wie viel protokolliert wird (ohne Angabe info, wo ein Server läuft, sonst warn): {levels}',
  host: 'Adresse, auf der der Server lauscht (ohne Angabe 127.0.0.1)',
  port: 'Port, auf dem der Server lauscht (ohne Angabe 8470; 0 ist ein beliebiger)',
  tlsCert: 'Zertifikatskette (PEM)',
  tlsKey: 'Schlüssel des Zertifikats (PEM)',
  trustProxy:
    'Proxys, deren weitergeleiteten Headern vertraut wird: Adressen und Netze, durch Kommas getrennt',
  addressLimit: 'öffentliche Anfragen pro Minute von einer Adresse (ohne Angabe 120)',
  drainSeconds:
    'wie viele Sekunden ein Server beim Beenden noch weiterarbeitet und sich dabei als nicht bereit meldet (bei PostgreSQL 5, sonst 0)',
  smtpUrl: 'Adresse des Mailservers',
  mailFrom: 'Adresse, von der E-Mails kommen',
  dkimSelector: 'Name, unter dem der öffentliche Schlüssel zu --dkim-key im DNS der Absenderdomain steht',
  dkimKey: 'privater Schlüssel, mit dem E-Mails signiert werden (DKIM): RSA, PEM',
  notSelector: 'ein Selektor besteht nur aus Buchstaben, Ziffern und Bindestrichen',
  notDkimKey: '{file} ist kein RSA-Schlüssel mit mindestens 2048 Bit',
  publicUrl: 'öffentliche Adresse dieses Servers, auf die Links in E-Mails führen',
  checkpointTo:
    'wohin signierte Prüfpunkte des Prüfprotokolls zusätzlich gehen: eine Datei, syslog://host:514 oder https://…',
  siemSyslog: 'das Prüfprotokoll über Syslog mit TLS an ein SIEM schicken (RFC 5425)',
  siemHttps: 'das Prüfprotokoll in signierten Stapeln an eine HTTPS-Adresse schicken; braucht das Geheimnis',
  siemSecret: 'womit diese Stapel signiert werden (HMAC-SHA-256): mindestens 32 Zeichen',
  siemCa: 'Zertifikat der Stelle, der dort allein vertraut wird (PEM; ohne Angabe denen des Systems)',
  siemCert: 'Zertifikat, mit dem sich der Server dort ausweist, wenn er gefragt wird (PEM)',
  siemKey: 'privater Schlüssel dieses Zertifikats (PEM)',
  backupDir: 'Ordner für eine tägliche Sicherung von allem; ohne Angabe entsteht keine',
  backupAt: 'Uhrzeit, ab der sie entsteht, in der Zeitzone der Organisation (ohne Angabe 02:00)',
  metricsPort: 'Metriken auf einem eigenen Port, für alle, die ihn erreichen',
  metricsTokenFile: 'Datei mit dem Token, das die Überwachung als Bearer schicken muss',
  notToken: 'die Datei muss genau ein Token enthalten: 20 bis 4096 sichtbare Zeichen ohne Leerzeichen',
  tokenFileOpen: 'andere auf diesem Rechner können die Datei lesen: chmod 600',
  tokenFileUnreadable: 'die Datei lässt sich nicht lesen ({code})',
  backupKeep: 'wie viele dieser Sicherungen bleiben (ohne Angabe 14)',
  organisation: 'Name der Organisation',
  admin: 'Benutzername des ersten Administrators',
  adminEmail: 'dessen E-Mail-Adresse',
  adminName: 'dessen Name (ohne Angabe der Benutzername)',
  country: 'Land der Telefonnummern ohne Landesvorwahl (ohne Angabe das der Organisation)',
  users: 'wie viele Personen (ohne Angabe 250, höchstens {most})',
  writeKey:
    'anzulegende Datei für den Schlüssel aus der Sicherung (Standard bei SQLite: gatehouse.key im Datenordner)',
  publicKey: 'zu einem Export: was `gatehouse audit key` ausgibt und die Einstellungen zeigen',

  noArgument: 'Fehler: Das Argument {name} fehlt.',
  noValue: 'Fehler: Bei {option} fehlt der Wert.',
  noOption: 'Fehler: Die Angabe {option} fehlt.',
  unknownOption: 'Fehler: Eine Option {option} gibt es nicht.',
  tooMany:
    'Fehler: zu viele Argumente für {command}. {expected, plural, =0 {Keines wird erwartet} one {Eines wird erwartet} other {# werden erwartet}}, angegeben {received, plural, one {ist #} other {sind #}}: {given}.',
  likely: '(Meinten Sie {likely}?)',
  oneOfThese: '(Meinten Sie eines von {likely}?)',

  wrong: '{option}: {problem}',
  wrongLike: '{option}: {problem} Beispiel: {example}',
  below: '{above}\n{below}',

  blankEnds: 'Die Angabe beginnt oder endet mit einem Leerzeichen.',
  lineEnd: 'Die Angabe enthält einen Tabulator oder ein Zeilenende.',
  hidden: 'Die Angabe enthält ein unsichtbares Zeichen: Geben Sie sie ohne dieses ein.',
  empty: 'Die Angabe ist leer.',
  blanks: 'Die Angabe besteht nur aus Leerzeichen.',
  notSeconds: 'Das ist keine ganze Zahl von Sekunden von 0 bis 600.',
  notTimeOfDay: 'Das ist keine Uhrzeit von 00:00 bis 23:59.',
  notCount: 'Das ist keine ganze Zahl von 1 bis {most}.',
  noneOf: 'Möglich sind nur {known}.',
  notEmail: 'Das ist keine E-Mail-Adresse.',
  notLine: 'Möglich sind 1 bis 100 Zeichen in einer Zeile.',
  notCountry: 'Geben Sie die zwei Buchstaben eines Landes an.',

  bracketed: 'Eine IPv6-Adresse steht hier ohne Klammern.',
  zoned: 'Eine Adresse mit Zone kann ein Browser nicht öffnen.',
  notHost: 'Das ist weder eine Adresse noch ein Hostname; ein Port gehört zu --port.',
  unknownHost: '„{name}“ ist keine Adresse, und dieser Rechner findet unter diesem Namen keine.',
  notPort: 'Ein Port ist eine Zahl von {least} bis 65535.',
  noProxy: 'Die Angabe nennt keinen Proxy.',
  notProxy: '„{entry}“ ist weder Adresse noch Netz; statt eines Namens geben Sie seine Adresse an.',
  notPublicUrl: 'Nötig ist eine Adresse, die mit https:// beginnt und einen Host nennt, ohne Pfad.',
  withUser: 'Die Adresse enthält einen Benutzer oder ein Passwort: Lassen Sie beides weg.',
  severalHosts: 'Die Adresse nennt mehr als einen Host.',
  badHost: 'Der Host darin ist weder ein Name noch eine Adresse.',
  noHost: 'Die Adresse nennt keinen Host.',
  notSmtp: 'Die Adresse beginnt nicht mit smtp:// oder smtps://.',
  withPath: 'Die Adresse hat einen Pfad: Lassen Sie ihn weg.',
  accents: 'Schreiben Sie den Host darin ohne Umlaute und Akzente (xn--…).',
  encodeSmtp:
    'Benutzer oder Passwort darin enthalten ein Zeichen, das prozentkodiert sein muss: Schreiben Sie @ als %40, / als %2F, : als %3A, # als %23, ? als %3F und % als %25.',
  unknownParameter: 'Die Adresse hat einen Parameter, den es hier nicht gibt; möglich sind {known}.',
  badParameter: 'Der Parameter {name} darin hat keinen Wert, den er haben kann.',
  notCheckpointScheme:
    'An {scheme} können keine Prüfpunkte gehen: Nennen Sie eine Datei, syslog://host:514 oder eine https-Adresse wie https://vault.example/gatehouse.',
  notSyslogTls: 'Es muss syslog+tls://HOST oder syslog+tls://HOST:PORT sein (ohne Angabe 6514).',
  notBatchUrl:
    'Es muss eine https-Adresse ohne ? und # sein, z. B. https://siem.example.org/gatehouse. Zeichen in Benutzer oder Passwort müssen prozentkodiert sein.',
  notSigningSecret: 'Es müssen 32 bis 4096 sichtbare Zeichen ohne Leerzeichen sein.',
  notCheckpointUrl:
    'Die Adresse für Prüfpunkte ist nicht lesbar: Nennen Sie eine Datei, syslog://host:514 oder eine https-Adresse wie https://vault.example/gatehouse.',

  databaseUrlWrong: 'Die Adresse der Datenbank ist nicht verwendbar. {problem}',
  notPostgres: 'Sie muss mit postgres:// beginnen.',
  encodePostgres:
    'Benutzer oder Passwort darin enthalten ein Zeichen, das prozentkodiert sein muss: Schreiben Sie @ als %40, / als %2F, ? als %3F, % als %25 und ein Leerzeichen als %20.',
  unknownSetting:
    'Den Parameter „{name}“ darin gibt es hier nicht. Lassen Sie ihn weg; möglich sind {known}.',
  noHostAndPort: 'Sie nennt keinen lesbaren Host und Port.',
  notConnectSeconds: 'Ihr connect_timeout ist eine Zahl von Sekunden, zum Beispiel 3.',
  readingServer:
    'Ihr target_session_attrs={wanted} führt zu einem Server, der nichts schreibt. Schreiben Sie read-write, oder lassen Sie es weg: Gatehouse sucht den Server, der schreibt.',
  unknownServer:
    'Ihr target_session_attrs gibt es nicht. Schreiben Sie read-write, oder lassen Sie es weg: Gatehouse sucht den Server, der schreibt.',
  unknownSslmode: 'Ihr sslmode gibt es nicht. Möglich sind {known}.',
  unreadableOf:
    'Die Datei {file}, die {parameter} darin nennt, ist nicht lesbar. Prüfen Sie den Pfad und wer die Datei lesen darf.',
  anybodysCertificate:
    'Mit sslmode={mode} würde das Zertifikat einer beliebigen öffentlichen Stelle genügen. Nennen Sie das Ihrer eigenen Stelle mit sslrootcert=DATEI, oder schreiben Sie sslmode=verify-full.',

  fileNotFolder: '{path} ist eine Datei und kein Ordner.',
  fileAbove: '{path} ist eine Datei: Darunter lässt sich kein Ordner anlegen.',
  folderNotMade: 'Der Ordner {path} lässt sich nicht anlegen ({code}).',
  notFile: '{path} ist keine Datei.',
  folderNotFile: '{path} ist keine Datei, sondern ein Ordner.',
  noFolder:
    'Den Ordner von {path} gibt es nicht: Legen Sie ihn an, oder nennen Sie eine Datei an anderer Stelle.',
  notSeen: 'Dorthin lässt sich nicht sehen ({code}).',
  notWritable: 'Das ausführende Konto darf in {path} nicht schreiben ({code}).',
  noReason: 'aus unbekanntem Grund',
  noKeyThere: 'Dort lässt sich die Schlüsseldatei nicht anlegen. {problem}',
  folderToMake: '{option}: {problem} Nennen Sie einen Ordner, der sich anlegen lässt.',
  unreadable: 'Die Datei {file} ist nicht lesbar.',
  unreadableFor: 'Die Datei {file} ist nicht lesbar ({code}).',
  notAllowed:
    'Die Datei {file} darf nicht gelesen werden. Erlauben Sie es dem Konto, das den Server ausführt.',
  noFile: 'Die Datei {file} gibt es nicht. Prüfen Sie den Pfad.',
  isFolder: '{file} ist ein Ordner. Nennen Sie die Datei selbst.',
  noPublicKey:
    'Die Datei {file} enthält keinen öffentlichen Schlüssel: Nötig sind Zeilen wie 1:MCowBQYDK2Vw…, so wie `gatehouse audit key` sie ausgibt.',

  notPem: '{file} ist keine PEM-Datei.',
  noCertificate:
    '{file} enthält kein Zertifikat in PEM-Form. Nennen Sie eine Datei, die mit -----BEGIN CERTIFICATE----- beginnt.',
  damagedCertificate:
    'Das Zertifikat in {file} ist beschädigt. Kopieren Sie es noch einmal von der ausstellenden Stelle.',
  passphrase:
    'Der Schlüssel in {file} ist durch eine Passphrase geschützt, die beim Start des Servers niemand eingeben kann. Schreiben Sie ihn ohne Passphrase (openssl pkey -in {file} -out NEU), lesbar nur für das Konto des Servers.',
  noPrivateKey:
    '{file} enthält keinen privaten Schlüssel in PEM-Form. Nennen Sie eine Datei, die mit -----BEGIN PRIVATE KEY----- beginnt.',
  damagedKey:
    'Der Schlüssel in {file} ist beschädigt. Kopieren Sie ihn noch einmal von dort, wo er erzeugt wurde.',
  otherKey:
    '--tls-key: Der Schlüssel in {key} gehört nicht zum Zertifikat in {cert}. Nennen Sie den Schlüssel, für den das Zertifikat ausgestellt ist; in einer Kette steht das Zertifikat des Servers zuerst.',
  tlsRefuses:
    '--tls-cert: TLS lehnt das Zertifikat in {cert} ab ({reason}). Prüfen Sie, ob die ganze Kette unbeschädigt in der Datei steht und ob der Schlüssel EC ist oder RSA mit mindestens 2048 Bit.',
  noReasonGiven: 'ohne Angabe eines Grundes',
});
