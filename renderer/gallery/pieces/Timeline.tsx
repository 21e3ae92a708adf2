import { mdiCheckCircleOutline, mdiCloseCircleOutline, mdiLifebuoy } from '@mdi/js';
import { Timeline } from '../../ui/Timeline.tsx';
import type { Piece } from '../piece.ts';
import { ago, JO } from '../sample.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'lists',
  width: 400,
  states: [
    {
      name: 'filled',
      show: () => (
        <Timeline
          label={t('filled')}
          items={[
            {
              id: '3',
              at: ago({ minutes: 12 }),
              icon: mdiCheckCircleOutline,
              tone: 'success',
              title: t('codePassed'),
              body: t('codePassedNote'),
            },
            {
              id: '2',
              at: ago({ minutes: 31 }),
              icon: mdiCloseCircleOutline,
              tone: 'danger',
              title: t('callFailed'),
            },
            { id: '1', at: ago({ minutes: 41 }), icon: mdiLifebuoy, title: t('asked', { name: JO }) },
          ]}
        />
      ),
    },
    {
      name: 'longText',
      show: () => (
        <Timeline
          label={t('longText')}
          items={[
            { id: '1', at: ago({ days: 3 }), icon: mdiLifebuoy, title: t('longTitle'), body: t('long') },
          ]}
        />
      ),
    },
  ],
};
