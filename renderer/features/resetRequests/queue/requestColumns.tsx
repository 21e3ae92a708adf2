import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { ResetRequestRow } from '../../../../contract/operations/resetRequestSchemas.ts';
import { REQUEST_LOOK, SOURCE_WORDS, TIER_LOOK } from '../../../shared/requestLook.ts';
import { reasonWords } from '../../../shared/resetReasons.ts';
import type { Column } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { OneLine } from '../../../ui/OneLine.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StatusChip, TONE_COLOUR } from '../../../ui/StatusChip.tsx';
import { Age } from './Age.tsx';
import { OnIt } from './OnIt.tsx';
import type { HeldRow } from './heldRows.ts';
import { rich, t } from '../words.ts';

type Row = HeldRow<ResetRequestRow>;

const quiet = (text: ReactNode) => (
  <Box component="span" sx={{ color: 'text.secondary' }}>
    {text}
  </Box>
);

const WHO: Column<Row> = {
  key: 'who',
  header: t('columnWho'),
  width: '22%',
  cell: ({ row, hasLeft }) => (
    <Box sx={{ py: { xs: 2, lg: 0 }, display: 'grid', rowGap: 0.5 }}>
      <Box sx={{ fontWeight: 500 }}>
        <OneLine upTo={200}>{row.user.name}</OneLine>
      </Box>
      <Box sx={{ display: { lg: 'none' }, color: 'text.secondary', fontSize: '0.75rem' }}>
        <OneLine>{besidesWho(row)}</OneLine>
      </Box>
      <Box
        sx={{
          display: { xs: 'flex', md: 'none' },
          alignItems: 'center',
          columnGap: 3,
          fontSize: '0.75rem',
        }}
      >
        <OneLine upTo={104}>
          <State row={row} hasLeft={hasLeft} />
        </OneLine>
        <ChecksMet passed={row.checksPassed} needed={row.checksNeeded} />
      </Box>
    </Box>
  ),
};

const narrow = (inner: ReactNode) => (
  <Box component="span" sx={{ display: { md: 'none' } }}>
    {inner}
  </Box>
);

/** What stands in other columns where there is room for them. */
function besidesWho({ reason, decidedAt, state, openedAt, claimedBy }: ResetRequestRow): ReactNode {
  const isEnded = decidedAt !== null && state !== 'approved';
  const values = {
    reason: reasonWords(reason),
    when: isEnded ? <RelativeTime inRow at={decidedAt} /> : <Age since={openedAt} />,
    narrow,
  };
  return claimedBy
    ? rich('reasonWhenClaimed', { ...values, name: claimedBy.name })
    : rich('reasonAndWhen', values);
}

const DEPARTMENT: Column<Row> = {
  key: 'department',
  header: t('columnDepartment'),
  from: 'xl',
  width: '14%',
  cell: ({ row }) => (row.department === null ? quiet('–') : <OneLine>{row.department}</OneLine>),
};

const TIER: Column<Row> = {
  key: 'tier',
  header: t('columnTier'),
  fit: true,
  cell: ({ row }) => <StatusChip {...TIER_LOOK[row.tier]} />,
};

const STATE: Column<Row> = {
  key: 'state',
  header: t('columnState'),
  from: 'md',
  fit: true,
  cell: ({ row, hasLeft }) => (
    <OneLine upTo={144}>
      <State row={row} hasLeft={hasLeft} />
    </OneLine>
  ),
};

const WHY: Column<Row> = {
  key: 'why',
  header: t('columnReason'),
  from: 'lg',
  width: '22%',
  cell: ({ row }) => (
    <OneLine>
      {rich('reasonAndSource', {
        reason: reasonWords(row.reason),
        source: SOURCE_WORDS[row.source],
        quiet,
      })}
    </OneLine>
  ),
};

const AGE: Column<Row> = {
  key: 'age',
  header: t('columnWaiting'),
  from: 'md',
  cell: ({ row }) => <Age since={row.openedAt} />,
};

const CLAIMED: Column<Row> = {
  key: 'claimed',
  header: t('columnClaimedBy'),
  from: 'md',
  width: '28%',
  cell: ({ row }) => <OnIt row={row} />,
};

const CHECKS: Column<Row> = {
  key: 'checks',
  header: t('columnChecksMet'),
  from: 'md',
  fit: true,
  cell: ({ row }) => <ChecksMet passed={row.checksPassed} needed={row.checksNeeded} />,
};

const DECIDED: Column<Row> = {
  key: 'decided',
  header: t('columnDecided'),
  from: 'md',
  width: '26%',
  cell: ({ row: { decidedBy, decidedAt } }) => {
    if (!decidedAt) return quiet('–');
    const at = <RelativeTime inRow at={decidedAt} />;
    return <OneLine>{decidedBy ? rich('decidedAtBy', { at, name: decidedBy.name, quiet }) : at}</OneLine>;
  },
};

const OPENED: Column<Row> = {
  key: 'opened',
  header: t('columnOpened'),
  from: 'lg',
  cell: ({ row }) => <RelativeTime inRow at={row.openedAt} />,
};

function State({ row, hasLeft }: Row) {
  if (hasLeft) return quiet(t('noLongerListed'));
  const { icon, label, tone } = REQUEST_LOOK[row.state];
  return (
    <>
      <Icon path={icon} size={16} sx={{ color: TONE_COLOUR[tone], mr: 1, verticalAlign: 'text-bottom' }} />
      {label}
    </>
  );
}

function ChecksMet({ passed, needed }: { passed: number; needed: number }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        verticalAlign: 'middle',
        gap: 2,
        whiteSpace: 'nowrap',
      }}
    >
      <Box component="span" aria-hidden sx={{ display: 'inline-flex', gap: '3px' }}>
        {Array.from({ length: needed }, (_, index) => (
          <Box
            component="span"
            key={index}
            sx={{
              width: 14,
              height: 4,
              borderRadius: '2px',
              bgcolor: index < passed ? 'success.main' : 'control.main',
              opacity: index < passed ? 1 : 0.45,
            }}
          />
        ))}
      </Box>
      {t('passedOf', { passed, needed })}
    </Box>
  );
}

/** What the queue shows: while requests wait their age and who is on them, after that how they ended. */
export const waitingColumns: readonly Column<Row>[] = [
  WHO,
  DEPARTMENT,
  TIER,
  STATE,
  WHY,
  AGE,
  CLAIMED,
  CHECKS,
];
export const endedColumns: readonly Column<Row>[] = [WHO, DEPARTMENT, TIER, STATE, WHY, OPENED, DECIDED];
