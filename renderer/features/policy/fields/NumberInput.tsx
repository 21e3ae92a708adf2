import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useState } from 'react';

export interface NumberInputProps {
  id?: string;
  /** For screen readers, where no label stands beside it. */
  label?: string;
  /** Said behind the number. */
  unit: string;
  value: number;
  /** NaN while what is typed is no whole number. */
  onChange: (value: number) => void;
  /** Pixels: for the longest number and the longest unit that stand there. */
  width?: number;
  /** The element that says what is wrong with it; absent while nothing is. */
  problemId?: string | undefined;
  /** The element that says what it means. */
  noteId?: string | undefined;
}

/** A whole number with its unit. What was typed stays as it was typed. */
export function NumberInput(props: NumberInputProps) {
  const { id, label, unit, value, onChange, width = 132, problemId, noteId } = props;
  const [typed, setTyped] = useState(String(value));
  const [known, setKnown] = useState(value);
  // Undo and another person's version come from outside; one's own keys don't.
  if (!Object.is(known, value)) {
    setKnown(value);
    if (!Number.isNaN(value)) setTyped(String(value));
  }
  return (
    <OutlinedInput
      id={id}
      value={typed}
      error={problemId !== undefined}
      onChange={({ target }) => {
        const next = /^\d{1,6}$/.test(target.value.trim()) ? Number(target.value) : Number.NaN;
        setTyped(target.value);
        setKnown(next);
        onChange(next);
      }}
      endAdornment={<InputAdornment position="end">{unit}</InputAdornment>}
      inputProps={{
        inputMode: 'numeric',
        'aria-label': label,
        'aria-invalid': problemId !== undefined || undefined,
        'aria-describedby': problemId ?? noteId,
      }}
      sx={{ width }}
    />
  );
}
