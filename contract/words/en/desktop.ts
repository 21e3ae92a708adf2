/** Menus, tray, notifications and refusals of the desktop app. */
export const words = {
  // The application menu, as the system names what is its own
  file: 'File',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pasteAndMatchStyle: 'Paste and Match Style',
  delete: 'Delete',
  selectAll: 'Select All',
  go: 'Go',
  dashboard: 'Dashboard',
  users: 'Users',
  resetRequests: 'Reset Requests',
  policy: 'Policy',
  auditLog: 'Audit Log',
  securitySettings: 'Security Settings',
  view: 'View',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  toggleFullScreen: 'Toggle Full Screen',
  toggleDeveloperTools: 'Toggle Developer Tools',
  window: 'Window',
  minimize: 'Minimize',
  zoom: 'Zoom',
  bringAllToFront: 'Bring All to Front',
  closeWindow: 'Close Window',
  help: 'Help',
  about: 'About Gatehouse',
  services: 'Services',
  hide: 'Hide Gatehouse',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  lockNow: 'Lock Now',
  quit: 'Quit',
  quitGatehouse: 'Quit Gatehouse',

  // The tray
  openGatehouse: 'Open Gatehouse',
  waiting:
    '{count, plural, =0 {Gatehouse} one {Gatehouse: # reset request waits} other {Gatehouse: # reset requests wait}}',

  // The notification
  handed: 'A request was handed to you',
  handedBody: 'A colleague handed you a reset request.',
  decisionAsked: 'A decision is needed',
  decisionAskedBody: 'A colleague waits for you to decide a reset request.',
  newRequest: 'New reset request',
  newRequestBody: 'Someone has asked for a reset of their multi-factor authentication.',

  // Organisations on this computer, and their server
  onThisComputer: 'On this computer',
  sampleOrganisation: 'Sample organisation',
  profileGone: 'That organisation is not on this computer any more. Choose another.',
  noneOpen: 'No organisation is open. Choose one first.',
  serverStarting: 'The server on this computer is still starting. Try again in a moment.',
  serverDown: 'The server on this computer is not running.',
  serverNotPrepared: 'The server could not be prepared.',
  serverNotStarted: 'The server on this computer could not start.',
  serverStartsAgain: 'The server on this computer ended unexpectedly and is starting again.',
  serverGivenUp:
    'The server on this computer ended {times, number} times within a minute (code {code}). Your data is safe. Restart Gatehouse; the log says more.',
  keychainLocked:
    'The keychain does not release this organisation’s key. Unlock the keychain, then restart Gatehouse.',
  noKeychainSession:
    'This computer offers no keychain, so you stay signed in only until Gatehouse is closed.',
  noKeychainKey:
    'This computer offers no keychain: the key that protects authenticators is in a file that only your account can read. Set up a keyring, or keep the disk encrypted.',

  // The address of a server, as it was typed
  typeAddress: "Type the server's address, such as https://gatehouse.example.org.",
  noAddress: "This is not an address. Type the server's address, such as https://gatehouse.example.org.",
  beginWithHttps: 'The address has to begin with https://, such as https://gatehouse.example.org.',
  leaveOutPassword: 'Leave the username and password out of the address. You sign in on the next screen.',
  leaveOutPath: "Leave out what follows the server's name, such as https://gatehouse.example.org.",
  withoutTls:
    'A connection without TLS could be read on its way. Use https://, or ask whoever runs the server for its https address.',
  noCertificate:
    'This is not a certificate. Paste the whole text, from BEGIN CERTIFICATE to END CERTIFICATE.',
  noPin: 'A pinned key begins with sha256/ and has 44 more characters.',

  // What a server answered that wasn't its own refusal
  sessionEnded: 'Your session has ended. Sign in again.',
  asksForPause: 'The server has had too many requests. Try again in a moment.',
  notReady: 'The server is not ready. Try again in a moment. If nothing changes, tell whoever runs it.',
  notGatehouse:
    'What answers at this address is not a Gatehouse server (status {status}). Check the address, or ask whoever runs the server.',

  // Why there was no answer
  notFound: '{server} can’t be found. Check the name in the address and your network connection.',
  refuses: '{server} refuses the connection. Check that the server is running and that the port is right.',
  silent: '{server} does not answer. Check your network connection, then try again.',
  otherKey:
    '{server} shows a different key from the one pinned for it. Do not sign in. Ask whoever runs the server whether its key changed.',
  otherName:
    '{server} shows a certificate for another name. Use the name in its certificate, or ask whoever runs the server.',
  notValidToday:
    "{server} shows a certificate that is not valid today. Check this computer's date, or ask whoever runs the server to renew it.",
  noTls: '{server} does not speak TLS there. Check the port in the address.',
  notTrusted:
    "{server} shows a certificate that this computer does not trust. Add your organisation's CA certificate to this profile.",
  notReached: '{server} can’t be reached. Check your network connection and the address, then try again.',

  // Links and sign-in by the system's browser
  linkNotAllowed:
    'Gatehouse opens only https links to the recommended authenticator apps. Copy the link instead.',
  providerNotHttps: 'The provider’s address does not begin with https://, so it is not opened.',
  signInLeft: 'You left the sign-in. Begin it again.',
  otherServerChosen: 'You have switched to another server. Begin the sign-in again.',
  backToGatehouse: 'Back to Gatehouse',
  closeThisWindow: 'You can close this window.',

  // What the page asked
  ownPagesOnly: 'Only the pages of Gatehouse itself are answered.',
  noOperation: 'There is no operation of that name.',
  invalidInput: 'Something in the request is not right. Check what you typed.',
  wentWrong: 'Something went wrong inside Gatehouse. Try again. If it keeps happening, restart Gatehouse.',
  missing: 'This is missing.',
  tooShort: 'This is too short.',
  tooLong: 'This is too long.',
  tooSmall: 'This is too small.',
  tooLarge: 'This is too large.',
  tooMany: 'There are too many of these.',
  notKnown: 'This is unknown here.',
  notAsItShould: 'This is not right.',
} as const;
