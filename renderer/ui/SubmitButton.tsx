import Button, { type ButtonProps } from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { t } from './words.ts';

interface Props extends Omit<ButtonProps, 'disabled'> {
  busy?: boolean;
  /** Off for a reason that stands beside it; never merely because the form isn't filled in. */
  disabled?: boolean;
}

/** The button that acts. While busy it keeps its words and width, and a second press does nothing. */
export function SubmitButton({ busy = false, disabled, children, onClick, ...button }: Props) {
  return (
    <Button
      type={onClick ? 'button' : 'submit'}
      variant="contained"
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      endIcon={busy ? <CircularProgress size={14} color="inherit" aria-label={t('working')} /> : undefined}
      {...button}
    >
      {children}
    </Button>
  );
}
