import { useState } from 'react';

export interface HeldRow<Row> {
  row: Row;
  /** It is no longer among what was asked for, e.g. because a colleague decided it. */
  hasLeft: boolean;
}

interface Answer<Row> {
  /** What the server says now; undefined while another question loads. */
  rows: readonly Row[] | undefined;
  /** Names the question: another one starts anew. */
  key: string;
  /** How many pages `rows` are. */
  pages: number;
  /** Whether they are everything, so that what isn't among them has left. */
  isWhole: boolean;
}

/**
 * Rows that never move under the pointer: what is on screen keeps its order and is brought up to date in place; what is
 * new waits until it is asked for. Where there are no rows nothing can move, and new ones are shown at once.
 */
export function useHeldRows<Row extends { id: string }>({ rows, key, pages, isWhole }: Answer<Row>) {
  const [held, setHeld] = useState<{ key: string; pages: number; rows: readonly Row[] } | null>(null);
  const fresh = rows ?? [];
  const isAnother = rows !== undefined && (held?.key !== key || (held.rows.length === 0 && rows.length > 0));
  const known = new Set(held?.rows.map(({ id }) => id));
  const added = fresh.filter(({ id }) => !known.has(id));
  // "Show more" was pressed: what came with the page is added below, and nothing above it moves.
  const isLonger = rows !== undefined && held !== null && !isAnother && pages > held.pages;
  if (isAnother) setHeld({ key, pages, rows });
  if (isLonger) setHeld({ key, pages, rows: [...held.rows, ...added] });

  const byId = new Map(fresh.map((row) => [row.id, row]));
  const shown = isAnother ? rows : held?.rows;
  return {
    rows: shown?.map((row): HeldRow<Row> => ({
      row: byId.get(row.id) ?? row,
      hasLeft: rows !== undefined && isWhole && !byId.has(row.id),
    })),
    waiting: isAnother || isLonger || rows === undefined ? 0 : added.length,
    show: () => setHeld({ key, pages, rows: fresh }),
  };
}
