import { mdiBellOutline } from '@mdi/js';
import Badge from '@mui/material/Badge';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import { lazy, Suspense, useState } from 'react';
import { figure } from '../../../language/intl.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { RailButton } from '../RailItem.tsx';
import { t } from '../../words.ts';
import { useNotices } from './useNotices.ts';

// A first screen doesn't wait for it.
const NoticesList = lazy(() =>
  import('./NoticesList.tsx').then((module) => ({ default: module.NoticesList })),
);

const nameOf = (count: number) => (count === 0 ? t('forYou') : t('forYouNew', { count: figure(count) }));

/** The bell in the rail: how much is new of what waits for whoever is signed in. */
export function NoticesButton({ folded }: { folded: boolean }) {
  const { newCount } = useNotices();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <RailButton
        icon={mdiBellOutline}
        label={t('forYou')}
        name={nameOf(newCount)}
        count={newCount}
        folded={folded}
        opens="dialog"
        isOpen={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      />
      <Opened anchor={anchor} side="right" onClose={() => setAnchor(null)} />
    </>
  );
}

/** The same where the rail is folded away. */
export function NoticesIcon() {
  const { newCount } = useNotices();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        aria-label={nameOf(newCount)}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <Badge
          badgeContent={newCount === 0 ? null : newCount}
          color="primary"
          slotProps={{ badge: { 'aria-hidden': true } }}
        >
          <Icon path={mdiBellOutline} />
        </Badge>
      </IconButton>
      <Opened anchor={anchor} side="below" onClose={() => setAnchor(null)} />
    </>
  );
}

interface OpenedProps {
  anchor: HTMLElement | null;
  side: 'right' | 'below';
  onClose: () => void;
}

function Opened({ anchor, side, onClose }: OpenedProps) {
  const isBelow = side === 'below';
  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: isBelow ? 'bottom' : 'top', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: isBelow ? 'right' : 'left' }}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-label': t('forYou'),
          sx: { width: 380, maxWidth: 'calc(100vw - 32px)', maxHeight: 'min(640px, calc(100vh - 32px))' },
        },
      }}
    >
      <Suspense fallback={null}>
        <NoticesList onFollow={onClose} />
      </Suspense>
    </Popover>
  );
}
