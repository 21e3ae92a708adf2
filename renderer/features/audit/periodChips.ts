import type { FilterChip } from '../../ui/FilterBar.tsx';
import { shortDay } from '../../ui/time.ts';
import { t } from './words.ts';

interface Period {
  from?: string;
  to?: string;
}

/** From when and until when, as chips. An address may say what is no moment. */
export function periodChips(
  { from, to }: Period,
  change: (changes: { from?: null; to?: null }) => void,
  now: number,
): FilterChip[] {
  const said = (at: string) => (Number.isNaN(Date.parse(at)) ? at : shortDay(at, now));
  return [
    ...(from
      ? [{ key: 'from', name: t('from'), value: said(from), onRemove: () => change({ from: null }) }]
      : []),
    ...(to ? [{ key: 'to', name: t('to'), value: said(to), onRemove: () => change({ to: null }) }] : []),
  ];
}
