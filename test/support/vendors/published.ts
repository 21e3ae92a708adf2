import { readFileSync } from 'node:fs';

export interface Published {
  /** Of which package it was made. */
  from: string;
  operations: Record<string, Operation>;
}

interface Operation {
  query: Record<string, Schema>;
  body: Schema | null;
  /** What it answers where all is well. */
  status: number;
  answer: Schema | null;
  scopes?: string[];
}

/** JSON Schema, as far as the vendors use it. */
export interface Schema {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  maxLength?: number;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

/** What a vendor publishes of the operations that Gatehouse asks (`generate.mjs`). */
export function publishedBy(kind: 'entra' | 'okta' | 'authentik' | 'google'): Published {
  const text = readFileSync(new URL(`${kind}.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as Published;
}

/** How much of what is published an answer holds. */
export type Fullness = 'full' | 'least' | 'nulls';

/** There is a next page where a test says so. */
const NEXT = new Set(['@odata.nextLink', 'nextPageToken']);
const MOMENT = '2026-11-03T09:12:04Z';
const BY_FORMAT: Record<string, string> = {
  'date-time': MOMENT,
  date: MOMENT.slice(0, 10),
  uuid: '4f1d3c5e-0000-4000-8000-3c0c6a000007',
  email: 'somebody@contoso.example',
  uri: 'https://contoso.example/',
};

/** An answer of that form: what is known, and the rest as the schema has it. */
export function answerOf(schema: Schema, known: unknown, fullness: Fullness): unknown {
  const { anyOf, items, properties, required = [] } = schema;
  if (anyOf) {
    const isNull = ({ type }: Schema) => type === 'null';
    if (known === null || (known === undefined && fullness === 'nulls' && anyOf.some(isNull))) return null;
    const branch = anyOf.find((one) => !isNull(one) && isMeant(one, known));
    return branch ? answerOf(branch, known, fullness) : known;
  }
  if (Array.isArray(known)) return known.map((one) => answerOf(items ?? {}, one, fullness));
  if (properties && (known === undefined || isObject(known))) {
    const given = known ?? {};
    const names = Object.keys(properties).filter(
      (name) => name in given || (!NEXT.has(name) && (fullness !== 'least' || required.includes(name))),
    );
    const filled = names.map((name) => [name, answerOf(properties[name] ?? {}, given[name], fullness)]);
    return { ...given, ...Object.fromEntries(filled) };
  }
  return known === undefined ? sampleOf(schema) : known;
}

function sampleOf(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'string':
      if (schema.pattern && !new RegExp(schema.pattern).test('something')) return '+15555550100';
      return BY_FORMAT[schema.format ?? ''] ?? 'something'.slice(0, schema.maxLength);
    case 'integer':
    case 'number':
      return 7;
    case 'boolean':
      return true;
    case 'array':
      return [];
    default:
      return {};
  }
}

/** Of several forms, the one that the known values name (`@odata.type`, `factorType`). */
function isMeant({ properties = {} }: Schema, known: unknown): boolean {
  if (!isObject(known)) return true;
  return Object.entries(properties).every(
    ([name, one]) =>
      (!('const' in one) || one.const === known[name]) &&
      (!one.enum || !(name in known) || one.enum.includes(known[name])),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
