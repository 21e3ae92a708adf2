import Button from '@mui/material/Button';
import { EmptyState } from '../../ui/states.tsx';
import { t } from '../words.ts';

/** When a page itself breaks, or its file can't be loaded: the rest of the console stays. */
export function FailedPage() {
  return (
    <EmptyState
      title={t('pageFailed')}
      action={
        <Button variant="outlined" onClick={() => window.location.reload()}>
          {t('tryAgain')}
        </Button>
      }
    >
      {t('nothingChanged')}
    </EmptyState>
  );
}
