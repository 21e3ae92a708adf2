/** The server: settings, outbox, audit log, pending changes, freeze. */
export const words = {
  // Changes that wait for a second person
  ownChange: 'You asked for this change, so somebody else has to agree to it.',
  tooYoungToAgree:
    'Your role, your account or the link that you signed in by is younger than 7 days, so you do not count as a second person yet. Ask a colleague who has had theirs longer.',
  onePersonOfTwo:
    'In the last 7 days one of you gave the other their account, role, link or code, or changed their contacts, so the two of you do not count as two people. Ask another administrator or security officer.',
  decidedAlready: 'This is decided already.',
  tooManyWaiting:
    '{most, plural, one {# change that you asked for waits for a second person already. Withdraw it, or wait until it is decided.} other {# changes that you asked for wait for a second person already. Withdraw one, or wait until some are decided.}}',
  tooManyADay:
    '{most, plural, one {You asked for # change within a day, and each is a mail to everybody who could agree. Ask again tomorrow.} other {You asked for # changes within a day, and each is a mail to everybody who could agree. Ask again tomorrow.}}',
  waitsAlready:
    'You have asked for this already, and it waits for a second person. Withdraw that first, or ask a colleague to look at it.',
  tampered:
    'This change was altered in the database and not by Gatehouse, so nobody can agree to it. Ask for it again, and find out who can write to the database.',
  unknownChange: 'This version of Gatehouse no longer knows such a change.',
  addedMeanwhile: 'Something by that name or address was added in the meantime.',
  askerMayNot: 'Whoever asked for it no longer may.',
  withdrawnByLink: 'It was withdrawn by the link in a mail about it.',
  withdrawnBy: '{name} withdrew it.',
  nothingToWithdraw:
    'This change has been decided already, so there is nothing to withdraw. If something is wrong, tell your help desk.',
  noSuchChange: 'There is no such change.',
  changeOver:
    '{state, select, in_effect {This change has taken effect. There is nothing left to decide.} withdrawn {This change was withdrawn. There is nothing left to decide.} failed {This change could not take effect and is over. There is nothing left to decide.} other {This change is over. There is nothing left to decide.}}',
  changeOverBy:
    '{state, select, in_effect {This change has taken effect ({name}). There is nothing left to decide.} withdrawn {This change was withdrawn ({name}). There is nothing left to decide.} failed {This change could not take effect and is over ({name}). There is nothing left to decide.} other {This change is over ({name}). There is nothing left to decide.}}',

  // What a freeze stops
  frozenResets: 'All resets are frozen. A security officer can unfreeze them.',
  frozenSetups:
    'New setups are frozen: nobody sets up or moves multi-factor authentication, and no set-up link or activation code is sent. A security officer can unfreeze them.',
  frozenPasswords:
    'Passwords by mail are frozen, so no link sets one now. The link stays good until its time is up; ask your help desk.',

  // Settings
  fixedBy: 'This is fixed by {variable} on the server. Change it there.',
  publicUrlForm:
    'A public address begins with https:// and names one host, without a path, user or password. Write it like https://gatehouse.example.',
  publicUrlSecure: 'People sign in by this address, so it has to begin with https://.',
  noSuchTimeZone: 'There is no such time zone. Write it like Europe/London.',
  noSuchCountry: 'There is no such country. Write its two letters, like GB.',
  tokenUrlSecure: 'The address of the token service must begin with https://.',
  oauthMailbox: 'To sign in by a token, give the mailbox as the username.',
  noPrivateKey: 'That is no RSA private key: paste the PEM text or the JSON file of the service account.',
  noHost: 'This is not the name of a host. Write it like mail.gatehouse.example, without a port.',
  passwordInTheClear: 'The password would cross the network in the clear. Choose TLS or STARTTLS.',
  noMailServer: 'No mail server is set. Enter one, save, and try again.',
  mailNotTaken: 'The mail server did not take the mail. It says: {said}',

  // The outbox
  heldForRoute:
    'The mail settings changed in the last 7 days, so nothing that lets somebody in is mailed. Someone who did not change it can reveal this mail and hand it over.',
  heldForAltered:
    'Somebody changed this mail or the person’s address in the database, and not by Gatehouse, so it is neither sent nor revealed. Check the person’s address and save it again, then have a new mail sent.',
  wayAltered:
    'Somebody wrote the mail settings to the database, and not by Gatehouse, so no mail is sent by them. Check the mail server, its password, the sender and the public address, and save them again.',
  heldForProof:
    'Invitations go when the public address is set and a test mail went through the mail server. A new link is made then.',
  noSuchMail: 'There is no such mail.',
  notRevealable: 'This mail was sent or is about to be. Only a mail that can’t be sent is revealed.',
  mailToYou: 'This mail is to you. Ask a colleague to reveal it.',
  mailRanksHigher:
    'This mail is to somebody who ranks higher than you. Ask a security officer or an administrator.',
  revealHadAPart:
    'You, or somebody whose account you made or who made yours, verified or decided this, had this mail sent, asked that it be revealed, made this account, or changed its address or the mail settings. It lets somebody in, so someone else has to reveal it and hand it over; if there is nobody, use gatehouse recover on the server’s machine.',
  revealAskFirst:
    'Anybody could have asked for this mail, and whoever reads it may have the account. So two people are needed: ask a second person here, who then reveals it; if there is nobody, use gatehouse recover on the server’s machine.',
  revealNotAsked: 'You don’t need a second person for this mail. Anyone who may reveal it can.',
  revealTooYoung:
    'Your role is younger than 7 days, so you do not count as a second person yet. It lets somebody in, so someone else has to reveal it and hand it over; if there is nobody, use gatehouse recover on the server’s machine.',
  revealDecided:
    'You, or somebody who may be one person with you, verified or decided this request. Ask somebody else to reveal the mail and hand it over.',
  revealAskOlder:
    'Your role is younger than 7 days, so you do not count as a second person yet. Ask a colleague who has had theirs longer.',
} as const;
