import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';

interface Props {
  /** "From", "To". */
  label: string;
  /** RFC 3339, or empty. */
  value: string;
  /** The first moment of the chosen day here, or the last. */
  edge: 'start' | 'end';
  onChange: (value: string | null) => void;
}

/** A day in a toolbar, in the viewer's zone: the platform's own field, so that keys and touch work as everywhere. */
export function DateFilter({ label, value, edge, onChange }: Props) {
  return (
    <OutlinedInput
      type="date"
      value={dayOf(value)}
      onChange={({ target }) => {
        const at = new Date(`${target.value}T${edge === 'start' ? '00:00:00.000' : '23:59:59.999'}`);
        onChange(Number.isNaN(at.getTime()) ? null : at.toISOString());
      }}
      startAdornment={<InputAdornment position="start">{label}</InputAdornment>}
      inputProps={{ 'aria-label': label }}
      sx={{ '& input': { pl: 0 } }}
    />
  );
}

function dayOf(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
