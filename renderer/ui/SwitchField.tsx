import Box from '@mui/material/Box';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

interface Props {
  label: string;
  /** The sentence of consequence; may change with the value. */
  helper?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A setting that counts at once or with the form it stands in: words left, switch right. */
export function SwitchField({ label, helper, checked, disabled, onChange }: Props) {
  const id = useId();
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4, py: 2 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography component="label" htmlFor={id} sx={{ fontWeight: 500, color: 'text.primary' }}>
          {label}
        </Typography>
        {helper && (
          <Typography id={`${id}-note`} variant="body2" color="textSecondary">
            {helper}
          </Typography>
        )}
      </Box>
      <Switch
        id={id}
        checked={checked}
        disabled={disabled}
        onChange={(_, value) => onChange(value)}
        slotProps={{ input: { 'aria-describedby': helper ? `${id}-note` : undefined } }}
      />
    </Box>
  );
}
