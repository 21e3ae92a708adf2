/** The screens of people who are not signed in yet. */
export const words = {
  // What this server is
  sampleBanner: 'A sample organisation: its people are made up, and no mail leaves this computer.',
  localBanner: 'On this computer: only you can sign in here; for colleagues, run a server.',

  // Username and password
  signIn: 'Sign in',
  sessionOver: 'Your session ended: it lasted as long as your organisation allows. Sign in again.',
  wasSignedOut:
    'You were signed out: after a time without doing anything, from another window or device, or by your organisation. Sign in again.',
  username: 'Username',
  signInName: 'Username or e-mail address',
  signInNameMissing: 'Type your username or e-mail address.',
  password: 'Password',
  passwordMissing: 'Type your password.',
  forgotPassword: 'Forgot password',
  anotherServer: 'Another server…',
  back: 'Back',
  backToSignIn: 'Back to sign in',
  continue: 'Continue',
  cancel: 'Cancel',

  // An identity provider
  continueWith: 'Continue with {provider}',
  signInInBrowser: 'Sign in using the browser that has opened, then come back here.',
  signingIn: 'Signing you in',
  handedOver: 'Done',
  handedOverWhere: 'Carry on in the window you came from. You can close this one.',
  notSignedIn: 'You are not signed in',
  linkCodeMissing: 'You didn’t enter the code. Start signing in again.',

  // The code
  codeTitle: 'Multi-Factor Authentication',
  codeLead: 'Type the code that your authenticator app shows for this account.',
  linkCodeLead:
    'You are signing in this way for the first time. Type the code that your authenticator app shows for this account. You will not be asked for it here again.',
  resetMfa: 'Reset Multi-Factor Authentication',
  authorizationCode: 'Authorization Code',
  codeTooShort: 'Type the six digits that your authenticator app shows.',
  verifyAndSignIn: 'Verify & Sign In',
  clockHint:
    'It is <b>{time}</b> here. If your phone says otherwise, set its clock to automatic and try again: the codes depend on the time.',

  // A plea for a reset
  resetTitle: 'Multi-Factor Authentication Reset',
  stopNowMeaning:
    'Somebody else may have the phone. Its codes stop working at once, and you are signed out everywhere. You sign in again after the reset.',
  submitResetRequest: 'Submit Reset Request',
  resetRequested: 'Reset requested',
  resetRequestedLead: 'An administrator will contact you to verify that the request is genuine.',

  // From a connected system
  lostDeviceTitle: 'Lost what you sign in with?',
  lostDeviceLead:
    'Here you ask {organisation} to reset it in the system that you came from. Type the username and password that you have here. The help desk then verifies that it is you.',
  lostDeviceCodeLead:
    'After a reset your account in the other system is closed until you give the activation code. Have your phone at hand, then type the username and password that you have with {organisation}, and the code.',
  haveActivationCode: 'I have an activation code',
  noActivationCodeYet: 'I have no activation code yet',
  accessOpens: 'Sign-in opens',
  accessOpensMeaning:
    'In a few seconds you can sign in to {systems} again. Set up your new factor there within 30 minutes: then it closes, and you need another code from the help desk.',

  // Setup that signing in requires
  setupTitle: 'Multi-Factor Authentication Setup',
  setupLead: '{organisation} asks for a code from an authenticator app at every sign-in.',
  activationLead: 'Type the activation code first. It came by mail, or your administrator gave it to you.',
  activationCode: 'Activation code',
  activationCodeMissing: 'Type the activation code.',
  setupApp: 'Get an authenticator app on your phone',
  setupScan: 'Scan this code with every device you’ll use',
  setupCode: 'Type the code that the app shows',
  authenticationCode: 'Authentication Code',
  setupCodeTooShort: 'Type the six digits that the app shows.',
  verify: 'Verify',
  setupEndsIn: 'This setup ends in {minutes, plural, one {# minute} other {# minutes}}.',
  moreTime: 'More time',
  setupTookTooLong: 'This setup took too long. Sign in again to start over.',
  setupDone: 'Multi-Factor Authentication is on',
  setupDoneMeaning:
    'The code from your app will be needed at every sign-in from now on. Keep the app: without it, an administrator has to verify that it is really you.',
  continueTo: 'Continue to {organisation}',

  // Forgot password
  forgotLead: 'A link for a new password is sent to your e-mail address on record.',
  sendLink: 'Send link',
  linkSent: 'Check your mail',
  linkSentMeaning:
    'If that username exists, a link for a new password is on its way to the address on record. It works for one hour. Your authenticator stays as it is: you will still be asked for its code.',

  // Links from mails
  linkSpent: 'This link is no longer valid',
  pageNotLoaded: 'This page could not be loaded',
  linkCutOff: 'The last part of this link is missing',
  linkCutOffWhatNow:
    'Open it from the mail again. If that leads here, copy the whole link from the mail and paste it here.',
  pastedLink: 'Link from the mail',
  pastedLinkCutOff: 'Nothing comes after the # in it. Copy the whole link.',

  // A password by a link
  setPasswordTitle: 'Set your password',
  setPasswordFor: 'For the account {username}.',
  newPassword: 'New password',
  newPasswordMissing: 'Type a new password.',
  setPassword: 'Set password',
  passwordLinkSpent: 'Links work once and for a limited time. Ask for a new one.',
  sendNewLink: 'Send a new link',
  passwordSet: 'Your password is set',
  firstPasswordSet: 'Your account is ready. Sign in with your username and this password.',
  newPasswordSet: 'Your other sessions have ended. Sign in with the new password.',

  // This wasn’t me
  thisWasntMe: 'This wasn’t me',
  stopLinkSpent:
    'It works while a reset request is open and for 7 days after the reset. Is something wrong with your account? Tell your help desk at once.',
  resetWasAsked: 'Someone asked to reset multi-factor authentication for {name} ({username}), {time}.',
  resetWasDone: 'Multi-factor authentication was reset for {name} ({username}). The request was made {time}.',
  authenticatorWasStopped: 'An authenticator of {name} ({username}) was stopped, {time}.',
  whatHelpDeskRecorded: 'What the help desk recorded',
  stopItHere: 'If you didn’t ask for it, stop it here',
  turnOnHere: 'If it wasn’t you, turn it on again here',
  stopTurnsOn: 'Codes from the authenticator count again.',
  turnItOn: 'Turn it on and secure my account',
  didYouStop: 'Did you stop it? Close this page: nothing changes.',
  stopEndsRequest: 'The request ends. Your existing setup stays.',
  stopBlocksSetup: 'Nobody can set up a new phone for your account.',
  stopSignsOut: 'Everyone is signed out of your account.',
  stopVoidsPassword: 'Your password stops working; choose a new one through Forgot password.',
  stopTellsOfficers: 'The security officers are told.',
  stopIt: 'Stop it and secure my account',
  didYouAsk: 'Did you ask for it? Close this page: nothing changes.',
  stopped: 'Stopped',
  stoppedLead:
    'Everyone is signed out of your account, and the security officers know. Choose a new password now: the old one no longer works.',
  chooseNewPassword: 'Choose a new password',

  // Another system asks
  identityCheckTitle: 'Confirm that it’s you',
  identityCheckLead:
    '{system} asks us whether it’s you. Call the help desk: they check it, and nothing is changed here.',
  identityCheckReadOut: 'Read it out when the help desk asks for it: it proves that this page is yours.',
  identityCheckWaits: 'Leave this page open: it goes back to {system} by itself. It waits until {time}.',
  identityCheckReturns: 'Going back to {system} …',
  identityCheckNotYou:
    'Did somebody tell you to read out this code, or didn’t you ask for this? Read it to nobody, and close this page.',
  identityCheckOver: 'This check is over. Go back to where you came from, and begin again there.',
  // Withdraw a change
  withdrawTitle: 'Withdraw a change',
  withdrawLinkSpent: 'It works while the change waits. Is something wrong? Tell your help desk at once.',
  changeAskedBy: '{name} asked for this, {time}.',
  changeWaitsForSecond: 'It does nothing until a second person agrees to it.',
  changeTakesEffect: 'It takes effect by itself, {time}.',
  withdraw: 'Withdraw it',
  isItAllRight: 'Is it as it should be? Close this page: nothing changes.',
  withdrawn: 'Withdrawn',
  withdrawnLead: 'The change will not take effect.',
  withdrawnWhoKnows: 'The administrators and security officers know. You can close this page.',

  // The first start of a server
  createTitle: 'Create your organisation',
  createLead: 'You become its first administrator and set up your own authenticator next.',
  organisation: 'Organisation',
  organisationMissing: 'Type the name of your organisation.',
  yourName: 'Your name',
  yourNameMissing: 'Type your name.',
  usernameFor: 'You sign in with it.',
  usernameNotChosen: 'Choose a username.',
  email: 'E-mail',
  emailMissing: 'Type your e-mail address.',
  passwordNotChosen: 'Choose a password.',
  setUpToken: 'Set-up token',
  setUpTokenWhere: 'The server printed it when it started.',
  leaveSetUp: 'Leave without creating the organisation?',
  setUpTokenMissing: 'Type the token that the server printed when it started.',
  createOrganisation: 'Create organisation',
  onlyLooking:
    'Only looking? A sample organisation has made-up people, requests and history, and sends no mail.',
  openSample: 'Open a sample organisation',

  // The sample’s accounts
  sample: 'Sample organisation',
  sampleLead:
    'Sign in as one of these people. Their passwords are random and shown only now: copy the ones you want.',
  goToSignIn: 'Go to sign in',
  copyPassword: 'Copy password',
  showKey: 'Show authenticator key',
  hideKey: 'Hide authenticator key',
  qrOf: 'QR code of {name}’s authenticator',

  // The desktop’s first start
  whereTitle: 'Where is your organisation?',
  onThisComputer: 'On this computer',
  onThisComputerMeaning: 'Nothing else to install. Only you can sign in here; for colleagues, run a server.',
  serverStarting: 'Starting the server…',
  onServer: 'On a server',
  onServerMeaning: 'Your organisation already runs Gatehouse: connect to its address.',
  serverAddress: 'Server address',
  connect: 'Connect',
  inSample: 'A sample organisation',
  inSampleMeaning: 'Made-up people, requests and history, to look around in.',
  samplePreparing: 'Preparing the sample…',
} as const;
