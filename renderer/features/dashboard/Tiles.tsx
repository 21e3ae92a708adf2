import { mdiClockOutline, mdiLifebuoy, mdiLockOutline, mdiShieldAlertOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { PEOPLE_NEEDING } from '../../../contract/userStates.ts';
import { StatTile } from '../../ui/StatTile.tsx';
import type { Tone } from '../../ui/StatusChip.tsx';
import { dueDay, duration } from '../../ui/time.ts';
import { useNow } from '../../ui/useNow.ts';
import { TILE_GRID } from './tileGrid.ts';
import { t } from './words.ts';

interface Tile {
  label: string;
  value: number;
  href: string;
  icon: string;
  /** Where there is anyone. */
  tone: Tone;
  note: string;
}

/** The four figures that ask for somebody. */
export function Tiles({ dashboard: { needing, queue, graceDue } }: { dashboard: OutputOf<'dashboard.get'> }) {
  const now = useNow();
  const first = graceDue[0]?.day;
  const tiles: Tile[] = [
    {
      label: t('waitingRequests'),
      value: queue.open,
      href: paths.resetRequests(),
      icon: mdiLifebuoy,
      tone: 'warning',
      note: queue.oldestAt
        ? t('oldestWaits', { age: duration(now - Date.parse(queue.oldestAt)) })
        : t('nobodyWaits'),
    },
    {
      label: t('blocked'),
      value: needing.blocked,
      href: paths.users(PEOPLE_NEEDING.blocked),
      icon: mdiShieldAlertOutline,
      tone: 'danger',
      note: t('blockedNote'),
    },
    {
      label: t('locked'),
      value: needing.locked,
      href: paths.users(PEOPLE_NEEDING.locked),
      icon: mdiLockOutline,
      tone: 'danger',
      note: t('lockedNote'),
    },
    {
      label: t('inGrace'),
      value: needing.inGrace,
      href: paths.users(PEOPLE_NEEDING.inGrace),
      icon: mdiClockOutline,
      tone: 'warning',
      note:
        first === undefined ? t('graceNote') : t('graceFirst', { day: dueDay(`${first}T12:00:00Z`, now) }),
    },
  ];
  return (
    <Box sx={TILE_GRID}>
      {tiles.map(({ tone, ...tile }) => (
        <StatTile key={tile.label} {...tile} tone={tile.value > 0 ? tone : undefined} />
      ))}
    </Box>
  );
}
