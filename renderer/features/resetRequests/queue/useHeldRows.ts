import { useState } from 'react';
import { broughtUpToDate, newTo, nextHeld, type Answer, type Held } from './heldRows.ts';

/**
 * Rows that never move under the pointer: what is on screen keeps its order and is brought up to date in place; what is
 * new waits until it is asked for.
 */
export function useHeldRows<Row extends { id: string }>(answer: Answer<Row>) {
  const [held, setHeld] = useState<Held<Row> | null>(null);
  const next = nextHeld(held, answer);
  if (next !== held) setHeld(next);
  const { rows, key, pages } = answer;
  return {
    rows: broughtUpToDate(next, answer),
    waiting: newTo(next, rows).length,
    show: () => setHeld({ key, pages, rows: rows ?? [] }),
  };
}
