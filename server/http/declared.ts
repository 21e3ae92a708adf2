import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { codesOf, statusOf, successesOf } from '../../contract/answers.ts';
import { besides } from '../../contract/besides.ts';
import type { Operation } from '../../contract/define.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Problem } from '../../contract/errors.ts';
import { OPERATION_NAMES, operationOf } from '../../contract/operations.ts';

/** Is told, in a sentence, of an answer that its operation doesn't declare. */
export type OnUndeclared = (sentence: string, request: FastifyRequest) => void;

type Beside = keyof typeof besides;
/** Route options of what is no operation, and in the document all the same. */
export const described = (operationId: Beside) => ({ schema: { operationId } });

interface Declared {
  name: string;
  operation: Operation;
  codes: readonly ErrorCode[];
  successes: ReturnType<typeof successesOf>;
}

/** By operation id: looked for once, and then asked at every answer. */
const known = new Map<string, Declared | null>();

function declaredBy({ routeOptions: { schema } }: FastifyRequest): Declared | null {
  const asked = schema?.operationId ?? '';
  let declared = known.get(asked);
  if (declared === undefined) {
    declared = lookFor(asked);
    known.set(asked, declared);
  }
  return declared;
}

function lookFor(asked: string): Declared | null {
  const beside = Object.entries<Operation>(besides).find(([id]) => id === asked);
  if (beside) return declaredOf(beside[0], beside[1], beside[1].errors);
  const name = OPERATION_NAMES.find((each) => each === asked);
  if (!name) return null;
  const operation = operationOf(name);
  return declaredOf(name, operation, codesOf(operation));
}

const declaredOf = (name: string, operation: Operation, codes: readonly ErrorCode[]): Declared => ({
  name,
  operation,
  codes,
  successes: successesOf(operation),
});

/**
 * What is wrong with a problem by the contract; null where its operation declares it, or it belongs to no operation. Who
 * writes a program against the API reads there what can happen.
 */
export function undeclaredAnswer({ code, status }: Problem, request: FastifyRequest): string | null {
  const declared = declaredBy(request);
  if (!declared) return null;
  const { name, operation, codes } = declared;
  if (!codes.includes(code)) return `${name} answered ${code}, which its errors in the contract don’t name.`;
  return status === statusOf(code, operation) ? null : `${name} answered ${code} with ${status}.`;
}

/** The same of an answer that all went well: its status and its media type. */
function undeclaredSuccess(request: FastifyRequest, reply: FastifyReply): string | null {
  if (reply.statusCode >= 400) return null;
  const declared = declaredBy(request);
  if (!declared) return null;
  const { name, successes } = declared;
  const header = reply.getHeader('content-type');
  const type = typeof header === 'string' ? header.split(';')[0] : undefined;
  const matches = successes.some(
    ({ status, mediaTypes }) =>
      status === reply.statusCode && (mediaTypes ? mediaTypes.includes(type ?? '') : type === undefined),
  );
  return matches
    ? null
    : `${name} answered ${reply.statusCode} with ${type ?? 'nothing'}, which the contract doesn’t name.`;
}

/** Tells of what went well and is declared otherwise; problems are looked at where they are made. */
export function watchSuccesses(app: FastifyInstance, onUndeclared: OnUndeclared = logUndeclared): void {
  app.addHook('onSend', async (request, reply) => {
    const undeclared = undeclaredSuccess(request, reply);
    if (undeclared) onUndeclared(undeclared, request);
  });
}

/** The answer goes out unchanged: who asked can act on it, who runs the server reads what the contract lacks. */
export const logUndeclared: OnUndeclared = (sentence, request) => request.log.error(sentence);
