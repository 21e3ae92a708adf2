/** What help says of commands and their options, and what is wrong with a value. */
export const words = {
  // The program
  program: 'The server of an organisation’s console for multi-factor authentication.',
  howUsed: '`gatehouse help COMMAND` tells how it is used.',
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  commands: 'Commands:',
  onlyVariables: 'By variable only:',
  showHelp: 'display help for command',
  showVersion: 'output the version number',
  languageOption: 'language of what is said here: {known} (as LANG says unless told)',
  example: '{about}; e.g. {example}',

  // Commands
  serve: 'run the server; an empty one prints a link that sets it up, once',
  init: 'make the organisation and its first administrator; the password comes from standard input',
  migrate: 'bring the schema of the database up to date, as a user who may; servers do it at their start',
  dryMigrate: 'say what would be done, change nothing',
  importUsers: 'import users from a CSV; rows that cannot be imported are listed and left out',
  csvFile: 'CSV with the header {header}',
  dryImport: 'say what would happen, change nothing',
  initialPassword: 'one password for all, from standard input, for trials: no links are mailed',
  sample: 'serve a sample organisation on this machine, to look round in; its passwords are printed',
  sampleData: 'folder of the database and the key (a temporary one that goes at the end unless told)',
  recover:
    'reset the MFA of a user who has no other way back, and print an activation code; all staff are told',
  unlock: 'only unlock: the person still has the phone',
  audit: 'the audit log',
  verify: 'verify the audit log, or an export of it',
  exportFile: 'a file that was exported as jsonl; needs --public-key',
  auditKey: 'print the public key that verifies exports of the audit log',
  keys: 'the key that the database is sealed with',
  createKey: 'make a file with a new key, for a new database',
  newKeyFile: 'where it is made, for your account only; a file that is there is left as it is',
  checkKey: 'say where the key comes from, its fingerprint, and whether it is the key of the database',

  // Options, in the order of their table
  data: 'folder of the database and the key (.gatehouse unless told)',
  databaseUrl: 'PostgreSQL instead of SQLite',
  listenUrl: 'the same database past PgBouncer, where that shares connections',
  keyFile: 'file with the key (with SQLite gatehouse.key in the data folder unless told)',
  key: 'the key itself, as a key file has it',
  logLevel: 'how much is logged (warn unless told): {levels}',
  host: 'address to listen on (127.0.0.1 unless told)',
  port: 'port to listen on (8470 unless told; 0 is any)',
  tlsCert: 'certificate chain (PEM)',
  tlsKey: 'its key (PEM)',
  trustProxy: 'proxies whose forwarded headers are believed: addresses and networks, separated by commas',
  addressLimit: 'requests a minute from one address to public operations (120 unless told)',
  drainSeconds:
    'how long a server that is told to stop says that it is not ready and goes on (5 on PostgreSQL, else 0)',
  smtpUrl: 'mail server',
  mailFrom: 'sender of mails',
  publicUrl: 'address that mails link to',
  checkpointTo: 'where signed checkpoints of the audit log go, too: a file, syslog://host:514 or https://…',
  organisation: 'name of the organisation',
  admin: 'username of the first administrator',
  adminEmail: 'their e-mail address',
  adminName: 'their name; the username unless told',
  country: 'whose phone numbers they are; the organisation’s unless told',
  users: 'how many people (250 unless told, at most {most})',
  publicKey: 'of an export: what `gatehouse audit key` prints, or Settings shows',

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
  blankEnds: 'It begins or ends with a blank.',
  lineEnd: 'It holds a tab or the end of a line.',
  hidden: 'It holds a character that nobody sees: type it again without it.',
  empty: 'It is empty.',
  blanks: 'It holds nothing but blanks.',
  notSeconds: 'It is no whole number of seconds from 0 to 600.',
  notCount: 'It is no whole number from 1 to {most}.',
  noneOf: 'It is none of {known}.',
  notEmail: 'It is no e-mail address.',
  notLine: 'It has to be 1 to 100 characters on one line.',
  notCountry: 'Give the two letters of a country.',

  // Hosts, ports and addresses
  bracketed: 'An IPv6 address stands here without brackets.',
  zoned: 'An address with a zone cannot be opened by a browser.',
  notHost: 'It is no address and no name of a host; a port goes into --port.',
  unknownHost: '“{name}” is no address, and no name for which this machine finds one.',
  notPort: 'A port is a number from {least} to 65535.',
  noProxy: 'It names no proxy.',
  notProxy: '“{entry}” is no address and no network; a name has to be written as the address that it has.',
  notPublicUrl: 'It is no address that begins with https:// and names a host, without a path.',
  withUser: 'It holds a user or a password: leave them out.',
  severalHosts: 'It names more than one host.',
  badHost: 'Its host is no name and no address.',
  noHost: 'It names no host.',
  notSmtp: 'It does not begin with smtp:// or smtps://.',
  withPath: 'It has a path: leave that out.',
  accents: 'Write its host in letters without accents (xn--…).',
  encodeSmtp:
    'Its user or password holds a character that has to be percent-encoded: write @ as %40, / as %2F, : as %3A, # as %23, ? as %3F and % as %25.',
  unknownParameter: 'It has a parameter that is not known here; known are {known}.',
  badParameter: 'Its parameter {name} has no value that it can have.',
  notCheckpointScheme:
    'Checkpoints cannot go to {scheme}: name a file, syslog://host:514 or an https address, like https://vault.example/gatehouse.',
  notCheckpointUrl:
    'The address for checkpoints cannot be read: name a file, syslog://host:514 or an https address, like https://vault.example/gatehouse.',

  // The database’s address
  databaseUrlWrong: "The address of the database can't be used. {problem}",
  notPostgres: 'It has to begin with postgres://.',
  encodePostgres:
    'Its user or password holds a character that has to be percent-encoded: write @ as %40, / as %2F, ? as %3F, % as %25 and a space as %20.',
  unknownSetting: 'Its parameter “{name}” is not known here. Leave it out; known are {known}.',
  noHostAndPort: 'It names no host and port that can be read.',
  notConnectSeconds: 'Its connect_timeout is a number of seconds, like 3.',
  readingServer:
    'Its target_session_attrs={wanted} leads to a server that takes no writes. Write read-write, or leave it out: Gatehouse looks for the server that takes writes.',
  unknownServer:
    'Its target_session_attrs is not known. Write read-write, or leave it out: Gatehouse looks for the server that takes writes.',
  unknownSslmode: 'Its sslmode is not known. Write one of {known}.',
  unreadableOf:
    "The file {file} that its {parameter} names can't be read. Check the path and who may read it.",
  anybodysCertificate:
    "With sslmode={mode} anybody's certificate from a public authority would do. Name your own authority's with sslrootcert=FILE, or write sslmode=verify-full.",

  // Folders and files
  fileNotFolder: '{path} is a file, and no folder.',
  fileAbove: '{path} is a file, so that no folder can be made below it.',
  folderNotMade: 'The folder {path} cannot be made ({code}).',
  notFile: '{path} is no file.',
  folderNotFile: '{path} is no file, but a folder.',
  noFolder: 'The folder of {path} is not there: make it first, or name a file elsewhere.',
  notSeen: 'It cannot be looked at ({code}).',
  notWritable: 'The account that runs this may not write to {path} ({code}).',
  noReason: 'for no known reason',
  noKeyThere: "The key file can't be made there. {problem}",
  folderToMake: '--data (GATEHOUSE_DATA): {problem} Name a folder that can be made.',
  unreadable: 'The file {file} cannot be read.',
  unreadableFor: 'The file {file} cannot be read ({code}).',
  notAllowed: 'The file {file} may not be read. Let the account that runs the server read it.',
  noFile: 'There is no file {file}. Check its path.',
  isFolder: '{file} is a folder. Name the file itself.',
  noPublicKey:
    'The file {file} holds no public key: it has lines like 1:MCowBQYDK2Vw…, as `gatehouse audit key` prints them.',

  // Certificate and key of TLS
  notPem: '{file} is no PEM file.',
  noCertificate:
    '{file} holds no certificate in PEM form. Give one that begins with -----BEGIN CERTIFICATE-----.',
  damagedCertificate: 'The certificate in {file} is damaged. Copy it once more from where it was issued.',
  passphrase:
    'The key in {file} is protected by a passphrase, and nobody is there to type it when the server starts. Write it without one (openssl pkey -in {file} -out NEW), readable by the server’s account only.',
  noPrivateKey:
    '{file} holds no private key in PEM form. Give one that begins with -----BEGIN PRIVATE KEY-----.',
  damagedKey: 'The key in {file} is damaged. Copy it once more from where it was made.',
  otherKey:
    '--tls-key: The key in {key} does not belong to the certificate in {cert}. Give the key that the certificate was made for; in a chain the server’s own certificate comes first.',
  tlsRefuses:
    '--tls-cert: TLS refuses the certificate in {cert} ({reason}). Check that its whole chain is in the file, undamaged, and that its key is EC, or RSA of 2048 bits or more.',
  noReasonGiven: 'no reason given',
} as const;
