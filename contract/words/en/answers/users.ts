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
  lastAdministrator:
    '{name} is the last active administrator who has a password. Appoint another one first, or wait until another has chosen theirs.',
  tooManyWords: 'Search for at most {most, number} words.',
  noSuchDay: 'There is no day {day}. Give one as 2026-12-02.',
  suspendedReinstate: 'This account is suspended. Reinstate it first.',
  canSignIn: 'This person can sign in already. Forgot password on the sign-in screen mails them a link.',
  tooManyLinks:
    'You sent {sent, number} set-up links in the last hour. Send the next in {minutes, plural, one {# minute} other {# minutes}}.',
  suspendedMeanwhile: '{name} was suspended in the meantime.',
  ranksHigherNow: '{name} ranks higher than {by} by now.',
  tooManyRolesTaken:
    'You suspended two members of staff, took their roles or asked them for a new password in the last 24 hours, so another administrator has to take this one. Where an account is misused, suspend it: that waits for a second person.',
  suspensionAlone:
    'You suspended two members of staff, took their roles or asked them for a new password in the last 24 hours, so this suspension waits for a second person. Ask for it without other changes.',
  freedWithoutDepartment:
    'Policy asks {name} for multi-factor authentication, and asks for none without a department. Confirm that this move frees them.',
  freedByDepartment:
    'Policy asks {name} for multi-factor authentication, and asks for none in {department}. Confirm that this move frees them.',
  ownRoles: 'Nobody changes their own roles or status. Ask another administrator.',
  ranksHigher: 'This person, or the role, ranks higher than you. Ask someone who ranks as high.',
  notCsv: 'This isn’t a CSV. Save the list as CSV, in UTF-8.',
  quoteNotClosed: 'A quotation mark opens here and is never closed: this row and all after it can’t be read.',
  quoteMisplaced:
    'A quotation mark is in the wrong place. Put the whole value in quotation marks, and double those inside it.',
  fileEmpty: 'The file is empty. Its first line must be the header: {header}',
  headerLacks:
    'The header lacks {missing}. Say which column that is, or name the columns like this: {header}.',
  noSuchColumn: 'This file has no column “{column}”.',
  fieldTwice: 'Two columns can’t both be {field}.',
  mappingUnread: 'Say which column is which as JSON, for example {example}. Fields are {fields}.',
  columnTwice: 'The column {column} is in the header twice.',
  userThere: 'There is a user “{username}” already.',
  fieldChanged:
    '{field, select, name {Name} email {E-mail} department {Department} phone {Phone} mobile {Mobile} other {Manager}}: “{from}” becomes “{to}”.',
  fieldSet:
    '{field, select, name {Name} email {E-mail} department {Department} phone {Phone} mobile {Mobile} other {Manager}}: “{to}” is new.',
  wholeNeedsAllRows:
    '{count, plural, one {# row} other {# rows}} can’t be imported, and may be of anybody. Fix them, or leave out bad values, before people who are in no row are suspended.',
  typeGone:
    '{count, plural, one {# person is} other {# people are}} in no row of this file and would be suspended. Type that number to go on.',
  tooManyGone:
    '{count, plural, one {# person is} other {# people are}} in no row of this file, and {most, number} at most may be suspended. Nothing was changed. Look at the file, or give a higher --gone-at-most.',
  moveFrees:
    'Policy asks {name} for multi-factor authentication, and asks for none in {department}. Move them on their page, where you confirm that.',
  staysProtected: '{name} is a sensitive person and stays in their department. Move them on their page.',
  problemTitle:
    '{kind, select, row_length {Row has more or fewer values than the header} quotes {Quotation marks don’t fit} unread {Letters can’t be read} not_reached {Not reached: the server could not go on} gone {Person was removed meanwhile} frees {Stays in the department: the move would free from MFA} protected {Stays in the department: sensitive person} self {Person is their own manager} left_out {Manager’s own row can’t be imported} several {Manager’s name is several people’s} twice {Username appears twice in the file} other {{field, select, username {Username} email {E-mail address} department {Department} role {Role} phone {Phone} mobile {Mobile} manager {Manager} account {Account} other {Name}} {kind, select, missing {is missing} too_long {is longer than {field, select, username {64} account {255} other {100}} characters} unseen {holds what nobody sees} letters {has letters that can’t be used} not_an_address {is not valid} no_country {has no country code} not_a_number {can’t be a phone number} not_a_role {doesn’t exist here} role_above {ranks higher than you} not_found {is neither here nor in the file} taken {was taken meanwhile} other {changes}}}}',
  goneMeanwhile: 'This person was removed meanwhile.',
  usernameInLine: 'The username “{username}” is already in line {line, number}.',
  managerNowhere: 'The manager “{manager}” is neither a user here nor in this file.',
  managerSeveral: 'Several people are called “{manager}”. Give the manager’s username or e-mail address.',
  managerNotImported:
    'The manager “{manager}” in line {line, number} can’t be imported, so this person is imported without one.',
  rowLength:
    'This row has {values, plural, one {# value} other {# values}}, the header has {columns, plural, one {# column} other {# columns}}.',
  emailMissing: 'The e-mail address is missing.',
  nameMissing: 'The name is missing.',
  lettersUnread: 'Some letters can’t be read. Save the file as UTF-8.',
  holds:
    '{column, select, email {The e-mail address holds {fault}.} phone {The phone holds {fault}.} mobile {The mobile holds {fault}.} department {The department holds {fault}.} other {The name holds {fault}.}}',
  notAnAddress: '“{email}” is not an e-mail address.',
  phoneWithoutCountry:
    '{column, select, mobile {The mobile} other {The phone}} “{written}” must begin with + and the country code, e.g. +441632960123, or say which country the numbers are of.',
  phoneNotOf:
    '{column, select, mobile {The mobile} other {The phone}} “{written}” is not a number in {country}, nor one with + and the country code.',
  textTooLong:
    '{column, select, department {The department} other {The name}} has more than 100 characters, or characters that can’t be shown.',
  notARole: '“{unknown}” is not a role. Roles are {roles}; separate several with ;',
  roleNotYours: 'The role {role} ranks higher than you: you can’t give it.',
  notReached:
    'The server could not go on before this row. Send the same file again: those who are imported already are left out.',
  requiredBecause:
    '{rule, select, staff {{dated, select, yes {Staff always need MFA, whatever policy says, since {day}.} other {Staff always need MFA, whatever policy says.}}} after_reset {{dated, select, yes {Their MFA was reset by staff and has to be set up again, since {day}.} other {Their MFA was reset by staff and has to be set up again.}}} everyone {{dated, select, yes {Policy version {version}, in force since {day}, asks everyone for MFA.} other {Policy version {version} asks everyone for MFA.}}} role {{dated, select, yes {Policy version {version}, in force since {day}, asks everyone with their role for MFA.} other {Policy version {version} asks everyone with their role for MFA.}}} other {{dated, select, yes {Policy version {version}, in force since {day}, asks the department {department} for MFA.} other {Policy version {version} asks the department {department} for MFA.}}}}',
  importConfirmedMeanwhile: 'This import was confirmed in the meantime.',
} as const;
