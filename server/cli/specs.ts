import { sentence } from '../../contract/words/sentence.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
import { isSupportedCountry } from 'libphonenumber-js/min';
import { Value } from 'typebox/value';
import { Email, Line } from '../../contract/schemas.ts';
import { readHost, readPort, readProxies } from '../config/hosts.ts';
import { readFileToWrite, readFolder } from '../config/paths.ts';
import { readTokenFile } from '../config/tokenFile.ts';
import { readPublicUrl } from '../config/publicUrl.ts';
import { readBatchUrl, readSigningSecret, readSyslogTlsUrl } from '../config/siemUrl.ts';
import { readSmtpUrl } from '../config/smtpUrl.ts';
import { WrongValue } from '../config/wrongValue.ts';
import { runKeyCommand } from '../crypto/keyCommand.ts';
import { readKeyFile, readKeyText } from '../crypto/keyFile.ts';
import { readPostgresUrl, readReplicaUrl } from '../db/postgresUrl.ts';
import { usernameProblem } from '../domain/people/username.ts';
import { readDestination } from '../features/audit/places/destination.ts';
import { readPublicKeys } from './publicKeys.ts';
import { readCertificateFile, readDkimKeyFile, readTlsKeyFile } from './tlsFiles.ts';

/** What one option means, on the command line and as a variable. */
export interface Spec<T> {
  /** Without it, it is a variable only. */
  flags?: string;
  about: Sentence;
  /** A value that is right, for the refusal of one that isn't. */
  example?: string;
  /** False for what belongs to one command: it is given each time, and is no configuration. */
  variable?: false;
  /** It may lie in a file of its own, and is never shown. */
  secret?: true;
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
const MOST_BACKUPS = 1000;

/** Every option and variable, by the name that the program knows it by. One table for both (10.B2). */
export const SPECS = {
  data: {
    flags: '--data <dir>',
    about: sentence('options', 'data'),
    example: '/var/lib/gatehouse',
    words: true,
    read: readFolder,
  },
  databaseUrl: {
    flags: '--database-url <url>',
    secret: true,
    about: sentence('options', 'databaseUrl'),
    example: 'postgres://gatehouse:password@db.example.org:5432/gatehouse',
    read: unless(readPostgresUrl),
  },
  databaseReplica: {
    flags: '--database-replica <url>',
    secret: true,
    about: sentence('options', 'databaseReplica'),
    example: 'postgres://gatehouse:password@standby.example.org:5432/gatehouse',
    read: unless(readReplicaUrl),
  },
  listenUrl: {
    flags: '--listen-url <url>',
    secret: true,
    about: sentence('options', 'listenUrl'),
    example: 'postgres://gatehouse:password@db.example.org:5432/gatehouse',
    read: unless(readPostgresUrl),
  },
  keyFile: {
    flags: '--key-file <file>',
    about: sentence('options', 'keyFile'),
    words: true,
    read: unless(readKeyFile),
  },
  keyCommand: {
    flags: '--key-command <command>',
    about: sentence('options', 'keyCommand'),
    example: 'vault kv get -field=key secret/gatehouse',
    words: true,
    async read(command: string) {
      const text = await runKeyCommand(command);
      readKeyText(text);
      return { command, text };
    },
  },
  key: {
    about: sentence('options', 'key'),
    read: unless(readKeyText),
  },
  logLevel: {
    about: sentence('options', 'logLevel', { levels: LOG_LEVELS.join(', ') }),
    example: 'info',
    read: oneOf(LOG_LEVELS),
  },
  host: {
    flags: '--host <host>',
    about: sentence('options', 'host'),
    example: '0.0.0.0',
    read: readHost,
  },
  port: {
    flags: '--port <port>',
    about: sentence('options', 'port'),
    example: '8470',
    read: (text: string) => readPort(text, 0),
  },
  tlsCert: {
    flags: '--tls-cert <file>',
    about: sentence('options', 'tlsCert'),
    example: '/etc/gatehouse/fullchain.pem',
    words: true,
    read: readCertificateFile,
  },
  tlsKey: {
    flags: '--tls-key <file>',
    about: sentence('options', 'tlsKey'),
    example: '/etc/gatehouse/key.pem',
    words: true,
    read: readTlsKeyFile,
  },
  trustProxy: {
    flags: '--trust-proxy <list>',
    about: sentence('options', 'trustProxy'),
    example: '10.0.0.5,192.168.7.0/24',
    read: readProxies,
  },
  addressLimit: {
    flags: '--address-limit <n>',
    about: sentence('options', 'addressLimit'),
    example: '120',
    read: countUpTo(1_000_000),
  },
  drainSeconds: {
    flags: '--drain-seconds <n>',
    about: sentence('options', 'drainSeconds'),
    example: '5',
    read: (text: string) => {
      if (/^[0-9]{1,3}$/.test(text) && Number(text) <= 600) return Number(text);
      throw new WrongValue(sentence('options', 'notSeconds'));
    },
  },
  metricsPort: {
    flags: '--metrics-port <port>',
    about: sentence('options', 'metricsPort'),
    example: '9470',
    read: (text: string) => readPort(text, 0),
  },
  metricsTokenFile: {
    flags: '--metrics-token-file <file>',
    about: sentence('options', 'metricsTokenFile'),
    example: '/etc/gatehouse/metrics-token',
    words: true,
    read: readTokenFile,
  },
  smtpUrl: {
    flags: '--smtp-url <url>',
    secret: true,
    about: sentence('options', 'smtpUrl'),
    example: 'smtps://user:password@mail.example.org:465',
    read: unless(readSmtpUrl),
  },
  mailFrom: {
    flags: '--mail-from <address>',
    about: sentence('options', 'mailFrom'),
    example: 'gatehouse@example.org',
    read: email,
  },
  dkimSelector: {
    flags: '--dkim-selector <name>',
    about: sentence('options', 'dkimSelector'),
    example: 'gatehouse',
    read: (text: string) => {
      if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(text)) return text;
      throw new WrongValue(sentence('options', 'notSelector'));
    },
  },
  dkimKey: {
    flags: '--dkim-key <file>',
    about: sentence('options', 'dkimKey'),
    example: '/etc/gatehouse/dkim.pem',
    words: true,
    read: readDkimKeyFile,
  },
  publicUrl: {
    flags: '--public-url <url>',
    about: sentence('options', 'publicUrl'),
    example: 'https://gatehouse.example.org',
    read: unless(readPublicUrl),
  },
  checkpointTo: {
    flags: '--checkpoint-to <place>',
    about: sentence('options', 'checkpointTo'),
    example: '/mnt/other/gatehouse-checkpoints.jsonl',
    words: true,
    read: unless((text) => {
      const place = readDestination(text);
      if ('path' in place) readFileToWrite(place.path);
    }),
  },
  siemSyslog: {
    flags: '--siem-syslog <url>',
    about: sentence('options', 'siemSyslog'),
    example: 'syslog+tls://siem.example.org:6514',
    read: unless(readSyslogTlsUrl),
  },
  siemHttps: {
    flags: '--siem-https <url>',
    secret: true,
    about: sentence('options', 'siemHttps'),
    example: 'https://siem.example.org/gatehouse',
    read: unless(readBatchUrl),
  },
  siemSecret: {
    secret: true,
    about: sentence('options', 'siemSecret'),
    read: readSigningSecret,
  },
  siemCa: {
    flags: '--siem-ca <file>',
    about: sentence('options', 'siemCa'),
    example: '/etc/gatehouse/siem-ca.pem',
    words: true,
    read: readCertificateFile,
  },
  siemCert: {
    flags: '--siem-cert <file>',
    about: sentence('options', 'siemCert'),
    example: '/etc/gatehouse/siem.pem',
    words: true,
    read: readCertificateFile,
  },
  siemKey: {
    flags: '--siem-key <file>',
    about: sentence('options', 'siemKey'),
    example: '/etc/gatehouse/siem-key.pem',
    words: true,
    read: readTlsKeyFile,
  },
  backupDir: {
    flags: '--backup-dir <dir>',
    about: sentence('options', 'backupDir'),
    example: '/mnt/backups',
    words: true,
    read: readFolder,
  },
  backupAt: {
    flags: '--backup-at <time>',
    about: sentence('options', 'backupAt'),
    example: '02:30',
    read: readMinuteOfDay,
  },
  backupKeep: {
    flags: '--backup-keep <n>',
    about: sentence('options', 'backupKeep'),
    example: '14',
    read: countUpTo(MOST_BACKUPS),
  },
  organisation: {
    flags: '--organisation <name>',
    about: sentence('options', 'organisation'),
    variable: false,
    words: true,
    read: line,
  },
  admin: {
    flags: '--admin <username>',
    about: sentence('options', 'admin'),
    variable: false,
    read: unless((text) => {
      const problem = usernameProblem(text);
      if (problem) throw new WrongValue(problem);
    }),
  },
  adminEmail: {
    flags: '--admin-email <mail>',
    about: sentence('options', 'adminEmail'),
    example: 'ada@example.org',
    variable: false,
    read: email,
  },
  adminName: {
    flags: '--admin-name <name>',
    about: sentence('options', 'adminName'),
    variable: false,
    words: true,
    read: line,
  },
  country: {
    flags: '--country <code>',
    about: sentence('options', 'country'),
    example: 'GB',
    variable: false,
    read: unless((text) => {
      if (!isSupportedCountry(text)) throw new WrongValue(sentence('options', 'notCountry'));
    }),
  },
  users: {
    flags: '--users <n>',
    about: sentence('options', 'users', { most: String(MOST_SAMPLE_USERS) }),
    example: '500',
    variable: false,
    read: countUpTo(MOST_SAMPLE_USERS),
  },
  writeKey: {
    flags: '--write-key <file>',
    about: sentence('options', 'writeKey'),
    example: '/etc/gatehouse/key',
    variable: false,
    words: true,
    read: readFileToWrite,
  },
  publicKey: {
    flags: '--public-key <file>',
    about: sentence('options', 'publicKey'),
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
    throw new WrongValue(sentence('options', 'notCount', { most: String(most) }));
  };
}

function readMinuteOfDay(text: string): number {
  const [, hour, minute] = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined) throw new WrongValue(sentence('options', 'notTimeOfDay'));
  return Number(hour) * 60 + Number(minute);
}

function oneOf(values: readonly string[]): (text: string) => string {
  return unless((text) => {
    if (!values.includes(text))
      throw new WrongValue(sentence('options', 'noneOf', { known: values.join(', ') }));
  });
}

function email(text: string): string {
  if (Value.Check(Email, text)) return text;
  throw new WrongValue(sentence('options', 'notEmail'));
}

function line(text: string): string {
  if (Value.Check(Line(100), text)) return text;
  throw new WrongValue(sentence('options', 'notLine'));
}
