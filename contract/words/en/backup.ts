/** Backups: what `gatehouse backup`, `verify-backup` and `restore` say and refuse. */
export const words = {
  made: '{file} holds {organisation} as of {at}: {people, plural, one {# person} other {# people}}, {events, plural, one {# event} other {# events}} of the audit log, {megabytes} MB.',
  digest: 'SHA-256 of the file: {sha256}',
  keepKey:
    'The key that opens it is not in it (fingerprint {fingerprint}). Keep a copy of the key in another place.',
  whole:
    '{file} is undamaged and complete: {organisation} as of {at}, {people, plural, one {# person} other {# people}}, {events, plural, one {# event} other {# events}} of the audit log, all in order.',
  progress: '{rows, number} of {of, number} rows',
  passphrase: 'Passphrase of the backup:',
  passphraseOnInput: 'Give the passphrase of the backup on standard input.',

  fileThere: 'The file {file} already exists and was not overwritten. Name another file.',
  notWritten: 'The file {file} can’t be written ({code}). Nothing is left of it.',
  databaseLost:
    'The database went away while it was copied, so {file} was not made ({why}). Once the database answers, run the command again.',
  notNoted:
    '{file} is whole, but its entry in the audit log could not be written ({why}). So the age of the last backup stays as it was.',
  noBackup: '{file} is not a backup of Gatehouse.',
  broken: 'The backup {file} is damaged, incomplete, or was changed. Use another one.',
  otherKey:
    'This backup opens with the key with the fingerprint {fingerprint}, and the key given is {given}. Name its key with --key-file.',
  noKeyInside:
    'This backup opens with the key with the fingerprint {fingerprint}, and there is no key in it. Name the key with --key-file.',
  wrongPassphrase: 'That is not the passphrase of this backup.',

  // each day, by the server
  folderUnusable: 'The folder {folder} for backups can’t be used ({code}).',
  logBrokenInside:
    'The audit log in the backup {file} is not in order ({problems, plural, one {# problem} other {# problems}}). It and all earlier backups are kept. Run `gatehouse audit verify`.',
  seeLog: 'The server’s log says why.',

  // restore
  nameToReplace: 'Name of the organisation to replace:',
  nameOnInput: 'Give the name of the organisation to replace on standard input.',
  notEmpty:
    '{organisation} is there already. Name an empty place, or replace it with --replace; nothing was changed.',
  otherName: 'That is not the name of the organisation that is there. Nothing was changed.',
  keyOnPostgres:
    'Name a file for the key that is inside the backup, with --write-key; on PostgreSQL, all servers need it.',
  keyThere:
    'The key file {file} already exists, with another key. Name the key of the backup with --key-file, or another file with --write-key.',
  exportNotWhole: 'The export {file} can’t be used. {problem}',
  exportOfAnother:
    'The export {file} is not of the log in this backup, or ends before it. Name an export that was made after the backup.',
  logNotWhole:
    'WARNING: the audit log in the backup is not in order ({problems, plural, one {# problem} other {# problems}}). It is restored as it is.',
  wouldRestore:
    'This backup can be restored here: {organisation} as of {at}, {people, plural, one {# person} other {# people}}, {events, plural, one {# event} other {# events}} of the audit log. Nothing was changed.',
  restored:
    '{organisation} is restored as of {at}: {people, plural, one {# person} other {# people}}, {events, plural, one {# event} other {# events}} of the audit log. Staff get a mail.',
  ended:
    'Ended: {sessions, plural, one {# session} other {# sessions}}, {activationCodes, plural, one {# activation code} other {# activation codes}}, {enrolments, plural, one {# setup} other {# setups}} under way, {mails, plural, one {# mail} other {# mails}} not sent, {changes, plural, one {# pending change} other {# pending changes}}. {requests, plural, one {# reset request has} other {# reset requests have}} to be verified again.',
  replayed:
    'Applied again: {resets} resets, {stops} stopped authenticators, {suspensions} suspensions, {roles} roles, {passwords} passwords, {locks} locks, {unlinked} SSO links, {exemptions} exemptions. Frozen again: {freezes} switches.',
  setAside: 'Checkpoints of the earlier log were moved to {file}.',
  keyWritten: 'The key was written to {file}.',
  fileOrAccept: 'Name the backup, or give --accept alone for a database that was put back by other means.',
  putBack:
    'This database ends at event {sequence, number} of its audit log, but {file} has a signed checkpoint of another log, which reached event {count, number}: the database was put back to an earlier state. Put the right one there, or accept it as it is with `gatehouse restore --accept`: then nobody is signed in, and no earlier code or link works.',
  accepted: 'This database is accepted as it is, as of {at}. Staff get a mail.',
  overByRestore: 'Gatehouse was restored from a backup meanwhile.',
} as const;
