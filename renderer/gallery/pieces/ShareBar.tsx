import { ShareBar } from '../../ui/ShareBar.tsx';
import type { Piece } from '../piece.ts';

export const piece: Piece = {
  group: 'facts',
  width: 240,
  states: [
    { name: 'filled', show: () => <ShareBar part={412} whole={480} /> },
    { name: 'oneMissing', show: () => <ShareBar part={4811} whole={4812} /> },
    { name: 'complete', show: () => <ShareBar part={480} whole={480} /> },
    { name: 'empty', show: () => <ShareBar part={0} whole={0} /> },
  ],
};
