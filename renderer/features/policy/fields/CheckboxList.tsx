import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useId, type ReactNode } from 'react';
import { FieldLabel } from '../../../ui/fieldParts.tsx';

interface Props<V extends string> {
  label: string;
  options: readonly { value: V; label: ReactNode }[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
}

/** Any number of a few, all of them in sight. */
export function CheckboxList<V extends string>({ label, options, chosen, onChange }: Props<V>) {
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id} sx={{ mb: 3 }}>
      <FieldLabel id={id} label={label} />
      {options.map(({ value, label: words }) => (
        <Box key={value}>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={chosen.includes(value)}
                onChange={(_, isOn) =>
                  onChange(isOn ? [...chosen, value] : chosen.filter((one) => one !== value))
                }
              />
            }
            label={words}
          />
        </Box>
      ))}
    </Box>
  );
}
