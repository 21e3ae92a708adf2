/** The server: sign-in by identity providers. */
export const words = {
  // What a provider said or did
  noName: 'no name',
  otherIssuer:
    '{name} calls itself {said}, not {issuer}. Enter the issuer exactly as the provider writes it.',
  endpoints:
    '{name} does not name all of its addresses, or one of them does not begin with https://. Check the issuer.',
  noIdToken: '{name} sent no ID token. It has to speak OpenID Connect, not OAuth alone.',
  noUserInfo:
    '{name} says who signed in, but not by which e-mail address: its userinfo endpoint did not answer as it should. Have it put the claims email and email_verified into the ID token.',
  userInfoAnswered:
    '{name} says who signed in, but not by which e-mail address: its userinfo endpoint answered {said}. Have it put the claims email and email_verified into the ID token.',
  redirectUriUnknown:
    '{name} does not know the address to come back to. Register {redirectUri} there as a redirect URI.',
  clientIdUnknown: '{name} does not know this client ID. Copy it from the provider again.',
  accessDenied:
    '{name} did not let you in, or you cancelled there. Try again, or ask to be given access to Gatehouse there.',
  flowNotAllowed: '{name} does not allow this client the authorization code flow. Allow it there.',
  scopesNotAllowed: '{name} does not allow the scopes openid, profile and email. Allow them there.',
  ownProblem: '{name} has a problem of its own just now. Try again in a moment.',
  didNotAsk: '{name} did not ask you to sign in. Try again.',
  refusedSignIn: '{name} refused the sign-in ({error}). Try again; if it goes on, tell your administrator.',
  wrongSecret:
    '{name} does not accept the client secret. Copy it from the provider again; it may have expired.',
  answerNotAccepted:
    '{name} did not accept its own answer: it was used before, took too long, or {redirectUri} is not registered. Try again.',
  refusedLastStep: '{name} refused the last step ({error}). Check the client’s settings there.',
  algorithmNotTaken:
    '{name} signs its ID tokens with {algorithm}, which is not taken here. Choose RS256 or ES256 as the signing algorithm of ID tokens for this client there.',
  notOpenId: '{issuer} answers, but not as an OpenID provider does. Check the issuer.',
  notOpenIdStatus: '{issuer} answers with {status}, but not as an OpenID provider does. Check the issuer.',
  forSomebodyElse:
    '{name} answered for somebody other than the person who signed in. Tell your administrator.',
  clocksDiffer: 'The clocks of {name} and of this server differ too much. Set both by a time server.',
  forAnother:
    '{what, select, issuer {{name} answered for another issuer. Begin the sign-in again; if it goes on, tell your administrator.} signIn {{name} answered for another sign-in. Begin the sign-in again; if it goes on, tell your administrator.} other {{name} answered for another client. Begin the sign-in again; if it goes on, tell your administrator.}}',
  keyNotPublished: '{name} signed its answer with a key that it does not publish. Tell your administrator.',
  anotherSignIn: 'This answer belongs to another sign-in. Begin again, in one window.',
  notFromThere: 'This answer does not come from {name}. Begin the sign-in again.',
  answerMalformed: '{name} sent an answer that is not as OpenID Connect asks for. Begin the sign-in again.',
  unreachable:
    '{reason, select, name {{name} can’t be reached at {issuer}: there is no server by that name. Check the issuer and the server’s network.} refused {{name} can’t be reached at {issuer}: nothing answers there. Check the issuer and the server’s network.} slow {{name} can’t be reached at {issuer}: it took too long to answer. Check the issuer and the server’s network.} certificate {{name} can’t be reached at {issuer}: its certificate is not trusted here. Check the issuer and the server’s network.} other {{name} can’t be reached at {issuer}: the connection failed. Check the issuer and the server’s network.}}',

  // Why a good sign-in there signs nobody in here
  orAskToLink: '{fault} Or ask an administrator to link your account there, {subject}.',
  hiddenCharacter:
    '{claim, select, email {{name} sent an e-mail address that holds {holds}. Have it put right there, or nobody can tell whose it is.} other {{name} sent a subject that holds {holds}. Have it put right there, or nobody can tell whose it is.}}',
  unseenCharacter: 'a character that nobody sees',
  noEmail:
    '{name} sent no e-mail address, so no account here can be found by it. Have it send the claims email and email_verified, or ask an administrator to link the account.',
  unverified:
    '{name} does not say that {who} is verified, so it proves nothing. Verify the address there, or ask an administrator to link the account.',
  nobodyLinked:
    'You are signed in at {name} as {who}, but no account here is linked to that. Ask an administrator to link yours.',
  ambiguous: 'More than one account here has the address {who}. Ask an administrator to link yours.',
  linkedElsewhere:
    'The account here with the address {who} is linked to another account at {name}. Ask an administrator.',
  emailIsNew:
    'The address {who} has been on record here for less than 30 days, which is too new to link an account by. Ask an administrator to link yours.',
  guarded:
    'The account here with the address {who} is not linked by e-mail, because it needs more than that. Ask an administrator to link yours to {subject}.',
  setupDue:
    'The account that belongs to this sign-in was reset, and {name} has not been proven to be its owner’s. Sign in with your password, set up MFA, and sign in by {name} after that. If your password is not allowed, ask an administrator.',
  tooManyWrong:
    'Too many wrong codes were entered after a sign-in at {name}, so no code is accepted there any more. Sign in with your password; to sign in by {name}, ask an administrator to remove the link and to link you again.',
  suspended: 'This account is suspended. Ask an administrator.',

  // A sign-in that tests a provider
  works:
    '{linking, select, yes {It works: {person} would be signed in and their account would be linked.} other {It works: {person} would be signed in.}} {mfa, select, yes {{name} says that it asked for a second factor.} other {{name} does not say whether it asked for a second factor.}}',

  // Signing in and confirming
  linkedMeanwhile: 'Another sign-in linked this account a moment ago. Begin the sign-in again.',
  flowEnded:
    'This sign-in took too long, was used already, or began in another browser. Begin it again here.',
  providerGone: 'That identity provider is no longer set up here. Sign in another way.',
  providerAltered:
    'What is on record of {name} was altered in the database and not by Gatehouse, so nobody signs in by it. Remove it and add it again, and find out who can write to the database.',
  somebodyElseThere: 'You signed in at {name} as somebody else. Sign in there as yourself to confirm.',
  byPassword: 'You signed in by password. Confirm with a code from your authenticator app.',
  noAuthTime: '{name} does not say when you signed in (auth_time), so this can’t be confirmed there.',
  notFresh:
    '{name} did not ask you to sign in again, or its clock is wrong. Sign out there, then confirm again.',
  setUpSince:
    'You have set up MFA since you signed in. Sign out, sign in again and enter your code once, then confirm.',

  // Links of accounts
  ranksHigher: 'This person ranks higher than you. Ask someone who ranks as high.',
  ranksHigherNow: '{name} ranks higher than {by} now.',
  subjectOrEmail: 'Enter the subject or the e-mail address, one of the two.',
  linkGone: 'That link is no longer there.',
  lastLink: '{name} can only sign in by SSO. Allow them their password first.',
  linkTaken:
    'This person has a link with that provider, or somebody else has that subject or address. Remove the other link first.',
  issuerChanged: '{name} has another issuer now, whose accounts are other people’s.',
  subjectNeeded:
    '{name} is staff or sensitive, and such accounts are never linked by e-mail. Enter their subject, as a refused sign-in or a test sign-in shows it.',
  notLinked:
    '{name} is not linked to an identity provider and could not sign in any more. Link the account first.',
  lastWithPassword:
    '{name} is the last administrator who can sign in by password. One has to stay, for the day when the provider does not answer.',

  // Providers
  noSuchProvider: 'There is no such identity provider.',
  changedMeanwhile: '{name} was changed in the meantime. Look at it, and ask for the change again.',
  inUse:
    '{count, plural, one {# person can only sign in by {name}. Allow them their password first: Users, SSO only.} other {# people can only sign in by {name}. Allow them their password first: Users, SSO only.}}',
  issuerForm:
    'Write the issuer like https://login.example.org, as the provider writes it. It has to begin with https://.',
  nameTaken: 'There is an identity provider by that name already. Choose another name.',
} as const;
