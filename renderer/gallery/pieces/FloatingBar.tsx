import Button from '@mui/material/Button';
import { FloatingBar } from '../../ui/FloatingBar.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const bar = (text: string, act: string) => (
  <FloatingBar label={text}>
    <span>{text}</span>
    <Button size="small" variant="outlined">
      {act}
    </Button>
    <Button size="small">{t('discard')}</Button>
  </FloatingBar>
);

export const piece: Piece = {
  group: 'layout',
  states: [
    { name: 'plain', show: () => bar(t('changesWait', { count: 3 }), t('savePolicy')) },
    { name: 'longText', show: () => bar(t('long'), t('longAct')) },
  ],
};
