/** The frame around every page: navigation, palette, session, banners. */
export const words = {
  // Places, in the order of the rail
  dashboard: 'Dashboard',
  users: 'Users',
  resetRequests: 'Reset requests',
  policy: 'Policy',
  auditLog: 'Audit log',
  outbox: 'Outbox',
  settings: 'Settings',
  securitySettings: 'Security Settings',

  // The frame
  mainNavigation: 'Main',
  openNavigation: 'Open navigation',
  skipToContent: 'Skip to content',
  search: 'Search',
  paletteKeys: 'Ctrl K',
  waitingAt: '{place}, {count, plural, one {# waiting} other {# waiting}}',
  signOut: 'Sign out',
  expand: 'Expand',
  collapse: 'Collapse',
  stillSignedIn: 'You are still signed in. {detail}',

  // The server, on the desktop
  changeServer: 'Change server',
  onThisComputer: 'On this computer',
  sampleOrganisation: 'Sample organisation',
  anotherServer: 'Another server…',

  // Appearance and language
  appearanceAndLanguage: 'Appearance and language',
  appearance: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  asMySystem: 'As my system',
  language: 'Language',
  languageNotSaved: 'The language was not changed. {detail}',

  // Banners
  notices: 'Notices',
  trouble: '{sentence} What is there can be read. This goes away by itself once it is over.',
  notConnected: 'The server can’t be reached. Gatehouse keeps trying; what you see may be out of date.',
  setUpNow: 'Set up now',
  setUpBy: 'Set up multi-factor authentication by {date}. From then on, you need it to sign in.',
  sample: 'A sample organisation: its people are made up, and no mail leaves this computer.',
  local: '<b>On this computer.</b> Only you can sign in here; for colleagues, run a server.',
  showHow: 'Show how',
  frozen: '{what} are frozen: {means} until a security officer unfreezes them.',
  nothingIsReset: 'nothing is reset',
  nobodySetsUp: 'nobody sets up or moves MFA',
  noLinkSetsPassword: 'no mailed link sets a password',
  frozenBy: '{name} froze them {since}: “{reason}”.',
  frozenBySomebody: 'They were frozen {since}: {reason}',
  endsUnlessYou: 'It ends by itself {date}, unless you confirm it.',
  endsUnlessName: 'It ends by itself {date}, unless {name} confirms it.',
  endsUnlessSomebody: 'It ends by itself {date}, unless whoever did it confirms it.',
  confirmItWasYou: 'Confirm it was you',
  openResetRequests: 'Open reset requests',

  // How colleagues can sign in
  colleaguesTitle: 'Let colleagues sign in',
  colleaguesLead:
    'This organisation is on this computer, and nobody else can reach it. For colleagues, run Gatehouse on a machine that they can reach:',
  colleaguesCreate:
    'Create the organisation there: <code>gatehouse init --organisation NAME --admin USERNAME --admin-email MAIL</code>',
  colleaguesStart:
    'Start the server with your certificate: <code>gatehouse serve --host 0.0.0.0 --tls-cert FILE --tls-key FILE</code>',
  colleaguesImport: 'Import your people: <code>gatehouse import-users FILE.csv</code>',
  colleaguesConnect: 'Here, choose <em>Another server…</em> at the top left and type its address.',
  close: 'Close',

  // The palette
  find: 'Find a person, a page or an action',
  results: 'Results',
  goTo: 'Go to',
  nothingFound: 'Nothing is called that.',
  action: 'Action',
  openForCaller: 'Open a request for a caller',
  openRequestFor: 'Open a request for {name}',
  freezeResets: 'Freeze resets',
  addUser: 'Add user',
  importUsers: 'Import users',
  resetReport: 'Resets report',
  showKeys: 'Show every key',
  requestOf: 'Request of {name}',
  savedView: 'Saved view',

  // The keys
  keysTitle: 'Keys',
  keyPalette: 'Find a person, a page or an action',
  keySearch: 'Search in this list',
  keyRows: 'Next and previous row',
  keyEnds: 'First and last row',
  keyOpen: 'Open the row',
  keyOpenTab: 'Open the row in another tab',
  keySelect: 'Select the row',
  keyShiftX: 'Shift X',
  keySelectRange: 'Select all from the last one on',
  keyBack: 'Close, or back to the list',
  keyThis: 'Show every key',
  keyHome: 'Home',
  keyEnd: 'End',
  keyEnter: 'Enter',
  keyCtrlEnter: 'Ctrl Enter',
  keyEscape: 'Esc',

  // Step-up
  confirmTitle: 'Confirm it’s you',
  confirm: 'Confirm',
  freshCode: 'This needs a fresh code from your authenticator app. You won’t be asked again for 5 minutes.',
  authorizationCode: 'Authorization Code',
  typeSixDigits: 'Type the six digits that your authenticator app shows.',
  continueWith: 'Continue with {provider}',
  openAgain: 'Open {provider} again',
  signInInWindow: 'Sign in using the window that has opened. This page continues automatically.',
  freshSignIn: 'This needs a fresh sign-in at {provider}. You won’t be asked again for 5 minutes.',

  // Pages that are none
  notFoundTitle: 'Page not found',
  nothingHere: 'There is nothing at this address',
  checkLink: 'Check the link, or go back to where you came from.',
  notPermitted: 'Your role doesn’t include this page',
  askForRole: 'An administrator can give you a role that does.',
  goToStart: 'Go to your start page',
  pageFailed: 'This page could not be shown',
  nothingChanged: 'Nothing was changed. If it happens again, tell your administrator what you did last.',
  tryAgain: 'Try again',
} as const;
