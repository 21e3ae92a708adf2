import { SortHeader, type Sort } from '../../ui/SortHeader.tsx';
import { tableStyles } from '../../ui/tableStyles.ts';
import Box from '@mui/material/Box';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

const column = { key: 'name', header: t('name'), sortable: true };

function show(label: string, sort?: Sort, header = column) {
  return () => (
    <Box component="table" aria-label={label} sx={tableStyles({ rowHeight: 40, opens: false })}>
      <thead>
        <tr>
          <SortHeader column={header} sort={sort} onSort={nothing} />
        </tr>
      </thead>
    </Box>
  );
}

export const piece: Piece = {
  group: 'lists',
  width: 200,
  states: [
    { name: 'plain', show: show(t('plain')) },
    { name: 'ascending', show: show(t('ascending'), { key: 'name', descending: false }) },
    { name: 'descending', show: show(t('descending'), { key: 'name', descending: true }) },
    { name: 'fixed', show: show(t('fixed'), undefined, { ...column, sortable: false }) },
    { name: 'focus', show: () => <Shown as="focus">{show(t('focus'))()}</Shown> },
  ],
};
