import Box from '@mui/material/Box';
import { DateFilter } from '../../ui/DateFilter.tsx';
import { t } from './words.ts';

interface Props {
  from: string | undefined;
  to: string | undefined;
  onChange: (change: { from?: string | null; to?: string | null }) => void;
}

/** The days that a list of the audit log is of. Together: where a bar has no room for both, neither stays behind. */
export function FromTo({ from = '', to = '', onChange }: Props) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, '&&': { flex: { xs: '1 1 100%', md: 'none' } } }}>
      <DateFilter label={t('from')} edge="start" value={from} onChange={(at) => onChange({ from: at })} />
      <DateFilter label={t('to')} edge="end" value={to} onChange={(at) => onChange({ to: at })} />
    </Box>
  );
}
