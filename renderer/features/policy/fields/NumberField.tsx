import InputAdornment from '@mui/material/InputAdornment';
import { useState } from 'react';
import { Field } from '../../../ui/Field.tsx';

interface Props {
  label: string;
  /** Said behind the number. */
  unit: string;
  value: number;
  /** NaN while what is typed is no whole number. */
  onChange: (value: number) => void;
  isWrong: boolean;
}

/** A whole number with its unit. What was typed stays as it was typed. */
export function NumberField({ label, unit, value, onChange, isWrong }: Props) {
  const [typed, setTyped] = useState(String(value));
  const [known, setKnown] = useState(value);
  // Undo and another person's version come from outside; one's own keys don't.
  if (!Object.is(known, value)) {
    setKnown(value);
    if (!Number.isNaN(value)) setTyped(String(value));
  }
  return (
    <Field
      label={label}
      fullWidth={false}
      value={typed}
      onChange={({ target }) => {
        const next = /^\d{1,6}$/.test(target.value.trim()) ? Number(target.value) : Number.NaN;
        setTyped(target.value);
        setKnown(next);
        onChange(next);
      }}
      endAdornment={<InputAdornment position="end">{unit}</InputAdornment>}
      inputProps={{ inputMode: 'numeric', 'aria-invalid': isWrong || undefined }}
      sx={{ mb: 0, '& .MuiOutlinedInput-root': { width: 180 } }}
    />
  );
}
