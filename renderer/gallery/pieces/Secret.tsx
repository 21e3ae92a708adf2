import { Secret, grouped } from '../../ui/Secret.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'facts',
  states: [
    { name: 'plain', show: () => <Secret text={grouped('KRUGS4ZAMFRGG2LT', 4)} label={t('keyToType')} /> },
    { name: 'large', show: () => <Secret text="K7F 2QD" label={t('requestCode')} large /> },
    {
      name: 'longText',
      show: () => <Secret text={grouped('KRUGS4ZAMFRGG2LT'.repeat(4), 4)} label={t('keyToType')} />,
    },
  ],
};
