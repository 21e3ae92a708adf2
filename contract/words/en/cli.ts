/** The command line: what commands say and refuse. What programs wait for or read is the same in every language. */
export const words = {
  // Any command
  unknownLanguage: '--language: “{name}” is not available. Available: {known}.',
  unknownCommand: 'There is no command “{word}”. `{above} help` lists the commands.',
  failed: 'Failed: {why}',
  emptyDatabase: 'There is no organisation in this database. Create it first: gatehouse init --help',
  emptyFolder: 'There is no organisation in the folder {folder}. Create it first: gatehouse init --help',
  unreadableFile: 'The file {file} can’t be read.',
  newPassword: 'New password:',
  passwordOnInput: 'Give the password on standard input.',

  // serve
  replicaOfNothing: '--database-replica needs --database-url, the database that it follows.',
  backupsNowhere: '--backup-at and --backup-keep need --backup-dir, the folder for the backups.',
  siemSecretTogether:
    '--siem-https and GATEHOUSE_SIEM_SECRET go together: batches are signed with the secret. Give both or neither.',
  siemKeyTogether: '--siem-cert and --siem-key go together: give both or neither.',
  noTracesThere:
    '{variable} must be an address that begins with http:// or https://: traces of requests are sent there.',
  dkimTogether: '--dkim-selector and --dkim-key go together: give both or neither.',
  siemNowhere: '--siem-ca and --siem-cert need --siem-syslog or --siem-https.',
  certificateRead: 'The certificate was read again. It ends on {at}.',
  tlsTogether: '--tls-cert and --tls-key go together: give both or neither.',
  portInUse: 'Port {port} of {host} is in use. Give another one with --port (GATEHOUSE_PORT).',
  portForbidden:
    'This account may not listen on port {port}. Give one above 1023 with --port (GATEHOUSE_PORT).',
  cannotListen:
    'This machine can’t listen on {host} ({code}). Give one of its own addresses with --host (GATEHOUSE_HOST), e.g. 0.0.0.0 for all of them.',
  noCheckpoints:
    'WARNING: no checkpoint of the audit log is kept outside this database, so nobody could tell if all of it were put back to an earlier state. Name a place with --checkpoint-to (GATEHOUSE_CHECKPOINT_TO): a file on another disk, syslog://host:514 or https://…',
  setUpBelow: 'This server has no organisation yet. Set it up, once, at the address below.',
  setUpOnce: 'This server has no organisation yet. Set it up, once, at {link}',
  linkForHere:
    'That address is for a browser on this machine. For another machine, give the address that leads here with --public-url (GATEHOUSE_PUBLIC_URL).',
  notInTime: 'Something did not end in time: the server stops without it.',

  // init
  ready: '{organisation} is ready. Sign in as {admin}, and set up multi-factor authentication at once.',

  // import-users
  unreadableCsv: 'The file {file} can’t be read. Name a CSV file that this account may read.',
  lineProblem: 'line {line}: {problem}',
  lineWithout: 'line {line}, imported without: {problem}',
  problemGroup: '{title}: {count, plural, one {# row} other {# rows}}',
  allLines: 'all {count, number} lines: {lines}',
  noSuchFields: 'Choose from these fields, separated by commas: {fields}.',
  columnsUnread: 'columns that are not read: {columns}',
  lineChanges: 'line {line}, changes: {problem}',
  changed: 'People who were there already: {updated} changed, {unchanged} unchanged.',
  wouldChange: 'People who are there already: {updated} would change, {unchanged} would not.',
  imported: '{imported} imported, {skipped} left out.',
  invitationsGo:
    'Their invitations go by mail when the server can send them: with its public address, and a mail server that took a test mail.',
  wouldImport: '{imported} can be imported, {skipped} can’t.',
  gone: 'In no row: {suspended} suspended.',
  wouldGo: 'In no row: {count} would be suspended, {kept} are staff or sensitive people and would stay.',
  goneAtMost: '--gone-at-most: Give a number of people, e.g. 20.',
  nothingToImport: 'Nothing in this file can be imported.',

  // sample
  sampleHere: '--host: A sample organisation is served to this machine only. Leave it out.',
  sample: '{organisation}, a sample organisation of {users} people. Sign in as one of these:',
  username: 'username',
  password: 'password',
  keyOf: 'key',
  forApps: 'for apps',

  // recover
  hiddenInUsername: 'The username holds {what}. Type it again without it.',
  policyRestored:
    'The policy was missing, could not be read, or was altered in the database: the default policy is in force now.',
  versionsReplaced:
    '{count, plural, one {# version} other {# versions}} of the policy had been altered in the database. The default policy replaces {count, plural, one {it} other {them}} in the history. Find out who writes to the database.',
  unlocked: '{name} is unlocked. All staff get a mail.',
  reset: 'MFA of {name} is reset. All staff get a mail.',
  setPasswordAt: 'They have no password yet. They set one here within 24 hours:',
  setPasswordAfter:
    'They have no password yet. They set one here within 24 hours, after the address of your server:',
  activationCode:
    'They sign in with their password and set up again with this activation code, within 24 hours:',

  // audit
  namePublicKey:
    'Give the public key of the server that made the export: --public-key FILE. `gatehouse audit key` prints it, and Settings shows it. Without it, a forged export would pass, too.',
  noExport: '{file} is not an export of the audit log.',
  ofFile: '{file}: {problem}',
  eventProblem: 'event {sequence}: {problem}',
  logBroken: 'The audit log is not whole: {problems} problems in {events} events.',
  logWhole: '{events} events, all in order.',
  notKnown: 'Not known: {what}',

  // keys
  keyFileThere:
    'The file {file} already exists and was not overwritten: a database may need the key in it. Name another file.',
  newKey: '{file} holds a new key, fingerprint {fingerprint}.',
  keepCopy: 'Keep a copy of it apart from copies of the database: without it no authenticator works.',
  keyByHand:
    'The key comes from {source}, which can’t be written here. Make a key with `gatehouse keys create FILE`, and put its line there beside the old one, as {version}:… instead of 1:…. Once every server can read it, run `gatehouse keys rotate` again.',
  keyPrepared:
    'Version {version} of the key is beside the old one ({source}), and nothing uses it yet. Give it to every server, then run `gatehouse keys rotate` without --prepare.',
  keyBegan: 'Version {version} of the key begins to seal once every server has had time to read it.',
  keyProgress: '{count, plural, one {# value} other {# values}} sealed anew …',
  keyWaits: 'The database doesn’t answer. The rotation goes on once it does.',
  keyStopped:
    'The rotation stopped, because the database can’t be used ({why}). Nothing is lost: every version in the key file works. Run `gatehouse keys rotate` again, and it goes on.',
  keyRotated:
    'Everything is sealed with version {version} of the key, fingerprint {fingerprint}; {count, plural, one {# value was} other {# values were}} sealed anew.',
  keyUnopened:
    '{count, plural, one {# value that no key here opens was} other {# values that no key here opens were}} left as before.',
  keepOldKey:
    'Keep the old versions beside it: older parts of the audit log and older backups need them. Copy the key to its safe place now, and give auditors what `gatehouse audit key` prints.',
  noKeyYet: 'There is no key there yet, and no database. A server creates both when it first starts.',
  keyFrom: 'The key comes from {source}, fingerprint {fingerprint}.',
  noDatabaseYet: 'There is no database in the folder {folder} yet. A server creates it when it first starts.',
  keyOfDatabase: 'It is the key of the database.',
  seals: 'Key {version} ({fingerprint}) seals or binds {count, plural, one {# value} other {# values}}.',
  sealedByNone:
    'Key {version} is not there, and seals or binds {count, plural, one {# value} other {# values}}.',
  nothingSealed: 'Nothing in the database is sealed yet.',

  // migrate
  schemaCurrent: 'The schema is current: there is nothing to do.',
  wouldMigrate: 'These migrations would be run:',
  migrated: 'These migrations were run:',
  searchNotIndexed:
    'Search works without an index, which is slow with many people: this user may not create the extension pg_trgm. Let the owner of the database run “create extension pg_trgm”; the next start makes the index.',
} as const;
