import { mdiLockOutline, mdiShieldCheckOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import type { ComponentProps } from 'react';
import { paths } from '../../../contract/paths.ts';
import { StatTile } from '../../ui/StatTile.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const tile = (more: Partial<ComponentProps<typeof StatTile>> = {}) => (
  <Box sx={{ display: 'grid' }}>
    <StatTile label={t('haveMfa')} value={4812} icon={mdiShieldCheckOutline} href={paths.users()} {...more} />
  </Box>
);

export const piece: Piece = {
  group: 'facts',
  width: 220,
  states: [
    { name: 'plain', show: () => tile() },
    { name: 'hover', show: () => <Shown as="hover">{tile()}</Shown> },
    { name: 'focus', show: () => <Shown as="focus">{tile()}</Shown> },
    { name: 'disabled', show: () => tile({ href: undefined }) },
    {
      name: 'danger',
      show: () => tile({ label: t('locked'), value: 3, icon: mdiLockOutline, tone: 'danger' }),
    },
    { name: 'empty', show: () => tile({ value: 0 }) },
    { name: 'longText', show: () => tile({ label: t('longTitle'), value: t('longName'), note: t('long') }) },
  ],
};
