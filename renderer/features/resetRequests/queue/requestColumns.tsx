import Box from '@mui/material/Box';
import type { ResetRequestRow } from '../../../../contract/operations/resetRequestSchemas.ts';
import { TIER_LOOK } from '../../../shared/requestLook.ts';
import type { Column } from '../../../ui/DataTable.tsx';
import { OneLine } from '../../../ui/OneLine.tsx';
import { Moment } from '../../../ui/cells.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { OnIt } from './OnIt.tsx';
import { ChecksMet, quiet, small, State, Waits, Why } from './requestCells.tsx';
import { StackedRow } from './StackedRow.tsx';
import type { HeldRow } from './heldRows.ts';
import { t } from '../words.ts';

type Row = HeldRow<ResetRequestRow>;

const WHO: Column<Row> = {
  key: 'who',
  header: t('columnWho'),
  cell: ({ row }) => (
    <>
      <Box sx={{ fontWeight: 500 }}>
        <OneLine>{row.user.name}</OneLine>
      </Box>
      <Box sx={small}>
        <Why row={row} />
      </Box>
    </>
  ),
};

const DEPARTMENT: Column<Row> = {
  key: 'department',
  header: t('columnDepartment'),
  from: 'xl',
  width: 152,
  cell: ({ row }) => (row.department === null ? quiet('–') : <OneLine>{row.department}</OneLine>),
};

const TIER: Column<Row> = {
  key: 'tier',
  header: t('columnTier'),
  width: 144,
  cell: ({ row }) => <StatusChip {...TIER_LOOK[row.tier]} />,
};

/** For the longest words of a state, and for the checks below them. */
const STATE: Column<Row> = {
  key: 'state',
  header: t('columnState'),
  width: 216,
  cell: (held) => (
    <>
      <OneLine>
        <State {...held} />
      </OneLine>
      <ChecksMet row={held.row} />
    </>
  ),
};

const AGE: Column<Row> = {
  key: 'age',
  header: t('columnWaiting'),
  width: 152,
  cell: ({ row }) => <Waits row={row} />,
};

const CLAIMED: Column<Row> = {
  key: 'claimed',
  header: t('columnClaimedBy'),
  width: { lg: '22%', xl: '16%' },
  cell: ({ row }) => <OnIt row={row} />,
};

const ENDED: Column<Row> = {
  ...STATE,
  cell: (held) => (
    <OneLine>
      <State {...held} />
    </OneLine>
  ),
};

const OPENED: Column<Row> = {
  key: 'opened',
  header: t('columnOpened'),
  width: 152,
  cell: ({ row }) => <Moment at={row.openedAt} />,
};

const decidedBy = ({ decidedBy: by }: ResetRequestRow) =>
  by && <OneLine muted>{t('decidedBy', { name: by.name })}</OneLine>;

const DECIDED: Column<Row> = {
  key: 'decided',
  header: t('columnDecided'),
  width: '22%',
  cell: ({ row }) =>
    row.decidedAt ? (
      <>
        <Moment at={row.decidedAt} />
        <Box sx={small}>{decidedBy(row)}</Box>
      </>
    ) : (
      quiet('–')
    ),
};

/** What the queue shows: while requests wait their age and who is on them, after that how they ended. */
export const waitingColumns: readonly Column<Row>[] = [WHO, DEPARTMENT, TIER, STATE, AGE, CLAIMED];
export const endedColumns: readonly Column<Row>[] = [WHO, DEPARTMENT, TIER, ENDED, OPENED, DECIDED];

const stacked = (cell: Column<Row>['cell']): readonly Column<Row>[] => [
  { key: 'request', header: t('requestTitle'), cell },
];

/** The same where there is no room for columns. */
export const waitingStacked = stacked((held) => (
  <StackedRow
    isWaiting
    held={held}
    by={<OnIt inOneLine row={held.row} />}
    when={<Waits inOneLine row={held.row} />}
  />
));
export const endedStacked = stacked((held) => (
  <StackedRow
    isWaiting={false}
    held={held}
    by={decidedBy(held.row)}
    when={<Moment at={held.row.decidedAt ?? held.row.openedAt} />}
  />
));
