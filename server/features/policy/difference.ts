import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { canonicalJson } from '../../crypto/canonicalJson.ts';

interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

/** Settings that differ, by name, in the order of the document. The order of keys inside a setting is no difference. */
export function differenceOf(before: PolicyDocument, after: PolicyDocument): Change[] {
  return (Object.keys(after) as (keyof PolicyDocument)[]).flatMap((field) =>
    canonicalJson(before[field]) === canonicalJson(after[field])
      ? []
      : [{ field, from: before[field], to: after[field] }],
  );
}
