import { Logo } from '../../ui/Logo.tsx';
import type { Piece } from '../piece.ts';

export const piece: Piece = {
  group: 'facts',
  width: 200,
  states: [
    { name: 'plain', show: () => <Logo /> },
    { name: 'compact', show: () => <Logo size={16} /> },
    { name: 'large', show: () => <Logo size={64} /> },
  ],
};
