/** The server: people, roles, contacts, imports. */
export const words = {
  noSuchUser: 'There is no such user.',
  usernameMissing: 'Give a username.',
  usernameTooLong: 'A username has at most 64 characters.',
  usernameHolds: 'The username holds {fault}. Type it again without it.',
  usernameLetters: "A username is made of letters, digits and . _ - @ + ' only, without spaces.",
  roleTooHigh: 'This role ranks higher than you.',
  usernameTaken: 'The username “{username}” is taken. Choose another one.',
  noSuchManager: 'Nobody here has the username “{username}”.',
  ownManager: 'Nobody is their own manager.',
  lastAdministrator: '{name} is the last active administrator. Appoint another one first.',
  tooManyWords: 'Search for at most {most, number} words.',
  noSuchDay: 'There is no day {day}. Give one as 2026-12-02.',
  suspendedReinstate: 'This account is suspended. Reinstate it first.',
  canSignIn: 'This person can sign in already. Forgot password on the sign-in screen mails them a link.',
  tooManyLinks:
    'You sent {sent, number} set-up links in the last hour. Send the next in {minutes, plural, one {# minute} other {# minutes}}.',
  suspendedMeanwhile: '{name} was suspended in the meantime.',
  ranksHigherNow: '{name} ranks higher than {by} by now.',
  tooManyRolesTaken:
    'You suspended two members of staff, or took their roles, in the last 24 hours, so another administrator has to take this one. Where an account is misused, suspend it: that waits for a second person.',
  suspensionAlone:
    'You suspended two members of staff, or took their roles, in the last 24 hours, so this suspension waits for a second person. Ask for it without other changes.',
  freedWithoutDepartment:
    'Policy asks {name} for multi-factor authentication, and asks for none without a department. Confirm that this move frees them.',
  freedByDepartment:
    'Policy asks {name} for multi-factor authentication, and asks for none in {department}. Confirm that this move frees them.',
  ownRoles: 'Nobody changes their own roles or status. Ask another administrator.',
  ranksHigher: 'This person, or the role, ranks higher than you. Ask someone who ranks as high.',
  notCsv: 'This isn’t a CSV. Save the list as CSV with commas, in UTF-8.',
} as const;
