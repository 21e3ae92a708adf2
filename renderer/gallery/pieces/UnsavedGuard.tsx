import Button from '@mui/material/Button';
import { paths } from '../../../contract/paths.ts';
import { UnsavedGuard } from '../../ui/UnsavedGuard.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'messages',
  alone: true,
  states: [
    {
      name: 'plain',
      show: () => (
        <main>
          <UnsavedGuard when />
          <Button href={paths.dashboard()} variant="outlined">
            {t('leave')}
          </Button>
        </main>
      ),
    },
  ],
};
