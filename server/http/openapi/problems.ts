import Type from 'typebox';
import { STATUS_CODES } from 'node:http';
import { naturalCodes, statusOf } from '../../../contract/answers.ts';
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
  const responses: Record<string, object> = {};
  const examples: Record<string, object> = {};

  function exampleOf(code: ErrorCode, status: number): string {
    const name = status === ERRORS[code].status ? code : `${code}_${status}`;
    examples[name] ??= { summary: ERRORS[code].title, value: problemLike(code, status) };
    return name;
  }

  function respond(name: string, status: number, codes: readonly ErrorCode[]): object {
    responses[name] ??= {
      description: codes.map((code) => `\`${code}\``).join(', '),
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
    of(operationId: string, operation: Operation, codes: readonly ErrorCode[]): Record<string, object> {
      const byStatus = Map.groupBy(codes, (code) => statusOf(code, operation));
      return Object.fromEntries(
        [...byStatus].map(([status, some]) => {
          const name = nameOf(operationId, operation, { status, codes: some });
          return [status, respond(name, status, some)];
        }),
      );
    },
    all: () => ({ responses, examples }),
  };
}

/** By its only code; by who may call it where that brings all of them; else by its operation. */
function nameOf(
  operationId: string,
  operation: Operation,
  { status, codes }: { status: number; codes: readonly ErrorCode[] },
): string {
  const phrase = pascal((STATUS_CODES[status] ?? '').replaceAll(' ', '-').toLowerCase());
  const [only] = codes;
  if (codes.length === 1 && only) return pascal(ERRORS[only].status === status ? only : `${only}_${status}`);
  const natural = new Set(naturalCodes(operation));
  if (!codes.every((code) => natural.has(code))) return `${pascal(operationId)}${phrase}`;
  const kind = [
    operation.access === 'public' ? 'public' : operation.access === 'session' ? 'session' : 'permission',
    ...(operation.whileBlocked ? ['blocked'] : []),
    ...(operation.stepUp ? ['step_up'] : []),
    operation.method === 'GET' ? 'read' : 'write',
  ];
  return `${pascal(kind.join('_'))}${phrase}`;
}

function headersOf(status: number) {
  const wait = {
    'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
  };
  const challenge = { 'WWW-Authenticate': { description: 'What is let in.', schema: { type: 'string' } } };
  const headers = { ...(WAITS.has(status) ? wait : {}), ...(status === 401 ? challenge : {}) };
  return Object.keys(headers).length > 0 ? { headers } : {};
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
