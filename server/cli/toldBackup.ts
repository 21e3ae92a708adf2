import type { Manifest } from '../features/backup/format.ts';
import { rfc3339 } from '../time.ts';

/** What sentences say of a backup. */
export function counted({ madeAt, organisation, counts, head }: Manifest) {
  const at = rfc3339(madeAt);
  return { organisation, at, people: counts['users'] ?? 0, events: head.sequence };
}
