import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { paths } from '../../../../contract/paths.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import { CHECK_WORDS } from '../../../shared/checkWords.ts';
import { SOURCE_WORDS, TIER_LOOK } from '../../../shared/requestLook.ts';
import { reasonWords } from '../../../shared/resetReasons.ts';
import type { Column } from '../../../ui/DataTable.tsx';
import { Moment } from '../../../ui/cells.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { t } from '../words.ts';

export type ResetRow = OutputOf<'audit.resets'>['items'][number];

const muted = { color: 'text.secondary', fontSize: '0.8125rem' } as const;

function Asked({ row }: { row: ResetRow }) {
  return (
    <Box sx={{ py: 2 }}>
      {row.openedBy === null ? t('askedThemselves') : t('askedFor', { by: row.openedBy.name })}
      <Box sx={muted}>
        {SOURCE_WORDS[row.source]} · {reasonWords(row.reason)}
      </Box>
    </Box>
  );
}

function Evidence({ row: { checks } }: { row: ResetRow }) {
  if (checks.length === 0) return <Box sx={muted}>{t('noEvidence')}</Box>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, py: 2 }}>
      {checks.map(({ kind, at, by }) => (
        <li key={`${kind} ${at}`}>
          {by === null ? CHECK_WORDS[kind] : t('checkBy', { check: CHECK_WORDS[kind], by: by.name })}
        </li>
      ))}
    </Box>
  );
}

function Approved({ row: { approvals } }: { row: ResetRow }) {
  if (approvals.length === 0) return <Box sx={muted}>{t('approvedByNobody')}</Box>;
  return approvals.map(({ by }) => <Box key={by.id}>{by.name}</Box>);
}

const WHOSE: Column<ResetRow> = {
  key: 'whose',
  header: t('resetOf'),
  width: '18%',
  cell: ({ user, department, requestId }) => (
    <Box sx={{ py: 2 }}>
      <Link href={paths.resetRequest(requestId)} sx={{ fontWeight: 500 }}>
        {user.name}
      </Link>
      <Box sx={muted}>{department ?? user.username}</Box>
    </Box>
  ),
};
const AT: Column<ResetRow> = {
  key: 'at',
  header: t('resetAt'),
  width: 132,
  cell: ({ resetAt }) => <Moment at={resetAt} />,
};
const TIER: Column<ResetRow> = {
  key: 'tier',
  header: t('tier'),
  width: 136,
  cell: ({ tier }) => <StatusChip {...TIER_LOOK[tier]} />,
};

/** One row answers the auditor's question: who asked, on what evidence, verified and approved by whom. */
export const RESET_COLUMNS: readonly Column<ResetRow>[] = [
  AT,
  WHOSE,
  TIER,
  { key: 'asked', header: t('askedBy'), width: '18%', cell: (row) => <Asked row={row} /> },
  { key: 'evidence', header: t('evidence'), cell: (row) => <Evidence row={row} /> },
  { key: 'approved', header: t('approvedBy'), width: '14%', cell: (row) => <Approved row={row} /> },
];

/** On a phone: everything below one another. */
export const NARROW_RESET_COLUMNS: readonly Column<ResetRow>[] = [
  {
    key: 'reset',
    header: t('resets'),
    cell: (row) => (
      <Box sx={{ py: 2, display: 'grid', gap: 1 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3 }}>
          <Link
            href={paths.resetRequest(row.requestId)}
            sx={{ fontWeight: 500, minWidth: 0, overflowWrap: 'anywhere' }}
          >
            {row.user.name}
          </Link>
          <Box sx={{ ...muted, flexShrink: 0 }}>
            <Moment at={row.resetAt} />
          </Box>
        </Box>
        <Box>
          <StatusChip {...TIER_LOOK[row.tier]} />
        </Box>
        <Asked row={row} />
        <Evidence row={row} />
        <Box sx={muted}>
          {row.approvals.length === 0
            ? t('approvedByNobody')
            : t('approvedByNames', { names: row.approvals.map(({ by }) => by.name).join(', ') })}
        </Box>
      </Box>
    ),
  },
];
