import type { TSchema } from 'typebox';
import Value from 'typebox/value';
import type { SayOf } from '../../../contract/words/write.ts';

/**
 * Which fields of an input don't fit its schema, with a sentence each; undefined where all do.
 * Checked without generated code, and strictly: what the schema doesn't name is refused.
 */
export function misfits(
  say: SayOf<'desktop'>,
  schema: TSchema,
  input: unknown,
): Record<string, string> | undefined {
  if (Value.Check(schema, input)) return undefined;
  const fields: Record<string, string> = {};
  for (const { keyword, instancePath, params } of Value.Errors(schema, input)) {
    if (keyword === 'required' && 'requiredProperties' in params) {
      for (const name of params.requiredProperties) fields[name] ??= say('missing');
      continue;
    }
    const name = instancePath.split('/')[1];
    if (name !== undefined) fields[name] ??= say(SENTENCES[keyword] ?? 'notAsItShould');
  }
  return fields;
}

const SENTENCES: Readonly<
  Record<string, 'tooShort' | 'tooLong' | 'tooSmall' | 'tooLarge' | 'tooMany' | 'notKnown'>
> = {
  minLength: 'tooShort',
  maxLength: 'tooLong',
  minimum: 'tooSmall',
  maximum: 'tooLarge',
  maxItems: 'tooMany',
  boolean: 'notKnown',
};
