import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import type { ReactNode } from 'react';
import { headerCell, tableStyles } from './tableStyles.ts';
import { ShowMore } from './ShowMore.tsx';
import { SortHeader, type Sort } from './SortHeader.tsx';
import { useRowKeys } from './useRowKeys.ts';
import { t } from './words.ts';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  align?: 'start' | 'end';
  /** CSS width; the rest of the room goes to columns without one. */
  width?: number | string;
  /** Left out on windows narrower than this. */
  from?: 'md' | 'lg' | 'xl';
}

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** How a screen reader and the checkbox name the row. */
  rowName: (row: Row) => string;
  /** Click, Enter. */
  onOpen?: (row: Row) => void;
  /** The row whose detail is open. */
  openKey?: string | undefined;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Makes rows selectable for bulk acts; Space or x on the focused row. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Instead of rows where there are none. */
  empty?: ReactNode;
  /** The next page, by key. */
  more?: { onMore: () => void; busy: boolean } | undefined;
  /** Beside "Show more": "50 of 4,812". */
  footer?: ReactNode;
  compact?: boolean;
  /** Each cell keeps to one line and to its column's width; what is in it ends in an ellipsis (`Clipped`). */
  oneLine?: boolean;
}

/** A table to work in: sticky header, rows of 40 px, arrows or j and k from row to row, Enter opens. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowKey, rowName, onOpen, openKey, sort, onSort, selected, onSelect, more } =
    props;
  const keys = rows.map(rowKey);
  const toggle = (key: string) => {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    onSelect?.(next);
  };
  const row = useRowKeys(keys, {
    onOpen: (index) => rows[index] !== undefined && onOpen?.(rows[index]),
    onToggle: onSelect ? (index) => keys[index] !== undefined && toggle(keys[index]) : undefined,
  });
  if (rows.length === 0 && props.empty) return props.empty;
  const isAll = keys.length > 0 && keys.every((key) => selected?.has(key));
  return (
    <Box sx={{ overflowX: { xs: 'auto', md: 'visible' } }}>
      <Box
        component="table"
        aria-label={label}
        sx={{
          ...tableStyles(props.compact ? 32 : 40, Boolean(onOpen)),
          ...(props.oneLine && { tableLayout: 'fixed' }),
        }}
      >
        <thead>
          <tr>
            {onSelect && (
              <Box component="th" sx={{ ...headerCell, width: 44, pr: '0 !important' }}>
                <Checkbox
                  size="small"
                  checked={isAll}
                  indeterminate={!isAll && keys.some((key) => selected?.has(key))}
                  onChange={() => onSelect(new Set(isAll ? [] : keys))}
                  slotProps={{ input: { 'aria-label': t('selectAllShown') } }}
                />
              </Box>
            )}
            {columns.map((column) => (
              <SortHeader key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((item, index) => {
            const key = keys[index] ?? '';
            return (
              <tr
                key={key}
                {...row(index)}
                aria-label={rowName(item)}
                aria-selected={onSelect ? selected?.has(key) : undefined}
                data-open={key === openKey || undefined}
                onClick={(event) => {
                  const isControl =
                    event.target instanceof Element && event.target.closest('a, button, input, label');
                  const isSelectingText = (window.getSelection()?.toString() ?? '') !== '';
                  if (!isControl && !isSelectingText) onOpen?.(item);
                }}
              >
                {onSelect && (
                  <td>
                    <Checkbox
                      size="small"
                      tabIndex={-1}
                      checked={selected?.has(key) ?? false}
                      onChange={() => toggle(key)}
                      slotProps={{ input: { 'aria-label': t('selectRow', { name: rowName(item) }) } }}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <Box
                    component="td"
                    key={column.key}
                    sx={{
                      textAlign: column.align,
                      display: column.from && { xs: 'none', [column.from]: 'table-cell' },
                    }}
                  >
                    {column.cell(item)}
                  </Box>
                ))}
              </tr>
            );
          })}
        </tbody>
      </Box>
      {(more || props.footer) && (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            px: 4,
            minHeight: 48,
            color: 'text.secondary',
            fontSize: '0.8125rem',
          }}
        >
          {more && <ShowMore {...more} />}
          {props.footer}
        </Box>
      )}
    </Box>
  );
}
