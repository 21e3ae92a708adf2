import Box from '@mui/material/Box';
import type { Column } from '../../ui/DataTable.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { TONE_COLOUR } from '../../ui/StatusChip.tsx';
import { oneLine } from '../../ui/tableStyles.ts';
import { MAIL_STATES, type Mail } from './mailLook.ts';
import { t } from './words.ts';

const STATE: Column<Mail> = {
  key: 'state',
  header: t('state'),
  width: 120,
  cell: ({ state }) => {
    const { icon, label, tone } = MAIL_STATES[state];
    return (
      <>
        <Icon path={icon} size={16} sx={{ mr: 1, verticalAlign: 'text-bottom', color: TONE_COLOUR[tone] }} />
        {label}
      </>
    );
  },
};
const SUBJECT: Column<Mail> = {
  key: 'subject',
  header: t('subject'),
  isLink: true,
  cell: ({ subject, to }) => (
    <>
      {subject}
      <Box
        component="span"
        sx={{
          ...oneLine,
          display: { xs: 'block', md: 'none' },
          color: 'text.secondary',
          fontSize: '0.75rem',
        }}
      >
        {to}
      </Box>
    </>
  ),
};
const TO: Column<Mail> = {
  key: 'to',
  header: t('to'),
  width: '28%',
  from: 'md',
  copied: true,
  cell: ({ to }) => to,
};
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
