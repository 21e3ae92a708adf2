import type { words as english } from '../en/signIn.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  // What this server is
  sampleBanner: 'Eine Beispielorganisation mit erfundenen Personen. Keine E-Mail verlässt diesen Computer.',
  localBanner:
    'Auf diesem Computer: Nur Sie können sich hier anmelden; für Kolleginnen und Kollegen betreiben Sie einen Server.',

  // Username and password
  signIn: 'Anmelden',
  sessionOver:
    'Ihre Sitzung ist beendet: Länger darf sie in Ihrer Organisation nicht dauern. Melden Sie sich wieder an.',
  wasSignedOut:
    'Sie wurden abgemeldet: weil Sie eine Zeit lang nichts getan haben, von einem anderen Fenster oder Gerät aus oder durch Ihre Organisation. Melden Sie sich wieder an.',
  username: 'Benutzername',
  signInName: 'Benutzername oder E-Mail-Adresse',
  signInNameMissing: 'Geben Sie Ihren Benutzernamen oder Ihre E-Mail-Adresse ein.',
  password: 'Passwort',
  passwordMissing: 'Geben Sie Ihr Passwort ein.',
  forgotPassword: 'Passwort vergessen',
  anotherServer: 'Anderer Server …',
  back: 'Zurück',
  backToSignIn: 'Zurück zur Anmeldung',
  continue: 'Weiter',
  cancel: 'Abbrechen',

  // An identity provider
  continueWith: 'Weiter mit {provider}',
  signInInBrowser: 'Melden Sie sich in dem Browser an, der sich geöffnet hat, und kehren Sie hierher zurück.',
  signingIn: 'Sie werden angemeldet',
  handedOver: 'Fertig',
  handedOverWhere:
    'Machen Sie in dem Fenster weiter, aus dem Sie gekommen sind. Dieses können Sie schließen.',
  notSignedIn: 'Sie sind nicht angemeldet',
  linkCodeMissing: 'Sie haben den Code nicht eingegeben. Beginnen Sie die Anmeldung von vorn.',

  // The code
  codeTitle: 'Multi-Faktor-Authentifizierung',
  codeLead: 'Geben Sie den Code ein, den Ihre Authentifikator-App für dieses Konto anzeigt.',
  linkCodeLead:
    'Sie melden sich zum ersten Mal auf diesem Weg an. Geben Sie den Code ein, den Ihre Authentifikator-App für dieses Konto anzeigt. Danach wird er hier nicht mehr verlangt.',
  resetMfa: 'Multi-Faktor-Authentifizierung zurücksetzen',
  authorizationCode: 'Bestätigungscode',
  codeTooShort: 'Geben Sie die sechs Ziffern ein, die Ihre Authentifikator-App anzeigt.',
  verifyAndSignIn: 'Prüfen und anmelden',
  clockHint:
    'Hier ist es <b>{time}</b>. Zeigt Ihr Telefon eine andere Uhrzeit, stellen Sie sie auf automatisch und versuchen Sie es noch einmal: Die Codes hängen von der Uhrzeit ab.',

  // A plea for a reset
  resetTitle: 'Multi-Faktor-Authentifizierung zurücksetzen',
  stopNowMeaning:
    'Möglicherweise hat jemand anderes das Telefon. Codes davon gelten ab sofort nicht mehr, und Sie werden überall abgemeldet. Nach der Zurücksetzung melden Sie sich wieder an.',
  submitResetRequest: 'Anfrage senden',
  resetRequested: 'Anfrage gesendet',
  resetRequestedLead:
    'Die Administration meldet sich bei Ihnen und prüft, ob die Anfrage wirklich von Ihnen kommt.',

  lostDeviceTitle: 'Verloren, womit Sie sich anmelden?',
  lostDeviceLead:
    'Hier bitten Sie {organisation}, es in dem System zurückzusetzen, von dem Sie kommen. Geben Sie den Benutzernamen und das Passwort ein, die Sie hier haben. Der Helpdesk prüft dann, ob Sie es sind.',
  lostDeviceCodeLead:
    'Nach einer Zurücksetzung ist Ihr Konto im anderen System gesperrt, bis Sie den Aktivierungscode eingeben. Halten Sie Ihr Telefon bereit und geben Sie dann Benutzernamen und Passwort für {organisation} und den Code ein.',
  haveActivationCode: 'Ich habe einen Aktivierungscode',
  noActivationCodeYet: 'Ich habe noch keinen Aktivierungscode',
  accessOpens: 'Die Anmeldung öffnet sich',
  accessOpensMeaning:
    'In wenigen Sekunden können Sie sich wieder bei {systems} anmelden. Richten Sie dort innerhalb von 30 Minuten Ihren neuen Faktor ein: Danach schließt sich die Anmeldung, und Sie brauchen einen anderen Code vom Helpdesk.',

  // Setup that signing in requires
  setupTitle: 'Multi-Faktor-Authentifizierung einrichten',
  setupLead: '{organisation} verlangt bei jeder Anmeldung einen Code aus einer Authentifikator-App.',
  activationLead:
    'Geben Sie zuerst den Aktivierungscode ein. Er kam per E-Mail, oder die Administration hat ihn Ihnen gegeben.',
  activationCode: 'Aktivierungscode',
  activationCodeMissing: 'Geben Sie den Aktivierungscode ein.',
  setupApp: 'Installieren Sie eine Authentifikator-App auf Ihrem Telefon',
  setupScan: 'Scannen Sie diesen Code mit jedem Gerät, das Sie benutzen werden',
  setupCode: 'Geben Sie den Code ein, den die App anzeigt',
  authenticationCode: 'Bestätigungscode',
  setupCodeTooShort: 'Geben Sie die sechs Ziffern ein, die die App anzeigt.',
  verify: 'Prüfen',
  setupEndsIn: 'Diese Einrichtung endet in {minutes, plural, one {# Minute} other {# Minuten}}.',
  moreTime: 'Mehr Zeit',
  setupTookTooLong: 'Diese Einrichtung hat zu lange gedauert. Melden Sie sich noch einmal an.',
  setupDone: 'Multi-Faktor-Authentifizierung ist aktiv',
  setupDoneMeaning:
    'Ab jetzt brauchen Sie den Code aus Ihrer App bei jeder Anmeldung. Behalten Sie die App: Ohne sie muss die Administration erst prüfen, ob Sie es wirklich sind.',
  continueTo: 'Weiter zu {organisation}',

  // Forgot password
  forgotLead: 'Ein Link für ein neues Passwort geht an Ihre hinterlegte E-Mail-Adresse.',
  sendLink: 'Link senden',
  linkSent: 'Sehen Sie in Ihrem Postfach nach',
  linkSentMeaning:
    'Wenn es diesen Benutzernamen gibt, ist ein Link für ein neues Passwort an die hinterlegte Adresse unterwegs. Er gilt eine Stunde. Ihr Authentifikator bleibt, wie er ist: Sein Code wird weiterhin verlangt.',

  // Links from mails
  linkSpent: 'Dieser Link gilt nicht mehr',
  pageNotLoaded: 'Diese Seite konnte nicht geladen werden',
  linkCutOff: 'Das Ende dieses Links fehlt',
  linkCutOffWhatNow:
    'Öffnen Sie ihn noch einmal aus der E-Mail. Landen Sie wieder hier, kopieren Sie den ganzen Link aus der E-Mail und fügen Sie ihn hier ein.',
  pastedLink: 'Link aus der E-Mail',
  pastedLinkCutOff: 'Nach dem Zeichen # folgt nichts mehr. Kopieren Sie den ganzen Link.',

  // A password by a link
  setPasswordTitle: 'Passwort festlegen',
  setPasswordFor: 'Für das Konto {username}.',
  newPassword: 'Neues Passwort',
  newPasswordMissing: 'Geben Sie ein neues Passwort ein.',
  setPassword: 'Passwort festlegen',
  passwordLinkSpent: 'Links gelten einmal und nur für begrenzte Zeit. Fordern Sie einen neuen an.',
  sendNewLink: 'Neuen Link senden',
  passwordSet: 'Ihr Passwort ist festgelegt',
  firstPasswordSet: 'Ihr Konto ist bereit. Melden Sie sich mit Ihrem Benutzernamen und diesem Passwort an.',
  newPasswordSet: 'Ihre anderen Sitzungen wurden beendet. Melden Sie sich mit dem neuen Passwort an.',

  // This wasn’t me
  thisWasntMe: 'Das war ich nicht',
  stopLinkSpent:
    'Er gilt, solange eine Anfrage auf Zurücksetzung offen ist, und noch 7 Tage nach der Zurücksetzung. Stimmt etwas mit Ihrem Konto nicht? Sagen Sie es sofort dem Helpdesk.',
  resetWasAsked:
    'Jemand möchte die Multi-Faktor-Authentifizierung von {name} ({username}) zurücksetzen lassen. Angefragt: {time}.',
  resetWasDone:
    'Die Multi-Faktor-Authentifizierung von {name} ({username}) wurde zurückgesetzt. Angefragt: {time}.',
  authenticatorWasStopped: 'Ein Authentifikator von {name} ({username}) wurde stillgelegt: {time}.',
  whatHelpDeskRecorded: 'Was der Helpdesk festgehalten hat',
  stopItHere: 'Wenn das nicht von Ihnen kam, stoppen Sie es hier',
  turnOnHere: 'Wenn das nicht Sie waren, lassen Sie ihn hier wieder gelten',
  stopTurnsOn: 'Codes vom Authentifikator gelten wieder.',
  turnItOn: 'Wieder gelten lassen und mein Konto sichern',
  didYouStop: 'Haben Sie ihn stillgelegt? Schließen Sie diese Seite: Es ändert sich nichts.',
  stopEndsRequest: 'Die Anfrage wird beendet. Ihre bisherige Einrichtung bleibt.',
  stopBlocksSetup: 'Niemand kann ein neues Telefon für Ihr Konto einrichten.',
  stopSignsOut: 'Alle werden von Ihrem Konto abgemeldet.',
  stopVoidsPassword: 'Ihr Passwort gilt nicht mehr; ein neues wählen Sie über „Passwort vergessen“.',
  stopTellsOfficers: 'Die Sicherheitsbeauftragten werden benachrichtigt.',
  stopIt: 'Stoppen und mein Konto sichern',
  didYouAsk: 'Kam die Anfrage von Ihnen? Schließen Sie diese Seite: Es ändert sich nichts.',
  stopped: 'Gestoppt',
  stoppedLead:
    'Alle sind von Ihrem Konto abgemeldet, und die Sicherheitsbeauftragten wissen Bescheid. Wählen Sie jetzt ein neues Passwort: Das alte gilt nicht mehr.',
  chooseNewPassword: 'Neues Passwort wählen',

  // Ein anderes System fragt
  identityCheckTitle: 'Bestätigen Sie, dass Sie es sind',
  identityCheckLead:
    '{system} fragt uns, ob Sie es sind. Rufen Sie den Helpdesk an: Er prüft das, und hier wird nichts geändert.',
  identityCheckReadOut:
    'Lesen Sie ihn vor, wenn der Helpdesk danach fragt: Er beweist, dass diese Seite Ihre ist.',
  identityCheckWaits:
    'Lassen Sie diese Seite offen: Sie geht von selbst zu {system} zurück. Sie wartet bis {time}.',
  identityCheckReturns: 'Zurück zu {system} …',
  identityCheckNotYou:
    'Hat jemand Sie gebeten, diesen Code vorzulesen, oder haben Sie nicht danach gefragt? Lesen Sie ihn niemandem vor und schließen Sie diese Seite.',
  identityCheckOver:
    'Diese Prüfung ist vorbei. Gehen Sie dorthin zurück, woher Sie kamen, und beginnen Sie dort noch einmal.',
  // Withdraw a change
  withdrawTitle: 'Änderung zurückziehen',
  withdrawLinkSpent:
    'Er gilt, solange die Änderung aussteht. Stimmt etwas nicht? Sagen Sie es sofort dem Helpdesk.',
  changeAskedBy: 'Vorgeschlagen von {name}, {time}.',
  changeWaitsForSecond: 'Sie bewirkt nichts, bis eine zweite Person zustimmt.',
  changeTakesEffect: 'Sie wird von selbst wirksam: {time}.',
  withdraw: 'Zurückziehen',
  isItAllRight: 'Hat alles seine Richtigkeit? Schließen Sie diese Seite: Es ändert sich nichts.',
  withdrawn: 'Zurückgezogen',
  withdrawnLead: 'Die Änderung wird nicht wirksam.',
  withdrawnWhoKnows:
    'Administration und Sicherheitsbeauftragte wissen Bescheid. Sie können diese Seite schließen.',

  // The first start of a server
  createTitle: 'Organisation anlegen',
  createLead: 'Sie übernehmen ihre Administration und richten gleich danach Ihren Authentifikator ein.',
  organisation: 'Organisation',
  organisationMissing: 'Geben Sie den Namen Ihrer Organisation ein.',
  yourName: 'Ihr Name',
  yourNameMissing: 'Geben Sie Ihren Namen ein.',
  usernameFor: 'Damit melden Sie sich an.',
  usernameNotChosen: 'Wählen Sie einen Benutzernamen.',
  email: 'E-Mail',
  emailMissing: 'Geben Sie Ihre E-Mail-Adresse ein.',
  passwordNotChosen: 'Wählen Sie ein Passwort.',
  setUpToken: 'Einrichtungsschlüssel',
  setUpTokenWhere: 'Der Server hat ihn beim Start ausgegeben.',
  leaveSetUp: 'Seite verlassen, ohne die Organisation anzulegen?',
  setUpTokenMissing: 'Geben Sie den Schlüssel ein, den der Server beim Start ausgegeben hat.',
  createOrganisation: 'Organisation anlegen',
  onlyLooking:
    'Nur zum Umsehen? Eine Beispielorganisation hat erfundene Personen, Anfragen und eine Vorgeschichte und verschickt keine E-Mails.',
  openSample: 'Beispielorganisation öffnen',

  // The sample’s accounts
  sample: 'Beispielorganisation',
  sampleLead:
    'Melden Sie sich als eine dieser Personen an. Die Passwörter sind zufällig und nur jetzt zu sehen: Kopieren Sie, welche Sie brauchen.',
  goToSignIn: 'Zur Anmeldung',
  copyPassword: 'Passwort kopieren',
  showKey: 'Authentifikator-Schlüssel anzeigen',
  hideKey: 'Authentifikator-Schlüssel verbergen',
  qrOf: 'QR-Code des Authentifikators von {name}',

  // The desktop’s first start
  whereTitle: 'Wo ist Ihre Organisation?',
  onThisComputer: 'Auf diesem Computer',
  onThisComputerMeaning:
    'Sie müssen nichts weiter installieren. Nur Sie können sich hier anmelden; für Kolleginnen und Kollegen betreiben Sie einen Server.',
  serverStarting: 'Der Server startet …',
  onServer: 'Auf einem Server',
  onServerMeaning: 'Ihre Organisation betreibt Gatehouse schon: Verbinden Sie sich mit der Adresse.',
  serverAddress: 'Adresse des Servers',
  connect: 'Verbinden',
  inSample: 'Eine Beispielorganisation',
  inSampleMeaning: 'Erfundene Personen, Anfragen und eine Vorgeschichte, zum Umsehen.',
  samplePreparing: 'Das Beispiel wird vorbereitet …',
});
