import { sentence } from '../../contract/words/sentence.ts';
import { refuse } from '../refusal.ts';

/**
 * Refuses what no person types and what databases and JSON disagree about: NUL and lone surrogates, in values and in
 * keys (S-61).
 */
export function refuseUnstorableText(value: unknown, root: 'body' | 'query' | 'path' = 'body'): void {
  refuseIn(value, '', root);
}

/** Fields are named as the validator names them: by their path within what was sent. */
function refuseIn(value: unknown, path: string, root: string): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed()) {
      throw refuse('invalid_input', {
        detail: sentence('answers/http', 'unstorableText'),
        fields: { [path || root]: sentence('answers/http', 'unstorable') },
      });
    }
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) refuseIn(item, within(path, index), root);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      refuseIn(key, path, root);
      refuseIn(item, within(path, key), root);
    }
  }
}

const within = (path: string, key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
