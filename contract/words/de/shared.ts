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
  signedIn: 'Angemeldet',
  wrongPassword: 'Falsches Passwort',
  steppedUp: 'Identität erneut bestätigt',
  sessionsEnded: 'Überall sonst abgemeldet',
  mfaSetUp: 'MFA eingerichtet',
  mfaMoved: 'MFA auf ein neues Telefon übertragen',
  mfaDisabled: 'MFA deaktiviert',
  authenticatorReset: 'Authentifikator zurückgesetzt',
  resetExecuting: 'Zurücksetzung in verbundenen Systemen begonnen',
  effectDone: 'In einem verbundenen System entfernt',
  effectFailed: 'In einem verbundenen System nicht entfernt',
  accessOpened: 'In einem verbundenen System zum Einrichten geöffnet',
  accessHeld: 'In einem verbundenen System gesperrt',
  accessSetUp: 'In einem verbundenen System wieder eingerichtet',
  resetRetried: 'Noch einmal versucht',
  targetsChosen: 'Ausgewählt, was entfernt wird',
  authenticatorAdded: 'Authentifikator hinzugefügt',
  authenticatorRenamed: 'Authentifikator umbenannt',
  authenticatorRemoved: 'Authentifikator entfernt',
  authenticatorStopped: 'Authentifikator stillgelegt',
  authenticatorResumed: 'Authentifikator gilt wieder',
  wrongCode: 'Falscher Code',
  wrongActivationCode: 'Falscher Aktivierungscode',
  mfaLocked: 'Nach zu vielen falschen Codes blockiert',
  mfaUnlocked: 'Blockierung aufgehoben',
  passwordChanged: 'Passwort geändert',
  passwordSetByLink: 'Passwort über einen Link aus einer E-Mail festgelegt',
  passwordLinkSent: 'Link für ein Passwort gesendet',
  userCreated: 'Benutzer hinzugefügt',
  userUpdated: 'Benutzer geändert',
  userSuspended: 'Benutzer gesperrt',
  userReinstated: 'Benutzer wieder freigegeben',
  roleGranted: 'Rolle erteilt',
  roleRevoked: 'Rolle entzogen',
  importConfirmed: 'Import bestätigt',
  peopleChangedByImport: 'Personen durch einen Import geändert',
  peopleImported: 'Personen importiert',
  resetRequestOpened: 'Anfrage auf Zurücksetzung gestellt',
  requestCodeRenewed: 'Anfrage mit neuem Code erneut gesendet',
  checkRecorded: 'Prüfung eingetragen',
  managerAsked: 'Führungskraft um Bestätigung gebeten',
  requestClaimed: 'Anfrage übernommen',
  attackReported: 'Angriff gemeldet',
  requestPaused: 'Anfrage nach gültigem Code angehalten',
  requestResumed: 'Anfrage fortgesetzt',
  resetApproved: 'Zurücksetzung genehmigt',
  pairFlagged: 'Zwei Personen genehmigen wechselseitig',
  resetDenied: 'Zurücksetzung abgelehnt',
  resetRequestCancelled: 'Anfrage auf Zurücksetzung abgebrochen',
  thisWasNotMe: 'Das war ich nicht',
  resetRequestExpired: 'Anfrage auf Zurücksetzung abgelaufen',
  resetSentBack: 'Zurücksetzung braucht weitere Nachweise',
  resetRequestCompleted: 'Anfrage auf Zurücksetzung abgeschlossen',
  mfaReset: 'MFA zurückgesetzt',
  activationCodeGiven: 'Aktivierungscode eingegeben',
  activationCodeIssued: 'Aktivierungscode ausgestellt',
  frozen: 'Eingefroren',
  unfrozen: 'Einfrieren aufgehoben',
  thawed: 'Einfrieren von selbst beendet',
  policySaved: 'Richtlinie gespeichert',
  settingsChanged: 'Einstellungen geändert',
  mailRouteChanged: 'E-Mail-Versand geändert',
  ssoLinked: 'Mit einem Anbieter verknüpft',
  ssoLinkProven: 'Verknüpfung mit einem Anbieter nachgewiesen',
  ssoLinkWrongCode: 'Falscher Code für eine neue Verknüpfung',
  ssoLinkClosed: 'Neue Verknüpfung geschlossen',
  systemSaved: 'Verbundenes System gespeichert',
  systemRemoved: 'Verbundenes System entfernt',
  systemLinked: 'Mit verbundenem System verknüpft',
  systemUnlinked: 'Verknüpfung mit verbundenem System entfernt',
  changedOutside: 'Faktor am Tor vorbei geändert',
  outsideExplained: 'Änderung am Tor vorbei erklärt',
  outsideReported: 'Änderung am Tor vorbei gemeldet',
  ssoUnlinked: 'Verknüpfung mit einem Anbieter entfernt',
  ssoRefused: 'Anmeldung per SSO abgelehnt',
  providerSaved: 'Identitätsanbieter gespeichert',
  providerRemoved: 'Identitätsanbieter entfernt',
  changeProposed: 'Änderung vorgeschlagen',
  changeApproved: 'Änderung genehmigt',
  changeWithdrawn: 'Änderung zurückgezogen',
  changeTookEffect: 'Änderung wirksam geworden',
  changeExpired: 'Änderung abgelaufen',
  changeFailed: 'Änderung konnte nicht wirksam werden',
  changeTampered: 'Änderung in der Datenbank verändert',
  changeNeedsSecond: 'Änderung wartet jetzt auf eine zweite Person',
  mailRevealed: 'E-Mail aufgedeckt',
  auditSealed: 'Prüfprotokoll versiegelt',
  auditEndBroken: 'Prüfprotokoll wurde gekürzt oder ergänzt',
  checkpointFileMade: 'Datei der Prüfpunkte neu angelegt',
  auditExported: 'Prüfprotokoll exportiert',
  backupMade: 'Sicherung angelegt',
  backupRestored: 'Aus einer Sicherung wiederhergestellt',
  recovered: 'Auf dem Rechner des Servers wiederhergestellt',
  organisationCreated: 'Organisation angelegt',

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
    'Wird der Code nicht angenommen? Stellen Sie die Uhr Ihres Telefons auf automatisch: Die Codes richten sich nach der Uhr.',

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
  youAskedEnds:
    'Von Ihnen vorgeschlagen: {asked}. Wenn niemand zustimmt, verfällt die Änderung; Frist: {end}.',
  youAskedTakesEffect: 'Von Ihnen vorgeschlagen: {asked}. Wird von selbst wirksam: {date}.',
  nameAskedEnds:
    'Vorgeschlagen von {name}: {asked}. Wenn niemand zustimmt, verfällt die Änderung; Frist: {end}.',
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
});
