import { mdiCheckCircleOutline, mdiLockOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { IconWord, Moment, Muted, SecondLine, Strong } from '../../ui/cells.tsx';
import { tableStyles } from '../../ui/tableStyles.ts';
import type { Piece } from '../piece.ts';
import { t } from '../words.ts';

function show(content: ReactNode) {
  return () => (
    <Box component="table" role="presentation" sx={tableStyles({ rowHeight: 40, opens: false })}>
      <tbody>
        <tr>
          <td>{content}</td>
        </tr>
      </tbody>
    </Box>
  );
}

export const piece: Piece = {
  group: 'lists',
  width: 'wide',
  states: [
    {
      name: 'plain',
      show: show(
        <>
          <Strong>{t('name')}</Strong> <Muted>{t('department')}</Muted>
          <SecondLine until="lg">{t('longName')}</SecondLine>
        </>,
      ),
    },
    {
      name: 'danger',
      show: show(
        <>
          <IconWord icon={mdiLockOutline} tone="danger">
            {t('danger')}
          </IconWord>
          <IconWord icon={mdiCheckCircleOutline} tone="success">
            {t('success')}
          </IconWord>
        </>,
      ),
    },
    { name: 'dayOnly', show: show(<Moment at="2026-11-03T09:14:00Z" dayOnly />) },
  ],
};
