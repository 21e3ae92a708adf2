/** The policy, its impact, versions and roll-out. */
export const words = {
  // Values of settings
  yes: 'Yes',
  no: 'No',
  on: 'On',
  off: 'Off',
  none: 'None',
  never: 'Never',
  nobody: 'Nobody',
  everyone: 'Everyone',
  days: '{count, plural, one {# day} other {# days}}',
  hours: '{count, plural, one {# hour} other {# hours}}',
  minutes: '{count, plural, one {# minute} other {# minutes}}',
  unitDays: '{count, plural, one {day} other {days}}',
  unitHours: '{count, plural, one {hour} other {hours}}',
  unitMinutes: '{count, plural, one {minute} other {minutes}}',
  unitRequests: '{count, plural, one {request} other {requests}}',
  people: '{count, plural, one {# person} other {# people}}',
  listed: '{list}.',
  roleInList: '{role} (role)',
  noneChosenYet: 'Selected, but none chosen yet',
  noHold: 'None: the reset happens at once',
  anyoneDecides: 'Anyone who may decide, even if they recorded the checks',
  nonVerifierDecides: 'Someone who recorded no check',
  twoDecide: 'Two people who recorded no check',
  anyoneShort: 'Anyone permitted',
  nonVerifierShort: 'Another person',
  twoShort: 'Two others',
  noticeForEach: 'One for each, at once',
  noticeDigest: 'Once an hour, about those that nobody has taken',
  noticeAtOnce: 'One for each, at once',
  noticeHourly: 'Hourly, about those not taken',
  everyAdministrator: 'Every administrator',

  // Evidence in one sentence
  evidence:
    '{count, plural, =1 {One of {kinds}} =2 {Two different ones of {kinds}} =3 {Three different ones of {kinds}} other {# different ones of {kinds}}}{strong, plural, =0 {} =1 {, one of them {ways}} =2 {, two of them {ways}} =3 {, three of them {ways}} other {, # of them {ways}}}{code, select, yes {, and the request code where there is one} other {}}.{existing, select, yes { A valid code given with the request is enough.} other {}}',
  checkInList:
    '{kind, select, call_back {call back} manager_confirmation {manager’s confirmation} photo_id_video {photo ID by video} in_person {in person} existing_code {valid code with the request} other {request code}}',
  strongInPerson: 'in person',
  strongPhotoId: 'by photo ID',
  strongManager: 'by the manager',

  // Groups of settings
  whoNeedsMfa: 'Who needs MFA',
  settingUp: 'Setting up and disabling',
  requestsByTier: 'Reset requests by tier',
  tiers: 'Tiers',
  allRequests: 'All reset requests',
  sessions: 'Sessions',

  // Settings by name
  available: 'MFA available',
  requiredOf: 'MFA required of',
  waves: 'Waves',
  rollOut: 'Roll-out',
  notPaused: 'Not paused',
  pausedSince: 'Paused since {at}',
  pausesByItself: 'Roll-out pauses by itself',
  aboveOpen: 'Above {count, plural, one {# open reset request} other {# open reset requests}}',
  grace: 'Grace',
  begins: 'Begins',
  atOnce: 'At once',
  exemptions: 'Exemptions',
  automaticReset: 'Automatic user reset',
  activationForFirst: 'Activation code for a first setup',
  recommendedApps: 'Recommended apps',
  whoDecides: 'Who decides',
  tierEvidence: '{tier} tier: evidence',
  tierWhoDecides: '{tier} tier: who decides',
  tierHold: '{tier} tier: hold',
  checksCountFor: 'For how long a check counts',
  checkFor: '{check} {duration}',
  madeAgain: 'An older one has to be made again.',
  checkCountsFor: '{check} counts for',
  sensitivePeople: 'Sensitive people',
  expireAfter: 'Requests expire after',
  helpDeskDecides: 'Help desk decides standard requests',
  mailsOfRequests: 'Mails about new requests',
  mailedTo: 'New requests are mailed to',
  staffIdle: 'Staff: signed out when idle for',
  staffAbsolute: 'Staff: signed out in any case after',
  usersIdle: 'Users: signed out when idle for',
  usersAbsolute: 'Users: signed out in any case after',

  // People and departments
  noLongerHere: 'Somebody who is no longer here',
  nameUnknown: 'Somebody whose name could not be read',
  onlyStaff: 'Nobody but staff',
  sensitiveDepartments: 'Departments: {departments}',
  sensitiveBoth: '{people}; departments: {departments}',
  departments: 'Departments',
  noSuchDepartment: 'No department by that name.',
  chooseDepartments: 'Choose departments',
  chosenPeople: 'Chosen people: {label}',
  remove: 'Remove',

  // The page
  title: 'Policy',
  lead: 'Version {version}, saved {at}: “{reason}”',
  leadBy: 'Version {version}, saved {at} by {name}: “{reason}”',
  versions: 'Versions',
  readOnly: 'You can read the policy. A security officer can change it.',
  sameAsInForce: 'Version {version} is the same as the policy in force.',
  bringsBack: 'Brings back version {version}.',
  inForceNow: 'Version {version} of the policy is in force.',
  leaveWithoutSaving: 'Leave without saving the policy?',
  changed: '<b>Changed.</b> Was: {before}',
  changedList: '<b>Changed.</b> {changes}',
  undo: 'Undo',
  inTier: '{tier}, {setting}',

  // What can’t be saved
  cannotBeSaved: 'Can’t be saved yet',
  wholeNumber: 'Type a whole number from {least, number} to {most, number}.',
  chooseCheck: 'Choose at least one check, or nobody could ever be reset.',
  chooseDate: 'Choose a date.',
  chooseDepartment: 'Choose at least one department.',
  appNeedsBoth: 'Each app needs a name and a link that begins with https://.',

  // Who needs MFA
  selected: 'Selected roles and departments',
  roles: 'Roles',
  roleOfEveryone: '{role}: everyone has this role',
  ruleBegins: 'The rule begins',
  onDate: 'On a date',
  date: 'Date',
  canSetUp: 'People can set up MFA, and are asked for a code once they have.',
  cannotSetUp: 'Nobody can set up any more. People who have MFA keep it and still need codes.',
  eachOnesChoice: 'MFA is each person’s choice. Staff need it whatever you choose here.',
  everyoneNeeds: 'Everyone who signs in with a password needs MFA. Sign-ins by SSO don’t.',
  rolesNeed: 'People with the role {roles} need MFA. So do staff, whatever you choose here.',
  departmentsNeed: 'People in {departments} need MFA. So do staff, whatever you choose here.',
  bothNeed:
    'People with the role {roles} and people in {departments} need MFA. So do staff, whatever you choose here.',
  onlyStaffWithoutWave: 'Without a wave only staff need MFA.',
  onceRequired: 'Counts once MFA is required of someone.',
  noGrace: 'At once: the next sign-in leads into setup.',
  graceOf:
    'Each person has {count, plural, one {# day} other {# days}} from their first sign-in after the rule began, up to 10:00 on a Tuesday, Wednesday or Thursday. Staff have none.',
  fromSave: 'The rule counts from the moment you save it.',
  nobodyBefore: 'Nobody is asked before {day}.',
  countedSince: 'The rule has counted since {day}.',

  // Roll-out in waves
  rollOutPaused:
    '<b>The roll-out is paused</b> since {at}. {count, plural, one {One wave waits} other {# waves wait}}; people already asked stay asked.',
  rollOutPausedBy:
    '<b>The roll-out is paused</b> since {at} by {name}. {count, plural, one {One wave waits} other {# waves wait}}; people already asked stay asked.',
  rollOutPausedWhy:
    '<b>The roll-out is paused</b> since {at}: “{reason}” {count, plural, one {One wave waits} other {# waves wait}}; people already asked stay asked.',
  rollOutPausedByWhy:
    '<b>The roll-out is paused</b> since {at} by {name}: “{reason}” {count, plural, one {One wave waits} other {# waves wait}}; people already asked stay asked.',
  inWaves: 'Roll out in waves',
  inWavesLead:
    'Further departments, one after another: each is asked from its date on. What you chose above is asked without a wave.',
  addWave: 'Add a wave',
  wave: 'Wave {number}',
  removeWave: 'Remove wave {number}',
  waveLine: '{date}: {departments}',
  noDateYet: 'No date yet',
  noDepartmentYet: 'no department yet',
  pauseRollOut: 'Pause the roll-out',
  pauseWhenMany: 'Pause by itself when many reset requests are open',
  whenMoreThan: 'When more are open than',
  waitsDue: 'Waits: it begins as soon as the roll-out is resumed.',
  waits: 'Waits until the roll-out is resumed.',
  askedFrom: 'Asked from {day} on.',
  nobodyLeft: 'Begins on {day}. Nobody there is left to be asked: they have MFA, or need it already.',
  peopleAskedFrom:
    '{count, plural, one {# person} other {# people}} without MFA will be asked from {day} on.',
  hasCountedSince: 'Has counted since {day}.',
  beginsOnSave: 'Begins as soon as you save.',
  dueOnSave:
    'What fell due in the meantime begins as soon as you save: {days}. The other waves begin on their dates.',
  eachOnItsDate: 'Each wave begins on its date.',
  heldFromSave:
    'From the moment you save, {count, plural, one {one wave waits} other {# waves wait}}: {days}. People already asked stay asked.',
  heldUntilResumed:
    'Until you resume, {count, plural, one {one wave waits} other {# waves wait}}: {days}. People already asked stay asked.',
  noneHeld: 'No wave is left for it to hold back. People already asked stay asked.',
  noLimit: 'Waves begin however many reset requests are open.',
  limitOf:
    'When more than {limit, number} are open, no further wave begins until someone resumes the roll-out. Every security officer gets a mail.',
  limitWithOpen:
    'When more than {limit, number} are open, no further wave begins until someone resumes the roll-out. Every security officer gets a mail. {open, plural, one {# is} other {# are}} open now.',
  limitReached:
    'When more than {limit, number} are open, no further wave begins until someone resumes the roll-out. Every security officer gets a mail. {open, plural, one {# is} other {# are}} open now: it pauses as soon as you save.',
  askedLater:
    '{count, plural, one {# person} other {# people}} will be asked {dates, plural, one {from {day} on} other {on # dates, from {day} on}}.',

  // Exemptions
  nobodyExempt: 'Nobody is exempt.',
  nobodyExemptValue: 'Nobody is exempt',
  exemptSomebody: 'Exempt somebody',
  showAll: 'Show all {count, number}',
  exemptTitle: 'Exempt somebody from MFA',
  exempt: 'Exempt',
  exemptName: 'Exempt {name}',
  changeExemption: 'Change exemption',
  changeExemptionOf: 'Change the exemption of {name}',
  removeExemptionOf: 'Remove the exemption of {name}',
  thisPerson: 'this person',
  person: 'Person',
  reason: 'Reason',
  reasonHelp: 'All staff who read the policy can read it.',
  owner: 'Who answers for it',
  ownerHelp: 'Somebody on the staff, who gets a mail 7 days before it ends.',
  endsOn: 'Ends on',
  endsOnHelp: 'From the start of that day, they are asked like anyone else.',
  exemptionLine: '{person} until {at}: {reason} ({owner} answers for it)',
  exemptionLineOver: '{person}, ended {at}: {reason} ({owner} answers for it)',
  added: '<soft>Added:</soft> {exemption}',
  removed: '<soft>Removed:</soft> {exemption}',
  isNow: '<soft>Now:</soft> {exemption}',
  over: 'Over',
  endsIn: 'Ends in {time}',
  answersAndEnds: '{owner} answers for it. Ends {at}.',
  answersAndEnded: '{owner} answers for it. Ended {at}.',
  mootStaff: '{name} is staff, and staff always need MFA.',
  mootSuspended: '{name} is suspended, so they are not asked.',
  mootSso: '{name} signs in by SSO only, so they are not asked here.',
  ownerNoStaff: '{name} is not staff. Choose somebody who is.',
  ownerSuspended: '{name} is suspended. Choose somebody else.',
  leftOutLater:
    '{count, plural, one {# person} other {# people}} will be left out once MFA is required of someone.',
  exemptNoGrace:
    'The rule doesn’t ask {count, plural, one {# person until the exemption ends} other {# people until their exemptions end}}; then the next sign-in leads into setup. After a reset by staff, setup comes first all the same.',
  exemptThenGrace:
    'The rule doesn’t ask {count, plural, one {# person until the exemption ends; then they have a grace of their own from the next sign-in} other {# people until their exemptions end; then each has a grace of their own from the next sign-in}}. After a reset by staff, setup comes first all the same.',
  choosePerson: 'Choose who is to be exempt.',
  exemptAlready: '{name} is exempt already. Change that exemption instead.',
  sayWhy: 'Say why, in a sentence.',
  chooseOwner: 'Choose who answers for it.',
  chooseEnd: 'Choose the day on which it ends.',
  endPast: 'Choose a day that is still to come.',
  endTooFar: 'Choose a day within a year; it can be renewed then.',

  // Setting up and disabling
  resetsThemselves:
    'With a current code, people can disable MFA and set up again without staff. Without the device, they ask for a reset.',
  disableAsks: 'Disable makes a reset request. The existing setup stays valid until someone decides it.',
  firstWithCode: 'A first setup needs a mailed code besides the password, as after a reset.',
  firstWithPassword:
    'A first setup needs only the password. After a reset by staff the mailed code is always asked for.',
  appsShown: 'Shown when people set up, in this order. Any other authenticator app works too.',
  apps: 'Recommended authenticator apps',
  change: 'Change',
  app: 'App {number}',
  name: 'Name',
  link: 'Link',
  removeApp: 'Remove {name}',
  removeThisApp: 'Remove this app',
  addApp: 'Add an app',

  // The tiers of reset requests
  standardLead: 'Requests of users where nothing raises the risk.',
  elevatedLead: 'A contact or the network is new, a check failed, or staff opened it.',
  privilegedLead: 'Staff and sensitive people: whoever gets in as them gets in everywhere.',
  sensitiveLabel: 'Privileged besides staff',
  sensitiveHelp: 'Executives, domain administrators, and others who can do as much harm as staff.',
  sensitiveDepartmentsLabel: 'Sensitive departments',
  onlyStaffPrivileged: 'Name executives, domain administrators, and others who can do as much harm as staff.',
  sensitiveAsStaff:
    'They are privileged as staff are, and for 30 days after they leave this list or the department.',
  needed: 'In short',
  neededChecks:
    '{count, plural, =1 {One of these checks} =2 {Two different ones of these checks} =3 {Three different ones of these checks} other {# different ones of these checks}}{strong, plural, =0 {} =1 {, one of them strong} =2 {, two of them strong} =3 {, three of them strong} other {, # of them strong}}{code, select, yes {, and the request code where there is one} other {}}.{existing, select, yes { A valid code given with the request is enough.} other {}}',
  checksThatCount: 'Checks that count',
  strongCheck: '{check} (strong)',
  howMany: 'How many checks',
  howManyStrong: 'How many strong ones',
  requestCodeToo: 'Request code too',
  validCodeEnough: 'A valid code is enough',
  takesOne: 'One person alone can verify and approve.',
  takesTwo: 'It takes two people: one who verifies, another who approves.',
  takesThree: 'It takes three people: one who verifies, two others who approve.',
  holdBefore: 'Hold before the reset',
  withoutHold: 'Happens at once: the user can only undo what follows.',
  withHold: 'The user is told first, and can stop it until then.',

  // All reset requests
  mailTo: 'Mail new requests to',
  mailToHelp: 'Staff who may verify requests',
  administratorsGet: 'Every administrator gets the mails.',
  peopleGet:
    '{count, plural, one {# person gets} other {# people get}} the mails. Administrators outside this list don’t.',
  monthlyReport: 'Monthly report of resets',
  reportTo: 'Mail it to',
  reportToNobody: 'Nobody gets it.',
  reportToHelp: 'Staff who may read the audit log',
  reportMeans: 'On the first working day of a month: figures and a link to the list.',
  mailForEach: 'A mail goes out when a request is made.',
  mailDigest:
    'A request that somebody takes within the hour sends no mail. After a quiet hour, the first one is mailed at once.',
  holdRequired: 'Only systems that can hold sign-in',
  holdAsked:
    'In a connected system that can’t hold sign-in until a new factor is set up, nothing is reset. Approve says so.',
  holdNotAsked:
    'A reset also goes to a connected system that can’t hold sign-in. The password alone may lead in there until a new factor is set up.',
  helpDeskMay:
    'The help desk approves and denies standard requests of users. One in twenty still goes to a second person.',
  helpDeskMayNot: 'Only administrators and security officers decide. The help desk records checks.',
  endsAfter:
    'Without a decision a request ends after {count, plural, one {# day} other {# days}}; the existing setup stays.',

  // Ceilings for resets
  ceilingOf:
    'Most resets {scope, select, agent {that one person verifies} decider {that one person decides} other {in all}}, in {window, select, hour {an hour} other {24 hours}}',
  ceilingFromUsual: 'Follows from what is usual',
  ceilingSetTo: '{count, number}',
  ceilings: 'Ceilings for resets',
  ceilingsFollow: 'All follow from what is usual here.',
  ceilingsSet: '{count, plural, one {# is set by hand.} other {# are set by hand.}}',
  ceilingNearest:
    'Nearest by now: {count} of {ceiling} {scope, select, agent {verified by one person} decider {decided by one person} other {in all}}, in {window, select, hour {an hour} other {24 hours}}.',
  ceilingsShow: 'Show numbers',
  ceilingsMean: 'Above one of them, all resets freeze by themselves.',
  ceilingByHand: 'Set by hand',
  ceilingResets: '{count, plural, one {reset} other {resets}}',
  ceilingsNow: 'Resets by now, beside their ceilings',
  ceilingsRead:
    'Usual is the busiest hour or day of most of the last 8 weeks; a ceiling is at least twice that.',
  ceilingCount: '{count} of {ceiling}',
  ceilingCountOf: '{count} of {ceiling} ({name})',
  ceilingUsual: 'usual: {usual}',
  ceilingIsSet: 'set by hand',
  ceilingWindow: '{window, select, hour {In an hour} other {In 24 hours}}',
  ceilingsCountedFrom: 'Counted from {at}, when a freeze above a ceiling ended.',
  ceilingWhose: 'Whose',
  ceilingScope:
    '{scope, select, agent {Verified by one person} decider {Decided by one person} other {In all}}',
  ceilingHas:
    '{scope, select, agent {{name} has verified {count} resets} decider {{name} has decided {count} resets} other {There have been {count} resets}} within {window, select, hour {an hour} other {24 hours}}',
  ceilingNear:
    '<b>{has}.</b> Above {ceiling} all resets freeze by themselves. Is it a busy day? Set the ceiling by hand, below. Otherwise look at them, or freeze now.',

  // Sessions
  sessionsLead: 'Applies to sessions that are already running, too.',
  staffSessions:
    'Staff are signed out after {minutes} without doing anything, and after {hours} in any case.',
  userSessions: 'Users are signed out after {minutes} without doing anything, and after {hours} in any case.',

  // Somebody else saved meanwhile
  overtaken:
    '<b>{name} saved version {version}</b> {at}: “{reason}” Your changes are kept, on top of it.{both, select, yes { You both changed the marked settings; yours would replace theirs.} other {}}',
  theServer: 'The server',
  understood: 'Understood',
  bothChanged: 'Both changed it',
  became: 'became',

  // Impact
  discard: 'Discard',
  savePolicy: 'Save policy',
  barProblem:
    '<b>{count, plural, one {# change} other {# changes}}</b>; can’t be saved yet. <act>Show why</act>',
  barUnknown:
    '<b>{count, plural, one {# change} other {# changes}}</b>; who it would reach is not known. {problem} <act>Try again</act>',
  barCounting: '<b>{count, plural, one {# change} other {# changes}}</b>; counting who it would reach.',
  barImpact: '<b>{count, plural, one {# change} other {# changes}}</b>; {impact}',
  seeWho: 'See who',
  impact: '{parts}.',
  impactNobody: 'nobody is asked for anything new.',
  impactGraceLength:
    'a grace that has begun ends as planned; one that begins from now on lasts {count, plural, one {# day} other {# days}}.',
  impactSetUp:
    '{count, plural, one {# person} other {# people}} will be asked to set up at their next sign-in',
  impactGrace: '{count, plural, one {# person} other {# people}} will get a grace period to set up in',
  impactFreed: '{count, plural, one {# person} other {# people}} will no longer need MFA',
  whoReached: 'Who this change reaches',
  groups: 'Groups',
  groupCount: '{group} ({count, number})',
  setUpTitle: 'Asked to set up at their next sign-in',
  setUpTab: 'Next sign-in',
  graceTitle: 'Get a grace period to set up in',
  graceTab: 'In grace',
  freedTitle: 'No longer need MFA',
  freedTab: 'Freed',
  laterTitle: 'Asked from a later date',
  laterTab: 'Later',
  staffReached:
    '{count, plural, one {# person in all groups together is staff.} other {# people in all groups together are staff.}}',
  nobodyReached: 'Nobody.',
  everyoneElse: 'Everyone else',
  nameColumn: 'Name',
  usernameColumn: 'Username',
  departmentColumn: 'Department',
  staff: 'Staff',
  noFile: 'The list could not be read to its end, so there is no file. Try again.',
  exportCsv: 'Export as CSV',
  shownOf: '{shown, number} of {total, number}',

  // Saving
  saveQuestion: 'Save version {version} of the policy?',
  countsAtOnce: 'It counts at once, for running sessions too: {impact} {later}',
  makesWeaker:
    'This makes the policy weaker. Every security officer gets a mail, and you confirm with a fresh code.',
  reachesMany:
    'This reaches many people. Every security officer gets a mail, and you confirm with a fresh code.',
  leadsElsewhere:
    'This changes where people are led or notices go. Every administrator and security officer gets a mail, and you confirm with a fresh code.',
  sayWhyStays: 'Say why, in a sentence: it stays with the version.',
  typeReach: 'Type {reach}, the number of people asked to set up',
  confirmReach: 'Type {reach} to confirm how many this reaches.',

  // Versions
  versionsTitle: 'Versions of the policy',
  compare: 'Compare',
  from: 'From',
  to: 'To',
  versionOption: 'Version {version}, {day}',
  chooseTwo: 'Choose two different versions.',
  noDifference: 'These two versions are the same.',
  version: 'Version {version}',
  inForce: 'In force',
  savedByAt: '{name}, {at}',
  madeWithOrganisation: 'Made with the organisation, {at}',
  byServer: 'By the server itself, {at}',
  bringBack: 'Bring back',
  sameAsBefore: 'Nothing differs from version {version}.',
} as const;
