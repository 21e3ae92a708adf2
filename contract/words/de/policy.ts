import type { words as english } from '../en/policy.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  // Values of settings
  yes: 'Ja',
  no: 'Nein',
  on: 'An',
  off: 'Aus',
  none: 'Keine',
  never: 'Nie',
  nobody: 'Niemand',
  everyone: 'Alle',
  days: '{count, plural, one {# Tag} other {# Tage}}',
  hours: '{count, plural, one {# Stunde} other {# Stunden}}',
  minutes: '{count, plural, one {# Minute} other {# Minuten}}',
  unitDays: '{count, plural, one {Tag} other {Tage}}',
  unitHours: '{count, plural, one {Stunde} other {Stunden}}',
  unitMinutes: '{count, plural, one {Minute} other {Minuten}}',
  unitRequests: '{count, plural, one {Anfrage} other {Anfragen}}',
  people: '{count, plural, one {# Person} other {# Personen}}',
  listed: '{list}.',
  roleInList: '{role} (Rolle)',
  noneChosenYet: 'Ausgewählte, aber noch keine gewählt',
  noHold: 'Keine: Es wird sofort zurückgesetzt',
  anyoneDecides: 'Jede Person, die entscheiden darf, auch wenn sie Prüfungen eingetragen hat',
  nonVerifierDecides: 'Eine Person, die keine Prüfung eingetragen hat',
  twoDecide: 'Zwei Personen, die keine Prüfung eingetragen haben',
  anyoneShort: 'Alle Berechtigten',
  nonVerifierShort: 'Eine andere',
  twoShort: 'Zwei andere',
  noticeForEach: 'Sofort, eine für jede Anfrage',
  noticeDigest: 'Stündlich, eine für alle noch nicht übernommenen',
  noticeAtOnce: 'Sofort, je Anfrage',
  noticeHourly: 'Stündlich, über nicht übernommene',
  everyAdministrator: 'Alle Administratoren',

  // Evidence in one sentence
  evidence:
    '{count, plural, =1 {Eine der Prüfungen {kinds}} =2 {Zwei verschiedene der Prüfungen {kinds}} =3 {Drei verschiedene der Prüfungen {kinds}} other {# verschiedene der Prüfungen {kinds}}}{strong, plural, =0 {} =1 {; davon eine {ways}} =2 {; davon zwei {ways}} =3 {; davon drei {ways}} other {; davon # {ways}}}{code, select, yes {; dazu der Anfragecode, wo es einen gibt} other {}}.{existing, select, yes { Ein gültiger Code mit der Anfrage genügt.} other {}}',
  checkInList:
    '{kind, select, call_back {Rückruf} manager_confirmation {Bestätigung der Führungskraft} photo_id_video {Lichtbildausweis per Video} in_person {persönliches Erscheinen} existing_code {gültiger Code mit der Anfrage} other {Anfragecode}}',
  strongInPerson: 'durch persönliches Erscheinen',
  strongPhotoId: 'per Lichtbildausweis',
  strongManager: 'durch die Führungskraft',

  // Groups of settings
  whoNeedsMfa: 'Wer MFA braucht',
  settingUp: 'Einrichten und Deaktivieren',
  requestsByTier: 'Anfragen nach Stufe',
  tiers: 'Stufen',
  allRequests: 'Alle Anfragen auf Zurücksetzung',
  sessions: 'Sitzungen',

  // Settings by name
  available: 'MFA verfügbar',
  requiredOf: 'MFA verpflichtend für',
  waves: 'Wellen',
  rollOut: 'Einführung',
  notPaused: 'Nicht angehalten',
  pausedSince: 'Angehalten, seit {at}',
  pausesByItself: 'Einführung hält von selbst an',
  aboveOpen: 'Bei mehr als {count, plural, one {# offenen Anfrage} other {# offenen Anfragen}}',
  grace: 'Übergangsfrist',
  begins: 'Beginn',
  atOnce: 'Sofort',
  exemptions: 'Ausnahmen',
  automaticReset: 'Automatische Zurücksetzung',
  activationForFirst: 'Aktivierungscode für die erste Einrichtung',
  recommendedApps: 'Empfohlene Apps',
  whoDecides: 'Wer entscheidet',
  tierEvidence: 'Stufe {tier}: Nachweise',
  tierWhoDecides: 'Stufe {tier}: wer entscheidet',
  tierHold: 'Stufe {tier}: Wartezeit',
  checksCountFor: 'Wie lange eine Prüfung gilt',
  checkFor: '{check} {duration}',
  madeAgain: 'Eine ältere muss wiederholt werden.',
  checkCountsFor: 'Geltungsdauer: {check}',
  sensitivePeople: 'Besonders geschützte Personen',
  expireAfter: 'Geltungsdauer einer Anfrage',
  helpDeskDecides: 'Helpdesk entscheidet über Anfragen der Stufe Standard',
  mailsOfRequests: 'E-Mails über neue Anfragen',
  mailedTo: 'Neue Anfragen gehen per E-Mail an',
  staffIdle: 'Verwaltungsrollen: Abmeldung bei Untätigkeit nach',
  staffAbsolute: 'Verwaltungsrollen: Abmeldung in jedem Fall nach',
  usersIdle: 'Benutzer: Abmeldung bei Untätigkeit nach',
  usersAbsolute: 'Benutzer: Abmeldung in jedem Fall nach',

  // People and departments
  noLongerHere: 'Jemand, den es hier nicht mehr gibt',
  nameUnknown: 'Jemand, dessen Name nicht gelesen werden konnte',
  onlyStaff: 'Niemand außer Personen mit Verwaltungsrolle',
  sensitiveDepartments: 'Abteilungen: {departments}',
  sensitiveBoth: '{people}; Abteilungen: {departments}',
  departments: 'Abteilungen',
  noSuchDepartment: 'Keine Abteilung mit diesem Namen.',
  chooseDepartments: 'Abteilungen auswählen',
  chosenPeople: 'Ausgewählte Personen: {label}',
  remove: 'Entfernen',

  // The page
  title: 'Richtlinie',
  lead: 'Version {version}, gespeichert {at}: „{reason}“',
  leadBy: 'Version {version}, gespeichert von {name}, {at}: „{reason}“',
  versions: 'Versionen',
  readOnly: 'Sie können die Richtlinie lesen. Ändern können sie nur Sicherheitsbeauftragte.',
  sameAsInForce: 'Version {version} ist dieselbe wie die geltende Richtlinie.',
  bringsBack: 'Stellt Version {version} wieder her.',
  inForceNow: 'Version {version} der Richtlinie gilt jetzt.',
  leaveWithoutSaving: 'Seite verlassen, ohne die Richtlinie zu speichern?',
  changed: '<b>Geändert.</b> Vorher: {before}',
  changedList: '<b>Geändert.</b> {changes}',
  undo: 'Rückgängig',
  inTier: '{tier}, {setting}',

  // What can't be saved
  cannotBeSaved: 'Noch nicht speicherbar',
  wholeNumber: 'Geben Sie eine ganze Zahl von {least, number} bis {most, number} ein.',
  chooseCheck: 'Wählen Sie mindestens eine Prüfung, sonst könnte nie jemand zurückgesetzt werden.',
  chooseDate: 'Wählen Sie ein Datum.',
  chooseDepartment: 'Wählen Sie mindestens eine Abteilung.',
  appNeedsBoth: 'Jede App braucht einen Namen und einen Link, der mit https:// beginnt.',

  // Who needs MFA
  selected: 'Ausgewählte Rollen und Abteilungen',
  roles: 'Rollen',
  roleOfEveryone: '{role}: Diese Rolle haben alle',
  ruleBegins: 'Die Regel beginnt',
  onDate: 'An einem Datum',
  date: 'Datum',
  canSetUp: 'Alle können MFA einrichten und werden danach nach einem Code gefragt.',
  cannotSetUp: 'Niemand kann mehr einrichten. Wer MFA hat, behält sie und wird weiterhin nach Codes gefragt.',
  eachOnesChoice: 'MFA ist freiwillig. Personen mit Verwaltungsrolle brauchen sie in jedem Fall.',
  everyoneNeeds:
    'Alle, die sich mit einem Passwort anmelden, brauchen MFA. Für Anmeldungen per SSO gilt das nicht.',
  rolesNeed:
    'Personen mit der Rolle {roles} brauchen MFA. Personen mit Verwaltungsrolle brauchen sie in jedem Fall.',
  departmentsNeed:
    'Personen der Abteilungen {departments} brauchen MFA. Personen mit Verwaltungsrolle brauchen sie in jedem Fall.',
  bothNeed:
    'Personen mit der Rolle {roles} und Personen der Abteilungen {departments} brauchen MFA. Personen mit Verwaltungsrolle brauchen sie in jedem Fall.',
  onlyStaffWithoutWave: 'Ohne Welle brauchen nur Personen mit Verwaltungsrolle MFA.',
  onceRequired: 'Gilt, sobald MFA für jemanden verpflichtend ist.',
  noGrace: 'Sofort: Die nächste Anmeldung führt in die Einrichtung.',
  graceOf:
    '{count, plural, one {# Tag} other {# Tage}} ab der ersten Anmeldung nach Beginn der Regel, bis 10:00 Uhr an einem Dienstag bis Donnerstag. Verwaltungsrollen haben keine.',
  fromSave: 'Die Regel gilt ab dem Speichern.',
  nobodyBefore: 'Erst ab {day} gilt die Regel.',
  countedSince: 'Seit {day} gilt die Regel.',

  // Roll-out in waves
  rollOutPaused:
    '<b>Die Einführung ist angehalten</b>, seit {at}. {count, plural, one {Eine Welle wartet} other {# Wellen warten}}; wer schon MFA braucht, braucht sie weiterhin.',
  rollOutPausedBy:
    '<b>Die Einführung ist angehalten</b>, seit {at} durch {name}. {count, plural, one {Eine Welle wartet} other {# Wellen warten}}; wer schon MFA braucht, braucht sie weiterhin.',
  rollOutPausedWhy:
    '<b>Die Einführung ist angehalten</b>, seit {at}: „{reason}“ {count, plural, one {Eine Welle wartet} other {# Wellen warten}}; wer schon MFA braucht, braucht sie weiterhin.',
  rollOutPausedByWhy:
    '<b>Die Einführung ist angehalten</b>, seit {at} durch {name}: „{reason}“ {count, plural, one {Eine Welle wartet} other {# Wellen warten}}; wer schon MFA braucht, braucht sie weiterhin.',
  inWaves: 'In Wellen einführen',
  inWavesLead:
    'Weitere Abteilungen nacheinander: Jede braucht MFA ab ihrem Datum. Was Sie oben gewählt haben, gilt ohne Welle.',
  addWave: 'Welle hinzufügen',
  wave: 'Welle {number}',
  removeWave: 'Welle {number} entfernen',
  waveLine: '{date}: {departments}',
  noDateYet: 'Noch kein Datum',
  noDepartmentYet: 'noch keine Abteilung',
  pauseRollOut: 'Einführung anhalten',
  pauseWhenMany: 'Von selbst anhalten, wenn viele Anfragen offen sind',
  whenMoreThan: 'Anhalten bei mehr als',
  waitsDue: 'Wartet: Sie beginnt, sobald die Einführung fortgesetzt wird.',
  waits: 'Wartet, bis die Einführung fortgesetzt wird.',
  askedFrom: 'Ab {day} wird MFA gebraucht.',
  nobodyLeft: 'Beginnt {day}; dort ist niemand mehr übrig: Alle haben MFA oder brauchen sie schon.',
  peopleAskedFrom:
    'Ab {day} {count, plural, one {braucht # Person MFA, die noch keine hat} other {brauchen # Personen MFA, die noch keine haben}}.',
  hasCountedSince: 'Seit {day} in Kraft.',
  beginsOnSave: 'Beginnt, sobald Sie speichern.',
  dueOnSave:
    'Was inzwischen fällig war ({days}), beginnt, sobald Sie speichern. Die anderen Wellen beginnen an ihrem Datum.',
  eachOnItsDate: 'Jede Welle beginnt an ihrem Datum.',
  heldFromSave:
    'Ab dem Speichern {count, plural, one {wartet eine Welle ({days})} other {warten # Wellen ({days})}}. Wer schon MFA braucht, braucht sie weiterhin.',
  heldUntilResumed:
    'Bis Sie fortsetzen, {count, plural, one {wartet eine Welle ({days})} other {warten # Wellen ({days})}}. Wer schon MFA braucht, braucht sie weiterhin.',
  noneHeld: 'Es ist keine Welle übrig, die warten könnte. Wer schon MFA braucht, braucht sie weiterhin.',
  noLimit: 'Wellen beginnen, wie viele Anfragen auch offen sind.',
  limitOf:
    'Sind mehr als {limit, number} offen, beginnt keine weitere Welle, bis jemand die Einführung fortsetzt. Alle Sicherheitsbeauftragten bekommen eine E-Mail.',
  limitWithOpen:
    'Sind mehr als {limit, number} offen, beginnt keine weitere Welle, bis jemand die Einführung fortsetzt. Alle Sicherheitsbeauftragten bekommen eine E-Mail. Jetzt {open, plural, one {ist # offen} other {sind # offen}}.',
  limitReached:
    'Sind mehr als {limit, number} offen, beginnt keine weitere Welle, bis jemand die Einführung fortsetzt. Alle Sicherheitsbeauftragten bekommen eine E-Mail. Jetzt {open, plural, one {ist # offen} other {sind # offen}}: Die Einführung hält an, sobald Sie speichern.',
  askedLater:
    '{dates, plural, one {Ab {day}} other {An # Terminen ab {day}}} {count, plural, one {braucht # Person MFA} other {brauchen # Personen MFA}}.',

  // Exemptions
  nobodyExempt: 'Niemand ist ausgenommen.',
  nobodyExemptValue: 'Niemand ist ausgenommen',
  exemptSomebody: 'Person ausnehmen',
  showAll: 'Alle {count, number} anzeigen',
  exemptTitle: 'Person von MFA ausnehmen',
  exempt: 'Ausnehmen',
  exemptName: '{name} ausnehmen',
  changeExemption: 'Ausnahme ändern',
  changeExemptionOf: 'Ausnahme ändern: {name}',
  removeExemptionOf: 'Ausnahme entfernen: {name}',
  thisPerson: 'diese Person',
  person: 'Person',
  reason: 'Grund',
  reasonHelp: 'Ihn lesen alle, die die Richtlinie lesen dürfen.',
  owner: 'Wer sie verantwortet',
  ownerHelp: 'Eine Person mit Verwaltungsrolle; sie bekommt 7 Tage vor dem Ende eine E-Mail.',
  endsOn: 'Endet am',
  endsOnHelp: 'Ab diesem Tag gilt für die Person dasselbe wie für alle anderen.',
  exemptionLine: '{person} bis {at}: {reason} (verantwortet von {owner})',
  exemptionLineOver: '{person}, beendet {at}: {reason} (verantwortet von {owner})',
  added: '<soft>Hinzugefügt:</soft> {exemption}',
  removed: '<soft>Entfernt:</soft> {exemption}',
  isNow: '<soft>Jetzt:</soft> {exemption}',
  over: 'Beendet',
  endsIn: 'Noch {time}',
  answersAndEnds: 'Endet {at}, verantwortet von {owner}.',
  answersAndEnded: 'Beendet {at}, verantwortet von {owner}.',
  mootStaff: '{name} hat eine Verwaltungsrolle und braucht deshalb immer MFA.',
  mootSuspended: '{name} ist suspendiert, die Ausnahme bewirkt also nichts.',
  mootSso: '{name} meldet sich nur per SSO an, die Ausnahme bewirkt hier also nichts.',
  ownerNoStaff: '{name} hat keine Verwaltungsrolle. Wählen Sie jemanden mit einer solchen Rolle.',
  ownerSuspended: '{name} ist suspendiert. Wählen Sie jemand anderen.',
  leftOutLater:
    '{count, plural, one {# Person wird} other {# Personen werden}} ausgenommen, sobald MFA für jemanden verpflichtend ist.',
  exemptNoGrace:
    'Die Regel gilt {count, plural, one {für # Person nicht, bis die Ausnahme endet} other {für # Personen nicht, bis ihre Ausnahmen enden}}; dann führt die nächste Anmeldung in die Einrichtung. Nach einer genehmigten Zurücksetzung muss trotzdem zuerst eingerichtet werden.',
  exemptThenGrace:
    'Die Regel gilt {count, plural, one {für # Person nicht, bis die Ausnahme endet; dann beginnt mit der nächsten Anmeldung eine eigene Übergangsfrist} other {für # Personen nicht, bis ihre Ausnahmen enden; dann beginnt mit der nächsten Anmeldung jeweils eine eigene Übergangsfrist}}. Nach einer genehmigten Zurücksetzung muss trotzdem zuerst eingerichtet werden.',
  choosePerson: 'Wählen Sie, wer ausgenommen werden soll.',
  exemptAlready: '{name} ist schon ausgenommen. Ändern Sie stattdessen diese Ausnahme.',
  sayWhy: 'Begründen Sie es in einem Satz.',
  chooseOwner: 'Wählen Sie, wer die Ausnahme verantwortet.',
  chooseEnd: 'Wählen Sie den Tag, an dem sie endet.',
  endPast: 'Wählen Sie einen Tag, der noch bevorsteht.',
  endTooFar: 'Wählen Sie einen Tag innerhalb eines Jahres; dann kann sie verlängert werden.',

  // Setting up and disabling
  resetsThemselves:
    'Wer einen aktuellen Code hat, kann MFA ohne fremde Hilfe deaktivieren und neu einrichten. Wer das Gerät verloren hat, stellt weiterhin eine Anfrage.',
  disableAsks:
    'Deaktivieren stellt eine Anfrage. Die Einrichtung bleibt gültig, bis jemand darüber entscheidet.',
  firstWithCode:
    'Für die erste Einrichtung braucht es neben dem Passwort einen Code per E-Mail, wie nach einer Zurücksetzung.',
  firstWithPassword:
    'Zuerst genügt das Passwort. Nach einer Zurücksetzung wird der Code aus der E-Mail immer verlangt.',
  appsShown: 'So werden sie gezeigt. Jede andere geht auch.',
  apps: 'Empfohlene Authentifikator-Apps',
  change: 'Ändern',
  app: 'App {number}',
  name: 'Name',
  link: 'Link',
  removeApp: '{name} entfernen',
  removeThisApp: 'Diese App entfernen',
  addApp: 'App hinzufügen',

  // The tiers of reset requests
  standardLead: 'Anfragen, bei denen nichts das Risiko erhöht.',
  elevatedLead:
    'Kontaktdaten oder Netz sind neu, eine Prüfung schlug fehl, oder der Helpdesk hat sie angelegt.',
  privilegedLead:
    'Verwaltungsrollen und besonders Geschützte: Wer sich als sie anmeldet, kommt überall hinein.',
  sensitiveLabel: 'Privilegiert wie Verwaltungsrollen',
  sensitiveHelp:
    'Geschäftsführung, Domänenadministratoren und wer sonst so viel Schaden anrichten kann wie jemand mit Verwaltungsrolle.',
  sensitiveDepartmentsLabel: 'Besonders geschützte Abteilungen',
  onlyStaffPrivileged: 'Nennen Sie Geschäftsführung, Domänenadministratoren und wer sonst so viel darf.',
  sensitiveAsStaff:
    'Sie sind privilegiert wie Personen mit Verwaltungsrolle, auch noch 30 Tage, nachdem sie diese Liste oder die Abteilung verlassen haben.',
  needed: 'Kurz gesagt',
  neededChecks:
    '{count, plural, =1 {Eine dieser Prüfungen} =2 {Zwei verschiedene dieser Prüfungen} =3 {Drei verschiedene dieser Prüfungen} other {# verschiedene dieser Prüfungen}}{strong, plural, =0 {} =1 {, davon eine starke} =2 {, davon zwei starke} =3 {, davon drei starke} other {, davon # starke}}{code, select, yes {, und der Anfragecode, wo es einen gibt} other {}}.{existing, select, yes { Ein gültiger Code mit der Anfrage genügt.} other {}}',
  checksThatCount: 'Prüfungen, die zählen',
  strongCheck: '{check} (stark)',
  howMany: 'Wie viele Prüfungen',
  howManyStrong: 'Wie viele davon stark',
  requestCodeToo: 'Auch der Anfragecode',
  validCodeEnough: 'Ein gültiger Code genügt',
  takesOne: 'Eine Person allein kann prüfen und genehmigen.',
  takesTwo: 'Es braucht zwei Personen: Eine prüft, eine andere genehmigt.',
  takesThree: 'Es braucht drei Personen: Eine prüft, zwei andere genehmigen.',
  holdBefore: 'Wartezeit vor der Zurücksetzung',
  withoutHold: 'Wirkt sofort: Nur die Folgen lassen sich rückgängig machen.',
  withHold: 'Die Person erfährt es vorher und kann es bis dahin verhindern.',

  // All reset requests
  mailTo: 'Neue Anfragen per E-Mail an',
  mailToHelp: 'Wer Anfragen prüfen darf',
  administratorsGet: 'Alle Administratoren bekommen die E-Mails.',
  peopleGet:
    '{count, plural, one {# Person bekommt} other {# Personen bekommen}} die E-Mails. Administratoren außerhalb dieser Liste nicht.',
  monthlyReport: 'Monatsbericht über Zurücksetzungen',
  reportTo: 'Per E-Mail an',
  reportToNobody: 'Niemand bekommt ihn.',
  reportToHelp: 'Wer das Prüfprotokoll lesen darf',
  reportMeans: 'Am ersten Werktag eines Monats: Zahlen und ein Link zur Liste.',
  mailForEach: 'Zu jeder neuen Anfrage geht eine E-Mail hinaus.',
  mailDigest:
    'Eine Anfrage, die innerhalb der Stunde übernommen wird, löst keine E-Mail aus. Nach einer ruhigen Stunde wird die erste sofort gemeldet.',
  holdRequired: 'Nur Systeme, die die Anmeldung sperren können',
  holdAsked:
    'In einem verbundenen System, das die Anmeldung nicht sperren kann, bis ein neuer Faktor eingerichtet ist, wird nichts zurückgesetzt. Beim Genehmigen steht das da.',
  holdNotAsked:
    'Zurückgesetzt wird auch in einem verbundenen System, das die Anmeldung nicht sperren kann. Dort genügt womöglich das Passwort allein, bis ein neuer Faktor eingerichtet ist.',
  helpDeskMay:
    'Der Helpdesk genehmigt und lehnt Anfragen der Stufe Standard ab. Eine von zwanzig geht trotzdem an eine zweite Person.',
  helpDeskMayNot:
    'Nur Administratoren und Sicherheitsbeauftragte entscheiden. Der Helpdesk trägt Prüfungen ein.',
  endsAfter:
    'Ohne Entscheidung endet eine Anfrage nach {count, plural, one {# Tag} other {# Tagen}}; die Einrichtung bleibt.',

  // Obergrenzen für Zurücksetzungen
  ceilingOf:
    'Höchstens so viele Zurücksetzungen {scope, select, agent {prüft eine Person} decider {entscheidet eine Person} other {insgesamt}}, in {window, select, hour {einer Stunde} other {24 Stunden}}',
  ceilingFromUsual: 'Folgt aus dem Üblichen',
  ceilingSetTo: '{count, number}',
  ceilings: 'Obergrenzen für Zurücksetzungen',
  ceilingsFollow: 'Alle folgen aus dem, was hier üblich ist.',
  ceilingsSet: '{count, plural, one {# ist von Hand festgelegt.} other {# sind von Hand festgelegt.}}',
  ceilingNearest:
    'Am nächsten bis jetzt: {count} von {ceiling}, {scope, select, agent {von einer Person geprüft} decider {von einer Person entschieden} other {insgesamt}}, in {window, select, hour {einer Stunde} other {24 Stunden}}.',
  ceilingsShow: 'Zahlen zeigen',
  ceilingsMean: 'Darüber frieren Zurücksetzungen von selbst ein.',
  ceilingByHand: 'Von Hand festlegen',
  ceilingResets: '{count, plural, one {Zurücksetzung} other {Zurücksetzungen}}',
  ceilingsNow: 'Zurücksetzungen bis jetzt, neben ihren Obergrenzen',
  ceilingsRead:
    'Üblich ist, was in den meisten der letzten 8 Wochen am meisten war; die Obergrenze ist mindestens das Doppelte.',
  ceilingCount: '{count} von {ceiling}',
  ceilingCountOf: '{count} von {ceiling} ({name})',
  ceilingUsual: 'üblich: {usual}',
  ceilingIsSet: 'von Hand festgelegt',
  ceilingWindow: '{window, select, hour {In einer Stunde} other {In 24 Stunden}}',
  ceilingsCountedFrom:
    'Gezählt wird ab {at}: Da wurde ein Einfrieren aufgehoben, das eine Obergrenze ausgelöst hatte.',
  ceilingWhose: 'Wessen',
  ceilingScope:
    '{scope, select, agent {Von einer Person geprüft} decider {Von einer Person entschieden} other {Insgesamt}}',
  ceilingHas:
    '{scope, select, agent {{name} hat {count} Zurücksetzungen geprüft,} decider {{name} hat {count} Zurücksetzungen entschieden,} other {Es gab {count} Zurücksetzungen}} innerhalb {window, select, hour {einer Stunde} other {von 24 Stunden}}',
  ceilingNear:
    '<b>{has}.</b> Über {ceiling} frieren alle Zurücksetzungen von selbst ein. Ist heute viel Andrang? Legen Sie die Obergrenze unten von Hand fest. Sehen Sie sich sonst die Zurücksetzungen an oder frieren Sie gleich ein.',

  // Sessions
  sessionsLead: 'Gilt auch für laufende Sitzungen.',
  staffSessions:
    'Personen mit Verwaltungsrolle werden nach {minutes} Untätigkeit abgemeldet, in jedem Fall nach {hours}.',
  userSessions: 'Benutzer werden nach {minutes} Untätigkeit abgemeldet, in jedem Fall nach {hours}.',

  // Somebody else saved meanwhile
  overtaken:
    '<b>{name} hat Version {version} gespeichert</b>, {at}: „{reason}“ Ihre Änderungen bleiben erhalten und bauen darauf auf.{both, select, yes { Die markierten Einstellungen haben Sie beide geändert; Ihre würden die anderen ersetzen.} other {}}',
  theServer: 'Der Server',
  understood: 'Verstanden',
  bothChanged: 'Von beiden geändert',
  became: 'wurde zu',

  // Impact
  discard: 'Verwerfen',
  savePolicy: 'Richtlinie speichern',
  barProblem:
    '<b>{count, plural, one {# Änderung} other {# Änderungen}}</b>; noch nicht speicherbar. <act>Grund anzeigen</act>',
  barUnknown:
    '<b>{count, plural, one {# Änderung} other {# Änderungen}}</b>; wen sie betrifft, ist nicht bekannt. {problem} <act>Erneut versuchen</act>',
  barCounting:
    '<b>{count, plural, one {# Änderung} other {# Änderungen}}</b>; es wird gezählt, wen sie betrifft.',
  barImpact: '<b>{count, plural, one {# Änderung} other {# Änderungen}}</b>; {impact}',
  seeWho: 'Betroffene anzeigen',
  impact: '{parts}.',
  impactNobody: 'von niemandem wird etwas Neues verlangt.',
  impactGraceLength:
    'begonnene Übergangsfristen enden wie vorgesehen; neue dauern {count, plural, one {# Tag} other {# Tage}}.',
  impactSetUp:
    '{count, plural, one {# Person muss} other {# Personen müssen}} bei der nächsten Anmeldung MFA einrichten',
  impactGrace:
    '{count, plural, one {# Person bekommt} other {# Personen bekommen}} eine Übergangsfrist zum Einrichten',
  impactFreed: '{count, plural, one {# Person braucht} other {# Personen brauchen}} MFA nicht mehr',
  whoReached: 'Wen diese Änderung betrifft',
  groups: 'Gruppen',
  groupCount: '{group} ({count, number})',
  setUpTitle: 'Müssen bei der nächsten Anmeldung MFA einrichten',
  setUpTab: 'Bei Anmeldung',
  graceTitle: 'Bekommen eine Übergangsfrist zum Einrichten',
  graceTab: 'Mit Frist',
  freedTitle: 'Brauchen MFA nicht mehr',
  freedTab: 'Befreit',
  laterTitle: 'Werden ab einem späteren Tag gefragt',
  laterTab: 'Später',
  staffReached:
    '{count, plural, one {# Person in allen Gruppen zusammen hat eine Verwaltungsrolle.} other {# Personen in allen Gruppen zusammen haben eine Verwaltungsrolle.}}',
  nobodyReached: 'Niemand.',
  everyoneElse: 'Alle anderen',
  nameColumn: 'Name',
  usernameColumn: 'Benutzername',
  departmentColumn: 'Abteilung',
  staff: 'Verwaltungsrollen',
  noFile:
    'Die Liste konnte nicht bis zum Ende gelesen werden, deshalb gibt es keine Datei. Versuchen Sie es noch einmal.',
  exportCsv: 'Als CSV exportieren',
  shownOf: '{shown, number} von {total, number}',

  // Saving
  saveQuestion: 'Version {version} der Richtlinie speichern?',
  countsAtOnce: 'Gilt sofort, auch für laufende Sitzungen: {impact} {later}',
  makesWeaker:
    'Das schwächt die Richtlinie. Alle Sicherheitsbeauftragten erfahren es per E-Mail, und Sie bestätigen mit einem neuen Code.',
  reachesMany:
    'Das betrifft viele Personen. Alle Sicherheitsbeauftragten erfahren es per E-Mail, und Sie bestätigen mit einem neuen Code.',
  leadsElsewhere:
    'Das leitet Personen oder E-Mails anderswohin. Alle Administratoren und Sicherheitsbeauftragten erfahren es per E-Mail, und Sie bestätigen mit einem neuen Code.',
  sayWhyStays: 'Begründen Sie es in einem Satz: Die Begründung bleibt bei der Version.',
  typeReach: 'Geben Sie {reach} ein: So viele müssen MFA einrichten',
  confirmReach: 'Geben Sie {reach} ein, um zu bestätigen, wie viele es betrifft.',

  // Versions
  versionsTitle: 'Versionen der Richtlinie',
  compare: 'Vergleichen',
  from: 'Von Version',
  to: 'Zu Version',
  versionOption: 'Version {version}, {day}',
  chooseTwo: 'Wählen Sie zwei verschiedene Versionen.',
  noDifference: 'Diese beiden Versionen sind gleich.',
  version: 'Version {version}',
  inForce: 'In Kraft',
  savedByAt: '{name}, {at}',
  madeWithOrganisation: 'Mit der Organisation angelegt, {at}',
  byServer: 'Vom Server selbst, {at}',
  bringBack: 'Wiederherstellen',
  sameAsBefore: 'Kein Unterschied zu Version {version}.',
});
