import { codesOf, successesOf } from '../../../contract/answers.ts';
import { besides } from '../../../contract/besides.ts';
import type { Operation } from '../../../contract/define.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { API_BASE, OPERATION_NAMES, operationOf } from '../../../contract/operations.ts';
import { MEDIA_EXAMPLES } from './examples.ts';
import { pascal } from './problems.ts';
import type { createProblemResponses } from './problems.ts';
import type { NamedSchemas } from './schemas.ts';

interface Entry {
  id: string;
  operation: Operation;
  codes: readonly ErrorCode[];
}

/** Everything that is asked for below the base path. */
const entries = (): Entry[] => [
  ...OPERATION_NAMES.map((id) => ({ id, operation: operationOf(id), codes: codesOf(operationOf(id)) })),
  ...Object.entries<Operation>(besides).map(([id, operation]) => ({
    id,
    operation,
    codes: operation.errors,
  })),
];

type Problems = ReturnType<typeof createProblemResponses>;

/** The `paths` of the document. */
export function describePaths(schemas: NamedSchemas, problems: Problems): Record<string, object> {
  const paths: Record<string, Record<string, object>> = {};
  for (const entry of entries()) {
    const path = API_BASE + entry.operation.path;
    paths[path] = {
      ...paths[path],
      [entry.operation.method.toLowerCase()]: describeOperation(entry, schemas, problems),
    };
  }
  return paths;
}

function describeOperation({ id, operation, codes }: Entry, schemas: NamedSchemas, problems: Problems) {
  return {
    operationId: id,
    summary: operation.summary,
    tags: [id.split('.')[0]],
    // Public operations say so; everything else asks for a session.
    ...(operation.access === 'public' ? { security: [] } : {}),
    ...parametersOf(operation, schemas),
    ...bodyOf(id, operation, schemas),
    responses: { ...successResponses(id, operation, schemas), ...problems.of(id, operation, codes) },
  };
}

function parametersOf({ params, query }: Operation, schemas: NamedSchemas) {
  const path = Object.entries(params?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemas.describe(schema),
  }));
  const required: readonly string[] = query?.required ?? [];
  const asked = Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: schemas.describe(schema),
  }));
  const parameters = [...path, ...asked];
  return parameters.length > 0 ? { parameters } : {};
}

/** Required where an empty one would be refused. */
function bodyOf(id: string, { body, textBody }: Operation, schemas: NamedSchemas) {
  if (textBody) {
    // As what some generators call a file: openapi-python-client sends nothing else but JSON and forms.
    const media = { schema: { type: 'string', format: 'binary' }, example: MEDIA_EXAMPLES[textBody] };
    return { requestBody: { required: true, content: { [textBody]: media } } };
  }
  if (!body) return {};
  const schema = schemas.describeAs(`${pascal(id)}Input`, body);
  const required = (body.required ?? []).length > 0;
  return { requestBody: { required, content: { 'application/json': { schema } } } };
}

function successResponses(id: string, operation: Operation, schemas: NamedSchemas): Record<string, object> {
  return Object.fromEntries(
    successesOf(operation).map(({ status, schema, mediaTypes = [] }) => {
      const answer = schema && schemas.describeAs(`${pascal(id)}Output`, schema);
      const content = mediaTypes.map((type) => [
        type,
        answer ? { schema: answer } : { schema: { type: 'string' }, example: MEDIA_EXAMPLES[type] },
      ]);
      const description = status === 204 ? 'Done.' : status === 202 ? 'Accepted.' : 'All went well.';
      return [
        status,
        { description, ...(content.length > 0 ? { content: Object.fromEntries(content) as object } : {}) },
      ];
    }),
  );
}
