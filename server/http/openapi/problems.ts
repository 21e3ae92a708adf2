import Type from 'typebox';
import { statusOf } from '../../../contract/answers.ts';
import type { Operation } from '../../../contract/define.ts';
import { ERRORS } from '../../../contract/errors.ts';
import type { ErrorCode, Problem } from '../../../contract/errors.ts';
import { refTo } from './schemas.ts';

/** RFC 9457 as a program reads it: facts that belong to a code stand beside these. */
export const ProblemSchema = Type.Object(
  {
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    code: Type.String({ description: 'Stable: what a program tells refusals apart by.' }),
    title: Type.String({ description: 'The same for every problem of this code.' }),
    detail: Type.String({ description: 'What happened and what to do, in one sentence.' }),
    retryAfter: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Seconds until the same request can succeed; also in Retry-After.',
      }),
    ),
    fields: Type.Optional(
      Type.Record(Type.String(), Type.String(), {
        description: 'A sentence for each field that is not as it should be.',
      }),
    ),
    reference: Type.Optional(
      Type.String({ description: 'On 5xx: the number to tell the operator; the log has the rest.' }),
    ),
  },
  { additionalProperties: true, title: 'Problem' },
);

export const pascal = (name: string): string =>
  name.replace(/(?:^|[._-])(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Those that name a time. */
const WAITS = new Set([423, 429, 503]);

/** The problem responses of all operations, each once: what differs from one to the next is which codes it can have. */
export function createProblemResponses() {
  const responses: Record<string, { description: string; content: object }> = {};
  const examples: Record<string, object> = {};

  function exampleOf(code: ErrorCode, status: number): string {
    const name = status === ERRORS[code].status ? code : `${code}_${status}`;
    examples[name] ??= { value: problemLike(code, status) };
    return name;
  }

  function respond(name: string, status: number, codes: readonly ErrorCode[]): object {
    const description = codes.map((code) => `\`${code}\``).join(', ');
    if (responses[name] && responses[name].description !== description)
      throw new Error(`Two responses are named ${name}.`);
    responses[name] ??= {
      description,
      ...headersOf(status),
      content: {
        'application/problem+json': {
          schema: refTo('schemas', 'Problem'),
          examples: Object.fromEntries(
            codes.map((code) => [code, refTo('examples', exampleOf(code, status))]),
          ),
        },
      },
    };
    return refTo('responses', name);
  }

  return {
    /** By status, each with its codes. */
    of(operation: Operation, codes: readonly ErrorCode[]): Record<string, object> {
      const byStatus = Map.groupBy(codes, (code) => statusOf(code, operation));
      return Object.fromEntries(
        [...byStatus].map(([status, some]) => {
          return [status, respond(nameOf(status, some), status, some.toSorted())];
        }),
      );
    },
    all: () => ({ responses, headers: HEADERS, examples }),
  };
}

/** By its codes, so that operations with the same ones share it: a host that isn't the server's is refused by all of them. */
function nameOf(status: number, codes: readonly ErrorCode[]): string {
  const own = codes.length === 1 ? codes : codes.filter((code) => code !== 'host_refused');
  return own
    .map((code) => pascal(ERRORS[code].status === status ? code : `${code}_${status}`))
    .toSorted()
    .join('Or');
}

const HEADERS = {
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
  WwwAuthenticate: { description: 'What is let in.', schema: { type: 'string' } },
};

function headersOf(status: number) {
  if (WAITS.has(status)) return { headers: { 'Retry-After': refTo('headers', 'RetryAfter') } };
  if (status === 401) return { headers: { 'WWW-Authenticate': refTo('headers', 'WwwAuthenticate') } };
  return {};
}

function problemLike(code: ErrorCode, status: number): Problem {
  const { title } = ERRORS[code];
  return {
    status,
    code,
    title,
    detail: title,
    ...(WAITS.has(status) ? { retryAfter: 30 } : {}),
    ...(code === 'invalid_input' ? { fields: { name: 'This is missing.' } } : {}),
    ...(status >= 500 ? { reference: '5F2A0C9E41' } : {}),
  };
}
