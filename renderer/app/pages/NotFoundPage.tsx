import Button from '@mui/material/Button';
import { paths } from '../../../contract/paths.ts';
import { EmptyState } from '../../ui/states.tsx';
import { Page } from '../../ui/Page.tsx';
import { t } from '../words.ts';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title={t('notFoundTitle')}>
      <EmptyState
        title={t('nothingHere')}
        action={
          <Button variant="outlined" href={paths.start()}>
            {t('goToStart')}
          </Button>
        }
      >
        {t('checkLink')}
      </EmptyState>
    </Page>
  );
}
