import { isSupportedCountry } from 'libphonenumber-js/min';
import { Value } from 'typebox/value';
import { Email, Line } from '../../contract/schemas.ts';
import { readHost, readPort, readProxies } from '../config/hosts.ts';
import { readFileToWrite, readFolder } from '../config/paths.ts';
import { readPublicUrl } from '../config/publicUrl.ts';
import { readSmtpUrl } from '../config/smtpUrl.ts';
import { WrongValue } from '../config/wrongValue.ts';
import { readKeyFile, readKeyText } from '../crypto/keyFile.ts';
import { readPostgresUrl } from '../db/postgresUrl.ts';
import { usernameProblem } from '../domain/people/username.ts';
import { readDestination } from '../features/audit/places/destination.ts';
import { inEnglish } from '../words.ts';
import { readPublicKeys } from './publicKeys.ts';
import { readCertificateFile, readTlsKeyFile } from './tlsFiles.ts';

/** What one option means, on the command line and as a variable. */
export interface Spec<T> {
  /** Without it, it is a variable only. */
  flags?: string;
  about: string;
  /** A value that is right, for the refusal of one that isn't. */
  example?: string;
  /** False for what belongs to one command: it is given each time, and is no configuration. */
  variable?: false;
  /** Words or a path, in which scripts and emoji may need what nobody sees; what machines compare needs none. */
  words?: true;
  /** Its value. Throws what is wrong with the text, in whole sentences that show no secret. */
  read(text: string): T | Promise<T>;
}

/** The same text where `judge` doesn't throw. */
const unless =
  (judge: (text: string) => unknown) =>
  (text: string): string => {
    judge(text);
    return text;
  };

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const MOST_SAMPLE_USERS = 20_000;

/** Every option and variable, by the name that the program knows it by. One table for both (10.B2). */
export const SPECS = {
  data: {
    flags: '--data <dir>',
    about: 'folder of the database and the key (.gatehouse unless told)',
    example: '/var/lib/gatehouse',
    words: true,
    read: readFolder,
  },
  databaseUrl: {
    flags: '--database-url <url>',
    about: 'PostgreSQL instead of SQLite',
    example: 'postgres://gatehouse:password@db.example.org:5432/gatehouse',
    read: unless(readPostgresUrl),
  },
  listenUrl: {
    flags: '--listen-url <url>',
    about: 'the same database past PgBouncer, where that shares connections',
    example: 'postgres://gatehouse:password@db.example.org:5432/gatehouse',
    read: unless(readPostgresUrl),
  },
  keyFile: {
    flags: '--key-file <file>',
    about: 'file with the key (with SQLite gatehouse.key in the data folder unless told)',
    words: true,
    read: unless(readKeyFile),
  },
  key: {
    about: 'the key itself, as a key file has it',
    read: unless(readKeyText),
  },
  logLevel: {
    about: `how much is logged (warn unless told): ${LOG_LEVELS.join(', ')}`,
    example: 'info',
    read: oneOf(LOG_LEVELS),
  },
  host: {
    flags: '--host <host>',
    about: 'address to listen on (127.0.0.1 unless told)',
    example: '0.0.0.0',
    read: readHost,
  },
  port: {
    flags: '--port <port>',
    about: 'port to listen on (8470 unless told; 0 is any)',
    example: '8470',
    read: (text: string) => readPort(text, 0),
  },
  tlsCert: {
    flags: '--tls-cert <file>',
    about: 'certificate chain (PEM)',
    example: '/etc/gatehouse/fullchain.pem',
    words: true,
    read: readCertificateFile,
  },
  tlsKey: {
    flags: '--tls-key <file>',
    about: 'its key (PEM)',
    example: '/etc/gatehouse/key.pem',
    words: true,
    read: readTlsKeyFile,
  },
  trustProxy: {
    flags: '--trust-proxy <list>',
    about: 'proxies whose forwarded headers are believed: addresses and networks, separated by commas',
    example: '10.0.0.5,192.168.7.0/24',
    read: readProxies,
  },
  addressLimit: {
    flags: '--address-limit <n>',
    about: 'requests a minute from one address to public operations (120 unless told)',
    example: '120',
    read: countUpTo(1_000_000),
  },
  drainSeconds: {
    flags: '--drain-seconds <n>',
    about:
      'how long a server that is told to stop says that it is not ready and goes on (5 on PostgreSQL, else 0)',
    example: '5',
    read: (text: string) => {
      if (/^[0-9]{1,3}$/.test(text) && Number(text) <= 600) return Number(text);
      throw new WrongValue('It is no whole number of seconds from 0 to 600.');
    },
  },
  smtpUrl: {
    flags: '--smtp-url <url>',
    about: 'mail server',
    example: 'smtps://user:password@mail.example.org:465',
    read: unless(readSmtpUrl),
  },
  mailFrom: {
    flags: '--mail-from <address>',
    about: 'sender of mails',
    example: 'gatehouse@example.org',
    read: email,
  },
  publicUrl: {
    flags: '--public-url <url>',
    about: 'address that mails link to',
    example: 'https://gatehouse.example.org',
    read: unless(readPublicUrl),
  },
  checkpointTo: {
    flags: '--checkpoint-to <place>',
    about: 'where signed checkpoints of the audit log go, too: a file, syslog://host:514 or https://…',
    example: '/mnt/other/gatehouse-checkpoints.jsonl',
    words: true,
    read: unless((text) => {
      const place = readDestination(text);
      if ('path' in place) readFileToWrite(place.path);
    }),
  },
  organisation: {
    flags: '--organisation <name>',
    about: 'name of the organisation',
    variable: false,
    words: true,
    read: line,
  },
  admin: {
    flags: '--admin <username>',
    about: 'username of the first administrator',
    variable: false,
    read: unless((text) => {
      const problem = usernameProblem(text);
      if (problem) throw new WrongValue(inEnglish(problem));
    }),
  },
  adminEmail: {
    flags: '--admin-email <mail>',
    about: 'their e-mail address',
    example: 'ada@example.org',
    variable: false,
    read: email,
  },
  adminName: {
    flags: '--admin-name <name>',
    about: 'their name; the username unless told',
    variable: false,
    words: true,
    read: line,
  },
  country: {
    flags: '--country <code>',
    about: 'whose phone numbers they are; the organisation’s unless told',
    example: 'GB',
    variable: false,
    read: unless((text) => {
      if (!isSupportedCountry(text)) throw new WrongValue('Give the two letters of a country.');
    }),
  },
  users: {
    flags: '--users <n>',
    about: `how many people (250 unless told, at most ${MOST_SAMPLE_USERS})`,
    example: '500',
    variable: false,
    read: countUpTo(MOST_SAMPLE_USERS),
  },
  publicKey: {
    flags: '--public-key <file>',
    about: 'of an export: what `gatehouse audit key` prints, or Settings shows',
    example: 'gatehouse-audit.pub',
    variable: false,
    words: true,
    read: readPublicKeys,
  },
} satisfies Record<string, Spec<unknown>>;

export type OptionName = keyof typeof SPECS;

function countUpTo(most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (/^[1-9][0-9]{0,8}$/.test(text) && count <= most) return count;
    throw new WrongValue(`It is no whole number from 1 to ${most}.`);
  };
}

function oneOf(values: readonly string[]): (text: string) => string {
  return unless((text) => {
    if (!values.includes(text)) throw new WrongValue(`It is none of ${values.join(', ')}.`);
  });
}

function email(text: string): string {
  if (Value.Check(Email, text)) return text;
  throw new WrongValue('It is no e-mail address.');
}

function line(text: string): string {
  if (Value.Check(Line(100), text)) return text;
  throw new WrongValue('It has to be 1 to 100 characters on one line.');
}
