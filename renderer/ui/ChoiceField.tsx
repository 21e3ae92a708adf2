import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Box from '@mui/material/Box';
import { useId, type ReactNode } from 'react';
import { FieldLabel, FieldNote } from './fieldParts.tsx';

interface Props<V extends string> {
  label: string;
  options: readonly { value: V; label: ReactNode }[];
  value: V | '';
  onChange: (value: V) => void;
  helper?: ReactNode;
  error?: string | undefined;
  /** Beside one another, where there is room. */
  row?: boolean;
}

/** One of a few, all of them in sight. */
export function ChoiceField<V extends string>(props: Props<V>) {
  const { label, options, value, onChange, helper, error, row } = props;
  const id = useId();
  return (
    <Box sx={{ mb: 4 }}>
      <FieldLabel id={id} label={label} />
      <RadioGroup
        row={row ?? false}
        sx={{ color: 'text.primary' }}
        aria-labelledby={id}
        aria-describedby={error || helper ? `${id}-note` : undefined}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <FormControlLabel
            key={option.value}
            value={option.value}
            control={<Radio size="small" />}
            label={option.label}
            sx={row ? { mr: 3 } : undefined}
          />
        ))}
      </RadioGroup>
      <FieldNote id={`${id}-note`} error={error} helper={helper} />
    </Box>
  );
}
