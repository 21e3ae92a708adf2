import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { isSupportedCountry } from 'libphonenumber-js/min';
import { Value } from 'typebox/value';
import { Email, Line } from '../../contract/schemas.ts';
import { textFault } from '../../contract/text.ts';
import type { TextFormat } from '../../contract/text.ts';
import { readDestination } from '../features/audit/places/destination.ts';
import type { ServerOptions } from '../main.ts';

/** Where the organisation's data and key are. */
export interface Place {
  data?: string;
  databaseUrl?: string;
  listenUrl?: string;
  keyFile?: string;
}

export interface Listening {
  host?: string;
  port?: number;
  tlsCert?: string;
  tlsKey?: string;
  trustProxy?: string[];
  addressLimit?: number;
  drainSeconds?: number;
}

/** Where checkpoints of the audit log go besides the data folder. */
export interface Checkpoints {
  checkpointTo?: string;
}

export interface Mailing {
  smtpUrl?: string;
  mailFrom?: string;
  publicUrl?: string;
}

const DEFAULT_DATA = '.gatehouse';

/** Each option is a `GATEHOUSE_*` variable, too; the command line goes before it. */
const option = (flags: string, description: string) => {
  const made = new Option(flags, description);
  return made.env(`GATEHOUSE_${made.long?.slice(2).replaceAll('-', '_').toUpperCase() ?? ''}`);
};

/** @param unlessTold the folder that is taken where none is given */
export function withPlace(command: Command, unlessTold = DEFAULT_DATA): Command {
  return command
    .addOption(option('--data <dir>', `folder of the database and the key (${unlessTold} unless told)`))
    .addOption(option('--database-url <url>', 'PostgreSQL instead of SQLite'))
    .addOption(
      option('--listen-url <url>', 'the same database past PgBouncer, where that shares connections'),
    )
    .addOption(
      option(
        '--key-file <file>',
        'file with the key (with SQLite gatehouse.key in the data folder unless told)',
      ),
    );
}

export function withMailing(command: Command): Command {
  return command
    .addOption(option('--smtp-url <url>', 'mail server, e.g. smtps://user:password@mail.example.org'))
    .addOption(option('--mail-from <address>', 'sender of mails').argParser(email))
    .addOption(option('--public-url <url>', 'address that mails link to').argParser(publicUrl));
}

export function withCheckpoints(command: Command): Command {
  return command.addOption(
    option(
      '--checkpoint-to <place>',
      'where signed checkpoints of the audit log go, too: a file, syslog://host:514 or https://…',
    ).argParser(destination),
  );
}

export function withListening(command: Command): Command {
  return command
    .addOption(option('--host <host>', 'address to listen on (127.0.0.1 unless told)'))
    .addOption(option('--port <port>', 'port to listen on (8470 unless told; 0 is any)').argParser(port))
    .addOption(option('--tls-cert <file>', 'certificate chain (PEM)'))
    .addOption(option('--tls-key <file>', 'its key (PEM)'))
    .addOption(option('--trust-proxy <list>', 'proxies whose forwarded headers are believed').argParser(list))
    .addOption(
      option(
        '--address-limit <n>',
        'requests a minute from one address to public operations (120)',
      ).argParser(count),
    )
    .addOption(
      option(
        '--drain-seconds <n>',
        'how long a server that is told to stop says that it is not ready and goes on (5 on PostgreSQL, else 0)',
      ).argParser(seconds),
    );
}

/** What the server is opened with. SECURITY: the key itself comes by the environment, never as an argument. */
export function placeOptions({ data, databaseUrl, listenUrl, keyFile }: Place): ServerOptions {
  // An empty variable, as compose files make it of one that isn't set, is none.
  const keyEnv = process.env['GATEHOUSE_KEY'] || undefined;
  return {
    dataDir: data ?? (databaseUrl ? undefined : DEFAULT_DATA),
    databaseUrl,
    listenUrl,
    keyFile,
    keyEnv,
  };
}

export function count(text: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number above 0.');
  return Number(text);
}

function seconds(text: string): number {
  if (!/^[0-9]{1,3}$/.test(text) || Number(text) > 600) {
    throw new InvalidArgumentError('Give a whole number of seconds from 0 to 600.');
  }
  return Number(text);
}

function port(text: string): number {
  if (!/^[0-9]{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  }
  return Number(text);
}

const isEmail = (text: string): boolean => Value.Check(Email, text);

function refuseHidden(text: string, format: TextFormat): void {
  const fault = textFault(text, format);
  if (fault) throw new InvalidArgumentError(`It ${fault}. Type it again without it.`);
}

export function email(text: string): string {
  refuseHidden(text, 'address');
  if (!isEmail(text)) throw new InvalidArgumentError(`“${text}” is not an e-mail address.`);
  return text;
}

export function country(text: string): string {
  if (!isSupportedCountry(text))
    throw new InvalidArgumentError('Give the two letters of a country, like GB.');
  return text;
}

export function line(text: string): string {
  refuseHidden(text, 'text');
  if (!Value.Check(Line(100), text)) throw new InvalidArgumentError('Give 1 to 100 characters on one line.');
  return text;
}

function destination(text: string): string {
  try {
    readDestination(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
  return text;
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function publicUrl(text: string): string {
  refuseHidden(text, 'address');
  if (!/^https?:\/\/[^\s/?#]+\/?$/.test(text)) {
    throw new InvalidArgumentError('Give an address like https://gatehouse.example.org, without a path.');
  }
  return text;
}
