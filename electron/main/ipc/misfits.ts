import type { TSchema } from 'typebox';
import Value from 'typebox/value';

/**
 * Which fields of an input don't fit its schema, with a sentence each; undefined where all do.
 * Checked without generated code, and strictly: what the schema doesn't name is refused.
 */
export function misfits(schema: TSchema, input: unknown): Record<string, string> | undefined {
  if (Value.Check(schema, input)) return undefined;
  const fields: Record<string, string> = {};
  for (const { keyword, instancePath, params } of Value.Errors(schema, input)) {
    if (keyword === 'required' && 'requiredProperties' in params) {
      for (const name of params.requiredProperties) fields[name] ??= 'This is missing.';
      continue;
    }
    const name = instancePath.split('/')[1];
    if (name !== undefined) fields[name] ??= SENTENCES[keyword] ?? 'This is not as it should be.';
  }
  return fields;
}

const SENTENCES: Record<string, string> = {
  minLength: 'This is too short.',
  maxLength: 'This is too long.',
  minimum: 'This is too small.',
  maximum: 'This is too large.',
  maxItems: 'These are too many.',
  boolean: 'This is not known here.',
};
