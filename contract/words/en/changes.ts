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
    'Link the account of {name} to {subject} at the identity provider {provider}: who signs in there so is signed in here as {name}.',
  linkEmail:
    'Link the account of {name} to whoever has the address {email} there at the identity provider {provider}: who signs in there so is signed in here as {name}.',
  addSystem: 'Connect the system {name} ({kind}, {url}), in which resets then remove factors.',
  changeSystem: 'Change the connected system {name} ({url}): {changes}.',
  removeSystem: 'Remove the connected system {name} ({url}): resets reach nobody’s factors there any more.',
  otherAddress: 'address {url}, which ends its links',
  otherRealm: 'realm {realm}, which ends its links',
  noRealm: 'no realm, which ends its links',
  noClient: 'no client',
  linkSystem:
    'Link {name} to the account {account} in {system}: a reset of {name} then removes the factors of that account.',
  suspend: 'Suspend {name} ({username}), {roles}.',
  role: '{role, select, auditor {auditor} help_desk {help desk} security_officer {security officer} administrator {administrator} other {user}}',
  trustImport:
    'Trust the phone numbers and managers of the {count, plural, one {person} other {# people}} imported on {day}, as a file from the HR system.',
  unreadable: 'A change that can no longer be read.',
} as const;
