import type { words as english } from '../en/shared.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  // Roles
  roleUser: 'Benutzer',
  roleAuditor: 'Revision',
  roleHelpDesk: 'Helpdesk',
  roleSecurityOfficer: 'Sicherheitsbeauftragte',
  roleAdministrator: 'Administrator',

  // Risk tiers
  tierStandard: 'Standard',
  tierElevated: 'Erhöht',
  tierPrivileged: 'Privilegiert',

  // States of a reset request
  requestOpen: 'Offen',
  requestPaused: 'Angehalten',
  requestReported: 'Angehalten: Angriff gemeldet',
  requestVerified: 'Geprüft',
  requestApproved: 'Genehmigt, in Wartezeit',
  requestExecuting: 'Wird ausgeführt',
  requestCompleted: 'Zurückgesetzt',
  requestDenied: 'Abgelehnt',
  requestCancelled: 'Abgebrochen',
  requestVetoed: 'Von der Person gestoppt',
  requestExpired: 'Abgelaufen',

  // Where a request came from
  sourceSignIn: 'bei der Anmeldung',
  sourceSession: 'aus der eigenen Sitzung',
  sourceDisable: 'aus den eigenen Einstellungen',
  sourceStaff: 'nach einem Anruf',
  sourceAttestation: 'ein anderes System fragt',
  sourceDirect: 'als direkte Zurücksetzung',

  // Why a reset is asked for
  reasonLostOrStolen: 'Telefon verloren oder gestohlen',
  reasonBroken: 'Telefon defekt',
  reasonReplaced: 'Telefon ausgetauscht',
  reasonAppDeleted: 'App gelöscht',
  reasonCodeRefused: 'Code abgelehnt',
  noReason: 'Kein Grund angegeben',

  // A plea for a reset
  resetRemoves:
    'Ihr Authentifikator wird entfernt, damit Sie einen neuen einrichten können. Ihr Passwort bleibt, wie es ist.',
  resetContact:
    'Zuerst meldet sich die Administration bei Ihnen und prüft, ob die Anfrage wirklich von Ihnen kommt.',
  resetMeanwhile:
    'Ihre bisherige Einrichtung gilt bis dahin weiter: Finden Sie Ihr Telefon wieder, melden Sie sich damit an wie zuvor.',
  resetWhy: 'Warum ist das nötig?',
  leaveWithoutAsking: 'Seite verlassen, ohne um eine Zurücksetzung zu bitten?',
  resetWhyMissing: 'Wählen Sie aus, warum Sie eine Zurücksetzung brauchen.',
  stopNow: 'Meine Authentifikator-App jetzt stilllegen',
  resetNote: 'Was der Helpdesk wissen sollte',

  // Checks and their outcomes
  checkRequestCode: 'Anfragecode',
  checkCallBack: 'Rückruf',
  checkManagerConfirmation: 'Bestätigung der Führungskraft',
  checkPhotoIdVideo: 'Lichtbildausweis per Video',
  checkInPerson: 'Persönliches Erscheinen',
  checkExistingCode: 'Gültiger Code mit der Anfrage',
  outcomePass: 'Bestanden',
  outcomeFail: 'Nicht bestanden',
  outcomeNoAnswer: 'Nicht erreicht',

  // Events of the audit log

  // A history
  nothingYet: 'Bisher ist nichts geschehen.',
  byName: 'durch {name}',

  // A person to choose
  nobodyByThatName: 'Niemand mit diesem Namen.',
  typeAName: 'Geben Sie einen Namen oder Benutzernamen ein.',

  // Opening a request for a caller
  openRequest: 'Anfrage anlegen',
  whatHappened: 'Was ist passiert?',
  chooseWhatHappened: 'Wählen Sie, was die anrufende Person gesagt hat.',
  note: 'Notiz',

  // A code of six digits
  clockHelp:
    'Wird der Code nicht angenommen? Stellen Sie die Uhr Ihres Telefons auf automatisch: Die Codes hängen von der Uhrzeit ab.',

  // The key of a setup
  openInApp: 'In der Authentifikator-App öffnen',
  qrLabel: 'QR-Code zum Scannen mit Ihrer Authentifikator-App',
  typeKeyInstead: 'Scannen nicht möglich? Geben Sie stattdessen diesen geheimen Schlüssel in die App ein:',
  keyToType: 'Schlüssel zum Eintippen',
  copyKey: 'Schlüssel kopieren',
  anyAppWillDo: 'Jede andere Authentifikator-App (TOTP) eignet sich auch.',

  // The request code
  yourRequestCode: 'Ihr Anfragecode',
  requestCode: 'Anfragecode',
  spelledInNato: 'Im NATO-Alphabet buchstabiert:',
  writeCodeDown:
    'Schreiben Sie ihn auf. Lesen Sie ihn vor, wenn der Helpdesk Sie anruft: Er beweist, dass die Anfrage von Ihnen stammt. Er wird nur jetzt angezeigt.',
  helpDesk: 'Helpdesk: <b>{phone}</b>',
  helpDeskWithHours: 'Helpdesk: <b>{phone}</b>, {hours}',
  zero: 'Null',
  one: 'Eins',
  two: 'Zwei',
  three: 'Drei',
  four: 'Vier',
  five: 'Fünf',
  six: 'Sechs',
  seven: 'Sieben',
  eight: 'Acht',
  nine: 'Neun',

  // Changes that wait for a second person
  seePerson: 'Person ansehen',
  seePeople: 'Personen ansehen',
  waitingTitle: 'Warten auf eine zweite Person',
  waitingLead:
    'Diese Änderungen werden wirksam, wenn eine zweite Person zustimmt: nicht, wer sie vorgeschlagen hat, und niemand, dessen Konto diese Person angelegt hat.',
  approve: 'Genehmigen',
  withdraw: 'Zurückziehen',
  approveEllipsis: 'Genehmigen …',
  withdrawEllipsis: 'Zurückziehen …',
  approveSummary: 'Genehmigen: {summary}',
  withdrawSummary: 'Zurückziehen: {summary}',
  youAskedEnds: 'Von Ihnen vorgeschlagen: {asked}. Wenn bis {end} niemand zustimmt, verfällt die Änderung.',
  youAskedTakesEffect: 'Von Ihnen vorgeschlagen: {asked}. Wird von selbst wirksam: {date}.',
  nameAskedEnds: 'Vorgeschlagen von {name}: {asked}. Wenn bis {end} niemand zustimmt, verfällt die Änderung.',
  nameAskedTakesEffect: 'Vorgeschlagen von {name}: {asked}. Wird von selbst wirksam: {date}.',
  approveTitle: 'Diese Änderung genehmigen?',
  approveOutcome:
    'Vorgeschlagen von {name}. Die Änderung wird sofort wirksam, unter beiden Namen. Sprechen Sie vorher miteinander: Könnte jemand anderes an der Tastatur sitzen?',
  approved: 'Genehmigt: Die Änderung ist wirksam.',
  withdrawTitle: 'Diese Änderung zurückziehen?',
  withdrawOutcome:
    'Vorgeschlagen von {name}. Die Änderung wird nie wirksam; alle anderen Administratoren und Sicherheitsbeauftragten werden benachrichtigt.',
  withdrawn: 'Zurückgezogen: Die Änderung wird nicht wirksam.',
  waitsForSecond:
    'Die Änderung wartet auf eine zweite Person mit der Rolle Administrator oder Sicherheitsbeauftragte; alle, die zustimmen können, haben eine E-Mail erhalten.',
  takesEffectOn: 'Wirksam ab: {date}, sofern die Änderung nicht vorher zurückgezogen wird.',

  // Passwords and activation codes
  passwordHelp: 'Mindestens 12 Zeichen. Einige Wörter ohne Zusammenhang sind sicher und leicht zu merken.',
  wrongTries:
    '{count, plural, one {Nach dem Passwort von {name} wurde ein falscher Aktivierungscode eingegeben.} other {Nach dem Passwort von {name} wurden # falsche Aktivierungscodes eingegeben.}} Fragen Sie nach, ob {name} das selbst war. Nach zehn falschen Eingaben gilt der Code nicht mehr; Sie können einen neuen senden.',

  // The language, before signing in
  language: 'Sprache',

  // With what somebody got in, within a sentence
  factorPassword: 'Passwort',
  factorCode: 'Code',
  factorActivationCode: 'Aktivierungscode',
  factorNewAuthenticator: 'neuer Authentifikator',
  factorIdentityProvider: 'Identitätsanbieter',
  factorMailedLink: 'Link aus einer E-Mail',
  factorStepUp: 'erneute Bestätigung',

  // Devices
  gatehouseApp: 'Gatehouse-App',
  programOnSystem: '{program} unter {system}',
  unknownDevice: 'Unbekanntes Gerät',

  // Solange ein verbundenes System oder der Mailserver nicht erreichbar ist
  gateDownTitle: 'Was zu tun ist, solange das Tor nicht arbeitet',
  gateDownSystem:
    '<b>{systems}: Das Log lässt sich nicht lesen.</b> Zurücksetzungen dort warten, und was Administratoren dort tun, wird erst später gemeldet.',
  gateDownMail:
    '<b>Der Mailserver nimmt keine E-Mails an.</b> Codes, Links und Mitteilungen warten im Postausgang.',
  gateDownShow: 'Was zu tun ist',
  gateDownHide: 'Ausblenden',
  gateDownWait:
    'Warten Sie, wo es warten kann: Was hier angefragt und genehmigt ist, bleibt erhalten und wird ausgeführt, sobald das System wieder antwortet.',
  gateDownWho:
    'Wo es nicht warten kann, handelt nur, wer dieses System ohnehin verwaltet; niemand erhält dafür Rechte. Sicherheitsbeauftragte sind vom ersten bis zum letzten Schritt dabei.',
  gateDownCheck:
    'Prüfen Sie, wer es ist, so wie es die Risikostufe hier verlangt: persönlich, mit Lichtbildausweis per Video oder durch einen Rückruf unter einer Nummer, die Sie schon vorher hatten. Eine Nummer, die am Telefon genannt wird, beweist nichts.',
  gateDownRemove:
    'Entfernen Sie dort von Hand den verlorenen Faktor und sonst nichts, mit Ihrem eigenen Konto. Benutzen Sie nie das Konto oder das Geheimnis, das Gatehouse dort hat.',
  gateDownSetUp:
    'Bleiben Sie dabei, bis die Person den neuen eingerichtet hat. Wo das nicht gleich geht, sperren Sie das Konto vorher, damit das Passwort allein niemanden einlässt.',
  gateDownWrite:
    'Schreiben Sie auf, wer gefragt hat, wer wie geprüft hat, wer was entfernt hat, wer dabei war und wann.',
  gateDownExplain:
    'Danach steht die Entfernung unter „Am Tor vorbei“, und die Person erhält eine E-Mail. Sicherheitsbeauftragte erklären sie dort als Notfall mit dem, was Sie aufgeschrieben haben, und eine zweite Person bestätigt es; niemand erklärt die eigene Handlung.',
  gateDownReport:
    'Was niemand erklären kann, ist ein Angriff: Melden Sie es dort und beenden Sie die Sitzungen dieses Kontos.',

  // Einladungen
  invitation: 'Einladung',
  invitationDraft: 'Entwurf',
  invitationWaiting: 'Wartet auf den Mailserver',
  invitationSent: 'Gesendet',
  invitationOpened: 'Geöffnet',
  invitationUsed: 'Genutzt',
  invitationsAreDrafts:
    '{count, plural, one {# Einladung ist ein Entwurf: Noch wurde nichts verschickt.} other {# Einladungen sind Entwürfe: Noch wurde nichts verschickt.}}',
  invitationsSent: '{count, plural, one {# Einladung ist} other {# Einladungen sind}} unterwegs.',
  seeDrafts: 'Für wen',
  setUpMailFirst: 'E-Mail einrichten',
  sendInvitations: '{count, plural, one {# Einladung} other {# Einladungen}} senden',
  sendInvitationsAsk: '{count, plural, one {# Einladung} other {# Einladungen}} senden?',
  sendInvitationsOutcome:
    'Jede Person bekommt per E-Mail einen Link, um ein Passwort zu wählen. Er entsteht jetzt und gilt ab jetzt sieben Tage.',
  invitationsOf: 'An wen',
  everybodysDrafts: 'Alle ({count, number})',
  departmentsDrafts: '{department} ({count, number})',
  noDepartmentDrafts: 'Ohne Abteilung',
  lackAddress: 'Die öffentliche Adresse fehlt; ein Link würde nirgendwohin führen.',
  lackMailServer: 'Es gibt keinen Mailserver.',
  lackTestMail: 'Noch keine Test-E-Mail ging durch den Mailserver.',
  lackRoute:
    'E-Mails gehen seit weniger als sieben Tagen einen anderen Weg; was jemandem Zugang gibt, geht noch nicht darüber.',

  // Was der Server für viele tut
  jobProgress: '{done, number} von {count, number} …',
  jobStop: 'Anhalten',
  jobNotDone: 'Für {count, plural, one {# Person} other {# Personen}} nicht ausgeführt.',
  jobNotReached: '{count, plural, one {# Person wurde} other {# Personen wurden}} nicht erreicht.',
  jobResult: 'Ergebnis speichern',
  jobUndo: 'Rückgängig machen',

  // Jemanden abmelden
  endSessionsOf: 'Sitzungen von {name} beenden?',
  endSessionsMeans: '{name} ist sofort überall abgemeldet. MFA bleibt, wie es ist.',
  askForNewPassword: 'Neues Passwort verlangen',
  askForNewPasswordMeans:
    'Das alte gilt nicht mehr, wer immer es kennt. {name} bekommt per E-Mail einen Link, um ein neues festzulegen; er gilt einen Tag.',
  oldPasswordStays: 'Wer das Passwort kennt, kann es weiterhin eingeben.',
  passwordIsElsewhere:
    '{name} meldet sich über einen Identitätsanbieter an. Lassen Sie das Passwort dort ändern: Wer es kennt, meldet sich sonst wieder an.',
  endSessions: 'Sitzungen beenden',
  endSessionsAndPassword: 'Beenden und Passwort verlangen',
  newPasswordAsked: '{name} ist überall abgemeldet. Ein Link für ein neues Passwort ist unterwegs.',
  signedOutEverywhere: '{name} ist überall abgemeldet.',
});
