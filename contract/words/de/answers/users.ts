import type { words as english } from '../../en/answers/users.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  noSuchUser: 'Diese Person gibt es hier nicht.',
  usernameMissing: 'Geben Sie einen Benutzernamen an.',
  usernameTooLong: 'Ein Benutzername hat höchstens 64 Zeichen.',
  usernameHolds: 'Der Benutzername enthält {fault}. Geben Sie ihn ohne dieses Zeichen noch einmal ein.',
  usernameLetters: "Ein Benutzername besteht nur aus Buchstaben, Ziffern und . _ - @ + ', ohne Leerzeichen.",
  roleTooHigh: 'Diese Rolle hat einen höheren Rang als Sie.',
  usernameTaken: 'Der Benutzername „{username}“ ist vergeben. Wählen Sie einen anderen.',
  noSuchManager: 'Niemand hat hier den Benutzernamen „{username}“.',
  ownManager: 'Niemand ist die eigene Führungskraft.',
  lastAdministrator:
    '{name} ist der letzte aktive Administrator mit Passwort. Ernennen Sie zuerst einen weiteren, oder warten Sie, bis ein anderer seines gewählt hat.',
  tooManyWords: 'Suchen Sie nach höchstens {most, number} Wörtern.',
  noSuchDay: 'Den Tag {day} gibt es nicht. Schreiben Sie ihn wie 2026-12-02.',
  suspendedReinstate: 'Dieses Konto ist suspendiert. Geben Sie es zuerst wieder frei.',
  canSignIn:
    'Diese Person kann sich schon anmelden. Über „Passwort vergessen“ auf der Anmeldeseite bekommt sie einen Link per E-Mail.',
  tooManyLinks:
    'Sie haben in der letzten Stunde {sent, number} Einrichtungslinks verschickt. Den nächsten können Sie in {minutes, plural, one {# Minute} other {# Minuten}} senden.',
  suspendedMeanwhile: '{name} wurde inzwischen suspendiert.',
  ranksHigherNow: '{name} hat inzwischen einen höheren Rang als {by}.',
  tooManyRolesTaken:
    'Sie haben in den letzten 24 Stunden zwei Konten mit Verwaltungsrolle suspendiert, ihnen Rollen entzogen oder für sie ein neues Passwort verlangt. Diese Rolle muss ein anderer Administrator entziehen. Wird ein Konto missbraucht, suspendieren Sie es: Das wartet dann auf eine zweite Person.',
  suspensionAlone:
    'Sie haben in den letzten 24 Stunden zwei Konten mit Verwaltungsrolle suspendiert, ihnen Rollen entzogen oder für sie ein neues Passwort verlangt. Diese Suspendierung wartet deshalb auf eine zweite Person. Fordern Sie sie ohne weitere Änderungen an.',
  freedWithoutDepartment:
    'Die Richtlinie verlangt von {name} Multi-Faktor-Authentifizierung, ohne Abteilung aber nicht. Bestätigen Sie, dass dieser Wechsel davon befreit.',
  freedByDepartment:
    'Die Richtlinie verlangt von {name} Multi-Faktor-Authentifizierung, in der Abteilung {department} aber nicht. Bestätigen Sie, dass dieser Wechsel davon befreit.',
  ownRoles:
    'Niemand ändert die eigenen Rollen oder den eigenen Status. Bitten Sie einen anderen Administrator.',
  ranksHigher:
    'Diese Person oder die Rolle hat einen höheren Rang als Sie. Bitten Sie jemanden mit diesem Rang.',
  notCsv: 'Das ist keine CSV-Datei. Speichern Sie die Liste als CSV, in UTF-8.',
  quoteNotClosed:
    'Hier beginnt ein Anführungszeichen, das nie geschlossen wird: Diese Zeile und alle danach können nicht gelesen werden.',
  quoteMisplaced:
    'Ein Anführungszeichen steht an der falschen Stelle. Setzen Sie den ganzen Wert in Anführungszeichen und verdoppeln Sie die darin.',
  fileEmpty: 'Die Datei ist leer. Ihre erste Zeile muss die Kopfzeile sein: {header}',
  headerLacks:
    'In der Kopfzeile fehlt {missing}. Geben Sie an, welche Spalte das ist, oder benennen Sie die Spalten so: {header}.',
  noSuchColumn: 'Diese Datei hat keine Spalte „{column}“.',
  fieldTwice: 'Zwei Spalten können nicht beide {field} sein.',
  mappingUnread:
    'Geben Sie als JSON an, welche Spalte welche ist, zum Beispiel {example}. Felder sind {fields}.',
  columnTwice: 'Die Spalte {column} steht zweimal in der Kopfzeile.',
  userThere: 'Den Benutzernamen „{username}“ gibt es schon.',
  fieldChanged:
    '{field, select, name {Name} email {E-Mail} department {Abteilung} phone {Telefon} mobile {Mobilnummer} other {Führungskraft}}: aus „{from}“ wird „{to}“.',
  fieldSet:
    '{field, select, name {Name} email {E-Mail} department {Abteilung} phone {Telefon} mobile {Mobilnummer} other {Führungskraft}}: „{to}“ ist neu.',
  wholeNeedsAllRows:
    '{count, plural, one {# Zeile lässt sich nicht importieren und kann von jedem sein} other {# Zeilen lassen sich nicht importieren und können von jedem sein}}. Bringen Sie sie in Ordnung, oder lassen Sie falsche Werte weg, bevor suspendiert wird, wer in keiner Zeile steht.',
  typeGone:
    '{count, plural, one {# Person steht in keiner Zeile dieser Datei und würde} other {# Personen stehen in keiner Zeile dieser Datei und würden}} suspendiert. Geben Sie diese Zahl ein, um fortzufahren.',
  tooManyGone:
    '{count, plural, one {# Person steht} other {# Personen stehen}} in keiner Zeile dieser Datei, und höchstens {most, number} dürfen suspendiert werden. Nichts wurde geändert. Sehen Sie sich die Datei an, oder geben Sie bei --gone-at-most mehr an.',
  moveFrees:
    'Die Richtlinie verlangt von {name} Multi-Faktor-Authentifizierung, in {department} aber von niemandem. Ändern Sie die Abteilung auf der Seite der Person, wo Sie das bestätigen.',
  staysProtected:
    '{name} ist besonders geschützt und bleibt deshalb in der bisherigen Abteilung. Ändern Sie sie auf der Seite der Person.',
  problemTitle:
    '{kind, select, row_length {Zeile hat mehr oder weniger Werte als die Kopfzeile} quotes {Anführungszeichen passen nicht} unread {Buchstaben sind nicht lesbar} not_reached {Nicht erreicht: Der Server konnte nicht weiter} gone {Person wurde inzwischen entfernt} frees {Bleibt in der Abteilung: Der Wechsel würde von MFA befreien} protected {Bleibt in der Abteilung: besonders geschützt} self {Person ist die eigene Führungskraft} left_out {Zeile der Führungskraft lässt sich nicht importieren} several {Name der Führungskraft passt auf mehrere} twice {Benutzername steht zweimal in der Datei} other {{field, select, username {Benutzername} email {E-Mail-Adresse} department {Abteilung} role {Rolle} phone {Telefon} mobile {Mobilnummer} manager {Führungskraft} account {Konto} other {Name}} {kind, select, missing {fehlt} too_long {hat mehr als {field, select, username {64} account {255} other {100}} Zeichen} unseen {enthält Unsichtbares} letters {hat Zeichen, die nicht gehen} not_an_address {ist ungültig} no_country {hat keine Ländervorwahl} not_a_number {kann keine Telefonnummer sein} not_a_role {gibt es hier nicht} role_above {steht über Ihnen} not_found {ist weder hier noch in der Datei} taken {wurde inzwischen vergeben} other {ändert sich}}}}',
  goneMeanwhile: 'Diese Person gibt es nicht mehr.',
  usernameInLine: 'Der Benutzername „{username}“ steht schon in Zeile {line, number}.',
  managerNowhere: 'Die Führungskraft „{manager}“ gibt es weder hier noch in dieser Datei.',
  managerSeveral:
    'Mehrere Personen heißen „{manager}“. Geben Sie den Benutzernamen oder die E-Mail-Adresse der Führungskraft an.',
  managerNotImported:
    'Die Führungskraft „{manager}“ in Zeile {line, number} kann nicht importiert werden, deshalb wird diese Person ohne Führungskraft importiert.',
  rowLength:
    'Diese Zeile hat {values, plural, one {# Wert} other {# Werte}}, die Kopfzeile hat {columns, plural, one {# Spalte} other {# Spalten}}.',
  emailMissing: 'Die E-Mail-Adresse fehlt.',
  nameMissing: 'Der Name fehlt.',
  lettersUnread: 'Einige Buchstaben können nicht gelesen werden. Speichern Sie die Datei als UTF-8.',
  holds:
    '{column, select, email {Die E-Mail-Adresse enthält {fault}.} phone {Die Telefonnummer enthält {fault}.} mobile {Die Mobilnummer enthält {fault}.} department {Die Abteilung enthält {fault}.} other {Der Name enthält {fault}.}}',
  notAnAddress: '„{email}“ ist keine E-Mail-Adresse.',
  phoneWithoutCountry:
    '{column, select, mobile {Die Mobilnummer} other {Die Telefonnummer}} „{written}“ muss mit + und der Landesvorwahl beginnen, z. B. +441632960123. Oder geben Sie an, aus welchem Land die Nummern sind.',
  phoneNotOf:
    '{column, select, mobile {Die Mobilnummer} other {Die Telefonnummer}} „{written}“ ist weder eine Nummer aus {country} noch eine mit + und Landesvorwahl.',
  textTooLong:
    '{column, select, department {Die Abteilung} other {Der Name}} hat mehr als 100 Zeichen oder Zeichen, die sich nicht anzeigen lassen.',
  notARole: '„{unknown}“ ist keine Rolle. Rollen sind {roles}. Trennen Sie mehrere mit ;',
  roleNotYours: 'Die Rolle {role} hat einen höheren Rang als Sie. Sie können sie nicht vergeben.',
  notReached:
    'Vor dieser Zeile konnte der Server nicht weiterarbeiten. Senden Sie dieselbe Datei noch einmal: Wer schon importiert ist, wird ausgelassen.',
  requiredBecause:
    '{rule, select, staff {{dated, select, yes {Mit einer Verwaltungsrolle ist MFA immer verpflichtend, unabhängig von der Richtlinie (seit {day}).} other {Mit einer Verwaltungsrolle ist MFA immer verpflichtend, unabhängig von der Richtlinie.}}} after_reset {{dated, select, yes {Die MFA wurde zurückgesetzt und muss neu eingerichtet werden (seit {day}).} other {Die MFA wurde zurückgesetzt und muss neu eingerichtet werden.}}} everyone {{dated, select, yes {Version {version} der Richtlinie, in Kraft seit {day}, verlangt MFA von allen.} other {Version {version} der Richtlinie verlangt MFA von allen.}}} role {{dated, select, yes {Version {version} der Richtlinie, in Kraft seit {day}, verlangt MFA von allen mit dieser Rolle.} other {Version {version} der Richtlinie verlangt MFA von allen mit dieser Rolle.}}} other {{dated, select, yes {Version {version} der Richtlinie, in Kraft seit {day}, verlangt MFA von der Abteilung {department}.} other {Version {version} der Richtlinie verlangt MFA von der Abteilung {department}.}}}}',
  importConfirmedMeanwhile: 'Dieser Import wurde inzwischen bestätigt.',
});
