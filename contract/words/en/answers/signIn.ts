/** The server: signing in, sessions, passwords, one’s own MFA, first start. */
export const words = {
  enterActivationCode:
    'Enter the activation code from the mail that you were sent. No mail? Ask your help desk for a new code.',
  wrongActivationCode:
    'That activation code is not right, or it has ended. Enter the newest one, or ask your help desk for a new code.',
  tooManyActivationCodes:
    'Too many wrong activation codes. Wait {seconds, plural, one {# second} other {# seconds}}, then enter the newest one, or ask your help desk for a new code.',
  locked:
    'This account is locked after too many wrong codes. Ask your help desk to unlock it, or ask for a reset.',
  mfaNotOn: 'Multi-factor authentication is not on for this account.',
  wrongCode:
    '{again, select, yes {That code is not right. Set your phone’s clock to automatic, then enter the code that the app shows now.} other {That code is not right. Enter the code that the app shows now; each code works once.}}',
  tooManyCodes:
    'Too many wrong codes. Wait {seconds, plural, one {# second} other {# seconds}}, then enter the code that the app shows.',
  setupEnded: 'This setup has ended. Begin again, and scan the new QR code.',
  wrongSetupCode:
    'That code is not right. Check that your phone’s clock is set to automatic, then enter the code that the app shows now.',
  oldEntrysCode:
    'That is a code of the entry that you have already. Enter the one that the app shows for the new entry, which the QR code made.',
  notSixDigits: 'A code is six digits. Enter the code that the app shows now.',
  sixDigits: 'A code is six digits.',
  enterCode: 'Enter the code that your authenticator app shows now.',
  passwordTooShort: 'Use at least {least, number} characters; a few words in a row are easy to remember.',
  passwordTooLong: 'This password is too long: 1,024 bytes are the most.',
  passwordCommon:
    'This password is easy to guess. Choose one that is not made of common words, names or rows of keys.',
  passwordContainsUsername: 'The password must not contain the username.',
  wrongPassword: 'Your current password is not right. Check it and try again.',
  tooManyPasswords:
    'Too many wrong passwords. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.',
  tooManyPasswordsForUsername:
    'Too many wrong passwords for this username. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.',
  nothingHeld: 'No account of yours waits for an activation code. Sign in there, or ask your help desk.',
  setUpHereFirst:
    'Sign in to {organisation} with your username and password: you are asked for the activation code there. Setting up opens your accounts elsewhere, too.',
  systemGone:
    'This link leads nowhere any more. Open it again from the page that you came from, or ask your help desk.',
  noMatch: 'That username and password do not match. Check both and try again.',
  signInTooLong: 'This sign-in took too long. Sign in again.',
  noMoreTime: 'There is no more time for this setup. Sign in again.',
  alreadyOn: 'Multi-factor authentication is on already. To move it, enter a code from your current app.',
  mfaNotOffered: 'Your organisation does not offer multi-factor authentication now.',
  requestOpenNoMove:
    'A reset request is open for you, so your setup stays where it is. Answer or cancel the request first, then move to the new phone.',
  unnamedAuthenticator: 'Authenticator app',
  noSuchAuthenticator: 'You have no authenticator by that id. It may have been removed meanwhile.',
  mostAuthenticators: 'You have five authenticators, and five are the most. Remove one first.',
  addWithCode: 'Enter a code from an authenticator that you have, then add the next one.',
  resetPendingNoRemoval:
    'A reset request is open for you, so your setup stays as it is. Answer or cancel the request first.',
  resetPending: 'A reset is pending already. You can cancel it.',
  linkSpent: 'This link is no longer valid. Ask for a new one.',
  alreadySetUp: 'This server has its organisation already. Sign in instead.',
  openSetUpLink: 'Open the set-up link that the server printed when it started.',
  sampleHereOnly: 'A sample organisation is for this computer only.',
  noUserOfName: 'There is no user “{username}”.',
  isSuspended: '{name} is suspended. An administrator can reinstate them.',
  hundredWrongCodes:
    'A hundred wrong codes were entered for {name} since the last right one, so unlocking no longer helps. Run it without --unlock: they set up again.',
  isNotLocked: '{name} is not locked.',

  // Whom one can sign in as in the sample organisation
  sampleAll: 'Administrator and security officer: sees and may do everything.',
  sampleOfficer: 'Security officer: sets the policy, decides requests.',
  sampleAdministrator: 'Administrator: the second person that privileged resets need.',
  sampleDesk: 'Help desk: verifies requests.',
  sampleAuditor: 'Auditor: reads everything, changes nothing.',
  sampleUserOn: 'A user with MFA on.',
  sampleUserGrace: 'A user without MFA, in grace.',
  sampleUserBlocked: 'A user whose grace is over: signing in leads into setup.',
} as const;
