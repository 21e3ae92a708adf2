import Type from 'typebox';
import { codesOf, statusOf } from '../../contract/answers.ts';
import { ERRORS } from '../../contract/errors.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { OperationName } from '../../contract/operations.ts';
import { operationOf } from '../../contract/operations.ts';

/** RFC 9457 as a program reads it: facts that belong to a code stand beside these. */
export const ProblemSchema = Type.Object(
  {
    status: Type.Integer(),
    code: Type.String({ description: 'Stable: what a program tells refusals apart by.' }),
    title: Type.String(),
    detail: Type.String({ description: 'What happened and what to do, in one sentence.' }),
    retryAfter: Type.Optional(
      Type.Integer({ description: 'Seconds until the same request can succeed; also in Retry-After.' }),
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
  { additionalProperties: true },
);

/** The problem responses of an operation for the OpenAPI document: by status, each with its codes. */
export function problemResponses(name: OperationName) {
  const operation = operationOf(name);
  const byStatus = Map.groupBy(codesOf(operation), (code) => statusOf(code, operation));
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, responseOf(codes)]));
}

function responseOf(codes: ErrorCode[]) {
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code].title}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }],
        },
      },
    },
  };
}
