import type { TSchema } from 'typebox';

/** A JSON schema as the document has it. */
export interface Described {
  $ref?: string;
  title?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: Described;
  properties?: Record<string, Described>;
  required?: string[];
  patternProperties?: Record<string, Described>;
  additionalProperties?: boolean | Described;
  anyOf?: Described[];
  examples?: unknown[];
}

export const refTo = (
  kind: 'schemas' | 'responses' | 'parameters' | 'headers' | 'examples',
  name: string,
) => ({
  $ref: `#/components/${kind}/${name}`,
});

/**
 * Collects the schemas that have a name (`title`) and puts a reference in the place of each: one name is one schema, and who
 * generates a client gets one type of it.
 */
export function createNamedSchemas() {
  const named = new Map<string, Described>();

  function describe(schema: TSchema): Described {
    return walk(JSON.parse(JSON.stringify(schema)) as Described);
  }

  function walk(schema: Described): Described {
    const { title, ...rest } = schema;
    const text = nullableText(rest);
    // One component for both: generators make worse of a reference beside null.
    if (text?.title !== undefined)
      return name(`${text.title}OrNull`, { ...text.schema, type: ['string', 'null'] });
    const inner = tidy({
      ...rest,
      ...(rest.items ? { items: walk(rest.items) } : {}),
      ...(rest.anyOf ? { anyOf: rest.anyOf.map(walk) } : {}),
      ...(rest.properties ? { properties: mapValues(rest.properties, walk) } : {}),
      ...(rest.patternProperties ? { patternProperties: mapValues(rest.patternProperties, walk) } : {}),
    });
    return title === undefined ? inner : name(title, inner);
  }

  function name(title: string, schema: Described): Described {
    const known = named.get(title);
    if (known && JSON.stringify(known) !== JSON.stringify(schema))
      throw new Error(`Two schemas of the contract are named ${title}.`);
    named.set(title, schema);
    return refTo('schemas', title);
  }

  return {
    /** The schema with references in the places of named ones. */
    describe,
    /** The same, by that name where the contract gives it none. */
    describeAs(title: string, schema: TSchema): Described {
      const described = describe(schema);
      return described.$ref === undefined ? name(title, described) : described;
    },
    all: (): Record<string, Described> =>
      Object.fromEntries([...named].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
export type NamedSchemas = ReturnType<typeof createNamedSchemas>;

/** The text of a name beside which null may stand, and its name. */
function nullableText({ anyOf }: Described): { title?: string; schema: Described } | null {
  const [first, second, ...more] = anyOf ?? [];
  if (first?.type !== 'string' || first.enum || second?.type !== 'null' || more.length > 0) return null;
  const { title, ...schema } = first;
  return title === undefined ? { schema } : { title, schema };
}

/** Says in the usual words what TypeBox says in its own: the type of an enum, null beside one type, any key. */
function tidy(schema: Described): Described {
  const { enum: values, anyOf, patternProperties, ...rest } = schema;
  if (values) return { type: 'string', enum: values, ...rest };
  if (patternProperties) {
    const [additionalProperties = true] = Object.values(patternProperties);
    return { ...rest, additionalProperties };
  }
  const [first, second] = anyOf ?? [];
  const nullable = anyOf?.length === 2 && second?.type === 'null';
  if (nullable && typeof first?.type === 'string' && !first.enum)
    return { ...first, ...rest, type: [first.type, 'null'] };
  return schema;
}

function mapValues<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
