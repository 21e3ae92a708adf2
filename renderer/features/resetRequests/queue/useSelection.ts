import { useState } from 'react';
import type { ResetRequestRow } from '../../../../contract/operations/resetRequestSchemas.ts';
import type { HeldRow } from './heldRows.ts';

const NONE: ReadonlySet<string> = new Set();

/** Which rows are selected of a list; those of another list, or that have left it, are not. @param list names the list */
export function useSelection(list: string, rows: readonly HeldRow<ResetRequestRow>[] | undefined) {
  const [selection, setSelection] = useState({ of: list, ids: NONE });
  // What was selected under other filters is out of sight, so no act may reach it.
  const selected = selection.of === list ? selection.ids : NONE;
  const chosen = (rows ?? []).flatMap(({ row, hasLeft }) => (!hasLeft && selected.has(row.id) ? [row] : []));
  return {
    ids: new Set(chosen.map(({ id }) => id)) as ReadonlySet<string>,
    chosen,
    select: (ids: ReadonlySet<string>) => setSelection({ of: list, ids }),
  };
}
