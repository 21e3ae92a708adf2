import Button from '@mui/material/Button';
import { ActionList, ActionRow } from '../../ui/ActionList.tsx';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

const act = (
  <Button size="small" variant="outlined">
    {t('endSession')}
  </Button>
);

export const piece: Piece = {
  group: 'lists',
  width: 480,
  states: [
    {
      name: 'filled',
      show: () => (
        <ActionList>
          <ActionRow actions={act}>{t('sessionHere')}</ActionRow>
          <ActionRow actions={act}>{t('sessionThere')}</ActionRow>
        </ActionList>
      ),
    },
    {
      name: 'longText',
      show: () => (
        <ActionList>
          <ActionRow
            actions={
              <>
                {act}
                <Button size="small" variant="outlined" color="error">
                  {t('reportSession')}
                </Button>
              </>
            }
          >
            {t('long')}
          </ActionRow>
        </ActionList>
      ),
    },
  ],
};
