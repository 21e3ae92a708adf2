/** Where the organisation stands: the numbers, and the lists behind them. */
export const words = {
  title: 'Dashboard',
  loading: 'Loading',
  summary:
    '<people>{withMfa, number} of {total, number}</people> {total, plural, one {person has} other {people have}} MFA; {blocked, plural, =0 {nobody is blocked} one {<stuck>#</stuck> is blocked} other {<stuck>#</stuck> are blocked}}; {waiting, plural, =0 {no reset request is waiting.} one {<queue># reset request</queue> has been waiting for {age}.} other {<queue># reset requests</queue> wait, the oldest for {age}.}}',

  // What should be done first of all
  rollOutPaused:
    '<b>Roll-out paused</b> since {at}: no further department is asked for MFA until it is resumed.',
  openPolicy: 'Open the policy',
  onlyPerson:
    'You are the only person here so far. Import your people from a CSV file, or add them one by one under Users.',
  importPeople: 'Import people',
  appointSecond:
    '<b>Appoint a second administrator.</b> There is only one: if they lose their phone, nobody here can decide on their reset, and only the server’s own machine can let them in again.',
  chooseSomeone: 'Choose someone',

  // What asks for somebody
  waitingRequests: 'Waiting requests',
  oldestWaits: 'oldest: {age}',
  nobodyWaits: 'nobody is waiting',
  blocked: 'Blocked',
  blockedNote: 'have to set up MFA',
  locked: 'Locked',
  lockedNote: 'too many wrong codes',
  inGrace: 'In grace',
  graceFirst: 'first ends {day}',
  graceNote: 'can still sign in without MFA',

  // Everybody, each in one part
  everybody: 'Everybody',
  notRequired: 'Not required',
  ssoOnly: 'SSO only',
  suspendedWithout: 'Suspended, without MFA',

  // What tells of an attack
  signs: 'Signs of an attack',
  wrongCodesToday: 'Wrong codes today (UTC)',
  wrongActivationCodes: 'Wrong activation codes, 7 days',
  vetoes: '“This wasn’t me”, 7 days',

  // Adoption
  adoption: 'Adoption',
  adoptionLead: 'People with MFA at the end of each day (UTC)',
  showAsChart: 'Show as chart',
  showAsTable: 'Show as table',
  noAdoption: 'The line begins with the first person who sets up MFA.',
  adoptionByDay: 'Adoption by day',
  day: 'Day',
  peopleWithMfa: 'People with MFA',
  adoptionChart:
    'People with MFA: {first, number} ({firstDay}), later {last, number} ({lastDay}), of {total, number}.',
  allPeople: '{count, plural, one {All: # person} other {All # people}}',
  people: '{count, plural, one {# person} other {# people}}',

  // Departments and roles
  departments: 'Departments',
  departmentsLead: 'Most people without MFA first',
  department: 'Department',
  noDepartments: 'Nobody has a department yet.',
  withoutDepartment: 'No department',
  showAll: 'Show all {count, number}',
  roles: 'Roles',
  role: 'Role',
  everyone: 'Everyone',
  withMfa: 'With MFA',
  stoppedAuthenticators: 'Authenticator stopped',
  withoutMfa: 'Without MFA',
  countWithout: '{count, number} without',
  peopleColumn: 'People',
  share: '<some>{withMfa, number}</some> of <all>{total, number}</all>',
  shareWithMfa: '{count, number} with MFA',
  shareInAll: '{count, number} in all',

  // Reset requests
  queue: 'Reset requests',
  openQueue: 'Open the queue',
  nothingWaits: 'No request is waiting.',
  nothingWaitsSince: 'No request is waiting. The last one was decided {at}.',
  waiting: 'Waiting',
  oldest: 'Oldest',
  medianTime: 'Median time to decide',
  medianOver: '{duration}, over 30 days',
  medianNone: 'Nothing decided in 30 days',
  lastDecided: 'Last decided',

  // Grace
  graceEnds: 'Grace ends',
  byDay: 'By {day}',
  notSignedIn: 'Not signed in yet',
  nobodyInGrace: 'Nobody is in grace.',

  // Connected systems
  mfaPlaces: 'Where people have MFA',
  mfaPlacesLead: 'As connected systems were read last, at most an hour ago where they answer.',
  place: 'Where',
  placeHere: 'Here',
  placeAnywhere: 'Anywhere',
  placeNowhere: 'Nowhere',
  placeUnread: 'Not known yet',
  withMfaPeople: 'People',
  connectedSystems: 'Connected systems',
  allThrough: 'Since {since}, every reset in {system} went through here.',
  notThrough:
    'Since {since}, <list>{count, plural, one {# change} other {# changes}}</list> to factors in {system} did not go through here.',
  notReadYet: '{system} is read for the first time within a minute.',
  neverRead: '{system} was never read: {problem}',
  unreadSince: 'Nothing was read since {at}: {problem}',
  secretEnds: 'The secret for {system} ends {at}. Make a new one there before, and enter it under Settings.',
  secretEnded: 'The secret for {system} ended {at}. Make a new one there, and enter it under Settings.',

  // Day one
  dayOneTitle: 'Day one: {done, number} of {count, number} done',
  dayOnePutAway: 'Hide',
  dayOneDone: 'Done',
  dayOneAddress: 'Set the public address, where links in mails lead',
  dayOneMail: 'Set up the mail server, and send a test mail',
  dayOneHelpDesk: 'Enter the phone number of the help desk',
  dayOnePeople: 'Import people, or add them',
  dayOneSecond: 'Appoint a second administrator, who signs in once',
  dayOnePolicy: 'Save the first policy, or plan a wave',
  dayOneInvitations: 'Send the invitations',
} as const;
