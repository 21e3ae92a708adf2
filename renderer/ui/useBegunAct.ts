import { useEffect, useEffectEvent } from 'react';
import { useAddressFilters } from './useAddressFilters.ts';

/**
 * Begins what the address asks for by `act`, and takes it out of the address: who comes back by the history doesn't begin it
 * again. What isn't in the table is left alone.
 */
export function useBegunAct(begins: Readonly<Record<string, () => void>>): void {
  const { params, change } = useAddressFilters<'act'>();
  const act = params.get('act') ?? '';
  const begin = useEffectEvent((asked: string) => {
    if (!Object.hasOwn(begins, asked)) return;
    begins[asked]?.();
    change({ act: null });
  });
  useEffect(() => begin(act), [act]);
}
