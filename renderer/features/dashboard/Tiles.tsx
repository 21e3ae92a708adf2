import {
  mdiAccountCancelOutline,
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiClockOutline,
  mdiCloseCircleOutline,
  mdiDomain,
  mdiLifebuoy,
  mdiLockOutline,
  mdiShieldAlertOutline,
  mdiShieldCheckOutline,
} from '@mdi/js';
import Box from '@mui/material/Box';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { StatTile } from '../../ui/StatTile.tsx';
import type { Tone } from '../../ui/StatusChip.tsx';
import { useNow } from '../../ui/useNow.ts';
import { TILE_GRID } from './tileGrid.ts';
import { t } from './words.ts';

interface Tile {
  label: string;
  value: number;
  href?: string;
  icon: string;
  /** Where there is anyone. */
  tone?: Tone;
}

/** The exact counts. */
export function Tiles({ dashboard: { users, wrongCodesToday } }: { dashboard: OutputOf<'dashboard.get'> }) {
  const canSeeLog = useCan('audit.read');
  const today = `${new Date(useNow()).toISOString().slice(0, 10)}T00:00:00.000Z`;
  const tiles: Tile[] = [
    {
      label: t('mfaOn'),
      value: users.on,
      href: paths.users({ state: 'on' }),
      icon: mdiCheckCircleOutline,
      tone: 'success',
    },
    {
      label: t('mfaOff'),
      value: users.off,
      href: paths.users({ state: 'off' }),
      icon: mdiCloseCircleOutline,
    },
    {
      label: t('resetPending'),
      value: users.resetPending,
      href: paths.users({ state: 'reset_pending' }),
      icon: mdiLifebuoy,
      tone: 'warning',
    },
    {
      label: t('required'),
      value: users.required,
      href: paths.users({ state: 'required' }),
      icon: mdiShieldCheckOutline,
    },
    {
      label: t('inGrace'),
      value: users.inGrace,
      href: paths.users({ state: 'in_grace' }),
      icon: mdiClockOutline,
      tone: 'warning',
    },
    {
      label: t('blocked'),
      value: users.blocked,
      href: paths.users({ state: 'blocked' }),
      icon: mdiShieldAlertOutline,
      tone: 'danger',
    },
    {
      label: t('locked'),
      value: users.locked,
      href: paths.users({ state: 'locked' }),
      icon: mdiLockOutline,
      tone: 'danger',
    },
    {
      label: t('wrongCodesToday'),
      value: wrongCodesToday,
      href: canSeeLog ? paths.audit({ action: 'mfa.wrong_code', from: today }) : undefined,
      icon: mdiAlertOutline,
      tone: 'warning',
    },
    { label: t('ssoOnly'), value: users.external, href: paths.users({ state: 'external' }), icon: mdiDomain },
    {
      label: t('suspended'),
      value: users.suspended,
      href: paths.users({ status: 'suspended' }),
      icon: mdiAccountCancelOutline,
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
