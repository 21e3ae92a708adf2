import { AmountBar } from '../../ui/AmountBar.tsx';
import type { Piece } from '../piece.ts';

export const piece: Piece = {
  group: 'facts',
  width: 240,
  states: [
    { name: 'filled', show: () => <AmountBar value={5} most={12} /> },
    { name: 'full', show: () => <AmountBar value={12} most={12} /> },
    { name: 'empty', show: () => <AmountBar value={0} most={0} /> },
  ],
};
