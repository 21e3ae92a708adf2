import { Initials } from '../../ui/Initials.tsx';
import type { Piece } from '../piece.ts';
import { JO } from '../sample.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'facts',
  width: 200,
  states: [
    { name: 'plain', show: () => <Initials name={JO} /> },
    { name: 'oneWord', show: () => <Initials name="Ana" /> },
    { name: 'large', show: () => <Initials name={JO} size={48} /> },
    { name: 'longText', show: () => <Initials name={t('longName')} /> },
  ],
};
