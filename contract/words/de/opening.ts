import type { words as english } from '../en/opening.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  // After „aus“: that is where the key comes from.
  fromFile: 'der Datei {path}',
  fromDesktop: 'der Desktop-App',

  namedTwice: 'Der Schlüssel ist zweimal angegeben, mit {one} und mit {other}. Lassen Sie eines davon weg.',
  fromCommand: 'dem Befehl von --key-command',
  keyCommandFailed:
    'Der Befehl gibt keinen Schlüssel aus ({why}). Führen Sie ihn selbst aus, mit dem Konto des Servers, und sehen Sie, was er sagt.',
  nameKey:
    'Mit PostgreSQL muss der Schlüssel angegeben sein, weil alle Server einer Datenbank denselben brauchen: --key-file DATEI (GATEHOUSE_KEY_FILE) oder der Schlüssel selbst in GATEHOUSE_KEY. `gatehouse keys create DATEI` legt einen an.',
  keyFileLost:
    'Die Schlüsseldatei {path} fehlt, aber es gibt eine Datenbank. Stellen Sie die Datei aus ihrer Sicherung wieder her.',
  keyFileNotMade: 'Die Schlüsseldatei {path} lässt sich nicht anlegen ({code}). Prüfen Sie ihren Ordner.',
  keyFileNotWritten:
    'Die Schlüsseldatei {path} ist nicht beschreibbar ({code}). Erlauben Sie diesem Konto, in ihren Ordner zu schreiben, oder ergänzen Sie die neue Version von Hand, wie docs/operating.md es beschreibt.',
  noKeyFile:
    'Die Schlüsseldatei {path} gibt es nicht. Nennen Sie die, mit der diese Datenbank angelegt wurde; für eine neue Datenbank legt `gatehouse keys create {path}` sie an.',
  notKeyFile:
    '{path} ist keine Schlüsseldatei. Nennen Sie eine, wie `gatehouse keys create DATEI` sie anlegt.',
  folderNotKeyFile:
    '{path} ist keine Schlüsseldatei, sondern ein Ordner. Nennen Sie eine Datei, wie `gatehouse keys create DATEI` sie anlegt.',
  keyFileOpen: 'Die Schlüsseldatei {path} ist für andere lesbar. Führen Sie aus: chmod 600 {path}',
  keyFileUnreadable:
    'Die Schlüsseldatei {path} ist nicht lesbar ({code}). Erlauben Sie es dem Konto, das den Server ausführt, sie zu lesen.',
  keyFileUnusable: 'Die Schlüsseldatei {path} ist nicht verwendbar. {problem}',
  keyUnusable: 'Der Schlüssel ist nicht verwendbar. {problem}',
  oddKey: 'Ein Schlüssel sieht aus wie 1:… mit 43 Zeichen base64url.',
  keyTwice: 'Die Schlüsselversion {version} kommt zweimal vor.',
  noKey: 'Es ist kein Schlüssel darin.',

  otherSeal:
    'Was in dieser Datenbank versiegelt ist, wurde nicht mit dem Schlüssel aus {source} versiegelt (Fingerabdruck {fingerprint}). Es wurde nichts geändert: Geben Sie den Schlüssel an, mit dem sie angelegt wurde.',
  otherKey:
    'Diese Datenbank gehört zum Schlüssel mit dem Fingerabdruck {own}, aber aus {source} kommt {given}. Es wurde nichts geändert: Geben Sie den Schlüssel dieser Datenbank an.',

  dataNotOpened: 'Die Datenbank, die --data (GATEHOUSE_DATA) nennt, lässt sich nicht öffnen: {why}',
  databaseNotOpened:
    'Die Datenbank, die --database-url (GATEHOUSE_DATABASE_URL) nennt, lässt sich nicht öffnen: {why}',
  notUtf8:
    "Diese Datenbank hat die Kodierung {encoding}, in der sich nicht jeder Name schreiben lässt. Legen Sie eine mit UTF8 an: create database gatehouse encoding 'UTF8' template template0.",
  noTableRights:
    'Der Benutzer {user} darf mit den Tabellen dieser Datenbank nicht arbeiten: Erteilen Sie ihm select, insert, update und delete auf alle Tabellen des Schemas (grant … to {user}).',
  noSchemaRights:
    'Das Schema dieser Datenbank ist nicht aktuell, und der Benutzer {user} darf es nicht ändern: Führen Sie `gatehouse migrate` mit der Adresse eines Benutzers aus, der es darf, und starten Sie dann neu.',
  newer:
    'Diese Datenbank wurde von einem neueren Gatehouse angelegt (sie enthält „{migration}“). Aktualisieren Sie diesen Server, und starten Sie ihn dann neu.',
});
