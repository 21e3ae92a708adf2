import type { ServerResponse } from 'node:http';
import Schemas from 'typebox/schema';
import { onTestFinished } from 'vitest';
import { json, startSystem } from '../systemServer.ts';
import type { Asked, SystemServer } from '../systemServer.ts';
import { answerOf } from './published.ts';
import type { Fullness, Published, Schema } from './published.ts';

/** What was asked, as its operation names it. */
export interface Question extends Asked {
  params: string[];
  json: Record<string, unknown>;
}

/** Something else than what the operation answers where all is well. */
export class Refusal {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(status: number, body?: unknown, headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

type Answer = (question: Question, response: ServerResponse) => unknown;

export interface StandIn extends SystemServer {
  fullness: Fullness;
  /** What nobody offers, or what is nothing that would be answered; none where a test ends. */
  wrong: string[];
  /** How often each operation was asked. */
  asking: string[];
}

/**
 * A vendor's service by what the vendor publishes: only its operations are answered, what is asked is judged by its schemas, and
 * each answer is made of them and of what the test knows.
 *
 * @param before what comes before each answer, e.g. who may ask
 */
export async function startStandIn(
  { operations }: Published,
  {
    base = '',
    answers,
    before = () => undefined,
    besides = () => undefined,
  }: {
    base?: string;
    answers: Record<string, Answer>;
    before?: (operation: string, question: Question) => Refusal | undefined;
    /** What isn't of the published operations, as where tokens are given; undefined of what it isn't. */
    besides?: (asked: Asked) => unknown;
  },
): Promise<StandIn> {
  const patterns = Object.keys(operations).map((name) => ({ name, pattern: patternOf(name, base) }));
  const system = await startSystem((asked, response) => {
    const other = besides(asked);
    if (other !== undefined) return send(response, 200, other);
    const found = patterns.flatMap(({ name, pattern }) => {
      const match = pattern.exec(`${asked.method} ${asked.path}`);
      return match ? [{ name, params: match.slice(1).map(decodeURIComponent) }] : [];
    })[0];
    if (!found) return refuse(standIn, response, `nobody offers ${asked.method} ${asked.path}`);
    const operation = operations[found.name];
    const answering = answers[found.name];
    if (!operation || !answering) return refuse(standIn, response, `the test has no ${found.name}`);
    standIn.asking.push(found.name);
    const said = asked.body === '' ? {} : (JSON.parse(asked.body) as Record<string, unknown>);
    const question = { ...asked, params: found.params, json: said };
    const problem = problemOf(operation, asked, said);
    if (problem) return refuse(standIn, response, `${found.name}: ${problem}`);
    const known = before(found.name, question) ?? answering(question, response);
    if (response.writableEnded || response.headersSent) return undefined;
    if (known instanceof Refusal) return send(response, known.status, known);
    if (operation.answer === null) return send(response, operation.status, undefined);
    const answer = answerOf(operation.answer, known, standIn.fullness);
    if (!Schemas.Check(operation.answer, answer))
      return refuse(standIn, response, `${found.name} would never answer ${JSON.stringify(answer)}`);
    return send(response, operation.status, answer);
  });
  const standIn: StandIn = Object.assign(system, {
    fullness: 'full' as const,
    wrong: [] as string[],
    asking: [] as string[],
  });
  onTestFinished(() => {
    if (standIn.wrong.length > 0)
      throw new Error(`Nothing that the vendor publishes: ${standIn.wrong.join('; ')}`);
  });
  return standIn;
}

function patternOf(name: string, base: string): RegExp {
  const [method = '', address = ''] = name.split(' ');
  const path = `${base}${address}`
    .split(/\{[^}]+\}/)
    .map((part) => part.replaceAll(/[.*+?^$()[\]\\|]/g, '\\$&'));
  return new RegExp(`^${method} ${path.join('([^/]+)')}$`);
}

function problemOf(
  { query, body }: Published['operations'][string],
  asked: Asked,
  said: Record<string, unknown>,
): string | null {
  for (const [name, value] of asked.query) {
    const schema = query[name];
    // What its own pages are followed by is told in them.
    if (name === '$skiptoken') continue;
    if (!schema) return `it takes no ${name}`;
    if (!Schemas.Check(schema, typed(value, schema))) return `${name} can't be ${value}`;
  }
  if (asked.body === '') return null;
  if (body === null) return 'it takes no body';
  const unknown = Object.keys(said).find((name) => !(name in (body.properties ?? {})));
  if (unknown !== undefined) return `it takes no ${unknown}`;
  return Schemas.Check(body, said) ? null : `it takes no ${asked.body}`;
}

function typed(value: string, { type }: Schema): unknown {
  if (type === 'integer' || type === 'number') return Number(value);
  return type === 'boolean' ? value === 'true' : value;
}

function refuse(standIn: StandIn, response: ServerResponse, why: string): void {
  standIn.wrong.push(why);
  json(response, 501, { why });
}

function send(response: ServerResponse, status: number, said: unknown): void {
  if (!(said instanceof Refusal)) return json(response, status, said);
  for (const [name, value] of Object.entries(said.headers)) response.setHeader(name, value);
  return json(response, status, said.body);
}
