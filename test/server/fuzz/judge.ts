import type { LightMyRequestResponse } from 'fastify';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { Validator } from 'typebox/compile';
import { codesOf, statusOf } from '../../../contract/answers.ts';
import { ERRORS } from '../../../contract/errors.ts';
import type { ErrorCode, Problem } from '../../../contract/errors.ts';
import { operationOf } from '../../../contract/operations.ts';
import type { Shot } from './requests.ts';
import { successesOf } from './successes.ts';

/** RFC 9457 as `Problem` in contract/errors.ts has it; facts that belong to a code stand beside. */
const problemSchema = Compile(
  Type.Object({
    status: Type.Integer(),
    code: Type.Enum(Object.keys(ERRORS) as ErrorCode[]),
    title: Type.String({ minLength: 1 }),
    detail: Type.String({ minLength: 1 }),
    retryAfter: Type.Optional(Type.Integer({ minimum: 1 })),
    fields: Type.Optional(Type.Record(Type.String(), Type.String({ minLength: 1 }))),
    reference: Type.Optional(Type.String()),
  }),
);

/** What no answer shows: stacks, files, SQL and the names of what the server is made of. */
const INSIDES =
  /\bat .{0,80}\.[jt]s:\d|node_modules|\/server\/|SQLITE_|sqlite|kysely|postgres|select .{1,200} from |insert into |violates|constraint|\bundefined\b|\[object |TypeError|RangeError|SyntaxError/i;

/** What is wrong with an answer by the contract, each as a sentence. */
export function faultsOf(shot: Shot, response: LightMyRequestResponse): string[] {
  const { statusCode: status } = response;
  if (status >= 200 && status < 300) return faultsOfSuccess(shot, response);
  return faultsOfProblem(shot, response);
}

function faultsOfSuccess(
  { name, kind }: Shot,
  { statusCode, headers, body }: LightMyRequestResponse,
): string[] {
  const operation = operationOf(name);
  const schema = successesOf(name).get(statusCode);
  if (schema === undefined) return [`undeclared ${statusCode}`];
  const faults: string[] = [];
  if (operation.access !== 'public' && (kind === 'nobody' || kind === 'midway'))
    faults.push('let somebody in without a session');
  if (operation.noStore && headers['cache-control'] !== 'no-store') faults.push('may be stored');
  if (operation.download && !String(headers['content-disposition']).startsWith('attachment'))
    faults.push('is no download');
  const misfit = schema ? misfitOf(schema, JSON.parse(body)) : null;
  if (misfit !== null) faults.push(`doesn’t fit: ${misfit}`);
  if (schema === null && !operation.download && body !== '') faults.push('has a body');
  return faults;
}

/** What keeps a value from fitting, in short; null where it fits. */
export function misfitOf(schema: Validator, value: unknown): string | null {
  return schema.Check(value) ? null : JSON.stringify(schema.Errors(value).slice(0, 3));
}

function faultsOfProblem({ name, unroutable, text }: Shot, response: LightMyRequestResponse): string[] {
  const { statusCode: status, headers, body } = response;
  const operation = operationOf(name);
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return [`${status} is no problem+json: ${body.slice(0, 200)}`];
  const problem = JSON.parse(body) as Problem;
  const faults: string[] = [];
  const fault = (bad: boolean, sentence: string) => bad && faults.push(sentence);
  fault(!problemSchema.Check(problem), 'is no problem by its schema');
  // No gate of the server is full while one request is made after another.
  fault(status >= 500, `${status} ${problem.code}`);
  const declared: ErrorCode[] = unroutable ? ['not_found', ...codesOf(operation)] : codesOf(operation);
  fault(!declared.includes(problem.code), `undeclared ${problem.code}`);
  const wanted = statusOf(problem.code, operation);
  fault(status !== problem.status || status !== wanted, `${problem.code} with ${status}`);
  fault(problem.title !== ERRORS[problem.code].title, 'another title');
  fault(problem.detail.trim() === '', 'no detail');
  fault(headers['cache-control'] !== 'no-store', 'may be stored');
  fault(
    headers['retry-after'] !== (problem.retryAfter === undefined ? undefined : String(problem.retryAfter)),
    'Retry-After differs',
  );
  // What was sent may be repeated; what the server is made of may not.
  const told = INSIDES.exec(body)?.[0];
  fault(told !== undefined && !text.includes(told), `tells of its insides: ${told}`);
  return faults;
}
