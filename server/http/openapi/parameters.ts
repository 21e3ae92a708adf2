import type { Operation } from '../../../contract/define.ts';
import { pascal } from './problems.ts';
import { refTo } from './schemas.ts';
import type { Described, NamedSchemas } from './schemas.ts';

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: Described;
}

/** The parameters of all operations: one that several have, each in the same words, is a component. */
export function createParameters(operations: readonly Operation[], schemas: NamedSchemas) {
  const components: Record<string, Parameter> = {};
  const seen = new Set<string>();
  const shared = new Map<string, string>();
  for (const parameter of operations.flatMap((operation) => parametersOf(operation, schemas))) {
    const text = JSON.stringify(parameter);
    if (seen.has(text) && !shared.has(text)) {
      const name = `${pascal(parameter.name)}Parameter`;
      if (components[name]) throw new Error(`Two parameters of several operations are named ${name}.`);
      components[name] = parameter;
      shared.set(text, name);
    }
    seen.add(text);
  }

  return {
    /** As an operation's own, with references to those that others have, too. */
    of(operation: Operation): { parameters?: object[] } {
      const own = parametersOf(operation, schemas).map((parameter) => {
        const name = shared.get(JSON.stringify(parameter));
        return name === undefined ? parameter : refTo('parameters', name);
      });
      return own.length > 0 ? { parameters: own } : {};
    },
    all: () => components,
  };
}
export type Parameters = ReturnType<typeof createParameters>;

function parametersOf({ params, query }: Operation, schemas: NamedSchemas): Parameter[] {
  const required: readonly string[] = query?.required ?? [];
  const path = Object.entries(params?.properties ?? {}).map(([name, schema]): Parameter => ({
    name,
    in: 'path',
    required: true,
    schema: schemas.describe(schema),
  }));
  const asked = Object.entries(query?.properties ?? {}).map(([name, schema]): Parameter => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: schemas.describe(schema),
  }));
  return [...path, ...asked];
}
