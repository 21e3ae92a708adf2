import type { Reader } from '../../db/connection.ts';
import type { EventRow } from '../../domain/audit/store.ts';
import { peopleById } from '../../domain/people/store.ts';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Databases take so many values in one statement without a thought. */
const AT_ONCE = 1000;

const idsIn = ({ data }: EventRow): string[] => [...new Set(data.match(ID))];

/**
 * Who the ids in the data of events belong to: a version of policy, say, names people by them. For each event
 * `0198… Maria Lopez (maria) | …`, as they are called now; empty where there is nobody.
 */
export async function namesInData(
  reader: Reader,
  rows: readonly EventRow[],
): Promise<(row: EventRow) => string> {
  const ids = [...new Set(rows.flatMap(idsIn))];
  const names = new Map<string, string>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    for (const { id, name, username } of await peopleById(reader, ids.slice(start, start + AT_ONCE)))
      names.set(id, `${id} ${name} (${username})`);
  }
  return (row) =>
    idsIn(row)
      .flatMap((id) => names.get(id) ?? [])
      .join(' | ');
}
