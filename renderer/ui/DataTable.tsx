import Box from '@mui/material/Box';
import { useRef, type ReactNode } from 'react';
import type { Column } from './column.ts';
import { INSET } from './inset.ts';
import { CHECKBOX_CELL, headerCell, tableStyles } from './tableStyles.ts';
import { RowCheckbox } from './RowCheckbox.tsx';
import { selectRange } from './selectRange.ts';
import { ShowMore } from './ShowMore.tsx';
import { SortHeader, type Sort } from './SortHeader.tsx';
import { TableRow } from './TableRow.tsx';
import { useRowKeys } from './useRowKeys.ts';
import { useWholeValues } from './useWholeValues.tsx';
import { t } from './words.ts';

export type { Column };

const NONE: ReadonlySet<string> = new Set();

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** How a screen reader and the checkbox name the row. */
  rowName: (row: Row) => string;
  /** The address of what the row opens: a link over the whole row, for another tab, a copy, a bookmark. */
  href?: (row: Row) => string;
  /** Plain click and Enter, where that is more than following the link. */
  onOpen?: (row: Row) => void;
  /** The row whose detail is open. */
  openKey?: string | undefined;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  /** Makes rows selectable for bulk acts; Space or x on the focused row. With Shift, and by a press with it, all from the last one on. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Instead of rows where there are none. */
  empty?: ReactNode;
  /** The next page, by key. */
  more?: { onMore: () => void; busy: boolean } | undefined;
  /** Beside "Show more": "50 of 4,812". */
  footer?: ReactNode;
  compact?: boolean;
  /** Columns stay as wide as they are told whatever is in them, which those of rows that open something do anyway. */
  keepsWidths?: boolean;
}

/**
 * A table to work in: sticky header, rows of 40 px, arrows or j and k from row to row, Enter opens. Where rows have an address
 * each is a link, and as high as the others: what doesn't fit is said whole on hover, or when the row has the focus.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowKey, rowName, href, sort, onSort, selected, onSelect, more } = props;
  const keys = rows.map(rowKey);
  const begin = useRef<string>(undefined);
  const toggle = (index: number, isRange: boolean) => {
    const to = keys[index];
    if (to === undefined) return;
    onSelect?.(selectRange(keys, selected ?? NONE, { begin: isRange ? begin.current : undefined, to }));
    begin.current = to;
  };
  const row = useRowKeys(keys, { onToggle: onSelect && toggle });
  const whole = useWholeValues(Boolean(href));
  if (rows.length === 0 && props.empty) return props.empty;
  const isAll = keys.length > 0 && keys.every((key) => selected?.has(key));
  return (
    <Box sx={href ? { overflowX: 'clip' } : { overflowX: { xs: 'auto', md: 'visible' } }}>
      <Box
        component="table"
        aria-label={label}
        sx={tableStyles({
          rowHeight: props.compact ? 32 : 40,
          opens: Boolean(href),
          keepsWidths: Boolean(href) || (props.keepsWidths ?? false),
        })}
      >
        <thead>
          <tr>
            {onSelect && (
              <Box component="th" sx={{ ...headerCell, width: CHECKBOX_CELL, pr: '0 !important' }}>
                <RowCheckbox
                  label={t('selectAllShown')}
                  checked={isAll}
                  mixed={!isAll && keys.some((key) => selected?.has(key))}
                  onToggle={() => onSelect(new Set(isAll ? [] : keys))}
                />
              </Box>
            )}
            {columns.map((column) => (
              <SortHeader key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody {...whole.listeners}>
          {rows.map((item, index) => {
            const key = keys[index] ?? '';
            return (
              <TableRow
                key={key}
                keys={row(index)}
                columns={columns}
                item={item}
                name={rowName(item)}
                href={href?.(item)}
                onOpen={props.onOpen}
                isOpen={key === props.openKey}
                isSelected={onSelect && (selected?.has(key) ?? false)}
                onToggle={(isRange) => toggle(index, isRange)}
              />
            );
          })}
        </tbody>
      </Box>
      {whole.tooltip}
      {(more || props.footer) && (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            px: INSET,
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
