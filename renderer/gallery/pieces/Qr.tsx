import { Qr } from '../../ui/Qr.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'facts',
  width: 240,
  states: [
    { name: 'plain', show: () => <Qr text="https://gatehouse.example.org" label={t('qrSays')} /> },
    { name: 'longText', show: () => <Qr text={t('long')} label={t('qrSays')} /> },
  ],
};
