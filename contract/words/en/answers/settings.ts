/** The server: settings, outbox, audit log, pending changes, freeze. */
export const words = {
  // Changes that wait for a second person
  ownChange: 'You asked for this change, so somebody else has to agree to it.',
  tooYoungToAgree:
    'Your role, your account or the link that you signed in by is younger than 7 days, so you do not count as a second person yet. Ask a colleague who has had theirs longer.',
  onePersonOfTwo:
    'In the last 7 days one of you gave the other their account, role, link or code, or changed their contacts, so the two of you do not count as two people. Ask another administrator or security officer.',
  decidedAlready: 'This is decided already.',
  unknownChange: 'This version of Gatehouse no longer knows such a change.',
  addedMeanwhile: 'Something by that name or address was added in the meantime.',
  askerMayNot: 'Whoever asked for it no longer may.',
  nobodyAgreed: 'Nobody agreed to it within 30 days.',
  withdrawnByLink: 'It was withdrawn by the link in a mail about it.',
  withdrawnBy: '{name} withdrew it.',
  nothingToWithdraw:
    'This change has been decided already, so there is nothing to withdraw. If something is wrong, tell your help desk.',
  noSuchChange: 'There is no such change.',
  changeOver:
    '{state, select, in_effect {This change has taken effect. There is nothing left to decide.} withdrawn {This change was withdrawn. There is nothing left to decide.} failed {This change could not take effect and is over. There is nothing left to decide.} other {This change is over. There is nothing left to decide.}}',
  changeOverBy:
    '{state, select, in_effect {This change has taken effect ({name}). There is nothing left to decide.} withdrawn {This change was withdrawn ({name}). There is nothing left to decide.} failed {This change could not take effect and is over ({name}). There is nothing left to decide.} other {This change is over ({name}). There is nothing left to decide.}}',

  // What an officer of old has to do
  officerOfOld:
    '{what, select, unfreeze {A security officer whose role, and link that they signed in by, are at least 7 days old has to unfreeze.} other {A security officer whose role, and link that they signed in by, are at least 7 days old has to save this change: it makes resets or a first setup easier.}}',
} as const;
