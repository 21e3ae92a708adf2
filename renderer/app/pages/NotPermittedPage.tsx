import Button from '@mui/material/Button';
import { paths } from '../../../contract/paths.ts';
import { EmptyState } from '../../ui/states.tsx';
import { Page } from '../../ui/Page.tsx';
import { t } from '../words.ts';

/** For a link that someone with another role sent. */
export function NotPermittedPage({ place }: { place: string }) {
  return (
    <Page title={place}>
      <EmptyState
        title={t('notPermitted')}
        action={
          <Button variant="outlined" href={paths.start()}>
            {t('goToStart')}
          </Button>
        }
      >
        {t('askForRole')}
      </EmptyState>
    </Page>
  );
}
