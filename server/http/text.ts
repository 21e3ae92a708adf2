import { refuse } from '../refusal.ts';

/**
 * Refuses what no person types and what databases and JSON disagree about: NUL and lone surrogates, in values and in
 * keys (S-61).
 */
export function refuseUnstorableText(value: unknown, path = 'body'): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed()) {
      throw refuse('invalid_input', {
        detail: 'The text has a character that cannot be stored. Remove it and try again.',
        fields: { [path]: 'This has a character that cannot be stored.' },
      });
    }
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) refuseUnstorableText(item, `${path}.${index}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      refuseUnstorableText(key, path);
      refuseUnstorableText(item, path === 'body' ? key : `${path}.${key}`);
    }
  }
}
