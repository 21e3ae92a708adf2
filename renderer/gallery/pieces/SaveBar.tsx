import Button from '@mui/material/Button';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const bar = (text: string, busy = false) => (
  <main>
    <SaveBar
      actions={
        <>
          <Button variant="outlined" disabled={busy}>
            {t('discard')}
          </Button>
          <SubmitButton busy={busy}>{t('savePolicy')}</SubmitButton>
        </>
      }
    >
      {text}
    </SaveBar>
  </main>
);

export const piece: Piece = {
  group: 'layout',
  alone: true,
  states: [
    { name: 'plain', show: () => bar(t('changesWait', { count: 3 })) },
    { name: 'busy', show: () => bar(t('changesWait', { count: 3 }), true) },
    { name: 'longText', show: () => bar(t('long')) },
  ],
};
