import { mdiMagnify } from '@mdi/js';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useEffect, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';

interface Props {
  label: string;
  value: string;
  /** Called at once after a key that comes alone, 50 ms after the last of several, and at once on Enter and when the field is left. */
  onChange: (value: string) => void;
}

/** Keys that are pressed within so many milliseconds are one search. Who types fast is slower than that: each key is one of its own. */
const TOGETHER = 50;

/** Search within a list. `/` brings the cursor here, Escape clears it. */
export function SearchField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const [wait, setWait] = useState(0);
  const lastKey = useRef(-TOGETHER);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), wait);
    return () => clearTimeout(timer);
  }, [typed, value, onChange, wait]);
  return (
    <OutlinedInput
      type="search"
      placeholder={label}
      value={typed}
      onChange={({ target, timeStamp }) => {
        setTyped(target.value);
        setWait(timeStamp - lastKey.current < TOGETHER ? TOGETHER : 0);
        lastKey.current = timeStamp;
      }}
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
