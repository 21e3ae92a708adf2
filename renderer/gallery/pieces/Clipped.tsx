import { Clipped } from '../../ui/Clipped.tsx';
import type { Piece } from '../piece.ts';
import { JO } from '../sample.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'lists',
  width: 220,
  states: [
    { name: 'plain', show: () => <Clipped>{JO}</Clipped> },
    { name: 'longText', show: () => <Clipped>{t('long')}</Clipped> },
  ],
};
