/** Pieces of the domain that several features show: states, tiers, reasons, roles, events. */
export const words = {
  // Roles
  roleUser: 'User',
  roleAuditor: 'Auditor',
  roleHelpDesk: 'Help desk',
  roleSecurityOfficer: 'Security officer',
  roleAdministrator: 'Administrator',

  // Risk tiers
  tierStandard: 'Standard',
  tierElevated: 'Elevated',
  tierPrivileged: 'Privileged',

  // States of a reset request
  requestOpen: 'Open',
  requestVerified: 'Verified',
  requestApproved: 'Approved, holding',
  requestExecuting: 'Being carried out',
  requestCompleted: 'Reset done',
  requestDenied: 'Denied',
  requestCancelled: 'Cancelled',
  requestVetoed: 'Stopped by the user',
  requestExpired: 'Expired',

  // Where a request came from
  sourceSignIn: 'at sign-in',
  sourceSession: 'while signed in',
  sourceDisable: 'from own settings',
  sourceStaff: 'by staff, for a caller',
  sourceDirect: 'by staff, directly',

  // Why a reset is asked for
  reasonLostOrStolen: 'Phone lost or stolen',
  reasonBroken: 'Phone broken',
  reasonReplaced: 'Phone replaced',
  reasonAppDeleted: 'App deleted',
  reasonCodeRefused: 'Code refused',
  noReason: 'No reason given',

  // A plea for a reset
  resetRemoves:
    'Your authenticator will be removed, so that you can set up a new one. Your password stays as it is.',
  resetContact: 'First, an administrator will contact you to verify that the request is genuine.',
  resetMeanwhile:
    'Your existing setup stays valid meanwhile: if you find your phone, sign in with it as before.',
  resetWhy: 'Why do you need it?',
  resetWhyMissing: 'Choose why you need a reset.',
  stopNow: 'Stop my authenticator app now',
  resetNote: 'Anything the help desk should know',

  // Checks and their outcomes
  checkRequestCode: 'Request code',
  checkCallBack: 'Call back',
  checkManagerConfirmation: 'Manager’s confirmation',
  checkPhotoIdVideo: 'Photo ID by video',
  checkInPerson: 'In person',
  checkExistingCode: 'Valid code with the request',
  outcomePass: 'Passed',
  outcomeFail: 'Failed',
  outcomeNoAnswer: 'No answer',

  // Events of the audit log
  signedIn: 'Signed in',
  wrongPassword: 'Wrong password',
  steppedUp: 'Confirmed who they are',
  sessionsEnded: 'Signed out everywhere else',
  mfaSetUp: 'MFA set up',
  mfaMoved: 'MFA moved to a new phone',
  mfaDisabled: 'MFA disabled',
  authenticatorReset: 'Authenticator reset',
  resetExecuting: 'Reset begun in connected systems',
  effectDone: 'Removed in a connected system',
  effectFailed: 'Not removed in a connected system',
  resetRetried: 'Tried again',
  targetsChosen: 'Chosen what goes',
  authenticatorAdded: 'Authenticator added',
  authenticatorRenamed: 'Authenticator renamed',
  authenticatorRemoved: 'Authenticator removed',
  authenticatorStopped: 'Authenticator stopped',
  authenticatorResumed: 'Authenticator turned on again',
  wrongCode: 'Wrong code',
  wrongActivationCode: 'Wrong activation code',
  mfaLocked: 'Locked after too many wrong codes',
  mfaUnlocked: 'Unlocked',
  passwordChanged: 'Password changed',
  passwordSetByLink: 'Password set by a mailed link',
  passwordLinkSent: 'Link for a password sent',
  userCreated: 'User added',
  userUpdated: 'User changed',
  userSuspended: 'User suspended',
  userReinstated: 'User reinstated',
  roleGranted: 'Role granted',
  roleRevoked: 'Role revoked',
  importConfirmed: 'Import confirmed',
  peopleImported: 'People imported',
  resetRequestOpened: 'Reset request opened',
  requestCodeRenewed: 'Request submitted again, with a fresh code',
  checkRecorded: 'Check recorded',
  managerAsked: 'Manager asked to confirm',
  requestClaimed: 'Request claimed',
  requestPaused: 'Request paused by a valid code',
  requestResumed: 'Request resumed',
  resetApproved: 'Reset approved',
  pairFlagged: 'Two people approve for each other',
  resetDenied: 'Reset denied',
  resetRequestCancelled: 'Reset request cancelled',
  thisWasNotMe: 'This wasn’t me',
  resetRequestExpired: 'Reset request expired',
  resetSentBack: 'Reset sent back for more evidence',
  resetRequestCompleted: 'Reset request completed',
  mfaReset: 'MFA reset',
  activationCodeIssued: 'Activation code issued',
  frozen: 'Frozen',
  unfrozen: 'Unfrozen',
  thawed: 'A freeze ended by itself',
  policySaved: 'Policy saved',
  settingsChanged: 'Settings changed',
  mailRouteChanged: 'Mail delivery changed',
  ssoLinked: 'Linked to a provider',
  ssoLinkProven: 'Link to a provider proven',
  ssoLinkWrongCode: 'Wrong code for a new link',
  ssoLinkClosed: 'New link closed',
  ssoUnlinked: 'Link to a provider removed',
  ssoRefused: 'Sign-in by SSO refused',
  providerSaved: 'Identity provider saved',
  providerRemoved: 'Identity provider removed',
  changeProposed: 'Change proposed',
  changeApproved: 'Change approved',
  changeWithdrawn: 'Change withdrawn',
  changeTookEffect: 'Change took effect',
  changeExpired: 'Change expired',
  changeFailed: 'Change could not take effect',
  changeTampered: 'Change altered in the database',
  changeNeedsSecond: 'Change lost its date',
  mailRevealed: 'Mail revealed',
  auditSealed: 'Audit log sealed',
  auditEndBroken: 'Audit log was cut or added to',
  checkpointFileMade: 'Checkpoint file recreated',
  auditExported: 'Audit log exported',
  backupMade: 'Backup made',
  recovered: 'Recovered on the server’s machine',
  organisationCreated: 'Organisation created',

  // A history
  nothingYet: 'Nothing has happened yet.',
  byName: 'by {name}',

  // A person to choose
  nobodyByThatName: 'Nobody by that name.',
  typeAName: 'Type a name or a username.',

  // Opening a request for a caller
  openRequest: 'Open request',
  whatHappened: 'What happened',
  chooseWhatHappened: 'Choose what the caller told you.',
  note: 'Note',

  // A code of six digits
  clockHelp: 'Not taken? Set your phone’s clock to automatic: codes follow the clock.',

  // The key of a setup
  openInApp: 'Open in authenticator app',
  qrLabel: 'QR code to scan with your authenticator app',
  typeKeyInstead: 'Can’t scan it? Type this key into the app instead:',
  keyToType: 'Key to type',
  copyKey: 'Copy key',
  anyAppWillDo: 'Any other authenticator app (TOTP) will do too.',

  // The request code
  yourRequestCode: 'Your request code',
  requestCode: 'Request code',
  spelledInNato: 'Spelled in the NATO alphabet:',
  writeCodeDown:
    'Write it down. Read it out when the help desk calls you: it proves that the request is yours. It is shown only now.',
  helpDesk: 'Help desk: <b>{phone}</b>',
  helpDeskWithHours: 'Help desk: <b>{phone}</b>, {hours}',
  zero: 'Zero',
  one: 'One',
  two: 'Two',
  three: 'Three',
  four: 'Four',
  five: 'Five',
  six: 'Six',
  seven: 'Seven',
  eight: 'Eight',
  nine: 'Nine',

  // Changes that wait for a second person
  seePerson: 'See the person',
  seePeople: 'See the people',
  waitingTitle: 'Waiting for a second person',
  waitingLead:
    'These changes take effect when a second person agrees: not the one who asked, and nobody whose account they set up.',
  approve: 'Approve',
  withdraw: 'Withdraw',
  approveEllipsis: 'Approve…',
  withdrawEllipsis: 'Withdraw…',
  approveSummary: 'Approve: {summary}',
  withdrawSummary: 'Withdraw: {summary}',
  youAskedEnds: 'You asked {asked}. Ends without effect on {end} if nobody agrees.',
  youAskedTakesEffect: 'You asked {asked}. Takes effect by itself on {date}.',
  nameAskedEnds: '{name} asked {asked}. Ends without effect on {end} if nobody agrees.',
  nameAskedTakesEffect: '{name} asked {asked}. Takes effect by itself on {date}.',
  approveTitle: 'Approve this change?',
  approveOutcome:
    '{name} asked for it. It takes effect at once, under your name and theirs. Speak with them first: could this be somebody else at their keyboard?',
  approved: 'Approved: the change is in effect.',
  withdrawTitle: 'Withdraw this change?',
  withdrawOutcome:
    '{name} asked for it. It never takes effect, and the other administrators and security officers are told.',
  withdrawn: 'Withdrawn: the change will not take effect.',
  waitsForSecond: 'It waits for a second administrator or security officer, who was mailed.',
  takesEffectOn: 'It takes effect on {date}, unless it is withdrawn before.',

  // Passwords and activation codes
  passwordHelp: 'At least 12 characters. A few unrelated words are strong and easy to remember.',
  wrongTries:
    '{count, plural, one {A wrong activation code was} other {# wrong activation codes were}} entered after {name}’s password. Ask {name} whether it was them; ten wrong ones end the code, and you can send another.',

  // The language, before signing in
  language: 'Language',

  // With what somebody got in, within a sentence
  factorPassword: 'password',
  factorCode: 'code',
  factorActivationCode: 'activation code',
  factorNewAuthenticator: 'new authenticator',
  factorIdentityProvider: 'identity provider',
  factorMailedLink: 'mailed link',
  factorStepUp: 'step-up',

  // Devices
  gatehouseApp: 'Gatehouse app',
  programOnSystem: '{program} on {system}',
  unknownDevice: 'Unknown device',
} as const;
