import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { t } from './words.ts';

interface Props {
  busy: boolean;
  onMore: () => void;
}

/**
 * Loads the next page of a list. It stays pressable while it does, and hands the focus on when there is no more: a button that
 * is off or gone hears no key, so that Escape would not close the dialog around it.
 */
export function ShowMore({ busy, onMore }: Props) {
  return (
    <Button
      ref={handFocusOn}
      size="small"
      variant="outlined"
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      endIcon={busy ? <CircularProgress size={14} color="inherit" aria-label={t('loading')} /> : undefined}
      onClick={() => !busy && onMore()}
    >
      {t('showMore')}
    </Button>
  );
}

/** To whatever holds the list and may have it: a dialog, or the page. */
function handFocusOn(button: HTMLButtonElement | null) {
  return () => {
    if (button && document.activeElement === button)
      button.parentElement?.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  };
}
