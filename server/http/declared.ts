import type { FastifyRequest } from 'fastify';
import { codesOf, statusOf } from '../../contract/answers.ts';
import type { Problem } from '../../contract/errors.ts';
import { OPERATION_NAMES, operationOf } from '../../contract/operations.ts';

/** Is told, in a sentence, of an answer that its operation doesn't declare. */
export type OnUndeclared = (sentence: string, request: FastifyRequest) => void;

/**
 * What is wrong with an answer by the contract; null where its operation declares it, or it belongs to no operation. Who
 * writes a program against the API reads there what can happen.
 */
export function undeclaredAnswer({ code, status }: Problem, request: FastifyRequest): string | null {
  const asked = request.routeOptions.schema?.operationId;
  const name = OPERATION_NAMES.find((known) => known === asked);
  if (!name) return null;
  const operation = operationOf(name);
  if (!codesOf(operation).includes(code))
    return `${name} answered ${code}, which its errors in the contract don’t name.`;
  return status === statusOf(code, operation) ? null : `${name} answered ${code} with ${status}.`;
}
