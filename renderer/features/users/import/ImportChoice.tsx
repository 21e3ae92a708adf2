import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

interface Props {
  label: string;
  helper: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that counts for the whole file, and what follows from it. */
export function ImportChoice({ label, helper, checked, onChange }: Props) {
  const about = useId();
  return (
    <FormControlLabel
      sx={{ display: 'flex', alignItems: 'flex-start', mb: 4 }}
      control={
        <Checkbox
          size="small"
          checked={checked}
          onChange={({ target }) => onChange(target.checked)}
          slotProps={{ input: { 'aria-describedby': about } }}
        />
      }
      label={
        <Box sx={{ pt: 1 }}>
          {label}
          <Typography id={about} variant="body2" color="textSecondary">
            {helper}
          </Typography>
        </Box>
      }
    />
  );
}
