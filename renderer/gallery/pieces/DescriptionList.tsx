import { DescriptionList } from '../../ui/DescriptionList.tsx';
import type { Piece } from '../piece.ts';
import { JO, PHONE } from '../sample.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'facts',
  width: 400,
  states: [
    {
      name: 'filled',
      show: () => (
        <DescriptionList
          facts={[
            { term: t('name'), value: JO },
            { term: t('phone'), value: PHONE },
            { term: t('department'), value: t('finance') },
          ]}
        />
      ),
    },
    {
      name: 'longText',
      show: () => (
        <DescriptionList
          facts={[
            { term: t('longTitle'), value: t('long') },
            { term: t('name'), value: t('longName') },
          ]}
        />
      ),
    },
  ],
};
