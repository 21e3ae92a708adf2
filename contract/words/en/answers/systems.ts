/** The server: connected systems, what they answer, and what a test of one found. */
export const words = {
  // What a system did
  unreachable: '{name} can’t be reached ({why}).',
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
  heldBeforeRestore:
    'It was held before Gatehouse was restored from a backup, and no activation code of that reset opens it any more. A new reset does, or whoever looks after {name}.',
  emptiedBeforeRestore:
    'It was to be emptied after “this wasn’t me” when Gatehouse was backed up, and nobody here knows whether that was done. Look at it in {name}: its factors, its sessions, and whether it is disabled.',
  openedByHand:
    'It was opened in {name} by somebody there, so no activation code opens it any more. Make sure that its owner has set up a factor there.',
  notLinked:
    'The account at {name} is no longer linked to this person, so nothing is sent there. Link it again, then try again.',
  systemAltered:
    'What is on record of {name} was altered in the database and not by Gatehouse, so nothing is asked or done there. Remove it and connect it again, and find out who can write to the database.',
  linkAltered:
    'The link with {name} was altered in the database and not by Gatehouse, so nothing is asked or done there by it. Remove it and link the account again, and find out who can write to the database.',
  effectAltered:
    'What is on record of this reset at {name} was altered in the database and not by Gatehouse, so nothing more is done by it. Ask for the reset again, and find out who can write to the database.',
  heldAltered:
    'What is on record of the account held at {name} was altered in the database and not by Gatehouse, so it is neither opened nor held from here. Look at it in {name}, and find out who can write to the database.',
  accountState: 'the state of the account',
  noSecret: 'No secret is set for {name}. Enter one.',
  clientSecretEnded: 'The client secret for {name} has ended. Make a new one there, and enter it.',
  clientSecretWrong: '{name} does not accept the client secret. Enter its value, which is not its ID.',
  noSuchClient: '{name} has no application by that client ID in this tenant.',
  noSuchTenant: '{name} knows no tenant by that name.',
  cannotRemove: '{name} offers no way to remove this kind of factor ({what}). Remove it there by hand.',
  notYet: '{name} said that it was done, and does not show it yet: {what} reads as before.',
  roleLost: 'The role of Gatehouse at {name} lacks {right}. Give it that right again.',
  scopeLost:
    '{name} refuses {right}: the service account may no longer stand for its administrator with it. Grant that scope again.',
  keyRefused:
    '{name} does not accept the key of the service account, or knows no administrator by that address. Check both.',
  keyUnreadable: 'What is kept for {name} is no key of a service account. Paste the whole key file.',
  throttledBy403: '{name} answers 403: it was asked too often, and is asked again later.',
  administratorMayNot:
    '{name} answers 403: {administrator} may not do this. Give the administrator’s role that privilege again.',
  noRealm: 'No realm is set for {name}. Enter one.',

  // What a test found
  allWell: '{name} can be used: each right that is needed is there.',
  missingRight: 'The client at {name} has no {right}. {use}',
  useOfViewUsers: 'Without it, nobody’s factors can be listed.',
  useOfManageUsers: 'Without it, no factor can be removed and no session ended.',
  useOfViewEvents: 'Without it, nothing is known of factors that are removed there by hand.',
  rightUnknown:
    'What the client at {name} may do can’t be told, because its token does not say. Let its roles into the token (full scope allowed).',
  canSetPasswords:
    'manage-users at {name} also sets anybody’s password, and Keycloak has no smaller right that removes factors. Guard the secret like a password.',
  tooManyRights: 'The client at {name} may do more than it has to: {rights}. Take that from it.',
  useOfManageMethods: 'Without it, nobody’s factors can be listed or removed.',
  useOfHolding: 'Without it, no account can be held, so a reset would leave it to a password alone.',
  useOfEndingSessions: 'Without it, no session can be ended.',
  useOfOpening: 'Without it, an account that was held stays held.',
  rolesUnreadable:
    'What the token’s administrator at {name} may do can’t be told, because it may not read roles. Compare its role with the guide.',
  canChangeUsers:
    'authentik_core.change_user at {name} also changes anybody’s address, and so who gets their mail. Guard the token as an administrator’s password.',
  isSuperuser:
    'The account of Gatehouse at {name} is a superuser, which may do everything there. Give it a role of its own instead.',
  tooManyInRole:
    'The role of Gatehouse at {name} may do more than it has to: {rights}{others, plural, =0 {} one { and # more} other { and # more}}. Take that from it.',
  scopesWell:
    '{name} answers, and each scope that is needed is there. Only a reset shows whether the administrator’s role may turn off 2-Step Verification.',
  missingScope: 'The service account at {name} has no {right}. {use}',
  useOfUsersScope: 'Without it, nobody’s account can be found or held.',
  useOfSecurityScope: 'Without it, 2-Step Verification can’t be turned off and no session ended.',
  noSuchAdministrator: '{name} has no {administrator}. Enter the administrator’s primary address.',
  isSuperAdministrator:
    '{administrator} is a super administrator of {name}. Give that account a role of its own instead.',
  canLetIn:
    'UserAuthenticationMethod.ReadWrite.All at {name} also adds phone numbers and makes temporary access passes, which let in as anybody. Guard the secret as an administrator’s password.',
  rightsUnreadable: 'What the client at {name} may do can’t be told, because its token does not say.',
  noLogLicence:
    '{name} keeps its log from this tenant, which has no licence for it, so a factor that is removed there by hand is not seen.',
  endUnknown:
    'Gatehouse does not know when the secret for {name} ends. Enter the day under Edit to be told 30 days before.',
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
    '{name} answers without a password: anybody who reaches that address can remove everybody’s factors. Have its web server ask for a password or a certificate.',
  noLogAtAll:
    '{name} keeps no log of factors, so what is removed there by hand is found by comparing: when, but not by whom.',
  cannotName:
    '{name} can’t be asked for this one, because its name holds a slash, which its interface takes apart. Remove it there by hand.',
  noAdminLog:
    '{name} keeps no log of what administrators do there, so a factor that is removed by hand is not seen. Switch on “Save events” under Realm settings, Events, Admin events settings.',
  noUserLog:
    '{name} keeps no log of what people do themselves. Switch on “Save events” under Realm settings, Events, User events settings.',
  secretEnded: 'The secret for {name} ended on {day}. Make a new one there, and enter it.',
  secretEnds: 'The secret for {name} ends on {day}. Make a new one there before, and enter it.',

  // Settings and links
  noAttestor: 'No system is answered.',
  attestorChanged: 'Somebody else changed this in the meantime. Look at it again.',
  attestorSecret: 'Enter a client secret: it is kept only while the redirect address stays.',
  identityCheckOver: 'This check is over. Go back to where you came from, and begin again there.',
  noSuchSystem: 'There is no such connected system.',
  nameTaken: 'There is a connected system by that name already. Choose another name.',
  changedMeanwhile: '{name} was changed in the meantime. Look at it, and ask for the change again.',
  addressForm:
    'Write the address like https://keycloak.example.org. It has to begin with https://, and holds no password.',
  addressOfKind: 'This kind of system is asked at {addresses}, and nowhere else.',
  tenantNeeded: 'Enter the tenant: its ID, or one of its domains.',
  domainNeeded: 'Enter the primary domain.',
  keyForm: 'Paste the whole key file of the service account: JSON, from the first brace to the last.',
  realmNeeded: 'Enter the realm: this kind of system is asked in one.',
  clientNeeded: 'Enter who Gatehouse is there: the client ID, or the administrator’s name.',
  secretNeeded: 'Enter the secret.',
  secretAgain: 'Enter the secret again: the one that is kept was given for another address.',
  secretUnreadable: 'The secret of {name} can’t be opened with this server’s key. Enter it again.',
  linkTaken:
    'This person has a link with that system, or that account is somebody else’s. Remove the other link first.',
  ruleAltered:
    'The rule for {name} was changed in the database and not by this server, so nobody is linked by it. Save it again.',
  tooManyLinks: 'A file links {most, number} people at most. Import it in parts.',
  linkGone: 'That link is no longer there.',
  movedMeanwhile: '{name} has another address or realm now, whose accounts are other people’s.',
  // People who are read
  listsNobody: '{name} does not list its people, so they can’t be read from it.',
  readsNobody: 'People are not read from this system. Switch that on first.',
  readingAltered:
    'How people are read from {name} was changed in the database and not by this server, so nobody is read. Switch it off and on again, and find out who can write to the database.',
  tooManyPeople: '{name} has more than {most, number} people, and no more are read.',
  pagesInACircle: '{name} sends the same page again and again, so nobody can tell who is there.',
  nobodyListed:
    '{name} lists nobody at all. Test the connection: a right may be missing, and nobody is taken for gone.',
  tooManyGone:
    'Because of {name}, {count, plural, one {# person} other {# people}} would be suspended within a day, but at most {most, number} may be. So nobody is. If they have left, suspend them under Users.',
  readAltered:
    'Whose account this is was changed in the database and not by this server, so nothing is done by it. Switch reading off and on again, and find out who can write to the database.',
  readTwice: 'Another account there has the same username or e-mail address.',
  readOtherAccount:
    '{name} ({username}) has another account there already. If this one is theirs, link it on their page.',
  readOtherAddress:
    '{name} has the username {username} here, with another e-mail address. If it is the same person, link this account on their page.',
  readUnproven:
    '{name} has the username {username} here, but this account has no verified e-mail address. If it is the same person, link this account on their page.',
  readAddressHere:
    'This is the e-mail address of {name} ({username}) here. If it is the same person, link this account on their page.',
  readNamesake:
    'Somebody here has the same name: {name} ({username}). If it is the same person, link this account on their page; if not, add this one by hand.',
  readAddressTaken: 'The address {email} is somebody else’s, so it is not taken.',
  readStaff: 'Staff are changed by hand only.',
  readSensitive: 'Sensitive people are changed by hand only.',
  readSuspended: 'Suspended here, so nothing is changed.',

  factorName:
    '{kind, select, app {Authenticator app} passkey {Security key or passkey} recovery_codes {Recovery codes} sms {Code by SMS} mail {Code by e-mail} push {Push} other {Another factor}}',
} as const;
