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
  secretStored: 'Eines ist gespeichert. Eine Eingabe ersetzt es.',
  sender: 'Absender',
  senderMeaning: 'Die Adresse, von der E-Mails kommen.',
  sendTestMail: 'Test-E-Mail an mich senden',
  saveBeforeTest: 'Speichern Sie zuerst: Der Test verwendet die gespeicherten Einstellungen.',
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
  systemNameMeaning: 'So, wie es in Ihrer Organisation heißt.',
  systemUrl: 'Adresse',
  systemUrlMeaning:
    'Eine andere Adresse beendet alle Verknüpfungen mit diesem System und verlangt das Geheimnis noch einmal.',
  systemUrlMissing: 'Geben Sie die Adresse ein, als https://….',
  realm: 'Realm',
  realmMeaning: 'Ein anderer Realm beendet alle Verknüpfungen mit diesem System.',
  realmMissing: 'Geben Sie den Realm ein, in dem die Personen sind.',
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
