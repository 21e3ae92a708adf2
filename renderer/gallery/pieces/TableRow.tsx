import Box from '@mui/material/Box';
import { TableRow } from '../../ui/TableRow.tsx';
import { tableStyles } from '../../ui/tableStyles.ts';
import { nothing } from '../Held.tsx';
import type { Piece } from '../piece.ts';
import { PEOPLE } from '../sample.ts';
import { Shown } from '../Shown.tsx';
import { t } from '../words.ts';

function show(label: string, isSelected?: boolean) {
  return () => (
    <Box component="table" aria-label={label} sx={tableStyles({ rowHeight: 40, opens: true })}>
      <tbody>
        {PEOPLE.slice(0, 1).map((somebody) => (
          <TableRow
            key={somebody.name}
            keys={{ tabIndex: 0, onFocus: nothing, onKeyDown: nothing }}
            columns={[
              { key: 'name', header: t('name'), cell: ({ name }) => name },
              {
                key: 'department',
                header: t('department'),
                copied: true,
                cell: ({ department }) => department,
              },
            ]}
            item={somebody}
            name={somebody.name}
            href="#"
            onOpen={nothing}
            isOpen={false}
            isSelected={isSelected}
            onToggle={nothing}
          />
        ))}
      </tbody>
    </Box>
  );
}

export const piece: Piece = {
  group: 'lists',
  width: 'wide',
  states: [
    { name: 'plain', show: show(t('plain')) },
    { name: 'selected', show: show(t('selected'), true) },
    { name: 'focus', show: () => <Shown as="focus">{show(t('focus'))()}</Shown> },
  ],
};
