import Button from '@mui/material/Button';
import { paths } from '../../../contract/paths.ts';
import { EmptyState } from '../../ui/states.tsx';
import { Page } from '../../ui/Page.tsx';

/** For a link that someone with another role sent. */
export function NotPermittedPage({ place }: { place: string }) {
  return (
    <Page title={place}>
      <EmptyState
        title="Your role doesn’t include this page"
        action={
          <Button variant="outlined" href={paths.start()}>
            Go to your start page
          </Button>
        }
      >
        An administrator can give you a role that does.
      </EmptyState>
    </Page>
  );
}
