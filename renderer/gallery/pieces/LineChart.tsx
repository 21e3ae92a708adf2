import { LineChart } from '../../ui/LineChart.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const VALUES = [12, 40, 95, 130, 188, 240, 301, 322, 350, 381, 399, 412];
const points = VALUES.map((value, index) => ({ label: t('week', { week: 36 + index }), value }));
const words = (value: number) => t('peopleFound', { count: value });

export const piece: Piece = {
  group: 'facts',
  width: 'wide',
  states: [
    {
      name: 'filled',
      show: () => (
        <LineChart
          label={t('chartSays')}
          points={points}
          goal={{ value: 480, label: t('everyone') }}
          words={words}
        />
      ),
    },
    {
      name: 'onePoint',
      show: () => <LineChart label={t('chartSays')} points={points.slice(0, 1)} words={words} />,
    },
  ],
};
