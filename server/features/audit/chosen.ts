import type { InputOf } from '../../../contract/operations.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import { plainAddress } from '../../address.ts';
import type { EventFilter } from '../../domain/audit/store.ts';
import { refuse } from '../../refusal.ts';

/** What the list of the log and an export of it are filtered by. */
export type AuditFilters = Omit<InputOf<'audit.list'>, 'cursor' | 'limit'>;

/** Whether nothing is left out. */
export const isWhole = (filters: AuditFilters): boolean =>
  Object.values(filters).every((value) => value === undefined);

/** The filters as the log is read by them. Refuses times that there are none of. */
export function chosenBy({ address, from, to, ...others }: AuditFilters): EventFilter {
  return {
    ...others,
    ...(address !== undefined && { address: plainAddress(address) }),
    ...(from !== undefined && { from: timeOf('from', from) }),
    ...(to !== undefined && { to: timeOf('to', to) }),
  };
}

/** The schema knows the shape only: a 13th month has it, too. */
function timeOf(field: string, time: string): number {
  const at = Date.parse(time);
  if (!Number.isNaN(at)) return at;
  throw refuse('invalid_input', {
    detail: sentence('answers/audit', 'noSuchTimeWrite'),
    fields: { [field]: sentence('answers/audit', 'noSuchTime') },
  });
}
