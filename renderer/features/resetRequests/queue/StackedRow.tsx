import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { ResetRequestRow } from '../../../../contract/operations/resetRequestSchemas.ts';
import { TIER_LOOK } from '../../../shared/requestLook.ts';
import { OneLine } from '../../../ui/OneLine.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { ChecksMet, small, State, Why } from './requestCells.tsx';
import type { HeldRow } from './heldRows.ts';

interface Props {
  held: HeldRow<ResetRequestRow>;
  isWaiting: boolean;
  /** Who is on it, or decided it. */
  by: ReactNode;
  when: ReactNode;
}

/** Room for its parts beside one another: of the row, whatever stands beside the list. */
const ROOM = '@container (min-width: 560px)';

/** A request where there is no room for columns: what it is, where it stands and whose it is, whole; only a reason may be cut. */
export function StackedRow({ held, isWaiting, by, when }: Props) {
  const { row } = held;
  return (
    <Box sx={{ py: 2, containerType: 'inline-size' }}>
      <Box
        sx={{
          display: 'grid',
          columnGap: 3,
          rowGap: 1,
          alignItems: 'center',
          gridTemplateColumns: 'minmax(0, 1fr) auto',
          gridTemplateAreas: '"name tier" "state state" "why why" "foot foot"',
          [ROOM]: {
            gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 5fr) 140px',
            gridTemplateAreas: '"name state tier" "why by when"',
          },
        }}
      >
        <Box sx={{ gridArea: 'name', minWidth: 0, fontWeight: 500 }}>
          <OneLine>{row.user.name}</OneLine>
        </Box>
        <Box sx={{ gridArea: 'tier', lineHeight: 0 }}>
          <StatusChip {...TIER_LOOK[row.tier]} />
        </Box>
        <Box
          sx={{ gridArea: 'state', display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3 }}
        >
          <State {...held} />
          {isWaiting && <ChecksMet row={row} />}
        </Box>
        <Box sx={{ gridArea: 'why', minWidth: 0, ...small }}>
          <Why row={row} />
        </Box>
        <Box
          sx={{
            gridArea: 'foot',
            display: 'flex',
            justifyContent: 'space-between',
            columnGap: 4,
            ...small,
            [ROOM]: { display: 'contents' },
          }}
        >
          <Box sx={{ flexShrink: 0, color: 'text.secondary', [ROOM]: { gridArea: 'when' } }}>{when}</Box>
          <Box sx={{ minWidth: 0, [ROOM]: { gridArea: 'by' } }}>{by}</Box>
        </Box>
      </Box>
    </Box>
  );
}
