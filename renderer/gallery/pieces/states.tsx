import { mdiLifebuoy } from '@mdi/js';
import Button from '@mui/material/Button';
import { EmptyState, ErrorState, Loaded, LoadingRows } from '../../ui/states.tsx';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const query = { data: undefined, error: null, refetch: nothing };

export const piece: Piece = {
  group: 'messages',
  width: 480,
  states: [
    {
      name: 'empty',
      show: () => (
        <EmptyState
          icon={mdiLifebuoy}
          title={t('queueEmpty')}
          action={<Button variant="outlined">{t('openForCaller')}</Button>}
        >
          {t('queueEmptyHint')}
        </EmptyState>
      ),
    },
    { name: 'loading', show: () => <LoadingRows /> },
    { name: 'error', show: () => <ErrorState message={t('outage')} onRetry={nothing} /> },
    {
      name: 'filled',
      show: () => <Loaded query={{ ...query, data: t('nothingYet') }}>{(text) => text}</Loaded>,
    },
    { name: 'longText', show: () => <ErrorState message={t('long')} onRetry={nothing} /> },
  ],
};
