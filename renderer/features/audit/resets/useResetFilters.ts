import type { InputOf } from '../../../../contract/operations.ts';
import { useNamedFilters } from '../../../ui/useNamedFilters.ts';

const NAMES = ['userId', 'actorId', 'tier', 'from', 'to'] as const;
export type ResetFilters = Pick<InputOf<'audit.resets'>, (typeof NAMES)[number]>;

/** The report's filters, as the address says them; times are RFC 3339. */
export const useResetFilters = () => useNamedFilters<ResetFilters>(NAMES);

/** From the first to the last moment of the calendar month before, where the reader is. */
export function lastMonth(now: Date): Required<Pick<ResetFilters, 'from' | 'to'>> {
  const from = new Date(now.getFullYear(), now.getMonth() - 1, 1);
  const to = new Date(now.getFullYear(), now.getMonth(), 1).getTime() - 1;
  return { from: from.toISOString(), to: new Date(to).toISOString() };
}
