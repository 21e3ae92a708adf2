import { mdiCellphoneKey, mdiCellphoneOff, mdiDotsVertical } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useRead } from '../../data/useRead.ts';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import type { Authenticator } from './authenticator.ts';
import { RemoveAuthenticatorDialog } from './RemoveAuthenticatorDialog.tsx';
import { RenameAuthenticatorDialog } from './RenameAuthenticatorDialog.tsx';
import { StopAuthenticatorDialog } from './StopAuthenticatorDialog.tsx';
import { rich, t } from './words.ts';

type Act = 'rename' | 'remove' | 'stop';

const MOST = 5;

/**
 * Each by its name, once there are several, or one is stopped. Whoever has one app sees the way to another and nothing else.
 *
 * @param props.onAdd where one more can be added now
 * @param props.onLost where a reset can be asked for now
 */
export function AuthenticatorList({ onAdd, onLost }: { onAdd?: () => void; onLost?: () => void }) {
  const held = useRead('me.authenticators', {});
  // What is closing keeps its words until it is gone.
  const [act, setAct] = useState<{ kind: Act; on: Authenticator }>();
  const [isOpen, setOpen] = useState(false);
  const items = held.data?.items ?? [];
  const isOne = items.length <= 1 && !items.some(({ stopped }) => stopped);
  const dialog = (kind: Act) => ({
    open: isOpen && act?.kind === kind,
    authenticator: act?.on,
    onClose: () => setOpen(false),
  });
  const canAdd = onAdd && items.length < MOST && items.some(({ stopped }) => !stopped);
  return (
    <>
      {held.error && !held.data && (
        <ErrorState message={held.error.message} onRetry={() => void held.refetch()} />
      )}
      {!isOne && (
        <Box component="ul" aria-label={t('authenticators')} sx={{ listStyle: 'none', m: 0, mt: 4, p: 0 }}>
          {items.map((one) => (
            <Row
              key={one.id}
              authenticator={one}
              canRemove={onAdd !== undefined}
              onAct={(kind) => {
                setAct({ kind, on: one });
                setOpen(true);
              }}
            />
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, mt: 2, ml: -2.5 }}>
        {canAdd && (
          <Button size="small" onClick={onAdd}>
            {t('addAnother')}
          </Button>
        )}
        {onLost && (
          <Button size="small" color="inherit" onClick={onLost} sx={{ color: 'text.secondary' }}>
            {t('lostIt')}
          </Button>
        )}
      </Box>
      <RenameAuthenticatorDialog {...dialog('rename')} />
      <StopAuthenticatorDialog {...dialog('stop')} others={items} />
      <RemoveAuthenticatorDialog {...dialog('remove')} others={items} />
    </>
  );
}

interface RowProps {
  authenticator: Authenticator;
  /** No reset is pending. */
  canRemove: boolean;
  onAct: (kind: Act) => void;
}

function Row({ authenticator, canRemove, onAct }: RowProps) {
  const { name, createdAt, lastUsedAt, lastUsedFrom, stopped } = authenticator;
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 2 }}>
      <Icon path={stopped ? mdiCellphoneOff : mdiCellphoneKey} sx={{ color: 'text.secondary' }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1 }}>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{name}</Typography>
          {stopped && <StatusChip icon={mdiCellphoneOff} label={t('authenticatorStopped')} tone="danger" />}
        </Box>
        <Typography variant="body2" color="textSecondary">
          {rich('setUpOn', { day: <RelativeTime at={createdAt} dayOnly /> })}
          {lastUsedAt && ' · '}
          {lastUsedAt &&
            (lastUsedFrom === null
              ? rich('lastUsed', { time: <RelativeTime at={lastUsedAt} /> })
              : rich('lastUsedFrom', { time: <RelativeTime at={lastUsedAt} />, address: lastUsedFrom }))}
        </Typography>
      </Box>
      <ActionMenu
        label={t('actsOn', { name })}
        icon={mdiDotsVertical}
        actions={[
          { label: t('rename'), onSelect: () => onAct('rename') },
          ...(stopped ? [] : [{ label: t('stopNow'), danger: true, onSelect: () => onAct('stop') }]),
          ...(canRemove ? [{ label: t('remove'), danger: true, onSelect: () => onAct('remove') }] : []),
        ]}
      />
    </Box>
  );
}
