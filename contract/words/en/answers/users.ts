/** The server: people, roles, contacts, imports. */
export const words = {
  noSuchUser: 'There is no such user.',
  usernameMissing: 'Give a username.',
  usernameTooLong: 'A username has at most 64 characters.',
  usernameHolds: 'The username holds {fault}. Type it again without it.',
  usernameLetters: "A username is made of letters, digits and . _ - @ + ' only, without spaces.",
} as const;
