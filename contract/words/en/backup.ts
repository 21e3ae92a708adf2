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
  notWritten: 'The file {file} cannot be written ({code}). Nothing is left of it.',
  noBackup: '{file} is not a backup of Gatehouse.',
  broken: 'The backup {file} is damaged, incomplete, or was changed. Use another one.',
  otherKey:
    'This backup opens with the key with the fingerprint {fingerprint}, and the key given is {given}. Name its key with --key-file.',
  noKeyInside:
    'This backup opens with the key with the fingerprint {fingerprint}, and there is no key in it. Name the key with --key-file.',
  wrongPassphrase: 'That is not the passphrase of this backup.',
} as const;
