import type { TArrayOptions, TNumberOptions, TSchema } from 'typebox';

/**
 * The least, or else 0, and the most that a schema takes: of a whole number itself, of a list how many it holds. Throws where
 * it has no most, so that no field is made for it.
 */
export function rangeOf(schema: TSchema): readonly [number, number] {
  const { minimum, maximum, minItems, maxItems } = schema as TSchema & TNumberOptions & TArrayOptions;
  const [least, most] = [minimum ?? minItems ?? 0, maximum ?? maxItems];
  if (typeof least !== 'number' || typeof most !== 'number') throw new Error('This schema has no bounds.');
  return [least, most];
}
