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
  oneFactor: 'a factor',
  theSessions: 'the list of sessions',
  notConnected: '{name} is no longer connected, so nothing can be read back there.',
  disabledBefore:
    'It was disabled in {name} before the reset, and stays so: no activation code opens it. Whoever looks after {name} can enable it.',
  notLinked:
    'The account at {name} is no longer linked to this person, so nothing is sent there. Link it again, then try again.',
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
  useOfTokenlist: 'Without it, nobody’s factors can be listed.',
  useOfDelete: 'Without it, no factor can be removed.',
  useOfUserlist: 'Without it, nobody’s account can be found by their name.',
  useOfAuditlog: 'Without it, nothing is known of factors that are removed there by hand.',
  missingPolicy: 'The administrator at {name} has no {right}. {use}',
  rightLost: 'The administrator at {name} lost the right {right}. Give it back in its policy.',
  tooManyPolicies:
    'The administrator at {name} may do more than it has to: {rights}{others, plural, =0 {} one { and # more} other { and # more}}. Take that from its policy.',
  nothingListed:
    '{name} lists no factor of anybody in the realm {realm}. If people have some there, the policy does not reach that realm, and factors would be taken for gone.',
  openToAnybody:
    '{name} answers without a password: whoever reaches that address can remove anybody’s factors. Have its web server ask for a password or a certificate.',
  noLogAtAll:
    '{name} keeps no log of factors, so what is removed there by hand is seen by comparing: when, and not by whom.',
  cannotName:
    '{name} cannot be asked for this one, because its name holds a slash, which its interface takes apart. Remove it there by hand.',
  noAdminLog:
    '{name} keeps no log of what administrators do there, so a factor that is removed by hand is not seen. Switch on “Save events” under Realm settings, Events, Admin events settings.',
  noUserLog:
    '{name} keeps no log of what people do themselves. Switch on “Save events” under Realm settings, Events, User events settings.',
  secretEnded: 'The secret for {name} ended on {day}. Make a new one there, and enter it.',
  secretEnds: 'The secret for {name} ends on {day}. Make a new one there before, and enter it.',

  // Settings and links
  noSuchSystem: 'There is no such connected system.',
  nameTaken: 'There is a connected system by that name already. Choose another name.',
  changedMeanwhile: '{name} was changed in the meantime. Look at it, and ask for the change again.',
  addressForm:
    'Write the address like https://keycloak.example.org. It has to begin with https://, and holds no password.',
  realmNeeded: 'Enter the realm: this kind of system is asked in one.',
  clientNeeded: 'Enter who Gatehouse is there: the client ID, or the administrator’s name.',
  secretNeeded: 'Enter the secret.',
  secretAgain: 'Enter the secret again: the one that is kept was given for another address.',
  secretUnreadable: 'The secret of {name} cannot be opened with this server’s key. Enter it again.',
  linkTaken:
    'This person has a link with that system, or that account is somebody else’s. Remove the other link first.',
  linkGone: 'That link is no longer there.',
  movedMeanwhile: '{name} has another address or realm now, whose accounts are other people’s.',
  factorName:
    '{kind, select, app {Authenticator app} passkey {Security key or passkey} recovery_codes {Recovery codes} sms {Code by SMS} mail {Code by e-mail} push {Push} other {Another factor}}',
} as const;
