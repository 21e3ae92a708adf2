import Box from '@mui/material/Box';
import { Fragment } from 'react';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { t } from '../words.ts';

/** One key a name; those that are pressed together stand together. */
const KEYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: [t('paletteKeys')], does: t('keyPalette') },
  { keys: ['/'], does: t('keySearch') },
  { keys: ['J', 'K'], does: t('keyRows') },
  { keys: [t('keyHome'), t('keyEnd')], does: t('keyEnds') },
  { keys: [t('keyEnter')], does: t('keyOpen') },
  { keys: [t('keyCtrlEnter')], does: t('keyOpenTab') },
  { keys: ['X'], does: t('keySelect') },
  { keys: [t('keyShiftX')], does: t('keySelectRange') },
  { keys: [t('keyEscape')], does: t('keyBack') },
  { keys: ['?'], does: t('keyThis') },
];

/** Every key that does something wherever one is. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <TaskDialog open title={t('keysTitle')} onClose={onClose}>
      <DescriptionList facts={KEYS.map(({ keys, does }) => ({ term: does, value: <Keys names={keys} /> }))} />
    </TaskDialog>
  );
}

function Keys({ names }: { names: readonly string[] }) {
  return names.map((name, index) => (
    <Fragment key={name}>
      {index > 0 && ' '}
      <Box
        component="kbd"
        sx={{
          border: 1,
          borderColor: 'divider',
          borderRadius: '4px',
          px: 1.5,
          py: 0.5,
          fontFamily: 'inherit',
          fontSize: '0.75rem',
        }}
      >
        {name}
      </Box>
    </Fragment>
  ));
}
