import type { TObject } from 'typebox';

/**
 * A query string carries text only: brings `50` and `true` to the number or boolean that the schema names. What does not
 * fit stays text, and validation refuses it.
 */
export function typedQuery(
  schema: TObject | undefined,
  query: Record<string, unknown>,
): Record<string, unknown> {
  const typed: Record<string, unknown> = { ...query };
  for (const [name, property] of Object.entries(schema?.properties ?? {})) {
    const value = typed[name];
    if (typeof value !== 'string') continue;
    const type: unknown = Reflect.get(property, 'type');
    if ((type === 'integer' || type === 'number') && /^-?[0-9]{1,15}$/.test(value))
      typed[name] = Number(value);
    if (type === 'boolean' && (value === 'true' || value === 'false')) typed[name] = value === 'true';
  }
  return typed;
}
