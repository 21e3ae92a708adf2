import type { TSchema } from 'typebox';
import Value from 'typebox/value';

/**
 * Which fields of an input don't fit its schema, in a sentence each; undefined where all do.
 * Checked without generated code, and strictly: what the schema doesn't name is refused.
 */
export function misfits(schema: TSchema, input: unknown): Record<string, string> | undefined {
  if (Value.Check(schema, input)) return undefined;
  const fields: Record<string, string> = {};
  for (const error of Value.Errors(schema, input)) {
    const name = error.instancePath.split('/')[1] ?? '';
    fields[name] ??= 'This is not as it should be.';
  }
  return fields;
}
