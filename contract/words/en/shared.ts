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
  requestPaused: 'Paused',
  requestReported: 'Paused: attack reported',
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
  sourceAttestation: 'another system asks',
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
  leaveWithoutAsking: 'Leave without asking for a reset?',
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
  clockHelp: 'Code not accepted? Set your phone’s clock to automatic: the codes depend on the time.',

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

  // While a connected system or the mail server can’t be reached
  gateDownTitle: 'What to do while the gate is down',
  gateDownSystem:
    '<b>{systems} can’t be read.</b> Resets there wait, and changes by administrators there are reported later.',
  gateDownMail: '<b>The mail server doesn’t take mail.</b> Codes, links and notices wait in the outbox.',
  gateDownShow: 'What to do',
  gateDownHide: 'Hide',
  gateDownWait:
    'If it can wait, wait. Requests and approvals are kept here, and carried out when the system answers again.',
  gateDownWho:
    'If it can’t, only somebody who already administers that system acts. Nobody gets new rights for it. A security officer stays with them from the first step to the last.',
  gateDownCheck:
    'Check who it is as the tier asks here: in person, by photo ID on video, or by a call back to a number that you had before. A number that the caller gives proves nothing.',
  gateDownRemove:
    'Remove the lost factor there by hand, and nothing else, under your own account. Never use Gatehouse’s own account or secret there.',
  gateDownSetUp:
    'Stay until the person has set up the new one. If they can’t do it at once, disable the account first, so that the password alone lets nobody in.',
  gateDownWrite: 'Write down who asked, who checked and how, who removed what, who was there, and when.',
  gateDownExplain:
    'Afterwards, the removal appears under “Outside the gate”, and the person gets a mail. A security officer explains it there as break glass, with what you wrote down. A second one confirms it. Nobody explains their own act.',
  gateDownReport:
    'If nobody can explain a removal, it is an attack. Report it there, and end the sessions of that account.',

  // Invitations
  invitation: 'Invitation',
  invitationDraft: 'Draft',
  invitationWaiting: 'Waits for the mail server',
  invitationSent: 'Sent',
  invitationOpened: 'Opened',
  invitationUsed: 'Used',
  invitationsAreDrafts:
    '{count, plural, one {# invitation is a draft: nothing was mailed yet.} other {# invitations are drafts: nothing was mailed yet.}}',
  invitationsSent: '{count, plural, one {# invitation is} other {# invitations are}} on the way.',
  seeDrafts: 'See who',
  setUpMailFirst: 'Set up mail',
  sendInvitations: 'Send {count, plural, one {# invitation} other {# invitations}}',
  sendInvitationsAsk: 'Send {count, plural, one {# invitation} other {# invitations}}?',
  sendInvitationsOutcome:
    'Each gets a link by mail to choose a password. It is made now, and good for seven days from now.',
  invitationsOf: 'To whom',
  everybodysDrafts: 'Everybody ({count, number})',
  departmentsDrafts: '{department} ({count, number})',
  noDepartmentDrafts: 'Without a department',
  lackAddress: 'The public address isn’t set, so a link would lead nowhere.',
  lackMailServer: 'There is no mail server.',
  lackTestMail: 'No test mail went through the mail server yet.',
  lackRoute:
    'The mail settings changed less than seven days ago, so nothing that lets somebody in is mailed yet.',

  // What the server does for many
  jobProgress: '{done, number} of {count, number}…',
  jobStop: 'Stop',
  jobNotDone: 'Not done for {count, plural, one {# person} other {# people}}.',
  jobNotReached: '{count, plural, one {# person wasn’t} other {# people weren’t}} reached.',
  jobResult: 'Save the result',
  jobUndo: 'Undo',

  // Signing somebody out
  endSessionsOf: 'End the sessions of {name}?',
  endSessionsMeans: '{name} is signed out everywhere at once. MFA stays as it is.',
  askForNewPassword: 'Ask for a new password',
  askForNewPasswordMeans:
    'The old one stops working. {name} gets a link by mail to set a new one, good for a day.',
  oldPasswordStays: 'Anyone who knows the password can still enter it.',
  passwordIsElsewhere:
    '{name} signs in with an identity provider. Have the password changed there: anyone who knows it can sign in again.',
  endSessions: 'End sessions',
  endSessionsAndPassword: 'End sessions, ask for a password',
  newPasswordAsked: '{name} is signed out everywhere. A link for a new password is on its way.',
  signedOutEverywhere: '{name} is signed out everywhere.',
} as const;
