/** One's own MFA, password, sessions and history. */
export const words = {
  // The page
  title: 'Security Settings',
  setUpToGoOn: 'Multi-factor authentication is required for you. Set it up to go on.',

  // Authentication
  authentication: 'Authentication',
  authenticationLead: 'A code from an authenticator app, asked for besides your password.',
  status: 'Status',
  off: 'Off',
  on: 'On',
  onSince: 'On <quiet>since {day}</quiet>',
  resetPending: 'Reset Pending',
  setup: 'Setup',
  move: 'Move to a new phone',
  disable: 'Disable',
  cancelRequest: 'Cancel request',
  executingMeaning:
    'Your reset was approved and is being carried out in connected systems. What you have here goes last; until then, sign in with it as before.',
  pendingMeaning:
    'Waiting for an administrator, who will contact you. Until the reset, sign in with your existing setup as before.',
  onMeaning: 'The code is asked for at every sign-in.',
  externalMeaning: 'You sign in through your identity provider, which asks for its own second factor.',
  unavailableMeaning: '{organisation} doesn’t offer multi-factor authentication at the moment.',
  offMeaning: 'Anyone who learns your password can sign in as you. Setting up takes two minutes and a phone.',

  // Did you request this?
  didYouAsk: 'Did you request this?',
  askedInYourName:
    'A reset of your multi-factor authentication was requested in your name, {time}. You have signed in with your existing app since, so the reset waits until you say whose request it is.',
  askedByHelpDesk:
    'A reset of your multi-factor authentication was requested by the help desk for a caller, {time}. You have signed in with your existing app since, so the reset waits until you say whose request it is.',
  yesMine: 'Yes, I requested it',
  thisWasntMe: 'This wasn’t me',
  stopTitle: 'Stop the reset request?',
  stopMeaning:
    'The request ends and your setup stays. Everyone is signed out of your account, including you here. You set a new password through Forgot password, and the security officers are told.',

  // Setup, and the move to a new phone
  setupTitle: 'Multi-Factor Authentication Setup',
  stepApp: 'App',
  stepCurrentCode: 'Current code',
  stepScan: 'Scan',
  stepDone: 'Done',
  getApp: 'Get an authenticator app on your phone. These are recommended:',
  activationCode: 'Activation code',
  activationCodeWhere: 'It came by mail, or your administrator gave it to you.',
  activationCodeMissing: 'Type the activation code.',
  continue: 'Continue',
  authorizationCode: 'Authorization Code',
  currentCodeLead:
    'Type a code from the phone you use now. It keeps working until the new one is proven. No reset is needed.',
  currentCodeTooShort: 'Type the six digits that your old phone shows.',
  authenticationCode: 'Authentication Code',
  newCodeTooShort: 'Type the six digits that the app shows.',
  verify: 'Verify',
  scanNow: 'Scan now with every device you’ll use: this code is shown only once.',
  whichPhone: 'Which phone are you holding?',
  whichPhoneHelp: 'The QR code is for the other one, which scans it from this screen.',
  holdsOld: 'The old one, which shows the codes now',
  holdsNew: 'The new one',
  holdsFirst: 'The one that shows the codes already',
  holdsOther: 'The one to be added',
  openOnThis: 'Open it in the app on this phone, or type the key there.',
  scanOnNewPhone: 'Scan this with the app on the new phone.',
  enrolmentEnded: 'This setup was open for 30 minutes and has ended.',
  deleteAndBegin: 'Delete its entry in the app, then begin again.',
  beginAgain: 'Begin again',
  setupDone: 'Multi-factor authentication is on. The code will be needed at every sign-in from now on.',
  moveDone: 'The new phone is set up. Codes from the old one no longer work: delete the entry there.',
  done: 'Done',

  // Several authenticators
  authenticators: 'Authenticators',
  addAnother: 'Add another authenticator',
  addTitle: 'Add another authenticator',
  addLead:
    'It signs you in like the ones you have. Type a code from one of those, then scan on the other phone or tablet.',
  addEncouraged: 'Add a second one, so that a lost phone is no lost morning.',
  addDone: 'The authenticator is added. A code from any of yours signs you in.',
  scanOnOther: 'Scan this with the app on the other phone or tablet.',
  authenticatorName: 'Name',
  authenticatorNameHelp: 'What you call the device, e.g. “Work phone”.',
  nameMissing: 'Type a name.',
  setUpOn: 'set up {day}',
  lastUsed: 'last used {time}',
  lastUsedFrom: 'last used {time} from {address}',
  authenticatorStopped: 'Stopped',
  actsOn: 'What to do with {name}',
  rename: 'Rename',
  renameTitle: 'Rename the authenticator',
  remove: 'Remove',
  removeTitle: 'Remove {name}?',
  removeMeaning:
    'Its codes no longer work, and your other sessions end. Confirm with a current code from any of your authenticators.',
  stopNow: 'Stop now',
  stopAuthenticatorTitle: 'Stop {name} now?',
  stopAuthenticatorMeaning:
    'For a lost or stolen phone. Its codes stop working at once, and your other sessions end. Sign in with another authenticator, and remove this one when you have the time.',
  stopLastMeaning:
    'For a lost or stolen phone. Its codes stop working at once, and your other sessions end. None of your other authenticators counts: once you sign out, only a reset lets you in again.',

  // Lost
  lostIt: 'I no longer have it',
  lostTitle: 'Multi-Factor Authentication Reset',
  stopNowHereMeaning:
    'Somebody else may have the phone. Its codes stop working at once, and you are signed out everywhere but here. Once you sign out here, you can sign in again after the reset.',
  submitResetRequest: 'Submit Reset Request',
  resetRequested: 'Reset requested',
  resetRequestedLead: 'An administrator will contact you to verify that the request is genuine.',

  // Disable
  disableTitle: 'Disable Multi-Factor Authentication?',
  disableOff:
    'MFA is switched off at once: your password alone is then enough to sign in. Confirm with a current code.',
  disableOffRequired:
    'Your setup is removed at once. {organisation} requires MFA, so you will be asked to set it up again. Confirm with a current code.',
  disableAsks:
    'This sends a request to an administrator, who contacts you before anything is removed. Until then, sign in with your existing setup as before. Confirm with a current code.',
  disableAsksFrozen:
    'This sends a request to an administrator, who contacts you before anything is removed. Until then, sign in with your existing setup as before. Resets are frozen now, so it waits until they are unfrozen. Confirm with a current code.',
  codeTooShort: 'Type the six digits that your authenticator app shows.',
  cancel: 'Cancel',
  disableRequested:
    'An administrator will contact you to verify that the request is genuine. Until then, sign in with your existing setup as before.',

  // Password
  password: 'Password',
  passwordMeaning: 'Changing it signs you out everywhere else.',
  changePassword: 'Change password',
  currentPassword: 'Current password',
  currentPasswordMissing: 'Type your current password.',
  newPassword: 'New password',
  newPasswordMissing: 'Type a new password.',
  codeMissing: 'Type the code that your authenticator app shows.',
  passwordChanged: 'Password changed. Your other sessions have ended.',

  // Sessions
  sessions: 'Sessions',
  signOutElsewhere: 'Sign out everywhere else',
  sessionsEnded: '{count, plural, one {# session ended.} other {# sessions ended.}}',
  thisSession: 'this one',
  sessionTimes: 'signed in {since}, last seen {seen}',

  // History
  history: 'History',
  historyLead: 'Something you don’t recognise? Change your password and tell the help desk.',
  ownHistory: 'Own history',
} as const;
