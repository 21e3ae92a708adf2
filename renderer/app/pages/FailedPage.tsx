import Button from '@mui/material/Button';
import { EmptyState } from '../../ui/states.tsx';

/** When a page itself breaks, or its file can't be loaded: the rest of the console stays. */
export function FailedPage() {
  return (
    <EmptyState
      title="This page could not be shown"
      action={
        <Button variant="outlined" onClick={() => window.location.reload()}>
          Try again
        </Button>
      }
    >
      Nothing was changed. If it happens again, tell your administrator what you did last.
    </EmptyState>
  );
}
