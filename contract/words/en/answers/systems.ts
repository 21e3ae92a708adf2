/** The server: connected systems, what they answer, and what a test of one found. */
export const words = {
  // What a system did
  unreachable: '{name} cannot be reached ({why}).',
  timedOut: '{name} took too long to answer.',
  throttled: '{name} answers 429: it was asked too often, and is asked again later.',
  secretRefused: '{name} answers {status}: it does not accept the secret. Copy it again; it may have ended.',
  rightMissing: '{name} answers {status}: the client lost {right}. Give it that right again.',
  notAllowed: '{name} answers {status}: the client may not do this. Give it the rights in the guide.',
  redirects:
    '{name} answers {status}: it sends elsewhere, which is not followed. Enter the address that it answers at.',
  answersStatus: '{name} answers {status}.',
  tooLarge: '{name} answered more than fits, so nothing of it is believed.',
  notJson: '{name} answered, but not in the way of this kind of system. Check its address.',
  oddAnswer: '{name} answered what this kind of system never does, so nothing of it is believed.',
  oddAddress: '{name} named something that is no part of an address, so it was not asked.',
  accountGone: '{name} has no account by that id any more.',
  stillThere: '{name} said that it was done, and it is not: {what} reads as before.',
  accountState: 'the state of the account',
  noSecret: 'No secret is set for {name}. Enter one.',
  noRealm: 'No realm is set for {name}. Enter one.',

  // What a test found
  allWell: '{name} can be used: each right that is needed is there.',
  missingRight: 'The client at {name} has no {right}. {use}',
  useOfViewUsers: 'Without it, nobody’s factors can be listed.',
  useOfManageUsers: 'Without it, no factor can be removed and no session ended.',
  useOfViewEvents: 'Without it, nothing is known of factors that are removed there by hand.',
  rightUnknown:
    'What the client at {name} may do cannot be told, because its token does not say. Let its roles into the token (full scope allowed).',
  canSetPasswords:
    'manage-users at {name} also sets anybody’s password, and Keycloak has no smaller right that removes factors. Guard the secret as one.',
  tooManyRights: 'The client at {name} may do more than it has to: {rights}. Take that from it.',
  noAdminLog:
    '{name} keeps no log of what administrators do there, so a factor that is removed by hand is not seen. Switch on “Save events” under Realm settings, Events, Admin events settings.',
  noUserLog:
    '{name} keeps no log of what people do themselves. Switch on “Save events” under Realm settings, Events, User events settings.',
  secretEnded: 'The secret for {name} ended on {day}. Make a new one there, and enter it.',
  secretEnds: 'The secret for {name} ends on {day}. Make a new one there before, and enter it.',
} as const;
