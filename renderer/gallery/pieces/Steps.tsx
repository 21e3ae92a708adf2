import { Steps } from '../../ui/Steps.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const labels = [t('stepApp'), t('stepScan'), t('stepDone')];

export const piece: Piece = {
  group: 'facts',
  width: 400,
  states: [
    { name: 'first', show: () => <Steps labels={labels} current={0} /> },
    { name: 'second', show: () => <Steps labels={labels} current={1} /> },
    { name: 'complete', show: () => <Steps labels={labels} current={3} /> },
  ],
};
