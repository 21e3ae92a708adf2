/** What mails say of values: who, which, how many. The mails themselves: `mails.ts`. */
export const words = {
  // Who
  operator: 'The operator of the server',
  refusedMail: '{to}: {said}',
  peopleUnread: '{system}: people there, last read on {at}. {why}',
  peopleNeverRead: '{system}: people there, never read since it was switched on, on {at}. {why}',
  logUnread: '{system}: what is done to factors there, last read on {at}. {why}',
  logNeverRead: '{system}: what is done to factors there, never read since {at}. {why}',
  machineHolder: 'Somebody with the machine of the server',
  somebody: 'somebody',
  people: '{names}',
  peopleAndMore: '{names} and {more, plural, one {# other} other {# others}}',

  // What
  alteredPart:
    '{what, select, mfa {That they have no MFA} address {Where mail to them goes} session {A session} role {A role} password {The password} sso_link {A link with an identity provider} other {Something of it}}',
  role: '{role, select, auditor {auditor} help_desk {help desk} security_officer {security officer} administrator {administrator} other {user}}',
  replayed: 'What the audit log up to event {sequence} revoked since then was revoked again.',
  tier: '{tier, select, standard {standard} elevated {elevated} other {privileged}}',
  noDepartment: 'none',
  unnamedAuthenticator: 'Your authenticator app',
  contacts: '{contacts}',
  contact:
    '{field, select, email {e-mail address} phone {phone number} mobile {mobile number} other {manager}}',
  requestLine: '{name} ({tier})',
  moreRequests: 'and {more, number} more',

  // The report of a month
  month: '{month}',
  reportResets: 'Resets that were done: {count, number} (the month before: {earlier, number})',
  reportTiers:
    'By tier: {standard, number} standard, {elevated, number} elevated, {privileged, number} privileged',
  reportDenied: 'Requests that were denied: {count, number}, as suspected attacks {attacks, number} of them',
  reportVetoed: 'Stopped by the person, because it wasn’t them: {count, number}',

  // What was changed
  none: 'none',
  mailServer: 'Mail server: {from} -> {to}',
  mailServerNow: 'Mail server now: {to}',
  mailPassword: 'Password at the mail server: {to, select, none {none} other {another one}}',
  sender: 'Sender of mails: {from} -> {to}',
  senderNow: 'Sender of mails now: {to}',
  publicUrl: 'Public address: {from} -> {to}',
  publicUrlNow: 'Public address now: {to}',
  server: '{address} ({secure, select, tls {TLS} starttls {STARTTLS} other {not encrypted}})',
  serverAs:
    '{address} ({secure, select, tls {TLS} starttls {STARTTLS} other {not encrypted}}, as {username})',
  serverByToken:
    '{address} ({secure, select, tls {TLS} starttls {STARTTLS} other {not encrypted}}, as {username} by a token of {service})',
  helpDeskPhone: 'Help desk’s phone: {from} -> {to}',
  helpDeskHours: 'Help desk’s hours: {from} -> {to}',

  // Checks that were made in the reader’s name
  checkRequestCode: '{name} was told your request code on {at}. Didn’t happen? Tell us.',
  checkCall: '{name} called you on {at}. Didn’t happen? Tell us.',
  checkCallTo: '{name} called the number ending {ending} on {at}. Didn’t happen? Tell us.',
  checkManager: 'Your manager {name} confirmed the request on {at}. Didn’t happen? Tell us.',
  checkVideo: '{name} saw your photo ID by video on {at}. Didn’t happen? Tell us.',
  checkInPerson: '{name} met you in person on {at}. Didn’t happen? Tell us.',
  checkCode: 'You gave a code from your authenticator app on {at}. Didn’t happen? Tell us.',

  // What was done in a connected system without a request here
  outsideLine: '{act, select, removed {Removed} other {Added}}: a factor of {person}, by {by}, {time}',
  moreOutside: 'and {more, number} more',
  outsideYours:
    '{act, select, removed {A factor of yours was removed} other {A factor was added to your account}} by {by}, {time}.',
  outsideByOurs: 'someone with the secret that is kept here',
  outsideById: 'the administrator {id}',

  // Sign-ins elsewhere
  linkClosed: 'No code is accepted there any more until two people link the account again.',

  // How a change ended
  nobodyAgreed: 'Nobody agreed to it within 30 days.',
} as const;
