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

const ENCODE =
  'Its user or password holds a character that has to be percent-encoded: write @ as %40, / as %2F, ? as %3F, % as %25 and a space as %20.';

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
  const [, rest] = /^postgres(?:ql)?:\/\/(.*)$/is.exec(text) ?? [];
  if (rest === undefined) throw wrong('It has to begin with postgres://.');
  const [, userInfo, places = '', path = '', query = ''] =
    /^(?:([^/?]*)@)?([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(rest) ?? [];
  if (userInfo === undefined ? rest.includes('@') : /@|%(?![0-9a-f]{2})|\s/i.test(userInfo))
    throw wrong(ENCODE);

  const parameters = readParameters(query);
  const [, user = '', password] = /^([^:]*)(?::(.*))?$/s.exec(userInfo ?? '') ?? [];
  requireWriter(parameters.get('target_session_attrs'));
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
      throw wrong(
        `Its parameter “${name}” is not known here. Leave it out; known are ${[...KNOWN].join(', ')}.`,
      );
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
  if (host === undefined) throw wrong('It names no host and port that can be read.');
  return { host: decode(host), port };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^[0-9]{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw wrong('A port is a number from 1 to 65535.');
  }
  return port;
}

function readSeconds(text = String(DEFAULT_CONNECT_SECONDS)): number {
  if (!/^[1-9][0-9]{0,3}$/.test(text)) throw wrong('Its connect_timeout is a number of seconds, like 3.');
  return Number(text);
}

/** Every host has to take writes, whatever is asked for: a console can do nothing with one that doesn't. */
function requireWriter(wanted = 'any'): void {
  if (WRITING.includes(wanted)) return;
  const known = READING.includes(wanted)
    ? `Its target_session_attrs=${wanted} leads to a server that takes no writes.`
    : 'Its target_session_attrs is not known.';
  throw wrong(
    `${known} Write read-write, or leave it out: Gatehouse looks for the server that takes writes.`,
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong(ENCODE);
  }
}

function wrong(sentence: string): WrongValue {
  return new WrongValue(`The address of the database can't be used. ${sentence}`);
}
