import Box from '@mui/material/Box';
import type { Column } from '../../ui/DataTable.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { TONE_COLOUR } from '../../ui/StatusChip.tsx';
import { MAIL_STATES, type Mail } from './mailLook.ts';
import { t } from './words.ts';

const STATE: Column<Mail> = {
  key: 'state',
  header: t('state'),
  width: 104,
  cell: ({ state }) => {
    const { icon, label, tone } = MAIL_STATES[state];
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, whiteSpace: 'nowrap' }}>
        <Icon path={icon} size={16} sx={{ color: TONE_COLOUR[tone] }} />
        {label}
      </Box>
    );
  },
};
const SUBJECT: Column<Mail> = {
  key: 'subject',
  header: t('subject'),
  cell: ({ subject, to }) => (
    <Box sx={{ py: 1 }}>
      {subject}
      <Box sx={{ display: { xs: 'block', md: 'none' }, color: 'text.secondary', fontSize: '0.75rem' }}>
        {to}
      </Box>
    </Box>
  ),
};
const TO: Column<Mail> = { key: 'to', header: t('to'), from: 'md', cell: ({ to }) => to };
const MADE: Column<Mail> = {
  key: 'createdAt',
  header: t('created'),
  width: 140,
  from: 'md',
  cell: ({ createdAt }) => <RelativeTime inRow at={createdAt} />,
};
const ATTEMPTS: Column<Mail> = {
  key: 'attempts',
  header: t('attempts'),
  align: 'end',
  width: 88,
  from: 'lg',
  cell: ({ attempts }) => attempts,
};

export const MAIL_COLUMNS: readonly Column<Mail>[] = [STATE, SUBJECT, TO, MADE, ATTEMPTS];
/** Beside an open mail there is room for these. */
export const MAIL_COLUMNS_BESIDE: readonly Column<Mail>[] = [STATE, SUBJECT, MADE];
