import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { t } from '../words.ts';

interface Props {
  label: string;
  /** As it is set now. */
  value: ReactNode;
  /** What follows from it. */
  consequence: string;
  /** What is wrong, or waits to be saved, is in sight. */
  isForced?: boolean;
  /** What opens it. */
  action?: string;
  /** The fields. */
  children: ReactNode;
}

/** What is hardly ever changed and takes many fields: its value in words, the fields with *Change*, across all columns of a grid. */
export function ListSetting({
  label,
  value,
  consequence,
  isForced = false,
  action = t('change'),
  children,
}: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(isForced);
  const fields = useRef<HTMLDivElement>(null);
  if (isForced && !isOpen) setOpen(true);
  const open = () => {
    flushSync(() => setOpen(true));
    fields.current?.querySelector('input')?.focus();
  };
  return (
    <Box role="group" aria-labelledby={id} sx={{ gridColumn: isOpen ? '1 / -1' : undefined }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={id} variant="body2" sx={{ fontWeight: 500 }}>
            {label}
          </Typography>
          <Typography variant="body2" color="textSecondary" aria-live="polite">
            {!isOpen && (
              <Box component="span" sx={{ color: 'text.primary' }}>
                {value}{' '}
              </Box>
            )}
            {consequence}
          </Typography>
        </Box>
        {!isOpen && (
          <Button size="small" variant="outlined" aria-describedby={id} onClick={open}>
            {action}
          </Button>
        )}
      </Box>
      {isOpen && (
        <Box ref={fields} sx={{ mt: 3 }}>
          {children}
        </Box>
      )}
    </Box>
  );
}
