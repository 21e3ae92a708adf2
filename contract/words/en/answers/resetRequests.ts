/** The server: reset requests, checks, decisions, unlocks. */
export const words = {
  // Checks, inside a sentence
  check:
    '{kind, select, request_code {the request code} call_back {a call back} manager_confirmation {the manager’s confirmation} photo_id_video {a photo ID by video} in_person {a meeting in person} other {a code from the existing app}}',

  // What the recipe asks for, a step each
  stepExistingCode: 'The user gave a valid code with the request',
  stepRequestCode: 'The caller reads out the request code',
  stepChecks:
    '{count, plural, =0 {One of: {checks}} =1 {One of: {checks}} =2 {Two different checks: {checks}} =3 {Three different checks: {checks}} =4 {Four different checks: {checks}} other {# different checks: {checks}}}',
  stepStrong:
    '{count, plural, =1 {One of them {checks}} =2 {Two of them {checks}} =3 {Three of them {checks}} =4 {Four of them {checks}} other {# of them {checks}}}',

  // What is missing of it
  stillMissing: 'Still missing: {what}.',
  stillMissingTooOld:
    '{count, plural, one {Still missing: {what}. Too old to count, make it again: {old}.} other {Still missing: {what}. Too old to count, make them again: {old}.}}',
  missingAnd: '{first}; {rest}',
  missingChecks:
    '{count, plural, =1 {one of {checks}} =2 {two of {checks}} =3 {three of {checks}} =4 {four of {checks}} other {# of {checks}}}',
  missingStrong:
    '{count, plural, =1 {one of them {checks}} =2 {two of them {checks}} =3 {three of them {checks}} =4 {four of them {checks}} other {# of them {checks}}}',
  unlockFailed:
    'A check failed, so this account stays locked. Open a reset request, or ask a colleague to look at it.',
  unlockMissing: 'Make sure that it is them before you unlock, and record how. {missing}',

  // Why the tier is what it is
  reasonContact:
    '{how, select, added {The {field, select, email {e-mail address} phone {phone number} mobile {mobile number} other {manager}} was added in the last 30 days.} other {The {field, select, email {e-mail address} phone {phone number} mobile {mobile number} other {manager}} changed in the last 30 days.}}',
  reasonPasswordMailed: 'A password was set by a mailed link.',
  reasonSecondRequest:
    '{state, select, approved {This is not the only request in 30 days; the last one was approved.} executing {This is not the only request in 30 days; the last one is being carried out.} completed {This is not the only request in 30 days; the last one ended in a reset.} denied {This is not the only request in 30 days; the last one was denied.} cancelled {This is not the only request in 30 days; the last one was cancelled.} vetoed {This is not the only request in 30 days; the last one was stopped by the user (“This wasn’t me”).} expired {This is not the only request in 30 days; the last one expired.} other {This is not the only request in 30 days; the last one is still open.}}',
  reasonWrongCodes:
    '{count, plural, one {# wrong code was entered within a day.} other {# wrong codes were entered within a day.}}',
  reasonCheckFailed: 'A check failed in the last 7 days.',
  reasonLinkedUnseen:
    'An account in a connected system was linked by a rule or a file in the last 30 days, which nobody looked at.',
  reasonUnknownNetwork: 'The request came from a network that this person never signed in from.',
  reasonSecondBrowser: 'The request was submitted again from another browser or network.',
  reasonAskedElsewhere:
    'Another system asked who they are, so nobody has proved that they know the password.',
  reasonOpenedByStaff: 'Staff opened it for a caller, so nobody has proved that they know the password.',
  reasonDirect: 'It is a direct reset: the user did not ask for it here.',
  reasonOpenedAfterRefusal: 'Staff opened it within 24 hours of a denial, or of “This wasn’t me”.',
  reasonStaff:
    '{role, select, auditor {This person is staff: auditor.} help_desk {This person is staff: help desk.} security_officer {This person is staff: security officer.} other {This person is staff: administrator.}}',
  reasonWasStaff: 'A staff role was taken from this person in the last 30 days.',
  reasonSensitive: 'Policy names this person as sensitive.',
  reasonSensitiveDepartment: 'Policy names their department as sensitive: {department}.',
  reasonWasSensitive: 'Policy named this person as sensitive in the last 30 days.',
  reasonWasSensitiveDepartment:
    'In the last 30 days they were in a department that policy named as sensitive: {department}.',

  // Why a check can’t be recorded
  managerOnlyThemselves:
    'Only the manager can confirm this, signed in as themselves. Ask them from this page.',
  existingCodeByItself:
    'This check is recorded automatically when the user gives a valid code with the request. Nobody can record it by hand.',
  noRequestCode: 'This request has no code: nobody was shown one. Use another check.',
  requestCodeClosed:
    'Five wrong codes were read out, so this check is closed. The user can submit the request again for a fresh code.',
  noNumber:
    'There is no such number on record, so there is nobody to call back. Ask for a photo ID by video, or ask the manager.',
  phoneLost:
    'The phone is reported lost or stolen, so whoever has it would answer. Call another number, ask for a photo ID by video, or ask the manager.',
  numberChanged:
    '{days, plural, =0 {This number changed less than a day ago, so a call to it proves nothing. Ask for a photo ID by video, or ask the manager.} one {This number changed a day ago, so a call to it proves nothing. Ask for a photo ID by video, or ask the manager.} other {This number changed # days ago, so a call to it proves nothing. Ask for a photo ID by video, or ask the manager.}}',
  typeCode: 'Enter the code that the caller reads out.',
  wrongCode:
    '{left, plural, one {That is not the code on the requester’s screen. Ask the caller to read it again, letter by letter; # try is left.} other {That is not the code on the requester’s screen. Ask the caller to read it again, letter by letter; # tries are left.}}',
  wrongCodeLast:
    'That was the fifth wrong code, so this check is closed and counts as failed. The user can submit the request again for a fresh code.',

  // The manager’s word
  noManager: 'No manager is on record. Ask for a photo ID by video, or meet in person.',
  managerChanged:
    '{days, plural, =0 {The manager changed less than a day ago, so their word proves nothing yet. Ask for a photo ID by video, or meet in person.} one {The manager changed a day ago, so their word proves nothing yet. Ask for a photo ID by video, or meet in person.} other {The manager changed # days ago, so their word proves nothing yet. Ask for a photo ID by video, or meet in person.}}',
  managerSuspended: '{name}, the manager, is suspended. Ask for a photo ID by video, or meet in person.',
  managerWithoutMfa:
    '{name}, the manager, has no MFA to confirm with. Ask for a photo ID by video, or meet in person.',
  managerEmailChanged:
    '{days, plural, =0 {The e-mail address of {name}, the manager, changed less than a day ago, so their word proves nothing yet. Ask for a photo ID by video, or meet in person.} one {The e-mail address of {name}, the manager, changed a day ago, so their word proves nothing yet. Ask for a photo ID by video, or meet in person.} other {The e-mail address of {name}, the manager, changed # days ago, so their word proves nothing yet. Ask for a photo ID by video, or meet in person.}}',
  managerPasswordMailed:
    '{days, plural, =0 {The password of {name}, the manager, was set by a mailed link less than a day ago, so their word proves nothing yet. Ask for a photo ID by video, or meet in person.} one {The password of {name}, the manager, was set by a mailed link a day ago, so their word proves nothing yet. Ask for a photo ID by video, or meet in person.} other {The password of {name}, the manager, was set by a mailed link # days ago, so their word proves nothing yet. Ask for a photo ID by video, or meet in person.}}',
  notAsked: 'Nobody asks you this, or it was answered already. Look at the list again.',
  otherManager: '{name} has another manager now, so this no longer counts. Tell the help desk.',
  otherDeputy:
    '{name} has another manager now, or one of less than 30 days, so your word no longer counts. Tell the help desk.',
  youngLink:
    'Your link with {provider} is younger than 30 days, so it vouches for nobody yet. Sign in by password and code, then confirm.',

  // Who may do what
  mayNotOpen: 'You can’t open reset requests. Ask the help desk.',
  mayNotVerify: 'You can’t record checks. Ask the help desk.',
  mayNotDecide: 'You can’t decide reset requests. An administrator or a security officer can.',
  confirmIsYou: 'Enter a code from your authenticator app to confirm that it is you.',
  ownAccount: 'This is your own account. Someone else has to verify and decide; ask a colleague.',
  ownAccountDisable: 'This is your own account. Use Disable in Security Settings, or ask a colleague.',
  ranksHigher: '{name} ranks higher than you. Ask an administrator or a security officer.',
  helpDeskScope:
    'The help desk decides requests of the standard tier only. Ask an administrator or a security officer.',
  noOwnWord: 'You can’t vouch for yourself.',

  // The second person
  tooYoung:
    'Your role, or the link that you signed in by, is younger than 7 days, so you do not count as a second person yet. Ask a colleague who has had theirs longer; if there is none, use gatehouse recover on the server.',
  deciderSignedOut: 'A decider has to be signed in.',
  deciderVerified: 'You recorded a check on this request, so someone else has to decide it.',
  notTwoPeople:
    'You and {others} do not count as two people for 7 days: one of you, or one person for both, changed what lets the other in. Ask another decider, or the operator (gatehouse recover).',
  otherDecider: 'the other decider',
  deciderTyped:
    'You added this person less than 30 days ago, so the number or the manager that was asked is what you entered. Ask another decider, or have them proved in person or by video too.',
  deciderApproved: 'You have approved this already. A second decider has to approve it too.',
  approvalMissing:
    'An approval is missing: the risk rose, a decider was suspended, or one of them took part in verifying, or is no other person than who did or than the other decider.',

  // Where the request stands
  executing:
    'This request is being carried out, and what was sent to a connected system can’t be taken back. A freeze, or “This wasn’t me”, stops the rest.',
  allOrNothing: '{system} removes all of somebody’s factors or none, so none can be named there.',
  cannotHold:
    'Policy allows no reset in {systems}: {count, plural, one {it} other {they}} can’t hold sign-in, and the password alone may lead in there until a new factor is set up. Leave {count, plural, one {it} other {them}} out of what goes.',
  notReadBack: 'It is not finished in every connected system yet.',
  stoppedUnsent: 'It was stopped before anything was sent there.',
  stoppedPartly: 'It was stopped when some of it was gone already.',
  stoppedNothingGone:
    'It was stopped, and nothing is gone there. Sign-in there may be held: look at the account.',
  notAtThatPoint: 'This request is not at that point.',
  changedJustNow: 'Someone else changed this request just now. Look at it again.',
  noSuchRequest: 'There is no such reset request. It may have been opened elsewhere; look in the queue.',
  endedExpired: 'This request expired on {at}.',
  ended:
    '{state, select, approved {This request was approved on {at}.} executing {This request was approved on {at}, and is being carried out.} completed {This request was approved and reset on {at}.} denied {This request was denied on {at}.} cancelled {This request was cancelled on {at}.} other {This request was stopped on {at}.}}',
  endedBy:
    '{state, select, approved {This request was approved by {name} on {at}.} executing {This request was approved by {name} on {at}, and is being carried out.} completed {This request was approved and reset by {name} on {at}.} denied {This request was denied by {name} on {at}.} cancelled {This request was cancelled by {name} on {at}.} other {This request was stopped by {name} on {at}.}}',
  paused:
    'A valid code was entered after this request was made. {name} is asked at sign-in whether they made it; wait for the answer.',
  pausedAsAttack:
    'An attack was reported of this request. Speak with {name} on a number on record, then deny it; it goes on only if {name} says at sign-in that it is theirs.',
  reportedAlready: 'An attack is reported of this request already. The security officers know.',
  nobodyDecides:
    'Nobody else can decide this request: everybody who may decide verified it, approved it already, or ranks lower. Ask an administrator to appoint somebody, or use gatehouse recover on the server.',
  askedLately:
    '{minutes, plural, one {Those who may decide were told of it less than 15 minutes ago. They can be asked again in a minute.} other {Those who may decide were told of it less than 15 minutes ago. They can be asked again in # minutes.}}',
  colleagueHasIt: '{name} is on this request. Take it over first, or ask them to hand it on.',
  colleagueMayNot:
    '{why, select, self {You have it yourself. Choose a colleague.} own {It is the request of {name}, who can’t verify it. Choose somebody else.} other {There is no such active colleague who may verify requests. Choose somebody else.}}',
  pausedAlready: 'It waits for the user’s answer already.',
  frozenForCallers:
    'All resets are frozen, so no request can be opened for a caller. A security officer can unfreeze them.',
  ceilingPassed:
    '{scope, select, agent {With one more, {name} would have verified {count, number} resets} decider {With one more, {name} would have decided {count, number} resets} other {With one more, there would be {count, number} resets}} within {window, select, hour {an hour} other {24 hours}}; the ceiling is {ceiling, number}.',
  ceilingRefused: '{why} That froze all resets, until a security officer unfreezes them.',
  onlyAnswers: 'This request only answers another system, so nothing is removed by it.',
  holdTooLongToAnswer:
    'The hold of this tier is longer than the 15 minutes for which the other system waits, so this can’t be approved in time. Deny it, or let it end by itself.',
  holdWaits: 'The hold begins when the mail server has taken the notice to the user.',
  holdRuns: 'The hold is not over yet.',
  holdBegun: 'The hold has begun already.',
  timeIsUp: 'The time of this request is up. Open a new one, or ask the user to.',
  notExpiredYet: 'It has not expired yet.',
  stillSuffices: 'Its evidence and its approvals still suffice.',
  hasDevice: 'The person asked from their own settings, and said that they have the device.',
  saysPhoneLost:
    'This request says that your phone is lost. Sign out, sign in again with your password and a code, then cancel it; or ask your help desk.',
  resetLongAgo: 'The reset was more than 7 days ago.',
  unknownPage: 'This page of the list is not known. Go back to its beginning.',
  notACursor: 'This is not a cursor of this list.',

  // Asking for a reset
  nothingToReset: 'There is nothing to reset: multi-factor authentication is not on.',
  tooSoon:
    'The last request was refused. A new one can be made 24 hours after that; until then ask the help desk.',
  noActivePerson: 'There is no active person by that id.',
  requestExists: 'There is an open reset request for this person already. Go on with that one.',
  changedSinceLooked:
    'This request has changed since you looked at it, and nothing was approved. Look at what it removes, then approve it again.',
  targetsAltered:
    'What this request removes was altered in the database and not by Gatehouse, so nobody can approve it. It ends automatically; ask for the reset again, and find out who can write to the database.',
  noSuchFactor:
    'This person has no such factor. It may have been removed meanwhile: look at the request again.',
  nothingToCancel: 'You have no open reset request, so there is nothing to cancel.',
  noOpenRequest: 'There is no open reset request for you any more.',
  linkSpent:
    'This link has done its work, or the request is over. If something is wrong, tell your help desk.',

  // The activation code
  noCodeDue: 'No activation code is due: the request has not ended in a reset, or the user has set up again.',
  notByMailHandOver:
    '{why, select, young_address {The e-mail address is younger than 30 days, so no code goes to it. Hand one over in person, from the page of the reset request.} password_mailed {The password was set by a mailed link in the last 30 days, so no code goes to the same mailbox. Hand one over in person, from the page of the reset request.} young_route {The mail settings changed in the last 7 days, so no code is mailed. Hand one over in person, from the page of the reset request.} other {After the last reset somebody reported that it wasn’t theirs, so no code of it goes by mail. Hand one over in person, from the page of the reset request.}}',
  notByMailRecover:
    '{why, select, young_address {The e-mail address is younger than 30 days, so no code goes to it. On the server’s machine, gatehouse recover prints one.} password_mailed {The password was set by a mailed link in the last 30 days, so no code goes to the same mailbox. On the server’s machine, gatehouse recover prints one.} young_route {The mail settings changed in the last 7 days, so no code is mailed. On the server’s machine, gatehouse recover prints one.} other {After the last reset somebody reported that it wasn’t theirs, so no code of it goes by mail. On the server’s machine, gatehouse recover prints one.}}',
  addressTrusted: 'This address can be trusted, so the code goes by mail. Send a new one instead.',
  verifiedNotHandOver:
    'You, or somebody who may be one person with you, recorded a check on this request, so someone else has to hand over the code.',
  changedContact:
    'You, or somebody who may be one person with you, set or changed a contact of {name} in the last 30 days, so someone else has to hand over the code.',
  changedRoute:
    'You, or somebody who may be one person with you, changed the mail settings in the last 7 days, so someone else has to hand over the code.',
  noActiveUser: 'There is no such active user.',
  ranksHigherAsk: '{name} ranks higher than you. Ask someone of that rank.',
  noCodeNeeded: '{name} can set up without an activation code.',
  youngAddress: '{name}’s e-mail address is younger than 30 days, so no code goes to it. Check it, and wait.',

  // Unlocking
  noPerson: 'There is no person by that id.',
  notLocked: '{name}’s account is not locked. Look at it again.',
  lockedForGood:
    'A hundred wrong codes were entered since the last right one, so unlocking no longer helps. Reset the authenticator of {name}: they set up again.',
  accountChanged: '{name}’s account was changed just now. Look at it again.',

  // Freezing
  frozenAlready: '{what} are frozen already. A security officer can unfreeze them.',
  outsideOwn:
    'This is your own account, or was done by your account there. Another security officer has to answer for it.',
  outsideTwice: 'You explained this already. Another security officer has to explain it, too.',

  // Ending access
  endAccessSuspended: '{name} is suspended: nobody is signed in to that account, and nobody can sign in.',
  endAccessExternal:
    '{name} signs in with an identity provider; there is no password of theirs here. End their sessions only, and have the password changed there.',
  endAccessNoPassword: '{name} has never had a password here. End their sessions only.',
  endAccessNoMail:
    'No link for a new password would reach {name} now: {lack, select, address {there is no public address yet} mail_server {there is no mail server yet} test_mail {no test mail has arrived yet} other {the mail settings changed in the last days}}. End their sessions only, or suspend the account.',
  askedAnewLast:
    '{name} is the only administrator with a password that works. Without it there would be none until the mail arrives. End their sessions only, and ask them to change their password.',
  askedAnewStaff:
    'You suspended two members of staff, took their roles or asked them for a new password in the last 24 hours. Ask a colleague to ask {name}, or end their sessions only.',
  askedAnewTooOften:
    'You asked {asked, number} people for a new password in the last hour. Ask the next in {minutes, plural, one {# minute} other {# minutes}}, or ask a colleague to.',

  // What would help a request on, a sentence each
  checkShort:
    '{kind, select, request_code {the request code} call_back {a call back} manager_confirmation {the manager} photo_id_video {photo ID by video} in_person {in person} other {a code from the existing app}}',
  helpThen: '{first} {rest}',
  helpCode: 'Still missing: the request code.',
  helpFirst:
    '{count, plural, =1 {One check} =2 {Two checks} =3 {Three checks} =4 {Four checks} other {# checks}}: {checks}.',
  helpMore:
    '{count, plural, =1 {One more} =2 {Two more} =3 {Three more} =4 {Four more} other {# more}}: {checks}.',
  helpStrong:
    '{count, plural, =1 {One of them} =2 {Two of them} =3 {Three of them} other {# of them}}: {checks}.',
  helpTooFew: '{count, number} checks are missing, and for {name} only this can be made now: {checks}.',
  helpNone:
    '{count, plural, one {A check is missing, and none that policy counts can be made for {name} now.} other {# checks are missing, and none that policy counts can be made for {name} now.}}',
  helpNoStrong:
    '{count, plural, one {One of them has to be strong, and none that policy counts can be made for {name} now.} other {# of them have to be strong, and not so many that policy counts can be made for {name} now.}}',
  helpTooOld: 'Too old to count by now: {old}.',
} as const;
