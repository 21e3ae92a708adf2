/** What stands in the way of a start: the key and the database. */
export const words = {
  // Where the key comes from: {source} of the sentences below
  fromFile: 'the file {path}',
  fromDesktop: 'the desktop app',

  // The key
  namedTwice: 'The key is given twice, by {one} and by {other}. Leave one of them out.',
  fromCommand: 'the command of --key-command',
  keyCommandFailed:
    'The command prints no key ({why}). Run it yourself, as the account of the server, and see what it says.',
  nameKey:
    'On PostgreSQL you name the key, because all servers of a database need the same one: --key-file FILE (GATEHOUSE_KEY_FILE), or the key itself in GATEHOUSE_KEY. `gatehouse keys create FILE` creates one.',
  keyFileLost: 'The key file {path} is missing, but there is a database. Put the file back from its backup.',
  keyFileNotMade: 'The key file {path} can’t be created ({code}). Check its folder.',
  keyFileNotWritten:
    'The key file {path} can’t be written ({code}). Let this account write in its folder, or add the new version by hand: docs/operating.md says how.',
  noKeyFile:
    'There is no key file {path}. Name the one that this database was made with; for a new database, `gatehouse keys create {path}` creates it.',
  notKeyFile: '{path} is not a key file. Name one that `gatehouse keys create FILE` has created.',
  folderNotKeyFile:
    '{path} is a folder, not a key file. Name one that `gatehouse keys create FILE` has created.',
  keyFileOpen: 'The key file {path} can be read by others. Run: chmod 600 {path}',
  keyFileUnreadable:
    'The key file {path} can’t be read ({code}). Let the account that runs the server read it.',
  keyFileUnusable: 'The key file {path} can’t be used. {problem}',
  keyUnusable: 'The key can’t be used. {problem}',
  oddKey: 'A key must look like 1:… with 43 characters of base64url.',
  keyTwice: 'Key version {version} appears twice.',
  noKey: 'No key was found.',

  // The key of the database
  otherSeal:
    'What is sealed in this database was not sealed with the key that {source} gives (fingerprint {fingerprint}), and nothing was changed: give the key that it was made with.',
  otherKey:
    'This database belongs to the key with the fingerprint {own}, but {source} gives {given}, and nothing was changed: give the key of this database.',

  // The database
  dataNotOpened: 'The database that --data (GATEHOUSE_DATA) names can’t be opened: {why}',
  databaseNotOpened: 'The database that --database-url (GATEHOUSE_DATABASE_URL) names can’t be opened: {why}',
  notUtf8:
    "This database is encoded as {encoding}, in which not every name can be written. Create one as UTF8: create database gatehouse encoding 'UTF8' template template0.",
  noTableRights:
    'The user {user} may not work with the tables of this database: grant select, insert, update and delete on all tables in the schema to {user}.',
  noSchemaRights:
    'The schema of this database is not current, and the user {user} may not change it: run `gatehouse migrate` with the address of a user who may, then start again.',
  newer:
    'This database was made by a newer Gatehouse (it has "{migration}"). Update this server, then start it again.',
} as const;
