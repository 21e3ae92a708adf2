import type { words as english } from '../../en/answers/policy.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  // Who is exempt
  exemptTwice: '{name} ist zweimal ausgenommen. Behalten Sie eine der beiden Ausnahmen.',
  somebodyExemptTwice: 'Jemand Unbekanntes ist zweimal ausgenommen. Behalten Sie eine der beiden Ausnahmen.',
  exemptUnknown: 'Eine Person, die ausgenommen werden soll, ist hier nicht bekannt. Entfernen Sie sie.',
  exemptStaff:
    '{name} hat eine Verwaltungsrolle, und für solche Rollen ist MFA immer verpflichtend. Entfernen Sie die Ausnahme.',
  exemptSuspended:
    '{name} ist suspendiert, daher wird nichts verlangt. Nehmen Sie die Person aus, wenn sie wieder freigegeben ist.',
  exemptSso:
    '{name} meldet sich nur per SSO an, daher wird hier nichts verlangt, ob ausgenommen oder nicht. Entfernen Sie die Ausnahme.',
  ownerNotStaff:
    '{owner} hat keine Verwaltungsrolle oder ist suspendiert und kann die Ausnahme für {name} nicht verantworten. Wählen Sie jemand anderen.',
  ownerUnknown:
    'Wer die Ausnahme für {name} verantwortet, hat keine Verwaltungsrolle oder ist suspendiert. Wählen Sie jemand anderen.',
  exemptionOver:
    'Die Ausnahme für {name} ist schon abgelaufen. Wählen Sie einen späteren Tag oder entfernen Sie sie.',
  exemptionTooLong:
    'Die Ausnahme für {name} dauert länger als ein Jahr. Wählen Sie einen früheren Tag; sie kann verlängert werden.',
  ofSomebodyUnknown: 'jemand Unbekanntes',
  inARow: '{first} {next}',

  // What can’t be saved
  savedMeanwhile:
    'Inzwischen hat jemand anderes die Richtlinie gespeichert. Sehen Sie sich die neue Version an und nehmen Sie Ihre Änderung dann noch einmal vor.',
  sensitiveUnknown:
    'Eine Person, die besonders geschützt werden soll, ist hier nicht bekannt. Entfernen Sie sie.',
  noticesUnheard:
    'E-Mails über neue Anfragen gehen an aktive Personen mit Verwaltungsrolle, die Anfragen prüfen dürfen. {count, plural, one {Eine dieser Personen gehört nicht dazu: Entfernen Sie sie.} other {# dieser Personen gehören nicht dazu: Entfernen Sie sie.}}',
  reportUnread:
    'Der Monatsbericht geht an aktive Personen mit Verwaltungsrolle, die das Prüfprotokoll lesen dürfen. {count, plural, one {Eine dieser Personen gehört nicht dazu: Entfernen Sie sie.} other {# dieser Personen gehören nicht dazu: Entfernen Sie sie.}}',

  // Who is too new for it
  oldHasToUnfreeze:
    'Das Einfrieren müssen Sicherheitsbeauftragte aufheben, deren Rolle und deren Verknüpfung, mit der sie sich angemeldet haben, seit mindestens 7 Tagen bestehen.',
  otherHasToUnfreeze:
    'Zurücksetzungen sind eingefroren, weil Sie eine Obergrenze überschritten hätten: Ein anderer Mensch aus dem Kreis der Sicherheitsbeauftragten muss hinsehen und das Einfrieren aufheben.',
  oldHasToSave:
    'Diese Änderung erleichtert Zurücksetzungen oder eine erste Einrichtung. Speichern müssen sie Sicherheitsbeauftragte, deren Rolle und deren Verknüpfung, mit der sie sich angemeldet haben, seit mindestens 7 Tagen bestehen.',

  // What has to be confirmed
  weakensConfirm:
    'Diese Änderung schwächt die Richtlinie. Geben Sie einen Code aus Ihrer Authentifikator-App ein, um zu bestätigen, dass Sie es sind.',
  reachesConfirm:
    'Diese Änderung betrifft {count, plural, one {# Person} other {# Personen}} bei einer Anmeldung. Geben Sie einen Code aus Ihrer Authentifikator-App ein, um zu bestätigen, dass Sie es sind.',
  leadsConfirm:
    'Diese Änderung leitet Personen oder E-Mails anderswohin. Geben Sie einen Code aus Ihrer Authentifikator-App ein, um zu bestätigen, dass Sie es sind.',
  typeTheirNumber:
    'Diese Änderung verlangt von {count, plural, one {# Person} other {# Personen}} die Einrichtung bei einer Anmeldung. Geben Sie zur Bestätigung {count, number} ein.',

  // Why a version was saved by nobody
  mergedDepartments: 'Aus „{from}“ wird „{into}“: Was die Richtlinie über eine sagt, gilt für beide.',
  forgotDepartment: 'Zu „{name}“ gehört niemand mehr.',
  mergeReaches:
    'Die Richtlinie verlangte dann von {count, plural, one {# weiteren Person} other {# weiteren Personen}} bei der nächsten Anmeldung MFA. Wer die Richtlinie ändern darf, nimmt die Abteilung dort zuerst auf.',
  noRoomForBoth:
    'Die Richtlinie kann nicht beide Abteilungen nennen: Sie würde zu lang. Nehmen Sie Abteilungen heraus, zu denen niemand gehört.',
  pausedByItself:
    'Von selbst angehalten: {open, plural, one {# Anfrage ist offen} other {# Anfragen sind offen}}, mehr als die Grenze von {limit, number}.',

  // What a change weakens
  noSetup: 'Niemand kann MFA mehr einrichten.',
  requiredOfFewer: 'Für Personen, die MFA verwenden mussten, ist sie nicht mehr verpflichtend.',
  graceGrows: 'Die Übergangsfrist wächst von {from, number} auf {to, plural, one {# Tag} other {# Tage}}.',
  beginsLater: 'Die Regel beginnt später.',
  wavesLater: 'Von Abteilungen einer Welle wird MFA später oder nicht mehr verlangt.',
  rollOutPaused: 'Die Einführung ist angehalten: Es beginnt keine weitere Welle.',
  pausesByItself:
    'Die Einführung hält von selbst an, wenn mehr als {limit, plural, one {# Anfrage offen ist} other {# Anfragen offen sind}}.',
  exempt: 'Von MFA ausgenommen: {people}.',
  exemptLonger: 'Länger ausgenommen: {people}.',
  exemptUntil: '{name} bis {day}',
  somebody: 'jemand',
  somebodyUnknown: 'jemand Unbekanntes',
  usersReset: 'Benutzer setzen ihre MFA selbst zurück.',
  hours: '{count, plural, one {# Stunde} other {# Stunden}}',
  minutes: '{count, plural, one {# Minute} other {# Minuten}}',
  checkCountsLonger:
    'Eine Prüfung zählt {to} statt {from}: {kind, select, request_code {Anfragecode} existing_code {vorhandener Code} call_back {Rückruf} photo_id_video {Lichtbildausweis per Video} in_person {persönliches Erscheinen} other {Bestätigung der Führungskraft}}.',
  ceilingSet:
    'Die Obergrenze für Zurücksetzungen {scope, select, agent {je prüfende Person} decider {je entscheidende Person} other {insgesamt}} und {window, select, hour {Stunde} other {Tag}} ist {count, number}.',
  ceilingFollows:
    'Die Obergrenze für Zurücksetzungen {scope, select, agent {je prüfende Person} decider {je entscheidende Person} other {insgesamt}} und {window, select, hour {Stunde} other {Tag}} folgt aus dem Üblichen.',
  sensitiveNoLonger: 'In 30 Tagen nicht mehr besonders geschützt: {left}.',
  theDepartment: 'die Abteilung {name}',
  openLonger: 'Anfragen bleiben {to, plural, one {# Tag} other {# Tage}} offen statt {from, number}.',
  withoutHold: 'Zurückgesetzt wird auch in verbundenen Systemen, die die Anmeldung nicht sperren können.',
  helpDeskDecides: 'Der Helpdesk entscheidet über Anfragen der Stufe Standard.',
  firstWithoutCode: 'Eine erste Einrichtung braucht keinen Aktivierungscode.',
  sessionsLonger:
    '{whose, select, staff {Sitzungen von Personen mit Verwaltungsrolle dauern länger.} other {Sitzungen der Benutzer dauern länger.}}',

  // What a change weakens in a tier, each with the tier before it
  tier: '{tier, select, standard {Stufe Standard} elevated {Stufe Erhöht} other {Stufe Privilegiert}}',
  anotherCheck: '{tier}: Eine weitere Prüfung zählt.',
  fewerChecks:
    '{tier}: {to, plural, one {# Prüfung genügt} other {# Prüfungen genügen}} statt {from, number}.',
  fewerStrong: '{tier}: Weniger der Prüfungen müssen starke sein.',
  noRequestCode: '{tier}: Der Anfragecode wird nicht mehr verlangt.',
  existingCodeEnough: '{tier}: Ein Code aus der vorhandenen App genügt.',
  fewerAgree: '{tier}: Weniger Personen müssen zustimmen.',
  shorterHold:
    '{tier}: Die Wartezeit beträgt {to, plural, one {# Stunde} other {# Stunden}} statt {from, number}.',

  // What a change leads elsewhere
  appsChanged: 'Empfohlene Apps: {from} -> {to}',
  app: '{name} ({url})',
  noApps: 'keine',
  noticesTo: 'E-Mails über neue Anfragen gehen an: {from} -> {to}',
  reportTo: 'Der Monatsbericht über Zurücksetzungen geht an: {from} -> {to}',
  nobody: 'niemanden',
  everyAdministrator: 'alle Administratoren',
  namedPeople: '{count, plural, one {# genannte Person} other {# genannte Personen}}',
  noticesCome: 'E-Mails über neue Anfragen kommen: {from} -> {to}',
  oneForEach: 'eine für jede Anfrage',
  onceAnHour: 'höchstens einmal pro Stunde',
});
