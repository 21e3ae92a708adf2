import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useTypedDay } from './useTypedDay.tsx';

interface Props {
  /** "From", "To". */
  label: string;
  /** RFC 3339, or empty. */
  value: string;
  /** The first moment of the chosen day here, or the last. */
  edge: 'start' | 'end';
  onChange: (value: string | null) => void;
}

/** A day in a toolbar, in the viewer's zone. */
export function DateFilter({ label, value, edge, onChange }: Props) {
  const { unread, ...typed } = useTypedDay(dayOf(value), (day) => {
    const at = new Date(`${day}T${edge === 'start' ? '00:00:00.000' : '23:59:59.999'}`);
    onChange(Number.isNaN(at.getTime()) ? null : at.toISOString());
  });
  return (
    <OutlinedInput
      {...typed}
      error={unread !== undefined}
      startAdornment={<InputAdornment position="start">{label}</InputAdornment>}
      inputProps={{ 'aria-label': label, title: unread }}
      // A whole day as each language writes it. Two have no room beside one another on a phone.
      sx={{
        '&&': { flex: { xs: '1 1 100%', md: 'none' } },
        width: { md: 216 },
        pl: 3,
        pr: 1.5,
        '& input': { px: 0 },
        '& .MuiInputAdornment-positionStart': { mr: 1.5 },
        '& .MuiInputAdornment-positionEnd': { ml: 0 },
      }}
    />
  );
}

function dayOf(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
