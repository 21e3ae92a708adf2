import { mdiMagnify } from '@mdi/js';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useEffect, useState } from 'react';
import { Icon } from './Icon.tsx';

interface Props {
  label: string;
  value: string;
  /** Called 50 ms after the last key, and at once on Enter and when the field is left. */
  onChange: (value: string) => void;
}

/** For keys that are pressed together; milliseconds. The server answers before the next one of who types fast. */
const WAIT = 50;

/** Search within a list. `/` brings the cursor here, Escape clears it. */
export function SearchField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), WAIT);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <OutlinedInput
      type="search"
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      // Before what was clicked: a search that came after it would take the reader back.
      onBlur={() => {
        if (typed !== value) onChange(typed);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChange(typed);
        if (event.key === 'Escape' && typed) {
          event.stopPropagation();
          setTyped('');
        }
      }}
      startAdornment={
        <InputAdornment position="start">
          <Icon path={mdiMagnify} />
        </InputAdornment>
      }
      inputProps={{ 'aria-label': label, 'data-search': true }}
      sx={{
        width: { xs: '100%', sm: 260 },
        '& input': { pl: 0 },
        '& input::-webkit-search-cancel-button': { display: 'none' },
      }}
    />
  );
}
