import { mdiArrowDown, mdiArrowUp } from '@mdi/js';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { memo } from 'react';
import type { ColumnWidth } from './column.ts';
import { Icon } from './Icon.tsx';
import { headerCell } from './tableStyles.ts';

export interface Sort {
  key: string;
  descending: boolean;
}

interface Props {
  column: {
    key: string;
    header: string;
    sortable?: boolean;
    align?: 'start' | 'end';
    width?: ColumnWidth;
    from?: 'md' | 'lg' | 'xl';
  };
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

/** The head of a column; a button where one can sort by it. */
export const SortHeader = memo(function SortHeader({ column, sort, onSort }: Props) {
  const isSorted = sort?.key === column.key;
  const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined;
  return (
    <Box
      component="th"
      scope="col"
      aria-sort={direction}
      sx={{
        ...headerCell,
        width: column.width,
        textAlign: column.align ?? 'start',
        display: column.from && { xs: 'none', [column.from]: 'table-cell' },
      }}
    >
      {column.sortable && onSort ? (
        <ButtonBase
          onClick={() => onSort({ key: column.key, descending: isSorted && !sort.descending })}
          sx={{ font: 'inherit', gap: 1, borderRadius: '4px', color: isSorted ? 'text.primary' : 'inherit' }}
        >
          {column.header}
          {isSorted && <Icon path={sort.descending ? mdiArrowDown : mdiArrowUp} size={14} />}
        </ButtonBase>
      ) : (
        column.header
      )}
    </Box>
  );
});
