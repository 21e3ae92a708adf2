import type { words as english } from '../en/settings.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  // The page
  title: 'Einstellungen',
  settingsSaved: 'Einstellungen gespeichert.',
  unsavedChanges:
    '{count, plural, one {# nicht gespeicherte Änderung} other {# nicht gespeicherte Änderungen}}',
  discard: 'Verwerfen',
  saveChanges: 'Änderungen speichern',

  // Organisation
  organisation: 'Organisation',
  name: 'Name',
  nameWhere: 'Steht auf dem Anmeldebildschirm und in jeder E-Mail.',
  nameMissing: 'Geben Sie den Namen der Organisation ein.',
  helpDeskPhone: 'Telefon des Helpdesks',
  helpDeskPhoneWhere: 'Steht dort, wo jemand nicht weiterkommt.',
  helpDeskHours: 'Zeiten des Helpdesks',
  helpDeskHoursExample: 'Montag bis Freitag, 8 bis 18 Uhr',
  language: 'Sprache',
  languageMeaning:
    'Für E-Mails an alle, die keine eigene gewählt haben. Auf dem Bildschirm geht die Sprache des Browsers vor.',
  timeZone: 'Zeitzone',
  timeZoneMeaning: 'Übergangsfristen enden um 10 Uhr in dieser Zeitzone; auch E-Mails nennen Zeiten darin.',
  country: 'Land',
  countryMeaning:
    'Telefonnummern in Dateien und Formularen dürfen so geschrieben sein, wie man sie in diesem Land wählt.',
  noCountry: 'Keines: Nummern beginnen mit +',

  // What was altered in the database
  wayAltered:
    'Direkt in der Datenbank geändert, nicht über Gatehouse: {names}. Es geht keine E-Mail hinaus, bis dies neu gespeichert ist. Prüfen Sie die Werte unten.',
  wayConfirmed: 'Ich habe diese Werte geprüft, und sie stimmen',
  alteredPassword: 'Passwort am Mailserver',

  // Address
  address: 'Adresse',
  publicAddress: 'Öffentliche Adresse',
  publicAddressMeaning: 'Dorthin führen die Links in E-Mails.',
  publicAddressWrong: 'Im Muster von https://gatehouse.example.org, ohne etwas nach dem Namen.',
  fixedBy: 'Auf dem Server durch {variable} vorgegeben. Ändern Sie es dort.',

  // Mail server
  mailServer: 'Mailserver',
  mailServerLead: 'Beim Speichern wird ein Code aus Ihrer Authentifikator-App verlangt.',
  server: 'Server',
  serverMeaning: 'Ohne Server warten E-Mails im Postausgang.',
  port: 'Port',
  portWrong: 'Eine Zahl von 1 bis 65535.',
  encryption: 'Verschlüsselung',
  startTls: 'STARTTLS (meist Port 587)',
  tls: 'TLS (meist Port 465)',
  noEncryption: 'Keine',
  noEncryptionMeaning:
    'Codes und Links gingen lesbar durchs Netz: nur für einen Server auf demselben Rechner.',
  username: 'Benutzername',
  password: 'Passwort',
  proof: 'Anmelden mit',
  byPassword: 'Passwort',
  byClientSecret: 'OAuth 2: Client-Geheimnis (Exchange Online)',
  byServiceAccount: 'OAuth 2: Dienstkonto (Google Workspace)',
  proofMeaning: 'Der Benutzername ist das Postfach, das sendet.',
  privateKey: 'Privater Schlüssel des Dienstkontos',
  tokenUrl: 'Token-Adresse',
  tokenUrlWrong: 'Geben Sie eine Adresse ein, die mit https:// beginnt.',
  tokenClient: 'Client-ID',
  tokenScope: 'Scope',
  needed: 'Bitte hier eingeben.',
  mailsPerMinute: 'E-Mails pro Minute, höchstens',
  mailsPerMinuteMeaning:
    'Exchange Online nimmt 30 an. Codes gehen vor. Ohne Angabe wird so schnell gesendet, wie es geht.',
  mailsPerMinuteWrong: 'Geben Sie eine Zahl von 1 bis 6000 ein.',
  secretAgain: 'Geben Sie es noch einmal ein: Gespeichert ist eines für einen anderen Server oder Port.',
  secretStored: 'Eines ist gespeichert. Eine Eingabe ersetzt es.',
  sender: 'Absender',
  senderMeaning: 'Die Adresse, von der E-Mails kommen.',
  sendTestMail: 'Test-E-Mail an mich senden',
  saveBeforeTest: 'Beim Speichern geht eine Test-E-Mail an Sie.',
  importNext: 'Personen importieren',
  testMailSent: 'Der Mailserver hat sie für {to} angenommen. Seine Antwort: <code>{answer}</code>',

  // Identity providers
  sso: 'Single Sign-on',
  ssoLead: 'Die Anmeldung läuft über Ihren Identitätsanbieter, der eine eigene MFA hat, mit OpenID Connect.',
  addProvider: 'Anbieter hinzufügen',
  noProvider: 'Noch kein Anbieter: Alle melden sich mit Passwort an.',
  linked: '{count, plural, one {# Person verknüpft} other {# Personen verknüpft}}',
  bySsoOnly: '{count, number} nur per SSO',
  linksByEmail: 'verknüpft nach bestätigter E-Mail-Adresse',
  testSignIn: 'Anmeldung testen',
  testSignInAt: 'Anmeldung bei {provider} testen',
  moreFor: 'Mehr zu {provider}',
  edit: 'Bearbeiten …',
  remove: 'Entfernen …',

  // One provider
  addProviderTitle: 'Identitätsanbieter hinzufügen',
  editTitle: '{provider} bearbeiten',
  providerNameExample: 'Contoso',
  providerNameMeaning: 'So, wie man ihn kennt: Auf dem Anmeldebildschirm steht „Weiter mit …“',
  providerNameMissing: 'Geben Sie einen Namen ein.',
  issuer: 'Aussteller',
  issuerMeaning:
    'Ein anderer Aussteller beendet alle Verknüpfungen mit diesem Anbieter, und Sie geben das Geheimnis neu ein.',
  issuerMissing: 'Geben Sie den Aussteller ein, wie der Anbieter ihn schreibt.',
  clientId: 'Client-ID',
  clientIdMissing: 'Geben Sie die Client-ID ein, die der Anbieter vergeben hat.',
  publicClient: 'Öffentlicher Client',
  publicClientMeaning: 'Ohne Geheimnis registriert; die Anmeldung ist allein durch PKCE geschützt.',
  clientSecret: 'Client-Geheimnis',
  clientSecretMissing: 'Geben Sie das Geheimnis ein, das der Anbieter vergeben hat.',
  linkByEmail: 'Konten nach bestätigter E-Mail-Adresse verknüpfen',
  linkByEmailMeaning:
    'Wer sich dort mit der bestätigten Adresse eines hiesigen Kontos anmeldet, bekommt dieses Konto. Nur für einen Anbieter, dem Sie jedes Konto anvertrauen.',
  linkByHandMeaning: 'Die Administration verknüpft jedes Konto einzeln.',
  saveProvider: 'Anbieter speichern',
  providerSaved: '{provider} wurde gespeichert. Probieren Sie ihn mit „Anmeldung testen“ aus.',

  // Redirect URIs
  registerUris: 'Registrieren Sie diese Weiterleitungs-URIs beim Anbieter',
  web: 'Web',
  desktopApp: 'Desktop-App',
  copyWebAddress: 'Web-Adresse kopieren',
  copyDesktopAddress: 'Adresse der Desktop-App kopieren',
  loopbackPort:
    'Die App lauscht jedes Mal auf einem anderen Port; Anbieter achten bei 127.0.0.1 nicht auf den Port.',

  // Test of a sign-in
  testLead:
    'Melden Sie sich dort an, als wer Sie möchten. Hier wird niemand angemeldet und kein Konto verknüpft; Sie erfahren, wer es wäre oder was nicht stimmt.',
  testWaits: 'Melden Sie sich in dem Fenster an, das sich geöffnet hat. Das Ergebnis erscheint hier.',
  testHangs:
    'Zeigt der Anbieter selbst einen Fehler und kehrt nicht zurück? Dann kennt er die Adresse für die Rückkehr nicht.',
  testAgain: 'Noch einmal testen',
  continueWith: 'Weiter mit {provider}',
  close: 'Schließen',
  subject: 'Subject',
  email: 'E-Mail',
  noEmail: 'Keine gesendet',
  emailVerified: '{email}, bestätigt',
  emailNotVerified: '{email}, nicht bestätigt',
  secondFactor: 'Zweiter Faktor',
  secondFactorAsked: 'Laut Anbieter verlangt',
  secondFactorUnknown: 'Nicht erwähnt',
  accountHere: 'Konto hier',
  noAccount: 'Keines',

  // Connected systems
  systems: 'Verbundene Systeme',
  systemsLead:
    'Wo Personen außer hier noch MFA haben. Verknüpfen Sie ihre Konten, und Sie sehen auf ihrer Seite ihre Faktoren dort, mit Datum.',
  addSystem: 'System verbinden',
  noSystem: 'Kein System ist verbunden.',
  testSystem: 'Testen',
  testSystemNamed: '{system} testen',
  moreForSystem: 'Mehr zu {system}',
  secretEndsOn: 'Geheimnis läuft am {day} ab',
  secretEndedOn: 'Geheimnis ist am {day} abgelaufen',
  addSystemTitle: 'System verbinden',
  editSystemTitle: '{system} bearbeiten',
  systemKind: 'Produkt',
  triedKinds: 'Am echten System erprobt',
  untriedKinds: 'Noch nicht beim Hersteller erprobt',
  untriedMeaning:
    'Gebaut nach dem, was der Hersteller veröffentlicht, und nie beim Hersteller ausgeführt. Probieren Sie es mit einem Konto aus, an dem nichts hängt.',
  lostDeviceLink: 'Für alle, deren Gerät weg ist',
  lostDeviceLinkMeaning:
    'Setzen Sie diesen Link auf die Anmeldeseite des Systems: Dort fragt man hier eine Zurücksetzung an.',
  lostDeviceLinkUnknown:
    'Geben Sie zuerst die öffentliche Adresse dieses Servers an (unter E-Mail): Dann steht hier der Link für die Anmeldeseite des Systems.',
  copyLostDeviceLink: 'Link kopieren',
  systemNameMeaning: 'So, wie es in Ihrer Organisation heißt.',
  systemUrl: 'Adresse',
  systemUrlMeaning:
    'Eine andere Adresse beendet alle Verknüpfungen mit diesem System und verlangt das Geheimnis noch einmal.',
  systemUrlMissing: 'Geben Sie die Adresse ein, als https://….',
  realm: 'Realm',
  realmMeaning: 'Ein anderer Realm beendet alle Verknüpfungen mit diesem System.',
  realmMissing: 'Geben Sie den Realm ein, in dem die Personen sind.',
  tenant: 'Mandant',
  tenantMeaning: 'Ein anderer Mandant beendet alle Verknüpfungen mit diesem System.',
  tenantMissing: 'Geben Sie den Mandanten ein: seine ID oder eine seiner Domänen.',
  apiToken: 'API-Token',
  primaryDomain: 'Hauptdomain',
  primaryDomainMeaning: 'Eine andere Domain beendet alle Verknüpfungen mit diesem System.',
  primaryDomainMissing: 'Geben Sie die Hauptdomain ein.',
  standsFor: 'Adresse des Administrators',
  standsForMissing: 'Geben Sie die Adresse des Administrators ein, den das Dienstkonto vertritt.',
  keyFile: 'Schlüsseldatei (JSON)',
  keyFileMeaning: 'Öffnen Sie die Datei aus der Google-Konsole, und fügen Sie alles ein.',
  keyFileOdd: 'Fügen Sie die ganze Datei ein, von der ersten bis zur letzten Klammer.',
  applicationId: 'Anwendungs-ID (Client-ID)',
  systemClient: 'Client-ID',
  systemClientMissing: 'Geben Sie die Client-ID ein.',
  administratorName: 'Name des Administrators dort',
  administratorNameMissing: 'Geben Sie den Namen des Administrators ein, als der Gatehouse dort fragt.',
  webServerName: 'Name für den Webserver',
  webServerNameMeaning: 'Falls der Webserver davor nach Name und Passwort fragt.',
  systemSecret: 'Client-Geheimnis',
  systemPassword: 'Passwort',
  systemSecretMissing: 'Geben Sie es ein.',
  secretEnd: 'Läuft ab am',
  secretEndMeaning: 'Falls es abläuft: Gatehouse sagt es 30 Tage vorher.',
  saveSystem: 'System speichern',
  systemSaved: '{system} wurde gespeichert. Probieren Sie es mit „Testen“ aus.',
  testSystemLead: 'Gatehouse fragt, was es dort darf. Nichts wird geändert.',
  removeSystemTitle: '{system} entfernen?',
  removeSystem: 'System entfernen',
  removeSystemMeaning:
    '{count, plural, =0 {Niemand ist damit verknüpft.} one {Die Verknüpfung von # Person endet.} other {Die Verknüpfungen von # Personen enden.}} In {system} selbst ändert sich nichts.',
  systemRemoved: '{system} wurde entfernt.',
  linkByRule: 'Nach Regel verknüpfen',
  linkByRuleTitle: 'Personen nach Regel mit {system} verknüpfen',
  linkByRuleLead:
    'Gatehouse sucht dort ein Konto für alle ohne Verknüpfung, jetzt und wenn Personen neu sind, und schreibt allen, die es verknüpft. 30 Tage lang verlangen ihre Zurücksetzungen mehr Nachweise, weil niemand das Konto angesehen hat.',
  ruleChoice: 'Welches Konto wem gehört',
  ruleOff: 'Nur von Hand',
  ruleUsername: 'Gleicher Benutzername',
  ruleEmail: 'Gleiche E-Mail-Adresse, dort bestätigt und hier nicht jünger als 30 Tage',
  rulePreview: 'Vorschau',
  ruleLookedAt:
    '{count, plural, one {# Person ohne Verknüpfung angesehen} other {# Personen ohne Verknüpfung angesehen}}',
  ruleLooking: 'Wird angesehen: bisher {count, plural, one {# Person} other {# Personen}}.',
  ruleWouldLink:
    '{count, plural, =0 {Niemand würde verknüpft.} one {# Person würde verknüpft:} other {# Personen würden verknüpft:}}',
  ruleNot:
    '{why, select, staff {{count, plural, one {# Person hat} other {# Personen haben}} eine Verwaltungsrolle: nie nach Regel.} sensitive {{count, plural, one {# Person ist} other {# Personen sind}} besonders geschützt, oder war es in den letzten 30 Tagen: nie nach Regel.} unlinked {Von Hand entfernte Verknüpfungen: {count, number}.} no_address {{count, plural, one {# Person hat} other {# Personen haben}} hier keine E-Mail-Adresse.} address_new {Adressen, die hier in den letzten 30 Tagen geändert wurden: {count, number}.} address_shared {{count, plural, one {# Person hat} other {# Personen haben}} eine Adresse, die hier noch jemand hat.} address_differs {Konten, die dort eine andere Adresse haben: {count, number}. Verknüpfen Sie sie von Hand.} nobody_there {{count, plural, one {# Person hat} other {# Personen haben}} dort kein solches Konto.} not_verified {Adressen, die dort nicht bestätigt sind: {count, number}.} taken {Konten, die dort schon mit jemand anderem verknüpft sind: {count, number}.} inactive {{count, plural, one {# Person ist} other {# Personen sind}} suspendiert oder gelöscht.} altered {In der Datenbank und nicht von diesem Server geändert: {count, number}.} other {{count, plural, one {# Person hat} other {# Personen haben}} dort mehrere solche Konten: Verknüpfen Sie sie von Hand.}}',
  ruleNames: '{names}{more, plural, =0 {} other { und # weitere}}',
  ruleSave: 'Regel speichern',
  ruleSavedOff: 'Keine Regel verknüpft mehr Personen mit {system}. Verknüpfungen bleiben.',
  readPeople: 'Personen einlesen',
  readPeopleTitle: 'Personen aus {system} einlesen',
  readPeopleLead:
    'Wer dort neu ist, wird hier als Entwurf hinzugefügt, ohne E-Mail. Was sich dort ändert, ändert sich hier und gilt 30 Tage lang als neu. Wer dort nicht mehr da ist, wird hier gesperrt. Personen mit Verwaltungsrolle und besonders geschützte Personen werden aufgeführt und von Hand geändert.',
  readEvery: 'Wie oft',
  readOff: 'Nie',
  readHour: 'Jede Stunde',
  readDay: 'Jeden Tag',
  graceDays: 'Tage, bis gesperrt wird, wer dort nicht mehr da ist',
  graceDaysMeaning:
    'Von {least, number} bis {most, number}. Wer bis dahin wieder da ist, wird nicht gesperrt.',
  graceDaysOdd: 'Geben Sie eine Zahl von {least, number} bis {most, number} ein.',
  readPreview: 'Vorschau',
  readSave: 'Speichern',
  readSavedOff: 'Aus {system} werden keine Personen mehr eingelesen. Alle bleiben.',
  lastReading: 'Letztes Einlesen',
  lastRead: 'Zuletzt eingelesen: {time}',
  neverRead: 'Noch nicht eingelesen.',
  readUnderWay: 'Wird gerade eingelesen.',
  readNow: 'Jetzt einlesen',
  readCounts:
    '{read, plural, one {# Person dort} other {# Personen dort}}: {added, number} hinzugefügt, {changed, number} geändert, {unchanged, number} wie zuvor, {suspended, number} gesperrt.',
  readWould:
    '{count, plural, one {# Person ist dort.} other {# Personen sind dort.}}{unchanged, plural, =0 {} one { # bleibt wie zuvor.} other { # bleiben wie zuvor.}}',
  readNotWhole:
    'Dort gibt es mehr Personen, als in 20 Sekunden kamen. Über die übrigen und darüber, wer nicht mehr da ist, ist hier nichts gesagt.',
  readGroup:
    '{what, select, left_out {{count, number} ausgelassen} gone {{count, number} nicht mehr da} changed {{count, number} werden geändert} other {{count, number} werden hinzugefügt}}',
  readShowMore: '{count, number} weitere zeigen',
  goneThere: '{count, number} nicht mehr da',
  goneSuspended: 'Seit {day} nicht mehr da; hier gesperrt',
  goneByHand: 'Seit {day} nicht mehr da; wird nur von Hand gesperrt',
  goneUntil: 'Seit {day} nicht mehr da; wird am {until} gesperrt',
  readState:
    'Personen werden {every, select, hour {jede Stunde} other {jeden Tag}} eingelesen: {read, number} dort, {leftOut, number} ausgelassen, {gone, number} nicht mehr da',
  readFirst:
    'Personen werden {every, select, hour {jede Stunde} other {jeden Tag}} eingelesen; noch nicht geschehen',
  readProblem: 'Personen einlesen: {problem}',
  wantedWaiting:
    '{count, plural, one {# Verknüpfung einer Datei wartet} other {# Verknüpfungen einer Datei warten}} auf die Antwort von dort.',
  wantedNot: 'Nicht nach der Datei verknüpft: {why} {names}',
  ruleState:
    '{rule, select, username {Verknüpft bei gleichem Benutzernamen} other {Verknüpft bei gleicher bestätigter E-Mail-Adresse}}: {linked, number} von {looked, number} ohne Verknüpfung',
  ruleProblem: 'Verknüpfen nach Regel ist unterbrochen: {problem}',

  // Identity checks for other systems
  identityChecks: 'Identitätsprüfungen',
  identityChecksLead:
    'Okta kann fragen, ob jemand die Person ist, für die sie sich ausgibt, bevor es sie wieder hineinlässt. Ihr Helpdesk prüft das wie bei einer Zurücksetzung, und Gatehouse antwortet. Entfernt wird nichts.',
  letOktaAsk: 'Okta fragen lassen',
  nobodyAsks: 'Kein System fragt.',
  neverAsked: 'Noch nicht gefragt',
  answeredLately:
    'In 30 Tagen: {verified, number} bestätigt, {failed, number} nicht{waiting, plural, =0 {} other {, # in Prüfung}}',
  askedLast: 'Zuletzt gefragt {time}. <log>Antworten im Protokoll ansehen</log>',
  values: 'Werte',
  valuesFor: 'Werte für {system}',
  typeInOkta: 'Geben Sie das in Okta ein',
  whereInOkta: 'Security > Identity Providers > Add identity provider > Custom ID verification.',
  oktaNeedsHttps:
    'Okta erreicht diesen Server nur unter einer https-Adresse. Legen Sie zuerst seine öffentliche Adresse fest.',
  oktaClientId: 'Client ID',
  oktaClientSecret: 'Client secret',
  oktaIssuer: 'Issuer',
  oktaPar: 'PAR request URL',
  oktaAuthorize: 'Authorize URL',
  oktaToken: 'Token URL',
  oktaJwks: 'JWKS URL',
  secretKnownThere: 'Das Client-Geheimnis ist das, das Okta hat. Unter „Bearbeiten“ entsteht ein neues.',
  copySecretNow: 'Kopieren Sie das Geheimnis jetzt: Es wird nie wieder angezeigt.',
  oktaAddress: 'Ihre Okta-Adresse',
  oktaAddressMeaning: 'Die, unter der Personen sich anmelden, ohne -admin.',
  oktaAddressMissing: 'Geben Sie Ihre Okta-Adresse ein.',
  answersGoTo: 'Antworten gehen an {url}',
  newSecret: 'Neues Client-Geheimnis',
  newSecretMeaning: 'Okta muss es auch haben: Bis dahin schlagen seine Fragen fehl.',
  newSecretForced: 'Eine andere Adresse braucht ein neues Geheimnis.',
  saveAttestor: 'Speichern',
  oktaMayAsk: '{system} darf jetzt fragen.',
  stopAnsweringTitle: '{system} nicht mehr antworten?',
  stopAnswering: 'Nicht mehr antworten',
  stopAnsweringMeaning:
    'Was gerade geprüft wird, endet. Wählen Sie in {system} zuerst etwas anderes, sonst kommt dort niemand wieder hinein.',
  answeredNoMore: 'Gatehouse antwortet {system} nicht mehr.',
  copy: 'Kopieren',
  copyNamed: '{what} kopieren',

  // Remove a provider
  removeTitle: '{provider} entfernen?',
  removeProvider: 'Anbieter entfernen',
  removeMeaning:
    '{count, plural, =0 {Niemand ist damit verknüpft.} one {Die Verknüpfung von # Person endet, ebenso die Sitzungen, die daraus entstanden sind. Angemeldet wird dann mit Passwort.} other {Die Verknüpfungen von # Personen enden, ebenso die Sitzungen, die daraus entstanden sind. Angemeldet wird dann mit Passwort.}}',
  providerRemoved: '{provider} wurde entfernt.',

  // Appearance
  appearance: 'Darstellung',
  appearanceLead: 'Nur auf diesem Computer.',
  colours: 'Farben',
  asSystem: 'Wie das System',
  light: 'Hell',
  dark: 'Dunkel',

  // This server
  thisServer: 'Dieser Server',
  thisServerLead: 'Wovon er abhängt: Uhr, Adressen, E-Mail, Sicherungen, Festplatte.',
  lookAgain: 'Noch einmal nachsehen',
  allInOrder: 'Alles ist in Ordnung.',

  // About
  about: 'Über Gatehouse',
  database: 'Datenbank',
  listensOn: 'Lauscht auf',
  auditKey: 'Öffentlicher Schlüssel des Prüfprotokolls',
  auditKeyMeaning: 'Wer einen Export des Prüfprotokolls prüft, braucht ihn.',
  thisApp: 'Diese App',
});
