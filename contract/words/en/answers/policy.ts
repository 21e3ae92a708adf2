/** The server: policy and its versions. */
export const words = {
  // Who is exempt
  exemptTwice: '{name} is exempt twice. Keep one of the two.',
  somebodyExemptTwice: 'Somebody unknown is exempt twice. Keep one of the two.',
  exemptUnknown: 'Somebody on the list of exemptions is not known here. Take them out.',
  exemptStaff: '{name} is staff, and staff always need MFA. Take them out.',
  exemptSuspended: '{name} is suspended, so nothing is asked of them. Exempt them once they are back.',
  exemptSso: '{name} signs in by SSO only, so nothing is asked of them here, exempt or not. Take them out.',
  ownerNotStaff:
    '{owner} is not active staff and can’t answer for the exemption of {name}. Choose somebody who is.',
  ownerUnknown:
    'The person who answers is not active staff and can’t answer for the exemption of {name}. Choose somebody who is.',
  exemptionOver: 'The exemption of {name} is over already. Choose a later day, or take it out.',
  exemptionTooLong:
    'The exemption of {name} lasts longer than a year. Choose an earlier day: it can be renewed.',
  ofSomebodyUnknown: 'somebody unknown',
  inARow: '{first} {next}',

  // What can’t be saved
  savedMeanwhile:
    'Someone else saved the policy in the meantime. Look at the new version, then make your change again.',
  sensitiveUnknown: 'Somebody on the list of sensitive people is not known here. Take them out.',
  noticesUnheard:
    'Notices go to active staff who verify requests. {count, plural, one {One of these people is not: take them out.} other {# of these people are not: take them out.}}',
  reportUnread:
    'The monthly report goes to active staff who read the audit log. {count, plural, one {One of these people is not: take them out.} other {# of these people are not: take them out.}}',

  // Who is too new for it
  oldHasToUnfreeze:
    'A security officer whose role, and link that they signed in by, are at least 7 days old has to unfreeze.',
  otherHasToUnfreeze:
    'A ceiling that you would have passed froze resets: another security officer has to look and unfreeze them.',
  oldHasToSave:
    'A security officer whose role, and link that they signed in by, are at least 7 days old has to save this change: it makes resets or a first setup easier.',

  // What has to be confirmed
  weakensConfirm:
    'This change weakens the policy. Enter a code from your authenticator app to confirm that it is you.',
  reachesConfirm:
    'This change reaches {count, plural, one {# person} other {# people}} at a sign-in. Enter a code from your authenticator app to confirm that it is you.',
  leadsConfirm:
    'This change leads people or notices elsewhere. Enter a code from your authenticator app to confirm that it is you.',
  typeTheirNumber:
    'This change asks {count, plural, one {# person} other {# people}} to set up at a sign-in. Type {count, number} to confirm.',

  // Why a version was saved by nobody
  mergedDepartments: '“{from}” becomes “{into}”: what policy says of either holds for both.',
  forgotDepartment: 'Nobody is in “{name}” any more.',
  mergeReaches:
    'Policy would then ask {count, plural, one {# more person} other {# more people}} for MFA at their next sign-in. Somebody who may change policy adds the department there first.',
  noRoomForBoth:
    'Policy can’t name both departments: it would be too long. Take departments out that nobody is in.',
  pausedByItself:
    'Paused by itself: {open, plural, one {# reset request is open} other {# reset requests are open}}, more than the limit of {limit, number}.',

  // What a change weakens
  noSetup: 'Nobody can set up MFA any more.',
  requiredOfFewer: 'People who had to use MFA no longer have to.',
  graceGrows: 'Grace grows from {from, number} to {to, plural, one {# day} other {# days}}.',
  beginsLater: 'The rule begins later.',
  wavesLater: 'Departments of a wave are asked later, or no longer.',
  rollOutPaused: 'The roll-out is paused: no further wave begins.',
  pausesByItself:
    'The roll-out pauses by itself when more than {limit, plural, one {# reset request is} other {# reset requests are}} open.',
  exempt: 'Exempt from MFA: {people}.',
  exemptLonger: 'Exempt for longer: {people}.',
  exemptUntil: '{name} until {day}',
  somebody: 'somebody',
  somebodyUnknown: 'somebody unknown',
  usersReset: 'Users reset their own MFA.',
  hours: '{count, plural, one {# hour} other {# hours}}',
  minutes: '{count, plural, one {# minute} other {# minutes}}',
  checkCountsLonger:
    'A check counts for {to} instead of {from}: {kind, select, request_code {request code} existing_code {existing code} call_back {call back} photo_id_video {photo ID by video} in_person {in person} other {manager’s confirmation}}.',
  ceilingSet:
    'The ceiling for resets of {scope, select, agent {a verifier} decider {a decider} other {all}} in {window, select, hour {an hour} other {a day}} is {count, number}.',
  ceilingFollows:
    'The ceiling for resets of {scope, select, agent {a verifier} decider {a decider} other {all}} in {window, select, hour {an hour} other {a day}} follows from what is usual.',
  sensitiveNoLonger: 'No longer sensitive, in 30 days: {left}.',
  theDepartment: 'the department {name}',
  openLonger: 'Requests stay open for {to, plural, one {# day} other {# days}} instead of {from, number}.',
  withoutHold: 'Resets are carried out in connected systems that can’t hold sign-in, too.',
  helpDeskDecides: 'The help desk decides requests of the standard tier.',
  firstWithoutCode: 'A first setup needs no activation code.',
  sessionsLonger:
    '{whose, select, staff {Sessions of staff last longer.} other {Sessions of users last longer.}}',

  // What a change weakens in a tier, each with the tier before it
  tier: '{tier, select, standard {Standard tier} elevated {Elevated tier} other {Privileged tier}}',
  anotherCheck: '{tier}: another check counts.',
  fewerChecks:
    '{tier}: {to, plural, one {# check is enough} other {# checks are enough}} instead of {from, number}.',
  fewerStrong: '{tier}: fewer of the checks have to be strong ones.',
  noRequestCode: '{tier}: the request code is no longer asked for.',
  existingCodeEnough: '{tier}: a code from the existing app is enough.',
  fewerAgree: '{tier}: fewer people have to agree.',
  shorterHold: '{tier}: the hold is {to, plural, one {# hour} other {# hours}} instead of {from, number}.',

  // What a change leads elsewhere
  appsChanged: 'Recommended apps: {from} -> {to}',
  app: '{name} ({url})',
  noApps: 'none',
  noticesTo: 'Mails of new reset requests go to: {from} -> {to}',
  reportTo: 'The monthly report of resets goes to: {from} -> {to}',
  nobody: 'nobody',
  everyAdministrator: 'every administrator',
  namedPeople: '{count, plural, one {# named person} other {# named people}}',
  noticesCome: 'Mails of new reset requests come: {from} -> {to}',
  oneForEach: 'one for each',
  onceAnHour: 'at most once an hour',
} as const;
