import { sentence } from '../../contract/words/sentence.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
import { WrongValue } from '../config/wrongValue.ts';
import { postgresTls } from './postgresTls.ts';
import type { PostgresTls } from './postgresTls.ts';

/** Where a PostgreSQL database is and how it is reached, as a connection URI of libpq says. */
export interface PostgresPlace {
  /** In the order in which they are tried; a name that begins with `/` is a folder of sockets. */
  hosts: readonly { host: string; port: number }[];
  user: string | undefined;
  password: string | undefined;
  database: string | undefined;
  options: string | undefined;
  /** Milliseconds that each host has to answer a new connection. */
  connectTimeout: number;
  channelBinding: boolean;
  tls: PostgresTls;
}

const ENCODE = sentence('options', 'encodePostgres');

/** Parameters that are known; another one would be ignored without a word. */
const KNOWN = new Set(
  'host port user password dbname options application_name connect_timeout target_session_attrs sslmode sslrootcert sslcert sslkey channel_binding'.split(
    ' ',
  ),
);
const WRITING = ['any', 'read-write', 'primary'];
const READING = ['read-only', 'standby', 'prefer-standby'];

const DEFAULT_PORT = 5432;
const DEFAULT_CONNECT_SECONDS = 3;

/**
 * Reads a connection URI (PostgreSQL documentation §34.1.1.2): several hosts, sockets, TLS. Throws `WrongValue` with one sentence
 * that never shows a part of the password.
 */
export function readPostgresUrl(text: string, env: NodeJS.ProcessEnv = process.env): PostgresPlace {
  return readUrl(text, { env, allowed: WRITING });
}

/** The same of a server that follows the primary. */
export function readReplicaUrl(text: string, env: NodeJS.ProcessEnv = process.env): PostgresPlace {
  return readUrl(text, { env, allowed: ['any', ...READING] });
}

function readUrl(
  text: string,
  { env, allowed }: { env: NodeJS.ProcessEnv; allowed: readonly string[] },
): PostgresPlace {
  const [, rest] = /^postgres(?:ql)?:\/\/(.*)$/is.exec(text) ?? [];
  if (rest === undefined) throw wrong(sentence('options', 'notPostgres'));
  const [, userInfo, places = '', path = '', query = ''] =
    /^(?:([^/?]*)@)?([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(rest) ?? [];
  if (userInfo === undefined ? rest.includes('@') : /@|%(?![0-9a-f]{2})|\s/i.test(userInfo))
    throw wrong(ENCODE);

  const parameters = readParameters(query);
  const [, user = '', password] = /^([^:]*)(?::(.*))?$/s.exec(userInfo ?? '') ?? [];
  requireKind(parameters.get('target_session_attrs'), allowed);
  return {
    hosts: readHosts(places, parameters, env),
    user: (parameters.get('user') ?? decode(user)) || undefined,
    password: (parameters.get('password') ?? decode(password ?? '')) || undefined,
    database: (parameters.get('dbname') ?? decode(path)) || undefined,
    options: parameters.get('options'),
    connectTimeout: readSeconds(parameters.get('connect_timeout')) * 1000,
    channelBinding: ['prefer', 'require'].includes(parameters.get('channel_binding') ?? ''),
    tls: postgresTls(
      {
        mode: parameters.get('sslmode') ?? env['PGSSLMODE'],
        rootCert: parameters.get('sslrootcert') ?? env['PGSSLROOTCERT'],
        cert: parameters.get('sslcert') ?? env['PGSSLCERT'],
        key: parameters.get('sslkey') ?? env['PGSSLKEY'],
      },
      wrong,
    ),
  };
}

function readParameters(query: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const part of query.split('&').filter((entry) => entry !== '')) {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
    if (!KNOWN.has(name)) {
      throw wrong(sentence('options', 'unknownSetting', { name, known: [...KNOWN].join(', ') }));
    }
    parameters.set(name, decode(value));
  }
  return parameters;
}

function readHosts(
  places: string,
  parameters: Map<string, string>,
  env: NodeJS.ProcessEnv,
): { host: string; port: number }[] {
  const written = places === '' ? [] : places.split(',').map(readPlace);
  const named = parameters.get('host')?.split(',') ?? written.map(({ host }) => host);
  const ports = parameters.get('port')?.split(',') ?? written.map(({ port }) => port);
  const hosts = named.length === 0 ? [''] : named;
  return hosts.map((host, index) => ({
    host: host || env['PGHOST'] || 'localhost',
    port: readPort(ports[ports.length === 1 ? 0 : index] || env['PGPORT'] || String(DEFAULT_PORT)),
  }));
}

function readPlace(place: string): { host: string; port: string } {
  const [, bracketed, plain, port = ''] =
    /^(?:\[([0-9a-f:.%]+)\]|([^:[\]]*))(?::([0-9]*))?$/i.exec(place) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) throw wrong(sentence('options', 'noHostAndPort'));
  return { host: decode(host), port };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^[0-9]{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw wrong(sentence('options', 'notPort', { least: '1' }));
  }
  return port;
}

function readSeconds(text = String(DEFAULT_CONNECT_SECONDS)): number {
  if (!/^[1-9][0-9]{0,3}$/.test(text)) throw wrong(sentence('options', 'notConnectSeconds'));
  return Number(text);
}

/** Every host has to be what its option is for, whatever is asked for: a console can do nothing with one that takes no writes. */
function requireKind(wanted = 'any', allowed: readonly string[]): void {
  if (allowed.includes(wanted)) return;
  throw wrong(
    READING.includes(wanted)
      ? sentence('options', 'readingServer', { wanted })
      : sentence('options', 'unknownServer'),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong(ENCODE);
  }
}

function wrong(problem: Sentence): WrongValue {
  return new WrongValue(sentence('options', 'databaseUrlWrong', { problem }));
}
