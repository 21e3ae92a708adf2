/** The organisation, mail, identity providers, appearance. */
export const words = {
  // The page
  title: 'Settings',
  settingsSaved: 'Settings saved.',
  unsavedChanges: '{count, plural, one {# unsaved change} other {# unsaved changes}}',
  discard: 'Discard',
  saveChanges: 'Save changes',

  // Organisation
  organisation: 'Organisation',
  name: 'Name',
  nameWhere: 'On the sign-in screen and in every mail.',
  nameMissing: 'Type the name of the organisation.',
  helpDeskPhone: 'Help desk phone',
  helpDeskPhoneWhere: 'Shown where someone is stuck.',
  helpDeskHours: 'Help desk hours',
  helpDeskHoursExample: 'Monday to Friday, 8:00 to 18:00',
  language: 'Language',
  languageMeaning:
    'Of mails to people who haven’t chosen their own. On screens, the language of their browser goes first.',
  timeZone: 'Time zone',
  timeZoneMeaning: 'Grace ends at 10:00 in this zone; mails write times in it.',
  country: 'Country',
  countryMeaning: 'Phone numbers in files and forms may be written as people there dial them.',
  noCountry: 'None: numbers begin with +',

  // Address
  address: 'Address',
  publicAddress: 'Public address',
  publicAddressMeaning: 'Links in mails lead here.',
  publicAddressWrong: 'Write it like https://gatehouse.example.org, with nothing after the name.',
  fixedBy: 'Set by {variable} on the server. Change it there.',

  // Mail server
  mailServer: 'Mail server',
  mailServerLead: 'Saving it asks for a code from your authenticator app.',
  server: 'Server',
  serverMeaning: 'Without one, mails wait in the outbox.',
  port: 'Port',
  portWrong: 'A number from 1 to 65535.',
  encryption: 'Encryption',
  startTls: 'STARTTLS (usually port 587)',
  tls: 'TLS (usually port 465)',
  noEncryption: 'None',
  noEncryptionMeaning:
    'Codes and links would cross the network in the clear: only for a server on this machine.',
  username: 'Username',
  password: 'Password',
  secretStored: 'One is stored. Type to replace it.',
  sender: 'Sender',
  senderMeaning: 'The address that mails come from.',
  sendTestMail: 'Send a test mail to me',
  saveBeforeTest: 'Save first: the test uses the saved settings.',
  testMailSent: 'The mail server took it for {to}. It said: <code>{answer}</code>',

  // Identity providers
  sso: 'Single sign-on',
  ssoLead: 'People sign in at your identity provider, which does its own MFA. Uses OpenID Connect.',
  addProvider: 'Add provider',
  noProvider: 'No provider yet: everyone signs in by password.',
  linked: '{count, plural, one {# person linked} other {# people linked}}',
  bySsoOnly: '{count, number} by SSO only',
  linksByEmail: 'links by verified e-mail',
  testSignIn: 'Test sign-in',
  testSignInAt: 'Test sign-in at {provider}',
  moreFor: 'More for {provider}',
  edit: 'Edit…',
  remove: 'Remove…',

  // One provider
  addProviderTitle: 'Add an identity provider',
  editTitle: 'Edit {provider}',
  providerNameExample: 'Contoso',
  providerNameMeaning: 'As people know it: the sign-in screen says Continue with …',
  providerNameMissing: 'Type a name.',
  issuer: 'Issuer',
  issuerMeaning:
    'A different issuer ends every link to this provider, and you have to enter its secret again.',
  issuerMissing: 'Type the issuer as the provider writes it.',
  clientId: 'Client ID',
  clientIdMissing: 'Type the client ID that the provider gave.',
  publicClient: 'Public client',
  publicClientMeaning: 'Registered without a secret; the sign-in is protected by PKCE alone.',
  clientSecret: 'Client secret',
  clientSecretMissing: 'Type the secret that the provider gave.',
  linkByEmail: 'Link accounts by verified e-mail',
  linkByEmailMeaning:
    'Whoever signs in there with the verified address of an account here gets that account. Only for a provider that you trust with every account.',
  linkByHandMeaning: 'An administrator links each account.',
  saveProvider: 'Save provider',
  providerSaved: '{provider} was saved. Try it with Test sign-in.',

  // Redirect URIs
  registerUris: 'Register these redirect URIs at the provider',
  web: 'Web',
  desktopApp: 'Desktop app',
  copyWebAddress: 'Copy web address',
  copyDesktopAddress: 'Copy desktop app address',
  loopbackPort: 'The app listens on a different port each time; providers ignore the port of 127.0.0.1.',

  // Test of a sign-in
  testLead:
    'Sign in there as anyone you like. Nobody is signed in here and no account is linked; you are told who it would be, or what is wrong.',
  testWaits: 'Sign in using the window that has opened. The result appears here.',
  testHangs:
    'Does the provider show an error of its own and not come back? Then it doesn’t know the address to come back to.',
  testAgain: 'Test again',
  continueWith: 'Continue with {provider}',
  close: 'Close',
  subject: 'Subject',
  email: 'E-mail',
  noEmail: 'None sent',
  emailVerified: '{email}, verified',
  emailNotVerified: '{email}, not verified',
  secondFactor: 'Second factor',
  secondFactorAsked: 'Asked for, the provider says',
  secondFactorUnknown: 'Not mentioned',
  accountHere: 'Account here',
  noAccount: 'None',

  // Remove a provider
  removeTitle: 'Remove {provider}?',
  removeProvider: 'Remove provider',
  removeMeaning:
    '{count, plural, =0 {Nobody is linked to it.} one {The link of # person ends, and so do the sessions made by it. They sign in by password then.} other {The links of # people end, and so do the sessions made by them. They sign in by password then.}}',
  providerRemoved: '{provider} was removed.',

  // Appearance
  appearance: 'Appearance',
  appearanceLead: 'On this computer only.',
  colours: 'Colours',
  asSystem: 'Same as the system',
  light: 'Light',
  dark: 'Dark',

  // About
  about: 'About',
  database: 'Database',
  listensOn: 'Listens on',
  auditKey: 'Audit log’s public key',
  auditKeyMeaning: 'Whoever verifies an export of the audit log needs it.',
  thisApp: 'This app',
} as const;
