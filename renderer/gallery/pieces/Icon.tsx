import { mdiArrowRight, mdiLifebuoy, mdiShieldOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import { Icon } from '../../ui/Icon.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const beside = (path: string, size?: number) => () => (
  <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
    <Icon path={path} size={size} />
    {t('beside')}
  </Box>
);

export const piece: Piece = {
  group: 'facts',
  width: 200,
  states: [
    { name: 'plain', show: beside(mdiShieldOutline) },
    { name: 'compact', show: beside(mdiLifebuoy, 16) },
    { name: 'alongTheLine', show: beside(mdiArrowRight) },
  ],
};
