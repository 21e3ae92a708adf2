/** What a change that waits for a second person would do: in answers, mails and the audit log. */
export const words = {
  addProvider:
    '{linking, select, yes {Add the identity provider {name} ({issuer}, client {client}), with link by verified e-mail.} other {Add the identity provider {name} ({issuer}, client {client}).}}',
  changeProvider: 'Change the identity provider {name} ({issuer}): {changes}.',
  otherIssuer: 'issuer {issuer}',
  otherClient: 'client {client}',
  noSecret: 'no client secret',
  otherSecret: 'another client secret',
  linkByEmail: 'link by verified e-mail on',
  linkSubject:
    'Link the account of {name} to {subject} at the identity provider {provider}: signing in there with it signs in here as {name}.',
  linkEmail:
    'Link the account of {name} to the account with the address {email} at the identity provider {provider}: signing in there with it signs in here as {name}.',
  addSystem: 'Connect the system {name} ({kind}, {url}), in which resets then remove factors.',
  changeSystem: 'Change the connected system {name} ({url}): {changes}.',
  removeSystem: 'Remove the connected system {name} ({url}): resets no longer reach factors there.',
  saveAttestor:
    'Let {name} ask whether people are who they say: client {client}, answers go to {url}{secret, select, same {} other {, with another secret}}.',
  removeAttestor:
    'Stop answering {name} ({url}) whether people are who they say: your help desk no longer checks people for it.',
  otherName: 'its name becomes {name}',
  otherAddress: 'address {url}, which ends its links',
  otherRealm: 'realm {realm}, which ends its links',
  noRealm: 'no realm, which ends its links',
  noClient: 'no client',
  linkMany:
    'Link {count, plural, one {# person} other {# people}} to the accounts in {system} that a file names: {names}{more, plural, =0 {} other { and # more}}. Resets of theirs then remove the factors of those accounts.',
  linkByRule:
    'Link people to their accounts in {system} by a rule: where the {rule, select, username {username is the same} other {verified e-mail address is the same}}. Nobody checks each one; staff and sensitive people are left out.',
  readPeople:
    'Read who exists in {system} every {every, select, hour {hour} other {day}}: new people are added here, what changes there changes here, and people who are gone there for {days, plural, one {# day} other {# days}} are suspended here. Staff and sensitive people are left as they are.',
  linkSystem:
    'Link {name} to the account {account} in {system}: a reset of {name} then removes the factors of that account.',
  suspend: 'Suspend {name} ({username}), {roles}.',
  role: '{role, select, auditor {auditor} help_desk {help desk} security_officer {security officer} administrator {administrator} other {user}}',
  trustImport:
    'Trust the phone numbers and managers of the {count, plural, one {person} other {# people}} imported on {day}, as a file from the HR system.',
  unreadable: 'A change that can no longer be read.',
} as const;
