import type { words as english } from '../en/securitySettings.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  // The page
  title: 'Sicherheitseinstellungen',
  setUpToGoOn:
    'Multi-Faktor-Authentifizierung ist für Sie verpflichtend. Richten Sie sie ein, um weiterzumachen.',

  // Authentication
  authentication: 'Authentifizierung',
  authenticationLead: 'Ein Code aus einer Authentifikator-App, der zusätzlich zum Passwort verlangt wird.',
  status: 'Status',
  off: 'Inaktiv',
  on: 'Aktiv',
  onSince: 'Aktiv <quiet>seit {day}</quiet>',
  resetPending: 'Zurücksetzung offen',
  setup: 'Einrichten',
  move: 'Auf neues Telefon umziehen',
  disable: 'Deaktivieren',
  cancelRequest: 'Anfrage abbrechen',
  executingMeaning:
    'Ihre Zurücksetzung ist genehmigt und wird in verbundenen Systemen ausgeführt. Was Sie hier haben, geht zuletzt; melden Sie sich bis dahin damit an wie zuvor.',
  pendingMeaning:
    'Die Administration wird sich bei Ihnen melden. Bis zur Zurücksetzung melden Sie sich mit Ihrer bisherigen Einrichtung an wie zuvor.',
  onMeaning: 'Der Code wird bei jeder Anmeldung verlangt.',
  externalMeaning:
    'Sie melden sich über Ihren Identitätsanbieter an, der einen eigenen zweiten Faktor verlangt.',
  unavailableMeaning: '{organisation} bietet derzeit keine Multi-Faktor-Authentifizierung an.',
  offMeaning:
    'Wer Ihr Passwort erfährt, kann sich in Ihrem Namen anmelden. Das Einrichten dauert zwei Minuten; Sie brauchen dazu ein Telefon.',

  // Did you request this?
  didYouAsk: 'Kam diese Anfrage von Ihnen?',
  askedInYourName:
    'In Ihrem Namen wurde darum gebeten, Ihre Multi-Faktor-Authentifizierung zurückzusetzen ({time}). Seither haben Sie sich mit Ihrer bisherigen App angemeldet. Die Zurücksetzung wartet deshalb, bis Sie sagen, von wem die Anfrage kam.',
  askedByHelpDesk:
    'Der Helpdesk hat nach einem Anruf eine Anfrage angelegt, Ihre Multi-Faktor-Authentifizierung zurückzusetzen ({time}). Seither haben Sie sich mit Ihrer bisherigen App angemeldet. Die Zurücksetzung wartet deshalb, bis Sie sagen, von wem die Anfrage kam.',
  yesMine: 'Ja, sie kam von mir',
  thisWasntMe: 'Das war ich nicht',
  stopTitle: 'Anfrage auf Zurücksetzung stoppen?',
  stopMeaning:
    'Die Anfrage wird beendet, Ihre Einrichtung bleibt. Alle werden von Ihrem Konto abgemeldet, auch Sie hier. Ein neues Passwort legen Sie über „Passwort vergessen“ fest, und die Sicherheitsbeauftragten werden benachrichtigt.',

  // Setup, and the move to a new phone
  setupTitle: 'Multi-Faktor-Authentifizierung einrichten',
  stepApp: 'App',
  stepCurrentCode: 'Aktueller Code',
  stepScan: 'Scannen',
  stepDone: 'Fertig',
  getApp: 'Installieren Sie eine Authentifikator-App auf Ihrem Telefon. Empfohlen werden:',
  activationCode: 'Aktivierungscode',
  activationCodeWhere: 'Er kam per E-Mail, oder die Administration hat ihn Ihnen gegeben.',
  activationCodeMissing: 'Geben Sie den Aktivierungscode ein.',
  continue: 'Weiter',
  authorizationCode: 'Bestätigungscode',
  currentCodeLead:
    'Geben Sie einen Code von dem Telefon ein, das Sie jetzt benutzen. Es gilt weiter, bis das neue geprüft ist. Eine Zurücksetzung ist nicht nötig.',
  currentCodeTooShort: 'Geben Sie die sechs Ziffern ein, die Ihr altes Telefon anzeigt.',
  authenticationCode: 'Bestätigungscode',
  newCodeTooShort: 'Geben Sie die sechs Ziffern ein, die die App anzeigt.',
  verify: 'Prüfen',
  scanNow: 'Scannen Sie jetzt mit jedem Gerät, das Sie benutzen werden: Dieser Code wird nur einmal gezeigt.',
  whichPhone: 'Welches Telefon halten Sie in der Hand?',
  whichPhoneHelp: 'Der QR-Code ist für das andere, das ihn von diesem Bildschirm scannt.',
  holdsOld: 'Das alte, das jetzt die Codes zeigt',
  holdsNew: 'Das neue',
  holdsFirst: 'Das, das die Codes schon zeigt',
  holdsOther: 'Das, das dazukommt',
  openOnThis: 'Öffnen Sie ihn in der App auf diesem Telefon, oder tippen Sie den Schlüssel dort ein.',
  scanOnNewPhone: 'Scannen Sie dies mit der App auf dem neuen Telefon.',
  enrolmentEnded: 'Diese Einrichtung war 30 Minuten offen und ist abgelaufen.',
  deleteAndBegin: 'Löschen Sie ihren Eintrag in der App und beginnen Sie von vorn.',
  beginAgain: 'Von vorn beginnen',
  setupDone: 'Multi-Faktor-Authentifizierung ist aktiv. Ab jetzt brauchen Sie den Code bei jeder Anmeldung.',
  moveDone:
    'Das neue Telefon ist eingerichtet. Codes vom alten gelten nicht mehr: Löschen Sie dort den Eintrag.',
  done: 'Fertig',

  // Several authenticators
  authenticators: 'Authentifikatoren',
  addAnother: 'Weiteren Authentifikator hinzufügen',
  addTitle: 'Weiteren Authentifikator hinzufügen',
  addLead:
    'Mit ihm melden Sie sich an wie mit denen, die Sie haben. Geben Sie einen Code von einem davon ein und scannen Sie dann auf dem anderen Telefon oder Tablet.',
  addEncouraged: 'Fügen Sie einen zweiten hinzu, damit ein verlorenes Telefon kein verlorener Vormittag ist.',
  addDone:
    'Der Authentifikator ist hinzugefügt. Mit einem Code von jedem Ihrer Authentifikatoren melden Sie sich an.',
  scanOnOther: 'Scannen Sie dies mit der App auf dem anderen Telefon oder Tablet.',
  authenticatorName: 'Name',
  authenticatorNameHelp: 'Wie Sie das Gerät nennen, etwa „Diensttelefon“.',
  nameMissing: 'Geben Sie einen Namen ein.',
  setUpOn: 'eingerichtet {day}',
  lastUsed: 'zuletzt benutzt: {time}',
  lastUsedFrom: 'zuletzt benutzt: {time} von {address}',
  authenticatorStopped: 'Stillgelegt',
  actsOn: 'Was mit {name} geschehen soll',
  rename: 'Umbenennen',
  renameTitle: 'Authentifikator umbenennen',
  remove: 'Entfernen',
  removeTitle: '{name} entfernen?',
  removeMeaning:
    'Codes davon gelten nicht mehr, und Ihre anderen Sitzungen enden. Bestätigen Sie mit einem aktuellen Code von einem Ihrer Authentifikatoren.',
  stopNow: 'Jetzt stilllegen',
  stopAuthenticatorTitle: '{name} jetzt stilllegen?',
  stopAuthenticatorMeaning:
    'Für ein verlorenes oder gestohlenes Telefon. Codes davon gelten ab sofort nicht mehr, und Ihre anderen Sitzungen enden. Melden Sie sich mit einem anderen Authentifikator an und entfernen Sie diesen bei Gelegenheit.',
  stopLastMeaning:
    'Für ein verlorenes oder gestohlenes Telefon. Codes davon gelten ab sofort nicht mehr, und Ihre anderen Sitzungen enden. Von Ihren anderen Authentifikatoren gilt keiner: Nach dem Abmelden kommen Sie nur durch eine Zurücksetzung wieder herein.',

  // Lost
  lostIt: 'Ich habe ihn nicht mehr',
  lostTitle: 'Multi-Faktor-Authentifizierung zurücksetzen',
  stopNowHereMeaning:
    'Möglicherweise hat jemand anderes das Telefon. Codes davon gelten ab sofort nicht mehr, und Sie werden überall sonst abgemeldet. Melden Sie sich hier ab, kommen Sie erst nach der Zurücksetzung wieder herein.',
  submitResetRequest: 'Anfrage senden',
  resetRequested: 'Anfrage gesendet',
  resetRequestedLead:
    'Die Administration meldet sich bei Ihnen und prüft, ob die Anfrage wirklich von Ihnen kommt.',

  // Disable
  disableTitle: 'Multi-Faktor-Authentifizierung deaktivieren?',
  disableOff:
    'MFA wird sofort deaktiviert: Zum Anmelden genügt dann Ihr Passwort allein. Bestätigen Sie mit einem aktuellen Code.',
  disableOffRequired:
    'Ihre Einrichtung wird sofort entfernt. {organisation} schreibt MFA vor, Sie werden sie also wieder einrichten müssen. Bestätigen Sie mit einem aktuellen Code.',
  disableAsks:
    'Damit geht eine Anfrage an die Administration, die sich bei Ihnen meldet, bevor etwas entfernt wird. Bis dahin melden Sie sich mit Ihrer bisherigen Einrichtung an wie zuvor. Bestätigen Sie mit einem aktuellen Code.',
  disableAsksFrozen:
    'Damit geht eine Anfrage an die Administration, die sich bei Ihnen meldet, bevor etwas entfernt wird. Bis dahin melden Sie sich mit Ihrer bisherigen Einrichtung an wie zuvor. Zurücksetzungen sind gerade eingefroren; die Anfrage wartet, bis das aufgehoben ist. Bestätigen Sie mit einem aktuellen Code.',
  codeTooShort: 'Geben Sie die sechs Ziffern ein, die Ihre Authentifikator-App anzeigt.',
  cancel: 'Abbrechen',
  disableRequested:
    'Die Administration meldet sich bei Ihnen und prüft, ob die Anfrage wirklich von Ihnen kommt. Bis dahin melden Sie sich mit Ihrer bisherigen Einrichtung an wie zuvor.',

  // Password
  password: 'Passwort',
  passwordMeaning: 'Wenn Sie es ändern, werden Sie überall sonst abgemeldet.',
  changePassword: 'Passwort ändern',
  currentPassword: 'Aktuelles Passwort',
  currentPasswordMissing: 'Geben Sie Ihr aktuelles Passwort ein.',
  newPassword: 'Neues Passwort',
  newPasswordMissing: 'Geben Sie ein neues Passwort ein.',
  codeMissing: 'Geben Sie den Code ein, den Ihre Authentifikator-App anzeigt.',
  passwordChanged: 'Passwort geändert. Ihre anderen Sitzungen wurden beendet.',

  // Sessions
  sessions: 'Sitzungen',
  signOutElsewhere: 'Überall sonst abmelden',
  sessionsEnded: '{count, plural, one {# Sitzung wurde beendet.} other {# Sitzungen wurden beendet.}}',
  thisSession: 'diese Sitzung',
  sessionTimes: 'angemeldet: {since} · zuletzt aktiv: {seen}',

  // History
  history: 'Verlauf',
  historyLead: 'Etwas kommt Ihnen unbekannt vor? Ändern Sie Ihr Passwort und sagen Sie es dem Helpdesk.',
  ownHistory: 'Eigener Verlauf',
});
