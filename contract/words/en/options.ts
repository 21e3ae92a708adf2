/** What help says of commands and their options, and what is wrong with a value. */
export const words = {
  // The program
  program: 'The server of an organisation’s console for multi-factor authentication.',
  howUsed: '`gatehouse help COMMAND` shows how to use it.',
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  commands: 'Commands:',
  onlyVariables: 'By variable only:',
  showHelp: 'display help for command',
  showVersion: 'output the version number',
  languageOption: 'language of the output: {known} (default: from LANG)',
  example: '{about}; e.g. {example}',

  // Commands
  serve: 'run the server; a new one prints a link that sets it up, once',
  init: 'create the organisation and its first administrator; reads the password from standard input',
  migrate: 'update the database schema as a database user who may; otherwise servers do it when they start',
  dryMigrate: 'show what would be done, and change nothing',
  backup: 'copy the organisation into one file that only its key opens, while servers run',
  backupFile: 'the file to create, readable by your account only; an existing file is never overwritten',
  withKey:
    'seal the key into the file, too, with a passphrase that is read from standard input (12 characters or more)',
  json: 'print the result as one line of JSON',
  verifyBackup: 'read all of a backup: whether it is undamaged and complete, and its audit log in order',
  backupThere: 'the backup; without its key, the passphrase of a key inside it is read from standard input',
  restore:
    'put a backup into an empty place, and end all that was under way when it was made; stop the servers first',
  accept:
    'accept a database that was put back by other means (a copied folder, a point in time of PostgreSQL), and end what was under way in the same way',
  dryRestore: 'check the backup and the place, and change nothing',
  replace:
    'replace what is there; the name of the organisation that goes is read from standard input, before a passphrase',
  since:
    'a later export of the audit log (jsonl): what it revokes is revoked again: resets, stopped authenticators, suspensions, roles, passwords, exemptions',
  doctor:
    'look at what the server depends on (database, key, clock, address, certificate, mail, backup, disk), and say what to do',
  importUsers: 'import users from a CSV file; rows that can’t be imported are listed and left out',
  csvFile: 'CSV file with the header {header}',
  leaveOutBadValues:
    'import rows without values that are bad and that nobody needs: role, department, phone, mobile, manager',
  leaveOutFields: 'the same for these fields only, separated by commas: {fields}',
  wholeFile: 'the file has everybody: people in no row are suspended; staff and sensitive people stay',
  goneAtMost: 'with --whole: change nothing if more people are in no row (default: 0)',
  mapping: 'which column is which, as JSON: {example}',
  dryImport: 'show what would happen, and change nothing',
  initialPassword:
    'one password for everyone, read from standard input; for trials, because no links are mailed',
  sample: 'serve a sample organisation on this machine to look around in, and print its passwords',
  sampleData: 'folder for the database and the key (default: a temporary one, deleted at the end)',
  recover:
    'reset the MFA of a user who has no other way back, and print an activation code; all staff get a mail',
  unlock: 'only unlock, for a person who still has the phone',
  audit: 'the audit log',
  verify: 'verify the audit log, or an export of it',
  exportFile: 'an export in the format jsonl; needs --public-key',
  auditKey: 'print the public key that verifies exports of the audit log',
  keys: 'the key that the database is sealed with',
  createKey: 'create a key file for a new database',
  newKeyFile: 'the file to create, readable by your account only; an existing file is never overwritten',
  rotateKey: 'replaces the key while servers run; if it was interrupted, run it again',
  prepareKey: 'only makes the new version, to be given to every server first',
  config: 'prints what is in force and from where; secrets are masked',
  configOption: 'the configuration file (default: {usual}, where there is one) [GATEHOUSE_CONFIG]',
  keyCommand: 'command that prints the key, e.g. from a vault; at most ten seconds',
  noConfigFile: 'No configuration file.',
  configFileOf: 'Configuration file: {path}',
  unset: 'not set',
  preset: 'default',
  notConfig: '{path} is not a configuration file.',
  configUnreadable:
    'The configuration file {path} can’t be read ({code}). Name one that this account may read.',
  configBroken:
    '{path}, line {line}, column {column}: this is not TOML. Texts stand in quotes, e.g. host = "0.0.0.0".',
  configKey: '{key} ({path}): there is no such setting. `gatehouse config` lists all settings.',
  configKeyLikely: '{key} ({path}): there is no such setting. Did you mean {likely}?',
  configValue: '{key} ({path}): it has to be a text in quotes, a whole number, or a list of texts.',
  configOpen:
    'The configuration file {path} holds a secret and can be read by others. Run: chmod 600 {path}, or put the secret into a file of its own (…_file).',
  setTwice: 'It is set twice, by {one} and by {other}. Leave one of them out.',
  notSecretFile: '{file} is not a file with a secret.',
  checkKey: 'show where the key comes from, its fingerprint, and whether it is the key of the database',

  // Options, in the order of their table
  data: 'folder for the database and the key (default: .gatehouse)',
  databaseUrl: 'address of a PostgreSQL database, instead of SQLite',
  databaseReplica: 'address of a standby of that database, for lists, searches, reports and exports',
  listenUrl: 'address of the same database without PgBouncer, where that shares connections',
  keyFile: 'file with the key (default with SQLite: gatehouse.key in the data folder)',
  key: 'the key itself, in the form that a key file has',
  logLevel: 'how much is logged (default: info for a server, else warn): {levels}',
  host: 'address to listen on (default: 127.0.0.1)',
  port: 'port to listen on (default: 8470; 0 takes any that is free)',
  tlsCert: 'certificate chain (PEM)',
  tlsKey: 'private key of the certificate (PEM)',
  trustProxy: 'proxies whose forwarded headers are trusted: addresses and networks, separated by commas',
  addressLimit: 'requests a minute from one address to public operations (default: 120)',
  drainSeconds:
    'how long a stopping server reports that it is not ready, but keeps answering (default: 5 on PostgreSQL, else 0)',
  smtpUrl: 'address of the mail server',
  mailFrom: 'address that mails come from',
  dkimSelector: 'name of the public key of --dkim-key in the DNS of the sender’s domain',
  dkimKey: 'private key that mails are signed with (DKIM): RSA, PEM',
  notSelector: 'a selector has letters, digits and hyphens only',
  notDkimKey: '{file} is no RSA key of 2048 bits or more',
  publicUrl: 'public address of this server, which links in mails lead to',
  checkpointTo:
    'second place for signed checkpoints of the audit log: a file, syslog://host:514 or https://…',
  siemSyslog: 'push the audit log to a SIEM by syslog over TLS (RFC 5425)',
  siemHttps: 'push the audit log in signed batches to an HTTPS endpoint; needs the secret',
  siemSecret: 'what these batches are signed with (HMAC-SHA-256): 32 characters or more',
  siemCa: 'certificate of the authority that alone is trusted there (PEM; default: those of the system)',
  siemCert: 'certificate that the server presents there, where it is asked for one (PEM)',
  siemKey: 'private key of that certificate (PEM)',
  backupDir: 'folder for a backup of everything each day; without it none is made',
  backupAt: 'time of day from which it is made, in the organisation’s time zone (default: 02:00)',
  metricsPort: 'serve metrics on a port of their own, to everybody who reaches it',
  metricsTokenFile: 'a file with the token that monitoring has to send as Bearer',
  notToken: 'the file must hold one token: 20 to 4096 visible characters without blanks',
  tokenFileOpen: 'others on this machine can read the file: chmod 600',
  tokenFileUnreadable: 'the file can’t be read ({code})',
  backupKeep: 'how many of these backups are kept (default: 14)',
  organisation: 'name of the organisation',
  admin: 'username of the first administrator',
  adminEmail: 'their e-mail address',
  adminName: 'their name (default: the username)',
  country: 'country of phone numbers that have no country code (default: the organisation’s)',
  users: 'how many people (default: 250, at most {most})',
  writeKey:
    'file to create with the key that is inside the backup (default with SQLite: gatehouse.key in the data folder)',
  publicKey: 'public key for an export: what `gatehouse audit key` prints, or Settings shows',

  // What is wrong with a command line: {name}, {option} and {command} stand between apostrophes
  noArgument: 'error: missing required argument {name}',
  noValue: 'error: option {option} argument missing',
  noOption: 'error: required option {option} not specified',
  unknownOption: 'error: unknown option {option}',
  tooMany:
    'error: too many arguments for {command}. Expected {expected, plural, one {# argument} other {# arguments}} but got {received, number}: {given}.',
  likely: '(Did you mean {likely}?)',
  oneOfThese: '(Did you mean one of {likely}?)',

  // What is wrong with a value: how it is told
  wrong: '{option}: {problem}',
  wrongLike: '{option}: {problem} Example: {example}',
  below: '{above}\n{below}',

  // Any value
  blankEnds: 'It begins or ends with a space.',
  lineEnd: 'It contains a tab or a line break.',
  hidden: 'It contains an invisible character. Type it again.',
  empty: 'It is empty.',
  blanks: 'It contains nothing but spaces.',
  notSeconds: 'It is not a whole number of seconds from 0 to 600.',
  notTimeOfDay: 'It is not a time from 00:00 to 23:59.',
  notCount: 'It is not a whole number from 1 to {most}.',
  noneOf: 'It is not one of {known}.',
  notEmail: 'It is not an e-mail address.',
  notLine: 'It has to be 1 to 100 characters on one line.',
  notCountry: 'Give the two-letter code of a country.',

  // Hosts, ports and addresses
  bracketed: 'Write an IPv6 address without brackets here.',
  zoned: 'A browser can’t open an address with a zone.',
  notHost: 'It is neither an address nor a host name. Give the port with --port.',
  unknownHost: '“{name}” is neither an address nor a name for which this machine finds one.',
  notPort: 'A port is a number from {least} to 65535.',
  noProxy: 'It names no proxy.',
  notProxy: '“{entry}” is neither an address nor a network. Write the address that a name stands for.',
  notPublicUrl: 'It has to begin with https:// and name a host, without a path.',
  withUser: 'It contains a user or a password. Leave them out.',
  severalHosts: 'It names more than one host.',
  badHost: 'Its host is neither a name nor an address.',
  noHost: 'It names no host.',
  notSmtp: 'It does not begin with smtp:// or smtps://.',
  withPath: 'It has a path. Leave that out.',
  accents: 'Write its host without accents, in its ASCII form (xn--…).',
  encodeSmtp:
    'Its user or password contains a character that has to be percent-encoded: write @ as %40, / as %2F, : as %3A, # as %23, ? as %3F and % as %25.',
  unknownParameter: 'It has an unknown parameter. The known ones are {known}.',
  badParameter: 'Its parameter {name} has a value that it can’t have.',
  notCheckpointScheme:
    'Checkpoints can’t go to {scheme}: name a file, syslog://host:514 or an https address, like https://vault.example/gatehouse.',
  notSyslogTls: 'It has to be syslog+tls://HOST or syslog+tls://HOST:PORT (6514 by default).',
  notBatchUrl:
    'It has to be an https address without ? and #, e.g. https://siem.example.org/gatehouse. Characters in a user or password have to be percent-encoded.',
  notSigningSecret: 'It has to be 32 to 4096 visible characters without blanks.',
  notCheckpointUrl:
    'The address for checkpoints can’t be read: name a file, syslog://host:514 or an https address, like https://vault.example/gatehouse.',

  // The database’s address
  databaseUrlWrong: 'The address of the database can’t be used. {problem}',
  notPostgres: 'It has to begin with postgres://.',
  encodePostgres:
    'Its user or password contains a character that has to be percent-encoded: write @ as %40, / as %2F, ? as %3F, % as %25 and a space as %20.',
  unknownSetting: 'Its parameter “{name}” is unknown. Leave it out. The known ones are {known}.',
  noHostAndPort: 'Its host and port can’t be read.',
  notConnectSeconds: 'Its connect_timeout has to be a number of seconds, such as 3.',
  readingServer:
    'Its target_session_attrs={wanted} leads to a server that takes no writes. Write read-write, or leave it out: Gatehouse looks for the server that takes writes.',
  unknownServer:
    'Its target_session_attrs is not known. Write read-write, or leave it out: Gatehouse looks for the server that takes writes.',
  unknownSslmode: 'Its sslmode is not known. Write one of {known}.',
  unreadableOf:
    'The file {file} that its {parameter} names can’t be read. Check the path and who may read it.',
  anybodysCertificate:
    "With sslmode={mode}, anybody's certificate from a public authority would be accepted. Name your own authority's with sslrootcert=FILE, or write sslmode=verify-full.",

  // Folders and files
  fileNotFolder: '{path} is a file, not a folder.',
  fileAbove: '{path} is a file, so no folder can be created below it.',
  folderNotMade: 'The folder {path} can’t be created ({code}).',
  notFile: '{path} is not a file.',
  folderNotFile: '{path} is a folder, not a file.',
  noFolder: 'The folder of {path} does not exist. Create it first, or name a file elsewhere.',
  notSeen: 'It can’t be examined ({code}).',
  notWritable: 'The account that runs this may not write to {path} ({code}).',
  noReason: 'for no known reason',
  noKeyThere: 'The key file can’t be created there. {problem}',
  folderToMake: '{option}: {problem} Name a folder that can be created.',
  unreadable: 'The file {file} can’t be read.',
  unreadableFor: 'The file {file} can’t be read ({code}).',
  notAllowed: 'The file {file} may not be read. Let the account that runs the server read it.',
  noFile: 'The file {file} does not exist. Check its path.',
  isFolder: '{file} is a folder. Name the file itself.',
  noPublicKey:
    'The file {file} contains no public key. It should have lines like 1:MCowBQYDK2Vw…, as `gatehouse audit key` prints them.',

  // Certificate and key of TLS
  notPem: '{file} is not a PEM file.',
  noCertificate:
    '{file} contains no certificate in PEM form. Give one that begins with -----BEGIN CERTIFICATE-----.',
  damagedCertificate: 'The certificate in {file} is damaged. Copy it again from where it was issued.',
  passphrase:
    'The key in {file} is protected by a passphrase, and nobody is there to type it when the server starts. Write it without one (openssl pkey -in {file} -out NEW), readable by the server’s account only.',
  noPrivateKey:
    '{file} contains no private key in PEM form. Give one that begins with -----BEGIN PRIVATE KEY-----.',
  damagedKey: 'The key in {file} is damaged. Copy it again from where it was created.',
  otherKey:
    '--tls-key: The key in {key} does not belong to the certificate in {cert}. Give the key that the certificate was made for; in a chain the server’s own certificate comes first.',
  tlsRefuses:
    '--tls-cert: TLS refuses the certificate in {cert} ({reason}). Check that its whole chain is in the file, undamaged, and that its key is EC, or RSA of 2048 bits or more.',
  noReasonGiven: 'no reason given',
} as const;
