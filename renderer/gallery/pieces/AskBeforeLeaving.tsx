import Button from '@mui/material/Button';
import { paths } from '../../../contract/paths.ts';
import { AskBeforeLeaving } from '../../ui/AskBeforeLeaving.tsx';
import { useUnsaved } from '../../ui/unsaved.ts';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

export const piece: Piece = {
  group: 'messages',
  alone: true,
  states: [
    {
      name: 'plain',
      show: () => (
        <AskBeforeLeaving>
          <Changed />
        </AskBeforeLeaving>
      ),
    },
  ],
};

function Changed() {
  useUnsaved(true);
  return (
    <main>
      <Button href={paths.dashboard()} variant="outlined">
        {t('leave')}
      </Button>
    </main>
  );
}
