import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import type { CallError } from '../../data/callError.ts';
import { OwnedCard } from './OwnedCard.tsx';
import { PasteLink } from './PasteLink.tsx';
import { t } from './words.ts';

/** For looking at a link: once, because what the page does next spends it. */
export const lookOnce = (token: string) => ({ enabled: token !== '', once: true, live: false });

interface Props<T> {
  token: string;
  look: { data: T | undefined; error: CallError | null; refetch: () => unknown };
  /** While it loads. */
  title: string;
  /** For a link that is no longer good. */
  spent: ReactNode;
  children: (shown: T) => ReactNode;
}

/** The page behind a link from a mail: cut off, loading, not to be had, spent, or there. */
export function MailedLink<T>({ token, look, title, spent, children }: Props<T>) {
  if (token === '') return <PasteLink />;
  if (look.error?.code === 'invalid_token') return spent;
  if (look.data !== undefined) return children(look.data);
  if (!look.error)
    return (
      <OwnedCard title={title}>
        <LoadingRows rows={3} />
      </OwnedCard>
    );
  return (
    <OwnedCard title={t('pageNotLoaded')}>
      <ErrorState message={look.error.message} onRetry={() => look.refetch()} />
    </OwnedCard>
  );
}

/** What to do about a link that is no longer good. */
export function SpentLink({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <OwnedCard title={t('linkSpent')}>
      <Typography sx={{ mb: action ? 5 : 0 }}>{text}</Typography>
      {action}
    </OwnedCard>
  );
}
