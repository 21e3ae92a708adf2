import Box from '@mui/material/Box';
import { RowCheckbox } from '../../ui/RowCheckbox.tsx';
import { tableStyles } from '../../ui/tableStyles.ts';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

function show(label: string, checked: boolean, mixed = false) {
  return () => (
    <Box component="table" role="presentation" sx={tableStyles({ rowHeight: 40, opens: false })}>
      <tbody>
        <tr>
          <td>
            <RowCheckbox label={label} checked={checked} mixed={mixed} onToggle={nothing} />
          </td>
        </tr>
      </tbody>
    </Box>
  );
}

export const piece: Piece = {
  group: 'lists',
  width: 200,
  states: [
    { name: 'plain', show: show(t('plain'), false) },
    { name: 'selected', show: show(t('selected'), true) },
    { name: 'partly', show: show(t('partly'), false, true) },
    { name: 'focus', show: () => <Shown as="focus">{show(t('focus'), false)()}</Shown> },
  ],
};
