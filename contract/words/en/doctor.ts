/** What `gatehouse doctor` finds, each with what to do. */
export const words = {
  well: 'Everything is in order.',
  advice: 'Advice, not faults:',
  faults: '{count, plural, one {# thing has} other {# things have}} to be put right.',
  late: 'It could not be checked within {seconds, plural, one {# second} other {# seconds}}. Check what it depends on, and look again.',
  notLooked: 'It could not be checked: {why}',
  oldSchema:
    '{waiting, plural, one {# migration waits} other {# migrations wait}}. Make a backup, then run `gatehouse migrate`, or start the server.',
  clockOff:
    'The clock of this machine and that of the database differ by {seconds, plural, one {# second} other {# seconds}}. Let both keep time by NTP.',
  clockBehind:
    'The clock of this machine is behind the last event of the audit log. Set it right, and let it keep time by NTP.',
  noPublicUrl:
    'No public address is set, so links in mails lead nowhere. Set it with --public-url or in Settings.',
  noDns:
    'The name {host} of the public address does not resolve. Create its DNS record, or correct the address.',
  tlsRefused: 'A browser would not open {address} ({why}). Check what answers there, and its certificate.',
  tlsEnded: 'The certificate ended on {at}. Renew it.',
  tlsEnds: 'The certificate ends on {at}. Renew it before.',
  noMail: 'There is no mail server, so nobody gets a mail. Set it with --smtp-url or in Settings.',
  mailRefused: 'The mail server can’t be used: {why}',
  noBackup:
    'No backup was ever made. Make one with `gatehouse backup FILE`, and let the server make one each day with --backup-dir.',
  oldBackup:
    'The last backup is {days, plural, one {# day} other {# days}} old. Make one with `gatehouse backup FILE`, and find out why none was made since.',
  littleDisk: 'In {folder} there are {megabytes, number} MB free. Make room.',
  noCheckpoints:
    'No file of checkpoints is kept elsewhere, so nobody could tell if all of the database were put back to an earlier state. Name one on another disk with --checkpoint-to.',
  siemBehind:
    '{waiting, plural, one {# event waits} other {# events wait}} for the SIEM ({destination}), the oldest for {minutes, plural, one {# minute} other {# minutes}}. Check that a server runs with this destination.',
  siemFails:
    'The SIEM ({destination}) has taken nothing for {minutes, plural, one {# minute} other {# minutes}} ({why}); {waiting, plural, one {# event waits} other {# events wait}}. Check what answers there, its certificate and the way to it.',
  putBack:
    'The database was put back to an earlier state: {file} has a checkpoint of event {count, number} of another log. Put the right one there, or run `gatehouse restore --accept`.',
  policyBroken:
    'The policy in force is missing, can’t be read, or was altered in the database, so nobody signs in and nothing is decided. Find out who writes to the database, then run `gatehouse recover`: it puts the default policy in force.',
  policyAltered:
    'Somebody altered an earlier version of the policy in the database, so no reset is decided. Find out who writes to the database, then run `gatehouse recover`: it puts the default policy in the place of that version.',
  replicaAway:
    'The replica of the database can’t be used: {why}. Lists, searches and exports come from the primary meanwhile.',
  replicaOther:
    'The server that --database-replica names doesn’t follow this database. Lists, searches and exports come from the primary. Name a standby of it.',
  replicaBehind:
    'The replica of the database is {seconds, plural, one {# second} other {# seconds}} behind. Lists, searches and exports come from the primary until it has caught up. See pg_stat_replication on the primary.',
} as const;
