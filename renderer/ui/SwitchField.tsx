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
  /** One of many in a form: as the labels of fields, without room of its own above and below. */
  flush?: boolean;
  onChange: (checked: boolean) => void;
}

/** A setting that counts at once or with the form it stands in: words left, switch right. */
export function SwitchField({ label, helper, checked, disabled, flush, onChange }: Props) {
  const id = useId();
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4, py: flush ? 0 : 2 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography
          component="label"
          htmlFor={id}
          variant={flush ? 'body2' : 'body1'}
          sx={{ display: 'block', fontWeight: 500, color: 'text.primary' }}
        >
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
        // As high as the line of its label.
        sx={flush ? { my: '-9px' } : undefined}
        checked={checked}
        disabled={disabled}
        onChange={(_, value) => onChange(value)}
        slotProps={{ input: { 'aria-describedby': helper ? `${id}-note` : undefined } }}
      />
    </Box>
  );
}
