import type { InjectOptions } from 'fastify';
import type { Operation } from '../../../contract/define.ts';
import { API_BASE, operationOf } from '../../../contract/operations.ts';
import type { OperationName } from '../../../contract/operations.ts';
import { pick } from '../../support/random.ts';
import type { Random } from '../../support/random.ts';
import { oddText, oddValue } from './oddities.ts';
import { fitting, spoilt } from './values.ts';
import type { Hint } from './values.ts';
import type { Kind } from './world.ts';

/** A request as it is sent, and what the judge has to know of it. */
export interface Shot {
  name: OperationName;
  kind: Kind;
  inject: InjectOptions & { url: string; payload?: string | Buffer };
  /** Its path belongs to no operation, or can't be read. */
  unroutable: boolean;
  /** All of it, to be found in answers that repeat what was sent. */
  text: string;
  input: Record<string, unknown>;
}

/** One request to an operation: half of them as they should be, the others off by a thing or two. */
export function shotOf(
  { name, kind, token }: { name: OperationName; kind: Kind; token: string | null },
  { random, hint }: { random: Random; hint: Hint },
): Shot {
  const operation = operationOf(name);
  const good = random(2) === 0;
  // Which part is off, so that the rest gets past its checks.
  const off = good ? '' : pick(random, ['path', 'query', 'query', 'body', 'body', 'body', 'raw', 'headers']);
  const draw = (schema: Operation['params']) =>
    schema ? (fitting(schema, { random, hint }) as Record<string, unknown>) : {};
  const params = draw(operation.params);
  const query = draw(operation.query);
  const body = draw(operation.body);
  const { path, unroutable } = pathOf(operation, params, off === 'path' ? random : null);
  const search = queryOf(query, off === 'query' ? random : null);
  const payload = payloadOf(operation, { body, off, random, hint });
  const headers: Record<string, string> = {
    host: 'localhost',
    ...(payload === undefined ? {} : { 'content-type': operation.textBody ?? 'application/json' }),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(off === 'headers' ? oddHeaders(random) : {}),
  };
  const inject = {
    method: operation.method,
    url: API_BASE + path + search,
    headers,
    // Some things are offered to this machine only; no address is held up for the others.
    remoteAddress: random(3) === 0 ? '127.0.0.1' : `10.${random(256)}.${random(256)}.${random(256)}`,
    ...(payload === undefined ? {} : { payload }),
  };
  const text = `${decoded(inject.url)} ${String(payload ?? '')}`;
  return { name, kind, inject, unroutable, text, input: { ...body, ...query, ...params } };
}

/** The longest parameter that the router takes. */
const LONGEST_PARAMETER = 200;

function pathOf(
  { path }: Operation,
  params: Record<string, unknown>,
  off: Random | null,
): { path: string; unroutable: boolean } {
  let unroutable = false;
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(off ? spoilt(params[key], off) : params[key]);
    const segment =
      off && off(12) === 0 ? pick(off, ['%zz', '%', '%ff', '%ED%A0%80', '%00']) : encoded(value);
    if (!isRoutable(segment)) unroutable = true;
    return segment;
  });
  return { path: filled, unroutable };
}

/** An empty one mostly belongs to another address. */
function isRoutable(segment: string): boolean {
  try {
    const value = decodeURIComponent(segment);
    return value !== '' && value.length <= LONGEST_PARAMETER;
  } catch {
    return false;
  }
}

function queryOf(query: Record<string, unknown>, off: Random | null): string {
  const spoil = off !== null && off(2) === 0;
  const pairs = Object.entries(spoil ? (spoilt(query, off) as Record<string, unknown>) : query);
  if (off && !spoil) pairs.push(pick(off, pairs) ?? [oddText(off), oddValue(off)]);
  const written = pairs.map(([key, value]) => `${encoded(key)}=${encoded(asText(value))}`);
  return written.length === 0 ? '' : `?${written.join('&')}`;
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** A half of a character pair can't be encoded, but anybody can send the bytes. */
const encoded = (text: string): string =>
  [...text].map((one) => (one.isWellFormed() ? encodeURIComponent(one) : '%ED%A0%80')).join('');

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function payloadOf(
  operation: Operation,
  { body, off, random, hint }: { body: unknown; off: string | undefined; random: Random; hint: Hint },
): string | Buffer | undefined {
  if (operation.textBody) return csvOf(off, random, hint);
  if (!operation.body) {
    const unwanted = off === 'body' || off === 'raw';
    return unwanted && operation.method !== 'GET' ? JSON.stringify(oddValue(random)) : undefined;
  }
  if (off === 'raw') return rawOf(JSON.stringify(body), random);
  return JSON.stringify(off === 'body' ? spoilt(body, random) : body);
}

/** What is no JSON, or JSON that parsers disagree about. */
function rawOf(json: string, random: Random): string | Buffer | undefined {
  const makers = [
    () => undefined,
    () => '',
    () => json.slice(0, random(json.length)),
    () => `${json}${json}`,
    () => `\ufeff${json}`,
    () => `[${json}]`,
    () => 'null',
    () => '"text"',
    () => json.replace('{', '{"__proto__":{"a":1},'),
    () => json.replace('{', '{"constructor":{"prototype":{"a":1}},'),
    () => json.replace(/:("[^"]*"|\d+)/, ':1e999'),
    () => json.replace(/:("[^"]*"|\d+)/, `:${'['.repeat(40)}${']'.repeat(40)}`),
    () => json.replace(/^\{("[^"]*":)/, '{$1null,$1'),
    () => Buffer.concat([Buffer.from(json.slice(0, -1)), Buffer.from([0xff, 0xc0, 0x7d])]),
    () => JSON.stringify({ ...(JSON.parse(json) as object), padding: 'x'.repeat(70_000) }),
  ];
  return pick(random, makers)?.();
}

function csvOf(off: string | undefined, random: Random, hint: Hint): string {
  const columns = ['username', 'email', 'name', 'department', 'role', 'phone', 'mobile', 'manager'];
  const manager = hint('manager');
  const value = (column: string): string => {
    if (off === 'body' && random(3) === 0) return oddText(random);
    if (column === 'username') return `new.${random(1e6)}`;
    if (column === 'email') return `new.${random(1e6)}@example.org`;
    if (column === 'role')
      return pick(random, ['', 'user', 'auditor', 'help_desk;auditor', 'administrator', 'king']);
    if (column === 'phone' || column === 'mobile') return pick(random, ['', '+441632960123', '01632 960123']);
    if (column === 'manager') return typeof manager === 'string' ? manager : '';
    return column === 'name' ? 'Jo Field' : 'Sales';
  };
  const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const header = random(10) === 0 ? columns.slice(0, 3) : columns;
  const rows = Array.from({ length: random(4) }, () =>
    header.map((column) => quoted(value(column))).join(','),
  );
  const csv = [header.join(','), ...rows].join(pick(random, ['\n', '\r\n', '\r'] as const));
  return off === 'raw' ? csv.slice(random(csv.length)) + oddText(random) : csv;
}

function oddHeaders(random: Random): Record<string, string> {
  const choices: [Record<string, string>, ...Record<string, string>[]] = [
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'text/csv' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { 'content-type': ';;;' },
    { 'content-type': '' },
    { 'content-encoding': 'gzip' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost' },
    { host: 'evil.example' },
    { host: '' },
    { authorization: 'Basic am86am8=' },
    { authorization: 'Bearer' },
    { authorization: `Bearer ${'x'.repeat(5000)}` },
    { cookie: '__Host-gatehouse=%E0%A4%A' },
    { cookie: `__Host-gatehouse=${'x'.repeat(43)}; a=b; ;=;` },
    { 'x-forwarded-for': '203.0.113.9, [::1]:80, unknown' },
    { 'user-agent': '\u00ff\u0080'.repeat(400) },
    { accept: 'text/html', 'accept-language': 'xx-!!, *;q=9' },
    { 'if-match': '*', expect: '100-continue' },
  ];
  return pick(random, choices);
}
