import Button from '@mui/material/Button';
import { paths } from '../../../contract/paths.ts';
import { EmptyState } from '../../ui/states.tsx';
import { Page } from '../../ui/Page.tsx';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title="Page not found">
      <EmptyState
        title="There is nothing at this address"
        action={
          <Button variant="outlined" href={paths.start()}>
            Go to your start page
          </Button>
        }
      >
        Check the link, or go back to where you came from.
      </EmptyState>
    </Page>
  );
}
