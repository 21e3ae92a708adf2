import { codesOf, successesOf } from '../../../contract/answers.ts';
import { besides } from '../../../contract/besides.ts';
import type { Operation } from '../../../contract/define.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { API_BASE, OPERATION_NAMES, operationOf } from '../../../contract/operations.ts';
import { mediaExample } from './examples.ts';
import { createParameters } from './parameters.ts';
import type { Parameters } from './parameters.ts';
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

/** What several operations refer to. */
interface Shared {
  schemas: NamedSchemas;
  problems: ReturnType<typeof createProblemResponses>;
  parameters: Parameters;
}

/** The `paths` of the document, and the parameters that they share. */
export function describePaths({ schemas, problems }: Omit<Shared, 'parameters'>) {
  const paths: Record<string, Record<string, object>> = {};
  const all = entries();
  const parameters = createParameters(
    all.map(({ operation }) => operation),
    schemas,
  );
  for (const entry of all) {
    const path = API_BASE + entry.operation.path;
    paths[path] = {
      ...paths[path],
      [entry.operation.method.toLowerCase()]: describeOperation(entry, { schemas, problems, parameters }),
    };
  }
  return { paths, parameters: parameters.all() };
}

function describeOperation({ id, operation, codes }: Entry, { schemas, problems, parameters }: Shared) {
  return {
    operationId: id,
    summary: operation.summary,
    tags: [id.split('.')[0]],
    // Public operations say so; everything else asks for a session.
    ...(operation.access === 'public' ? { security: [] } : {}),
    ...parameters.of(operation),
    ...bodyOf(id, operation, schemas),
    responses: { ...successResponses(id, operation, schemas), ...problems.of(operation, codes) },
  };
}

/** Required where an empty one would be refused. */
function bodyOf(id: string, { body, textBody }: Operation, schemas: NamedSchemas) {
  if (textBody) {
    // As what some generators call a file: openapi-python-client sends nothing else but JSON and forms.
    const media = { schema: { type: 'string', format: 'binary' }, example: mediaExample(id, textBody) };
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
        answer ? { schema: answer } : { schema: { type: 'string' }, example: mediaExample(id, type) },
      ]);
      const description = status === 204 ? 'Done.' : status === 202 ? 'Accepted.' : 'All went well.';
      return [
        status,
        { description, ...(content.length > 0 ? { content: Object.fromEntries(content) as object } : {}) },
      ];
    }),
  );
}
