import { OneLine } from '../../ui/OneLine.tsx';
import type { Piece } from '../piece.ts';
import { JO } from '../sample.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'lists',
  width: 240,
  states: [
    { name: 'plain', show: () => <OneLine>{JO}</OneLine> },
    { name: 'muted', show: () => <OneLine muted>{JO}</OneLine> },
    { name: 'longText', show: () => <OneLine upTo={200}>{t('longName')}</OneLine> },
  ],
};
