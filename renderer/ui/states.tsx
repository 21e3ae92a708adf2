import { mdiAlertCircleOutline, mdiRefresh } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { INSET } from './inset.ts';
import { Section } from './Section.tsx';
import { useSlow } from './useSlow.ts';
import { t } from './words.ts';

interface EmptyProps {
  icon?: string;
  title: string;
  /** What happened last, or what to do first. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing here, and why. */
export function EmptyState({ icon, title, children, action }: EmptyProps) {
  return (
    <Box sx={{ textAlign: 'center', px: 4, py: 12, maxWidth: 480, mx: 'auto' }}>
      {icon && <Icon path={icon} size={28} sx={{ color: 'text.disabled', mb: 2 }} />}
      <Typography variant="h2" component="p">
        {title}
      </Typography>
      {children && (
        <Typography color="textSecondary" component="div" sx={{ mt: 1 }}>
          {children}
        </Typography>
      )}
      {action && <Box sx={{ mt: 4 }}>{action}</Box>}
    </Box>
  );
}

/** A part that failed, alone, with a way to try again. */
export function ErrorState({ message, onRetry }: { message: string; onRetry?: () => void }) {
  return (
    <Box
      role="alert"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 3,
        px: 4,
        py: 6,
        justifyContent: 'center',
        textAlign: 'center',
      }}
    >
      <Icon path={mdiAlertCircleOutline} sx={{ color: 'error.main' }} />
      <Typography sx={{ maxWidth: 480 }}>{message}</Typography>
      {onRetry && (
        <Button
          size="small"
          variant="outlined"
          startIcon={<Icon path={mdiRefresh} size={16} />}
          onClick={onRetry}
        >
          {t('tryAgain')}
        </Button>
      )}
    </Box>
  );
}

/** Grey shapes that appear only when loading takes longer than 150 ms: a quick answer doesn't flicker. */
export function LoadingRows({ rows = 6, height = 40 }: { rows?: number; height?: number }) {
  const isSlow = useSlow();
  return (
    <Box
      role="status"
      aria-label={t('loading')}
      sx={{ px: INSET, py: 2, minHeight: rows * height, visibility: isSlow ? 'visible' : 'hidden' }}
    >
      {Array.from({ length: rows }, (_, row) => (
        <Box key={row} sx={{ height, display: 'flex', alignItems: 'center' }}>
          <Skeleton height={14} width={`${[88, 64, 76, 52][row % 4]}%`} />
        </Box>
      ))}
    </Box>
  );
}

interface LoadedProps<T> {
  /** A react-query result; the message of its error is a sentence for the person. */
  query: { data: T | undefined; error: Error | null; refetch: () => unknown };
  loading?: ReactNode;
  /** Where what loads brings its own cards: a failure stands in one, too. */
  cards?: boolean;
  children: (data: T) => ReactNode;
}

/** Loading, failed or there. What is on screen already stays when a refresh fails. */
export function Loaded<T>({ query, loading, cards, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const failed = <ErrorState message={query.error.message} onRetry={() => query.refetch()} />;
    return cards ? <Section flush>{failed}</Section> : failed;
  }
  return loading ?? <LoadingRows />;
}
